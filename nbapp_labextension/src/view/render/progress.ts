/** A bar that fills. */
import { drawPhrase } from "./phrase";
import type { Context, Props, Renderer } from "./renderer";

export const progress: Renderer = {
  render(el, props, context) {
    const label = document.createElement("div");
    label.className = "nbapp-progress-text";
    const track = document.createElement("div");
    track.className = "nbapp-progress";
    track.setAttribute("role", "progressbar");
    track.setAttribute("aria-valuemin", "0");
    track.setAttribute("aria-valuemax", "100");
    const fill = document.createElement("div");
    fill.className = "nbapp-progress-fill";
    track.append(fill);
    el.append(label, track);
    show(el, props, context, true);
  },
  update(el, props, context, before) {
    show(el, props, context, props["text"] !== before["text"]);
  },
};

function show(el: HTMLElement, props: Props, context: Context, relabel: boolean): void {
  const label = el.querySelector<HTMLElement>(".nbapp-progress-text")!;
  const track = el.querySelector<HTMLElement>(".nbapp-progress")!;
  const value = Math.min(100, Math.max(0, Number(props["value"] ?? 0)));
  track.setAttribute("aria-valuenow", String(Math.round(value)));
  (track.firstElementChild as HTMLElement).style.width = `${value}%`;
  if (!relabel) return;
  const text = String(props["text"] ?? "");
  track.setAttribute("aria-label", text || "Progress");
  void drawPhrase(label, text, context);
}

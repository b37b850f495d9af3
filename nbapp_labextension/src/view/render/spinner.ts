/** Work going on: a turning ring, its sentence, and if asked for the seconds so far. */
import { drawPhrase } from "./phrase";
import type { Renderer } from "./renderer";

export const spinner: Renderer = {
  render(el, props, context) {
    const box = document.createElement("div");
    box.className = "nbapp-spinner";
    box.setAttribute("role", "status");
    const ring = document.createElement("span");
    ring.className = "nbapp-ring";
    ring.setAttribute("aria-hidden", "true");
    const text = document.createElement("div");
    const done = drawPhrase(text, String(props["text"] ?? ""), context);
    box.append(ring, text);
    el.append(box);
    if (props["show_time"] === true) box.append(seconds(context.signal));
    return done;
  },
};

function seconds(signal: AbortSignal): HTMLElement {
  const shown = document.createElement("span");
  shown.className = "nbapp-seconds";
  shown.setAttribute("aria-hidden", "true");
  const begin = performance.now();
  const tick = () => (shown.textContent = `(${((performance.now() - begin) / 1000).toFixed(1)} seconds)`);
  tick();
  const timer = setInterval(tick, 100);
  signal.addEventListener("abort", () => clearInterval(timer));
  return shown;
}

/** A metric: a label, a number in large type, how it changed, a small chart. */
import { addHelp } from "./help";
import { drawPhrase } from "./phrase";
import type { Context, Props, Renderer } from "./renderer";
import { drawSparkline } from "./sparkline";

const ARROWS: Record<string, string> = {
  up: "M8 13V3M3.5 7.5 8 3l4.5 4.5",
  down: "M8 3v10M3.5 8.5 8 13l4.5-4.5",
};
const WORDS: Record<string, string> = { up: "up", down: "down" };

export const metric: Renderer = {
  render(el, props, context) {
    const waiting = draw(el, props, context);
    if (waiting.length) return Promise.all(waiting).then(() => undefined);
  },
  update(el, props, context) {
    const fresh = document.createElement("div");
    const waiting = draw(fresh, props, context);
    const show = () => {
      el.className = fresh.className;
      el.classList.add("nbapp-body");
      el.style.height = fresh.style.height;
      el.replaceChildren(...fresh.childNodes);
    };
    if (waiting.length) return Promise.all(waiting).then(show);
    show();
    return true;
  },
};

/** @returns what is still to come, if the host draws a part */
function draw(el: HTMLElement, props: Props, context: Context): Promise<void>[] {
  el.classList.add("nbapp-metric");
  el.classList.toggle("nbapp-metric-boxed", props["border"] === true);
  const { height } = props;
  el.style.height = typeof height === "number" ? `${height}px` : height === "stretch" ? "100%" : "";
  const waiting: Promise<void>[] = [];
  const part = (name: string, body: unknown, into: HTMLElement = el): HTMLElement => {
    const box = document.createElement("div");
    box.className = `nbapp-metric-${name}`;
    const words = document.createElement("span");
    box.append(words);
    const done = drawPhrase(words, String(body ?? ""), context);
    if (done) waiting.push(done);
    into.append(box);
    return box;
  };
  const visibility = props["visibility"];
  if (visibility !== "collapsed") {
    const label = part("label", props["label"]);
    if (visibility === "hidden") label.style.visibility = "hidden";
    else addHelp(label, props["help"]);
  }
  part("value", props["value"]);
  if (props["delta"] !== undefined || props["description"] !== undefined) {
    const line = document.createElement("div");
    line.className = "nbapp-metric-change";
    if (props["delta"] !== undefined) drawDelta(line, props, part);
    if (props["description"] !== undefined) {
      const words = document.createElement("span");
      words.className = "nbapp-metric-description";
      words.textContent = String(props["description"]);
      line.append(words);
    }
    el.append(line);
  }
  const chart = props["chart"] as { type: string; values: (number | null)[] } | undefined;
  if (chart?.values.length) el.append(drawSparkline(chart.type, chart.values, colorOf(props)));
  return waiting;
}

function colorOf(props: Props): string {
  const color = String(props["color"] ?? "gray");
  return color === "primary" ? "var(--nbapp-brand)" : `var(--nbapp-${color})`;
}

function drawDelta(
  line: HTMLElement,
  props: Props,
  part: (name: string, body: unknown, into: HTMLElement) => HTMLElement,
): void {
  const chip = document.createElement("span");
  chip.className = "nbapp-metric-delta";
  chip.style.color = colorOf(props);
  const direction = String(props["direction"]);
  const path = ARROWS[direction];
  if (path) {
    const holder = document.createElement("span");
    holder.setAttribute("role", "img");
    holder.setAttribute("aria-label", WORDS[direction]!);
    holder.className = "nbapp-metric-arrow";
    holder.innerHTML =
      `<svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true"><path d="${path}" fill="none" ` +
      'stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/></svg>';
    chip.append(holder);
  }
  part("text", props["delta"], chip);
  line.append(chip);
}

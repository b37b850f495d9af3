/** Containers: a box, a row, a scrolling part; and the place that holds one thing at a time. */
import type { Furniture, Props } from "./renderer";

export const GAPS: Readonly<Record<string, string>> = {
  none: "0",
  xxsmall: "0.25rem",
  xsmall: "0.5rem",
  small: "1rem",
  medium: "2rem",
  large: "4rem",
  xlarge: "6rem",
  xxlarge: "8rem",
};

/** A gap's name or a number of pixels as CSS; nothing for the usual gap. */
export function gapOf(value: unknown): string {
  if (value === null) return "0";
  return typeof value === "number" ? `${value}px` : (GAPS[String(value)] ?? "");
}

const ALIGN: Readonly<Record<string, string>> = {
  left: "flex-start",
  right: "flex-end",
  center: "center",
  distribute: "space-between",
  top: "flex-start",
  bottom: "flex-end",
};

export const container: Furniture = {
  open(el, props) {
    el.classList.add("nbapp-container", "nbapp-inside");
    dressBox(el, props);
    return el;
  },
  update(el, props) {
    dressBox(el, props);
  },
};

export const empty: Furniture = {
  open(el) {
    el.classList.add("nbapp-inside");
    return el;
  },
  update() {},
};

/** Border, direction, gaps, alignment and height of a box. */
export function dressBox(el: HTMLElement, props: Props): void {
  const row = props["horizontal"] === true;
  el.classList.toggle("nbapp-bordered", props["border"] === true);
  el.classList.toggle("nbapp-row", row);
  el.classList.toggle("nbapp-nowrap", props["wrap"] === false);
  const height = props["height"];
  const fixed = typeof height === "number";
  el.classList.toggle("nbapp-scrolling", fixed);
  if (fixed) el.tabIndex = 0;
  else el.removeAttribute("tabindex");
  const { style } = el;
  style.height = fixed ? `${height}px` : height === "stretch" ? "100%" : "";
  style.gap = props["gap"] === undefined ? "" : gapOf(props["gap"]);
  const across = ALIGN[String(props["align"])] ?? "";
  const down = ALIGN[String(props["valign"])] ?? "";
  style.justifyContent = row ? across : down;
  style.alignItems = row ? down : across;
}

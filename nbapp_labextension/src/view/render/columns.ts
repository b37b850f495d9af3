/** Columns side by side by weight; below one another where the page is narrow (the style sheet decides). */
import { gapOf } from "./container";
import type { Furniture, Props } from "./renderer";

export const columns: Furniture = {
  open(el, props) {
    el.classList.add("nbapp-columns");
    dress(el, props);
    return el;
  },
  update(el, props) {
    dress(el, props);
  },
  arrange(_el, children) {
    const total = children.reduce((sum, child) => sum + Number(child.props["weight"] ?? 1), 0) || 1;
    for (const child of children) {
      const weight = Number(child.props["weight"] ?? 1) / total;
      const flex = `${(weight * 100).toFixed(4)} 1 0`;
      if (child.el.style.flex !== flex) child.el.style.flex = flex;
    }
  },
};

export const column: Furniture = {
  open(el) {
    el.classList.add("nbapp-column", "nbapp-inside");
    return el;
  },
  update() {},
};

function dress(el: HTMLElement, props: Props): void {
  el.style.gap = props["gap"] === undefined ? "" : gapOf(props["gap"]);
  el.classList.toggle("nbapp-nowrap", props["wrap"] === false);
  el.dataset["valign"] = String(props["valign"] ?? "top");
  el.dataset["border"] = String(props["border"] === true);
}

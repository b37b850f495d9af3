/** A dataframe: the grid, and the messages between it and the kernel. */
import css from "../style/grid.css";
import { Grid } from "./grid/grid";
import type { Renderer } from "./renderer";

const STYLE = "nbapp-grid-style";
const grids = new WeakMap<HTMLElement, Grid>();

/** The grid's style sheet comes with the grid. */
function ensureStyle(): void {
  const style = document.getElementById(STYLE) ?? document.createElement("style");
  if (style.textContent === css) return;
  style.id = STYLE;
  style.textContent = css;
  document.head.append(style);
}

const dataframe: Renderer = {
  render(el, props, context) {
    ensureStyle();
    const grid = new Grid(el, props, context);
    grids.set(el, grid);
    context.on("rows", (message) => grid.take(message));
  },
  update(el, props) {
    const grid = grids.get(el);
    if (!grid) return false;
    grid.update(props);
    return true;
  },
};

export default dataframe;

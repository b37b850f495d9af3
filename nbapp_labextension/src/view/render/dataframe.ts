/** A dataframe: the grid, and the messages between it and the kernel. */
import { Grid } from "./grid/grid";
import type { Renderer } from "./renderer";

const grids = new WeakMap<HTMLElement, Grid>();

const dataframe: Renderer = {
  render(el, props, context) {
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

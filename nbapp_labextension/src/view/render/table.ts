import type { Renderer } from "./renderer";

/** Placeholder: overwritten by the renderer's owner. */
export const table: Renderer = {
  render(el, props) {
    el.textContent = JSON.stringify(props);
  },
};

/** A line across. */
import type { Renderer } from "./renderer";

export const divider: Renderer = {
  render(el) {
    const line = document.createElement("hr");
    line.className = "nbapp-divider";
    el.append(line);
  },
};

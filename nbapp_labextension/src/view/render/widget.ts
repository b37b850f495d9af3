/** A raw ipywidget, mounted by its model. */
import { mountWidget } from "./mounted";
import type { Renderer } from "./renderer";

export const widget: Renderer = {
  async render(el, props, context) {
    el.classList.add("nbapp-widget");
    await mountWidget(el, String(props["model_id"]), context);
  },
  update(_el, props, _context, before) {
    return props["model_id"] === before["model_id"];
  },
};

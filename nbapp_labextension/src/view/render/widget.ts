/** A raw ipywidget, mounted by its model. */
import { mountWidget } from "./mounted";
import type { Renderer } from "./renderer";

export const widget: Renderer = {
  async render(el, props, context) {
    el.classList.add("nbapp-widget");
    await mountWidget(el, String(props["model_id"]), context);
    const changes = new MutationObserver(() => nameThumbs(el));
    changes.observe(el, { childList: true, subtree: true, characterData: true });
    context.signal.addEventListener("abort", () => changes.disconnect());
    nameThumbs(el);
  },
  update(_el, props, _context, before) {
    return props["model_id"] === before["model_id"];
  },
};

/** The stock sliders leave their thumbs without a name: their description is one, or their tooltip. */
function nameThumbs(el: HTMLElement): void {
  for (const thumb of el.querySelectorAll(".noUi-handle")) {
    const label = thumb.closest(".jupyter-widgets")?.querySelector<HTMLElement>(":scope > .widget-label");
    const words = label?.textContent?.trim() || label?.title;
    if (words && thumb.getAttribute("aria-label") !== words) thumb.setAttribute("aria-label", words);
  }
}

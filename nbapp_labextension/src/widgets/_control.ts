/** What our own inputs share: the shape that the loader wants, elements by one call, and the way a value is given. */

/** The model of an anywidget, as far as an input uses it. */
export interface ControlModel {
  get(name: string): any;
  set(name: string, value: unknown): void;
  save_changes(): void;
  on(event: string, listener: () => void): void;
  off(event: string, listener: () => void): void;
}

/** What the loader opens: as the app view's core, so that one loader serves both. */
export interface Opened {
  receive(): void;
  render(el: HTMLElement): () => void;
  close(): void;
}

/** Draws an input into `el` and returns how to redraw it when the kernel changed its model. */
export type Draw = (el: HTMLElement, model: ControlModel, signal: AbortSignal) => () => void;

/** Make the `open` of a widget's module. */
export function control(name: string, draw: Draw): (model: ControlModel) => Opened {
  return (model) => ({
    receive: () => undefined,
    close: () => undefined,
    render(el) {
      const stop = new AbortController();
      el.classList.add("nbapp-control", `nbapp-${name}`);
      const redraw = draw(el, model, stop.signal);
      redraw();
      model.on("change", redraw);
      return () => {
        stop.abort();
        model.off("change", redraw);
      };
    },
  });
}

/** Give a value to the kernel, unless it has it already. */
export function commit(model: ControlModel, value: unknown): void {
  if (JSON.stringify(model.get("value")) === JSON.stringify(value)) return;
  model.set("value", value);
  model.save_changes();
}

/** Make an element with a class, attributes and children; an attribute that is false is left out. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  attributes: Record<string, string | number | boolean> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const el = document.createElement(tag);
  if (className) el.className = className;
  setAttributes(el, attributes);
  el.append(...children);
  return el;
}

/** Set attributes that differ; false removes one, true sets it empty. */
export function setAttributes(el: Element, attributes: Record<string, string | number | boolean>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false) el.removeAttribute(name);
    else if (el.getAttribute(name) !== String(value === true ? "" : value))
      el.setAttribute(name, value === true ? "" : String(value));
  }
}

let count = 0;

/** An id that no other element of the page has. */
export function freshId(name: string): string {
  return `nbapp-${name}-${Date.now().toString(36)}-${++count}`;
}

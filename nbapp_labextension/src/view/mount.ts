/** One slot on the screen: its element, its renderer, and what happens when that fails. */
import { whenAttached, whenShown } from "./attach";
import type { LoadModule } from "./core";
import { loadChunk } from "./modules";
import { showFailure } from "./render/failure";
import { containers, leaves } from "./render/index";
import type { AppModel, Child, Context, Furniture, Listener, Props, Renderer } from "./render/renderer";
import type { Slot } from "./store";

/** What all slots of a view share. */
export interface Surroundings {
  readonly root: HTMLElement;
  readonly model: AppModel;
  readonly load: LoadModule;
  hear(listener: Listener, signal: AbortSignal): void;
}

/** One drawing of a slot: replaced as a whole when it cannot be changed in place. */
interface Drawing {
  el: HTMLElement;
  kind: string;
  context: Context;
  stop: AbortController;
  inside?: HTMLElement;
}

export class Mount {
  readonly el = document.createElement("div");
  private drawing: Drawing | undefined;
  /** A drawing that is being made while the former is still shown. */
  private next: Drawing | undefined;

  constructor(
    readonly slot: Slot,
    private readonly around: Surroundings,
  ) {
    this.el.dataset["slot"] = String(slot.id);
    this.draw();
  }

  /** Where the children go; undefined for a leaf. */
  get inside(): HTMLElement | undefined {
    return this.drawing?.inside;
  }

  /** The slot's node was replaced. Children of a container stay and are moved by the view if their holder changed. */
  put(before: { kind: string; props: Props }): void {
    const { kind, props } = this.slot;
    const current = this.next ?? this.drawing;
    if (current?.kind !== kind || !this.change(current, props, before.props)) this.draw();
    else this.dress();
  }

  arrange(children: readonly Child[]): void {
    const drawing = this.drawing;
    if (drawing) containers[drawing.kind]?.arrange?.(drawing.el, children, drawing.context);
  }

  dispose(): void {
    if (this.next) this.end(this.next);
    if (this.drawing) this.end(this.drawing);
    this.next = this.drawing = undefined;
  }

  /** @returns whether the drawing could be changed in place */
  private change(drawing: Drawing, props: Props, before: Props): boolean {
    const furniture = containers[drawing.kind];
    try {
      if (furniture) {
        furniture.update(drawing.el, props, drawing.context, before);
        return true;
      }
      const update = drawing.el.classList.contains("nbapp-failed") ? undefined : leaves[drawing.kind]?.update;
      if (!update) return false;
      const done = update.call(leaves[drawing.kind], drawing.el, props, drawing.context, before);
      if (done instanceof Promise) done.catch((error: unknown) => this.fail(drawing, error));
      return done !== false;
    } catch (error) {
      this.fail(drawing, error);
      return true;
    }
  }

  private draw(): void {
    if (this.next) this.end(this.next);
    this.next = undefined;
    const drawing = this.begin();
    const { kind, props } = this.slot;
    const furniture = containers[kind];
    try {
      const done = furniture
        ? this.furnish(furniture, drawing)
        : rendererOf(kind).render(drawing.el, props, drawing.context);
      if (done instanceof Promise) this.drawLater(drawing, done);
      else this.show(drawing);
    } catch (error) {
      this.show(drawing);
      this.fail(drawing, error);
    }
  }

  private furnish(furniture: Furniture, drawing: Drawing): void {
    drawing.inside = furniture.open(drawing.el, this.slot.props, drawing.context);
  }

  /** The former drawing stays until the new one is complete, so that nothing flickers. */
  private drawLater(drawing: Drawing, done: Promise<void>): void {
    if (this.drawing) {
      this.next = drawing;
      drawing.el.classList.add("nbapp-pending");
      this.el.append(drawing.el);
      this.dress();
    } else this.show(drawing);
    const settle = (error?: unknown) => {
      if (drawing.stop.signal.aborted) return;
      if (this.next === drawing) this.show(drawing);
      if (error !== undefined) this.fail(drawing, error);
    };
    done.then(
      () => settle(),
      (error: unknown) => settle(error ?? new Error("the renderer failed")),
    );
  }

  private show(drawing: Drawing): void {
    const old = this.drawing;
    this.drawing = drawing;
    if (this.next === drawing) this.next = undefined;
    drawing.el.classList.remove("nbapp-pending");
    this.el.append(drawing.el);
    if (old) this.end(old);
    this.dress();
  }

  private fail(drawing: Drawing, error: unknown): void {
    console.error(`nbapp: a ${drawing.kind} could not be drawn`, error);
    drawing.el.classList.add("nbapp-failed");
    if (!drawing.inside) showFailure(drawing.el, drawing.kind, error);
  }

  private begin(): Drawing {
    const stop = new AbortController();
    const { around, slot } = this;
    const el = document.createElement("div");
    el.className = "nbapp-body";
    const context: Context = {
      id: slot.id as number,
      kind: slot.kind,
      model: around.model,
      manager: around.model.widget_manager,
      signal: stop.signal,
      send: (message) => around.model.send(message),
      on: (type, listener) =>
        around.hear((message, buffers) => {
          if (message.t === type) listener(message, buffers);
        }, stop.signal),
      load: (name) => loadChunk(around.load, name),
      attached: () => new Promise((resolve) => whenAttached(el, stop.signal, resolve)),
      shown: () => new Promise((resolve) => whenShown(el, stop.signal, resolve)),
    };
    return { el, kind: slot.kind, context, stop };
  }

  private end(drawing: Drawing): void {
    try {
      leaves[drawing.kind]?.dispose?.(drawing.el);
    } catch (error) {
      console.warn(`nbapp: a ${drawing.kind} did not end well`, error);
    }
    drawing.stop.abort();
    drawing.el.remove();
  }

  /** The properties that all kinds share: the key's class, width, height. */
  private dress(): void {
    const { kind, props } = this.slot;
    const css = typeof props["css"] === "string" ? ` ${props["css"].replace(/[^\w-]/g, "-")}` : "";
    const name = `nbapp-slot nbapp-is-${kind}${css}`;
    if (this.el.className !== name) this.el.className = name;
    const { style } = this.el;
    const width = props["width"];
    style.width = typeof width === "number" ? `${width}px` : width === "content" ? "fit-content" : "";
    const height = props["height"];
    if (!OWN_HEIGHT.has(kind)) style.height = typeof height === "number" ? `${height}px` : "";
  }
}

/** Kinds that lay out their own height (a scrolling inside, a chart). */
const OWN_HEIGHT = new Set([
  "container",
  "form",
  "code",
  "dataframe",
  "vega",
  "input",
  "image",
  "table",
  "metric",
]);

function rendererOf(kind: string): Renderer {
  const renderer = leaves[kind];
  if (!renderer) throw new Error(`This page is newer than its view: it has no renderer for ${kind}.`);
  return renderer;
}

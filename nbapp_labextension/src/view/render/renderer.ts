/** What a renderer is, and what it is given. Types only: a chunk may import this file without cost. */

export type Props = Readonly<Record<string, unknown>>;
export type Message = { t: string } & Record<string, unknown>;
export type Listener = (message: Message, buffers: DataView[]) => void;

/** The part of a mounted ipywidget's view that we use. */
export interface WidgetView {
  el: HTMLElement;
  luminoWidget?: { readonly isDisposed?: boolean; processMessage(message: object): void };
  trigger?(event: string): void;
  remove(): void;
}

/** The part of JupyterLab's render registry that we use. */
export interface RenderMime {
  preferredMimeType(bundle: Record<string, unknown>, safe?: "ensure" | "prefer" | "any"): string | undefined;
  createRenderer(mimeType: string): {
    node: HTMLElement;
    renderModel(model: object): Promise<void>;
    processMessage?(message: object): void;
    dispose(): void;
  };
  createModel(options: object): object;
  latexTypesetter?: { typeset(el: HTMLElement): void } | null;
}

/** The part of a widget manager that we use; each host has its own class. */
export interface WidgetManager {
  get_model(id: string): Promise<unknown>;
  create_view(model: unknown, options?: object): Promise<WidgetView>;
  rendermime?: RenderMime;
  kernel?: unknown;
}

/** The model of the app view as anywidget hands it to us. */
export interface AppModel {
  get(name: string): any;
  send(content: unknown, callbacks?: unknown, buffers?: unknown[]): void;
  on(event: string, listener: (...args: any[]) => void): void;
  off(event?: string, listener?: (...args: any[]) => void): void;
  widget_manager: WidgetManager;
}

/** What a renderer may use; one for each slot, ended with it. */
export interface Context {
  /** The slot's id (the `source` of a dataframe is a prop, not this). */
  readonly id: number;
  readonly kind: string;
  readonly model: AppModel;
  readonly manager: WidgetManager;
  /** Aborted when this drawing is replaced or removed: give it to addEventListener, fetch, observers. */
  readonly signal: AbortSignal;
  /** Send a message to the kernel: `send({t: "rows", source, request, ...})`. */
  send(message: Message): void;
  /** Hear the kernel's messages of one type, for as long as this drawing lives. */
  on(type: string, listener: Listener): void;
  /** Import a chunk by its logical name ("vega"), from the server or over the comm. */
  load<T>(name: string): Promise<T>;
  /** Resolves when the element is in the document. */
  attached(): Promise<void>;
  /** Resolves when the element has a box on the page (a size can be measured): not while its tab is not chosen. */
  shown(): Promise<void>;
}

/** What is needed to draw Markdown; the frame around the slots has as much. */
export type Ink = Pick<Context, "manager" | "signal" | "load" | "shown">;

/** Draws one kind of leaf. One object for all slots of the kind: state belongs on `el` or in a WeakMap. */
export interface Renderer {
  /**
   * Draw into `el`, which is new and empty. If a promise is returned and something was shown before, the old drawing
   * stays until it resolves.
   */
  render(el: HTMLElement, props: Props, context: Context): void | Promise<void>;
  /** Change the drawing in place. Returns false if it cannot: then a new `el` is drawn. Absent: always a new one. */
  update?(el: HTMLElement, props: Props, context: Context, before: Props): boolean | void | Promise<void>;
  /** The drawing goes away. What hangs on `context.signal` needs nothing here. */
  dispose?(el: HTMLElement): void;
}

/** A child of a container, as its furniture sees it. */
export interface Child {
  readonly id: number;
  readonly kind: string;
  readonly props: Props;
  readonly el: HTMLElement;
}

/** Draws the furniture of one kind of container. The view itself puts the children into `inside`. */
export interface Furniture {
  /** Make the furniture in `el` and return the element that will hold the children. */
  open(el: HTMLElement, props: Props, context: Context): HTMLElement;
  update(el: HTMLElement, props: Props, context: Context, before: Props): void;
  /** Called after children came, went, moved or changed. */
  arrange?(el: HTMLElement, children: readonly Child[], context: Context): void;
}

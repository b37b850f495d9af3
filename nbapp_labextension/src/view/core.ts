/** The app view: one store for each model, one view for each place where it is shown. */
import { Link } from "./link";
import type { AppModel, Message } from "./render/renderer";
import { Store } from "./store";
import { View } from "./view";
import type { Snapshot } from "./wire";

/** Imports a built file: by its logical name ("grid.js") over the comm, by its file name from the server. */
export type LoadModule = (name: string, file: string) => Promise<any>;

export interface App {
  receive(message: Message, buffers: DataView[]): void;
  render(el: HTMLElement): () => void;
  close(): void;
}

/** Called by the loader once for each model. */
export function open(model: AppModel, load: LoadModule): App {
  const store = new Store((seq) => model.send({ t: "snapshot", seq }));
  const listeners = new Set<(message: Message, buffers: DataView[]) => void>();
  const receive = (message: Message, buffers: DataView[] = []) => {
    if (!store.receive(message, buffers)) for (const listener of listeners) listener(message, buffers);
  };
  const loadSnapshot = () => store.load((model.get("snapshot") ?? {}) as Snapshot);
  const hear = (listener: (message: Message, buffers: DataView[]) => void, signal: AbortSignal) => {
    listeners.add(listener);
    signal.addEventListener("abort", () => listeners.delete(listener));
  };
  const link = new Link(model, () => store.refresh());
  loadSnapshot();
  model.on("msg:custom", receive);
  model.on("change:snapshot", loadSnapshot);
  // Patches may have passed between the model's birth and this moment: nobody heard them.
  store.refresh();
  return {
    receive,
    render(el) {
      const view = new View({ model, store, link, load, hear }, el);
      return () => view.close();
    },
    close() {
      link.close();
      model.off("msg:custom", receive);
      model.off("change:snapshot", loadSnapshot);
    },
  };
}

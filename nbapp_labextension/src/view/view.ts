/** One place where an app is shown: draws the slots of the store and follows its changes. */
import { makeAddress, type Address } from "./address";
import { attend } from "./attend";
import { makeBar } from "./bar";
import { makePageConfig } from "./config";
import { tellContext } from "./context";
import type { LoadModule } from "./core";
import { enterApp } from "./keys";
import type { Link } from "./link";
import { loadChunk } from "./modules";
import { Mount, type Surroundings } from "./mount";
import { makeNavigation, type Navigation } from "./navigation";
import { makeNotice } from "./notice";
import { hidePicture } from "./picture";
import type { AppModel, Child, Ink, Listener, Message } from "./render/renderer";
import { makeSidebar } from "./sidebar";
import type { Slot, Store, Watcher } from "./store";
import { ensureStyle } from "./style";
import { ROOTS, type Parent, type RootName } from "./wire";

/** What a view is made of. */
export interface Parts {
  model: AppModel;
  store: Store;
  link: Link;
  load: LoadModule;
  hear(listener: Listener, signal: AbortSignal): void;
}

export class View implements Watcher {
  private readonly root = document.createElement("div");
  private readonly insides: Record<RootName, HTMLElement>;
  private readonly mounts = new Map<Parent, Mount>();
  private readonly stale = new Set<Slot>();
  private readonly stop = new AbortController();
  private readonly around: Surroundings;
  private readonly sidebar = makeSidebar();
  private readonly bar;
  private readonly config;
  private readonly navigation: Navigation;
  private address: Address | undefined;

  constructor(
    private readonly parts: Parts,
    host: HTMLElement,
  ) {
    const { model, store, link, load, hear } = parts;
    const app = (model.get("app") ?? {}) as {
      id?: string;
      name?: string;
      height?: number | null;
      published?: boolean;
      bar?: boolean;
    };
    const { root } = this;
    ensureStyle();
    root.className = "nbapp-root";
    root.dataset["nbapp"] = app.id ?? "";
    this.around = { root, model, load, hear };
    const main = document.createElement("div");
    main.className = "nbapp-main nbapp-inside";
    const dialogs = document.createElement("div");
    dialogs.className = "nbapp-dialogs";
    this.insides = { main, sidebar: this.sidebar.inside, dialog: dialogs };
    this.bar = makeBar({ send: (message) => model.send(message), signal: this.stop.signal });
    const ink: Ink = {
      manager: model.widget_manager,
      signal: this.stop.signal,
      load: (name) => loadChunk(load, name),
      shown: () => Promise.resolve(),
    };
    this.config = makePageConfig({
      root,
      bar: this.bar.el,
      sidebar: this.sidebar,
      published: app.published === true,
      ink,
    });
    const notice = makeNotice();
    const frame = document.createElement("div");
    frame.className = "nbapp-frame";
    if (typeof app.height === "number") frame.style.height = `${app.height}px`;
    frame.append(this.sidebar.el, main);
    this.navigation = makeNavigation({
      ink,
      send: (message) => model.send(message),
      chosen: () => this.sidebar.leave(),
    });
    this.sidebar.inside.prepend(this.navigation.side);
    root.append(this.bar.el, notice.el, this.navigation.missing, this.navigation.top, dialogs, frame);
    for (const name of ROOTS) {
      for (const slot of store.roots[name].children) this.insert(slot);
    }
    this.settled();
    this.status(store.status);
    for (const [name, fact] of store.facts) this.fact(name, fact);
    const ends = [
      store.watch(this),
      link.watch((state) => {
        notice.show(state);
        frame.inert = this.navigation.top.inert = state === "restarted" || state === "dead";
        root.dataset["link"] = state;
      }),
      enterApp(root, { send: (message) => model.send(message), name: app.name ?? "" }),
      hidePicture(app.id ?? ""),
    ];
    this.stop.signal.addEventListener("abort", () => ends.forEach((end) => end()));
    host.append(root);
    if (app.bar === false) return; // what an ordinary cell draws: nothing there runs again
    const talk = { send: (message: Message) => model.send(message), signal: this.stop.signal };
    this.address = makeAddress({ model, root, known: store.facts.get("url"), ...talk });
    tellContext(talk);
    attend({ ...talk, hear });
  }

  close(): void {
    this.stop.abort();
    for (const mount of this.mounts.values()) mount.dispose();
    this.mounts.clear();
    this.root.remove();
  }

  put(slot: Slot, before: { kind: string; props: Slot["props"] }): void {
    const mount = this.mounts.get(slot.id);
    if (!mount) return;
    const inside = mount.inside;
    mount.put(before);
    if (mount.inside && mount.inside !== inside) for (const child of slot.children) this.move(child);
    this.stale.add(slot);
    if (slot.parent) this.stale.add(slot.parent);
  }

  insert(slot: Slot): void {
    const mount = this.grow(slot);
    const parent = slot.parent!;
    this.insideOf(parent)?.insertBefore(mount.el, this.nextOf(slot));
    this.stale.add(parent);
  }

  move(slot: Slot): void {
    const mount = this.mounts.get(slot.id);
    const inside = slot.parent && this.insideOf(slot.parent);
    if (!mount || !inside) return;
    moveBefore(inside, mount.el, this.nextOf(slot));
    this.stale.add(slot.parent!);
  }

  remove(slot: Slot): void {
    const el = this.mounts.get(slot.id)?.el;
    this.forget(slot);
    el?.remove();
    if (slot.parent) this.stale.add(slot.parent);
  }

  status(status: Store["status"]): void {
    this.bar.show(status);
    this.root.dataset["state"] = status.state;
  }

  fact(name: string, fact: Slot["props"]): void {
    if (name === "config") this.config.show(fact);
    else if (name === "url") this.address?.show(fact);
    else if (name === "navigation") {
      const turns = this.root.dataset["page"] !== undefined && this.root.dataset["page"] !== fact["current"];
      this.root.dataset["page"] = String(fact["current"] ?? "");
      this.navigation.show(fact);
      this.config.open(fact);
      this.showSidebar();
      if (turns && this.root.getBoundingClientRect().top < 0) this.root.scrollIntoView();
    }
  }

  settled(): void {
    for (const slot of this.stale) {
      const mount = this.mounts.get(slot.id);
      if (mount?.inside) mount.arrange(slot.children.map((child) => this.childOf(child)));
    }
    this.stale.clear();
    this.showSidebar();
  }

  private showSidebar(): void {
    const filled = this.parts.store.roots.sidebar.children.length > 0;
    this.navigation.crowd(filled);
    this.sidebar.show(filled || this.navigation.inSidebar);
  }

  /** Make the mounts of a slot and all below it; off the document, so that it comes in at once. */
  private grow(slot: Slot): Mount {
    const mount = new Mount(slot, this.around);
    this.mounts.set(slot.id, mount);
    for (const child of slot.children) mount.inside?.append(this.grow(child).el);
    if (mount.inside) this.stale.add(slot);
    return mount;
  }

  private forget(slot: Slot): void {
    for (const child of slot.children) this.forget(child);
    this.mounts.get(slot.id)?.dispose();
    this.mounts.delete(slot.id);
    this.stale.delete(slot);
  }

  private insideOf(parent: Slot): HTMLElement | undefined {
    if (typeof parent.id === "string") return this.insides[parent.id];
    return this.mounts.get(parent.id)?.inside;
  }

  /** The element before which the slot's own belongs; null for the end. */
  private nextOf(slot: Slot): Element | null {
    const siblings = slot.parent!.children;
    const next = siblings[siblings.indexOf(slot) + 1];
    const el = next && this.mounts.get(next.id)?.el;
    return el?.parentElement && el.parentElement === this.insideOf(slot.parent!) ? el : null;
  }

  private childOf(slot: Slot): Child {
    return { id: slot.id as number, kind: slot.kind, props: slot.props, el: this.mounts.get(slot.id)!.el };
  }
}

type Movable = HTMLElement & { moveBefore?(node: Node, before: Node | null): void };

/** Move a child without taking it out of the document where the browser can (Chrome 133): it keeps focus and state. */
function moveBefore(inside: Movable, el: HTMLElement, before: Element | null): void {
  if (inside.moveBefore && inside.isConnected && el.isConnected) inside.moveBefore(el, before);
  else inside.insertBefore(el, before);
}

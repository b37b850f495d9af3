/**
 * The page as data: the tree of slots, kept up to date by numbered patches.
 *
 * One store for each model. It knows nothing of the document: views listen and draw. A view that comes late draws from
 * the tree; a gap in the numbers asks the kernel for the snapshot, which is then laid over the tree slot by slot.
 */
import { equal } from "./equal";
import type { Message, Props } from "./render/renderer";
import {
  ROOTS,
  withBuffers,
  type Op,
  type Parent,
  type RootName,
  type SlotData,
  type Snapshot,
  type Status,
} from "./wire";

export interface Slot {
  readonly id: Parent;
  kind: string;
  props: Props;
  children: Slot[];
  parent: Slot | null;
}

/** What a view hears. Each call comes after the tree has changed. */
export interface Watcher {
  put(slot: Slot, before: { kind: string; props: Props }): void;
  insert(slot: Slot): void;
  move(slot: Slot): void;
  remove(slot: Slot): void;
  status(status: Status): void;
  /** Something is said of the page as a whole: "config". */
  fact?(name: string, fact: Props): void;
  /** One message has been applied completely. */
  settled?(): void;
}

const CONTAINERS = new Set([
  "root",
  "container",
  "columns",
  "column",
  "expander",
  "tabs",
  "tab",
  "empty",
  "page",
  "fragment",
  "form",
  "dialog",
]);

/** What is said of a page as a whole: a message each, and a part of the snapshot under the same name. */
const FACTS = ["config", "navigation", "url"] as const;

/** Milliseconds after which an unanswered request for the snapshot is sent again. */
const ASK_AGAIN = 3000;

export function isContainer(kind: string): boolean {
  return CONTAINERS.has(kind);
}

export class Store {
  readonly roots: Record<RootName, Slot> = {
    main: root("main"),
    sidebar: root("sidebar"),
    dialog: root("dialog"),
  };
  status: Status = { state: "idle" };
  readonly facts = new Map<string, Props>();
  private slots = new Map<Parent, Slot>();
  private watchers = new Set<Watcher>();
  private seq = -1;
  /** When the snapshot was asked for; 0 if it is not awaited. */
  private asked = 0;

  /** @param ask sends the request for the snapshot to the kernel, with the number of the last patch that is here */
  constructor(private readonly ask: (seq: number) => void) {
    for (const name of ROOTS) this.slots.set(name, this.roots[name]);
  }

  get(id: Parent): Slot | undefined {
    return this.slots.get(id);
  }

  watch(watcher: Watcher): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** Ask for the snapshot. Until it comes, patches are applied as long as they fit; a lost question is asked again. */
  refresh(): void {
    if (Date.now() - this.asked < ASK_AGAIN) return;
    this.asked = Date.now();
    this.ask(this.seq);
  }

  /** Take a message of the kernel. Returns false if it is not one for the store. */
  receive(message: Message, buffers: readonly DataView[] = []): boolean {
    if (message.t === "patch") this.patch(withBuffers(message, buffers));
    else if (message.t === "snapshot") this.load(withBuffers(message, buffers)["snapshot"] as Snapshot);
    else if (message.t === "status") this.setStatus(message as unknown as Status);
    else if (isFact(message.t)) this.setFact(message.t, message);
    else return false;
    return true;
  }

  /** Lay a snapshot over the tree: slots with the same id and kind stay what they are. An older one is ignored. */
  load(snapshot: Snapshot): void {
    this.asked = 0;
    if (!snapshot.roots || snapshot.seq < this.seq) return;
    this.seq = snapshot.seq;
    for (const name of ROOTS) this.reconcile(this.roots[name], snapshot.roots[name] ?? []);
    if (snapshot.status) this.setStatus(snapshot.status);
    for (const name of FACTS) if (snapshot[name]) this.setFact(name, snapshot[name]);
    this.tell((watcher) => watcher.settled?.());
  }

  private patch(message: Message): void {
    const seq = message["seq"] as number;
    if (seq <= this.seq) return;
    if (seq !== this.seq + 1) return this.refresh();
    this.seq = seq;
    for (const op of message["ops"] as Op[])
      if (!this.apply(op)) {
        this.seq = seq - 1; // what was applied so far is no page that the kernel knows
        return this.refresh();
      }
    this.tell((watcher) => watcher.settled?.());
  }

  /** @returns false if the operation does not fit the tree, which then is not what the kernel thinks it is */
  private apply(op: Op): boolean {
    switch (op[0]) {
      case "put":
        return this.put(this.slots.get(op[1]), op[2], op[3]);
      case "insert": {
        const parent = this.slots.get(op[1]);
        if (!parent) return false;
        this.insert(parent, op[3], op[2]);
        return true;
      }
      case "move":
        return this.move(this.slots.get(op[1]), op[2]);
      case "remove":
        for (const id of op[1]) this.remove(this.slots.get(id));
        return true;
      default:
        return false;
    }
  }

  private put(slot: Slot | undefined, kind: string, props: Props): boolean {
    if (!slot) return false;
    const before = { kind: slot.kind, props: slot.props };
    if (!(isContainer(kind) && isContainer(slot.kind)))
      for (const child of [...slot.children]) this.remove(child);
    slot.kind = kind;
    slot.props = props;
    this.tell((watcher) => watcher.put(slot, before));
    return true;
  }

  private insert(parent: Slot, data: SlotData, before: number | null): void {
    this.remove(this.slots.get(data.id));
    const slot = this.grow(data, parent);
    place(parent.children, slot, before);
    this.tell((watcher) => watcher.insert(slot));
  }

  private grow(data: SlotData, parent: Slot): Slot {
    const slot: Slot = { id: data.id, kind: data.kind, props: data.props ?? {}, children: [], parent };
    this.slots.set(slot.id, slot);
    for (const child of data.children ?? []) slot.children.push(this.grow(child, slot));
    return slot;
  }

  private move(slot: Slot | undefined, before: number | null): boolean {
    if (!slot?.parent) return false;
    const siblings = slot.parent.children;
    siblings.splice(siblings.indexOf(slot), 1);
    place(siblings, slot, before);
    this.tell((watcher) => watcher.move(slot));
    return true;
  }

  private remove(slot: Slot | undefined): void {
    if (!slot?.parent) return;
    slot.parent.children.splice(slot.parent.children.indexOf(slot), 1);
    this.forget(slot);
    this.tell((watcher) => watcher.remove(slot));
  }

  private forget(slot: Slot): void {
    this.slots.delete(slot.id);
    for (const child of slot.children) this.forget(child);
  }

  private reconcile(parent: Slot, wanted: readonly SlotData[]): void {
    const ids = new Set<Parent>(wanted.map((data) => data.id));
    for (const child of [...parent.children]) if (!ids.has(child.id)) this.remove(child);
    wanted.forEach((data, index) => {
      const slot = this.slots.get(data.id);
      const before = parent.children[index]?.id ?? null;
      if (slot?.parent !== parent) {
        this.insert(parent, data, before as number | null);
        return;
      }
      if (parent.children[index] !== slot) this.move(slot, before as number | null);
      if (slot.kind !== data.kind || !equal(slot.props, data.props)) this.put(slot, data.kind, data.props);
      this.reconcile(slot, data.children ?? []);
    });
  }

  private setStatus({ state, manual, pending }: Status): void {
    const known = this.status;
    this.status = {
      state,
      manual: manual ?? known.manual ?? false,
      pending: pending ?? known.pending ?? false,
    };
    this.tell((watcher) => watcher.status(this.status));
  }

  private setFact(name: string, { t: _, ...fact }: Props): void {
    if (equal(this.facts.get(name), fact)) return;
    this.facts.set(name, fact);
    this.tell((watcher) => watcher.fact?.(name, fact));
  }

  private tell(call: (watcher: Watcher) => void): void {
    for (const watcher of this.watchers)
      try {
        call(watcher);
      } catch (error) {
        console.error("nbapp: a view failed", error); // the tree stays whole, and the other views go on
      }
  }
}

function root(id: RootName): Slot {
  return { id, kind: "root", props: {}, children: [], parent: null };
}

function isFact(name: string): boolean {
  return (FACTS as readonly string[]).includes(name);
}

/** Put `slot` before the sibling with that id; at the end if there is none. */
function place(siblings: Slot[], slot: Slot, before: number | null): void {
  const index = before === null ? -1 : siblings.findIndex((sibling) => sibling.id === before);
  if (index < 0) siblings.push(slot);
  else siblings.splice(index, 0, slot);
}

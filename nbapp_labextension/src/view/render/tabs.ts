/** Tabs: one panel shows, arrow keys walk the list, and the reader's choice outlives the patches. */
import { follow, isTracked } from "./choice";
import { drawPhrase } from "./phrase";
import type { Child, Context, Furniture } from "./renderer";

interface State {
  /** The tab that the reader chose, by its slot. */
  chosen: number | undefined;
  /** The place of the one that is seen otherwise. */
  default: number;
  /** Tells the script which was chosen, if that wants to know. */
  tell(index: number): void;
  children: readonly Child[];
  buttons: Map<number, HTMLButtonElement>;
}

const states = new WeakMap<HTMLElement, State>();

export const tabs: Furniture = {
  open(el, props, context) {
    const list = document.createElement("div");
    list.className = "nbapp-tab-list";
    list.setAttribute("role", "tablist");
    const inside = document.createElement("div");
    inside.className = "nbapp-tab-panels";
    el.append(list, inside);
    const state: State = {
      chosen: undefined,
      default: Number(props["default"] ?? 0),
      tell: () => {},
      children: [],
      buttons: new Map(),
    };
    states.set(el, state);
    state.tell = follow<number>(props, context, "index", (index) => turn(state, index));
    list.addEventListener("keydown", (event) => walk(state, event), { signal: context.signal });
    return inside;
  },
  update(el, props, _context, before) {
    if (!isTracked(props) && props["default"] !== before["default"])
      turn(states.get(el)!, Number(props["default"] ?? 0));
  },
  arrange(el, children, context) {
    const state = states.get(el)!;
    state.children = children;
    const ids = new Set(children.map((child) => child.id));
    for (const [id, button] of state.buttons) {
      if (ids.has(id)) continue;
      button.remove();
      state.buttons.delete(id);
    }
    const list = el.firstElementChild!;
    children.forEach((child, index) => {
      const button = state.buttons.get(child.id) ?? makeButton(state, child);
      relabel(button, child, context);
      if (list.children[index] !== button) list.insertBefore(button, list.children[index] ?? null);
    });
    show(state);
  },
};

export const tab: Furniture = {
  open(el) {
    el.classList.add("nbapp-tab", "nbapp-inside");
    return el;
  },
  update() {},
};

let count = 0;

function makeButton(state: State, child: Child): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "nbapp-tab-button";
  button.id = `nbapp-tab-${++count}`;
  button.setAttribute("role", "tab");
  button.addEventListener("click", () => choose(state, child.id));
  child.el.setAttribute("role", "tabpanel");
  child.el.setAttribute("aria-labelledby", button.id);
  child.el.id = `${button.id}-panel`;
  button.setAttribute("aria-controls", child.el.id);
  state.buttons.set(child.id, button);
  return button;
}

function relabel(button: HTMLButtonElement, child: Child, context: Context): void {
  const text = String(child.props["label"] ?? "");
  if (button.dataset["text"] === text) return;
  button.dataset["text"] = text;
  void drawPhrase(button, text, context);
}

/** The reader chooses a tab. */
function choose(state: State, id: number): void {
  state.chosen = id;
  show(state);
  state.tell(state.children.findIndex((child) => child.id === id));
}

/** The script turns to a tab. */
function turn(state: State, index: number): void {
  state.chosen = undefined;
  state.default = index;
  show(state);
}

/** The tab that is seen. While tabs are still arriving, the first stands in for the one that is wanted. */
function current({ chosen, children, default: wanted }: State): Child | undefined {
  return children.find((child) => child.id === chosen) ?? children[wanted] ?? children[0];
}

function show(state: State): void {
  const seen = current(state);
  for (const child of state.children) {
    const button = state.buttons.get(child.id);
    child.el.hidden = child !== seen;
    button?.setAttribute("aria-selected", String(child === seen));
    if (button) button.tabIndex = child === seen ? 0 : -1;
  }
}

function walk(state: State, event: KeyboardEvent): void {
  const at = state.children.findIndex((child) => child === current(state));
  const last = state.children.length - 1;
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const next = state.children[to > last ? 0 : to < 0 ? last : to];
  if (!next) return;
  choose(state, next.id);
  state.buttons.get(next.id)?.focus();
}

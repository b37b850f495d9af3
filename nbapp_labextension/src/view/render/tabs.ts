/** Tabs: one panel shows, arrow keys walk the list, and the reader's choice outlives the patches. */
import { drawMarkdown } from "./markdown";
import type { Child, Context, Furniture } from "./renderer";

interface State {
  selected: number | undefined;
  default: number;
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
    states.set(el, {
      selected: undefined,
      default: Number(props["default"] ?? 0),
      children: [],
      buttons: new Map(),
    });
    list.addEventListener("keydown", (event) => walk(el, event), { signal: context.signal });
    return inside;
  },
  update(el, props, _context, before) {
    const state = states.get(el)!;
    state.default = Number(props["default"] ?? 0);
    if (props["default"] !== before["default"]) select(el, state.children[state.default]?.id);
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
      const button = state.buttons.get(child.id) ?? makeButton(el, state, child);
      relabel(button, child, context);
      if (list.children[index] !== button) list.insertBefore(button, list.children[index] ?? null);
    });
    const known = state.selected !== undefined && ids.has(state.selected);
    select(el, known ? state.selected : (children[state.default]?.id ?? children[0]?.id));
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

function makeButton(el: HTMLElement, state: State, child: Child): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "nbapp-tab-button";
  button.id = `nbapp-tab-${++count}`;
  button.setAttribute("role", "tab");
  button.addEventListener("click", () => select(el, child.id));
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
  const fresh = document.createElement("span");
  const done = drawMarkdown(fresh, text, context);
  const swap = () => button.replaceChildren(...(fresh.querySelector("p") ?? fresh).childNodes);
  if (done) void done.then(swap);
  else swap();
}

function select(el: HTMLElement, id: number | undefined): void {
  const state = states.get(el)!;
  state.selected = id;
  for (const child of state.children) {
    const chosen = child.id === id;
    const button = state.buttons.get(child.id);
    child.el.hidden = !chosen;
    button?.setAttribute("aria-selected", String(chosen));
    if (button) button.tabIndex = chosen ? 0 : -1;
  }
}

function walk(el: HTMLElement, event: KeyboardEvent): void {
  const state = states.get(el)!;
  const at = state.children.findIndex((child) => child.id === state.selected);
  const last = state.children.length - 1;
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const next = state.children[to > last ? 0 : to < 0 ? last : to];
  if (!next) return;
  select(el, next.id);
  state.buttons.get(next.id)?.focus();
}

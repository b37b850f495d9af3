/** The menu of an app's bar: help, a bug's address, what the app is about; absent where it has none of them. */
import { equal } from "./equal";
import { drawMarkdown } from "./render/markdown";
import type { Ink } from "./render/renderer";

export interface MenuItems {
  help?: string;
  bug?: string;
  about?: string;
}

export interface Menu {
  el: HTMLDetailsElement;
  show(items: MenuItems): void;
}

const LINKS = [
  ["help", "Get help"],
  ["bug", "Report a bug"],
] as const;

export function makeMenu(ink: Ink): Menu {
  const el = document.createElement("details");
  el.className = "nbapp-menu";
  el.hidden = true;
  const opener = document.createElement("summary");
  opener.className = "nbapp-bar-button";
  opener.title = "More";
  opener.setAttribute("aria-label", "More");
  opener.textContent = "⋮";
  const list = document.createElement("div");
  list.className = "nbapp-menu-list";
  el.append(opener, list);
  closeBeside(el, ink.signal);
  let shown: MenuItems = {};
  return {
    el,
    show(items) {
      if (equal(items, shown)) return;
      shown = items;
      el.hidden = Object.keys(items).length === 0;
      list.replaceChildren();
      for (const [name, label] of LINKS) if (items[name]) list.append(link(items[name], label));
      if (items.about) list.append(about(items.about, ink));
    },
  };
}

function link(address: string, label: string): HTMLElement {
  const made = document.createElement("a");
  made.href = /^(https?:|mailto:)/i.test(address) ? address : "#";
  made.target = "_blank";
  made.rel = "noopener noreferrer";
  made.textContent = label;
  return made;
}

function about(body: string, ink: Ink): HTMLElement {
  const made = document.createElement("div");
  made.className = "nbapp-menu-about nbapp-markdown";
  void drawMarkdown(made, body, ink);
  return made;
}

/** Close the menu by Escape, and by a press anywhere else. */
function closeBeside(el: HTMLDetailsElement, signal: AbortSignal): void {
  const outside = (event: Event) => {
    if (el.open && !event.composedPath().includes(el)) el.open = false;
  };
  document.addEventListener("pointerdown", outside, { signal, capture: true });
  el.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !el.open) return;
      el.open = false;
      el.querySelector("summary")?.focus();
      event.stopPropagation();
    },
    { signal },
  );
}

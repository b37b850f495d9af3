/** The side bar: left of the page, folded away by its button, over the page where that is narrow, absent when empty. */
import { icon } from "./icons";

export interface Sidebar {
  el: HTMLElement;
  inside: HTMLElement;
  show(filled: boolean): void;
  /** How it begins, until the reader folds or opens it: "auto", "expanded", "collapsed", "locked", or pixels. */
  begin(state: unknown): void;
  /** Fold it where it lies over the page: the reader has chosen a link in it. */
  leave(): void;
}

export function makeSidebar(): Sidebar {
  const el = document.createElement("aside");
  el.className = "nbapp-sidebar";
  el.setAttribute("aria-label", "Sidebar");
  el.hidden = true;
  const toggle = document.createElement("button");
  toggle.type = "button";
  toggle.className = "nbapp-sidebar-toggle";
  toggle.innerHTML = icon("chevron");
  const inside = document.createElement("div");
  inside.className = "nbapp-sidebar-inside nbapp-inside";
  el.append(toggle, inside);
  // Undecided: open where there is room, folded where there is not (the style sheet's container query).
  let open: boolean | undefined;
  let touched = false;
  const isOpen = () => open ?? getComputedStyle(inside).display !== "none";
  const label = () => {
    toggle.setAttribute("aria-expanded", String(isOpen()));
    toggle.setAttribute("aria-label", isOpen() ? "Hide the sidebar" : "Show the sidebar");
  };
  const set = (wanted: boolean | undefined) => {
    open = wanted;
    if (open === undefined) delete el.dataset["open"];
    else el.dataset["open"] = String(open);
    label();
  };
  toggle.addEventListener("click", () => {
    touched = true;
    set(!isOpen());
  });
  toggle.addEventListener("focus", label);
  toggle.setAttribute("aria-label", "Sidebar");
  return {
    el,
    inside,
    show(filled) {
      if (el.hidden === !filled) return;
      el.hidden = !filled;
    },
    leave() {
      if (getComputedStyle(el).position === "absolute") set(false);
    },
    begin(state) {
      el.dataset["locked"] = String(state === "locked");
      el.style.setProperty("--nbapp-sidebar-width", typeof state === "number" ? `${state}px` : "");
      if (!touched) set({ expanded: true, collapsed: false }[String(state)]);
    },
  };
}

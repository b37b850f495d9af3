/** The side bar: left of the page, folded away by its button, over the page where that is narrow, absent when empty. */
import { icon } from "./icons";

export interface Sidebar {
  el: HTMLElement;
  inside: HTMLElement;
  show(filled: boolean): void;
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
  const isOpen = () => open ?? getComputedStyle(inside).display !== "none";
  const label = () => {
    toggle.setAttribute("aria-expanded", String(isOpen()));
    toggle.setAttribute("aria-label", isOpen() ? "Hide the sidebar" : "Show the sidebar");
  };
  toggle.addEventListener("click", () => {
    open = !isOpen();
    el.dataset["open"] = String(open);
    label();
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
  };
}

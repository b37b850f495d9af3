/** The sentence above a page whose kernel is not there. */
import type { LinkState } from "./link";

const SENTENCES: Record<LinkState, string> = {
  live: "",
  lost: "The connection to the kernel was lost. Trying again.",
  restarted: "The kernel was restarted: run the cell again.",
  dead: "The kernel has ended: this page no longer answers.",
};

export function makeNotice(): { el: HTMLElement; show(state: LinkState): void } {
  const el = document.createElement("div");
  el.className = "nbapp-notice";
  el.setAttribute("role", "status");
  return {
    el,
    show(state) {
      el.textContent = SENTENCES[state];
      el.hidden = state === "live";
    },
  };
}

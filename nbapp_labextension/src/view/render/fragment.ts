/** A part of the page that runs by itself: no box of its own, and a timer if it has one. */
import { tickWhileSeen } from "../ticker";
import type { Context, Furniture, Props } from "./renderer";

const timers = new WeakMap<HTMLElement, AbortController>();

export const fragment: Furniture = {
  open(el, props, context) {
    el.classList.add("nbapp-fragment", "nbapp-inside");
    setTimer(el, props, context);
    return el;
  },
  update(el, props, context, before) {
    if (props["every"] !== before["every"]) setTimer(el, props, context);
  },
};

function setTimer(el: HTMLElement, props: Props, context: Context): void {
  timers.get(el)?.abort();
  const every = props["every"];
  if (typeof every !== "number") return;
  const stop = new AbortController();
  timers.set(el, stop);
  context.signal.addEventListener("abort", () => stop.abort());
  void context.attached().then(() => {
    const root = el.closest(".nbapp-root");
    if (!root || stop.signal.aborted) return;
    tickWhileSeen(root, every, stop.signal, () => context.send({ t: "tick", slot: context.id }));
  });
}

/** The small "?" beside a label: its text shows on hover and on focus, and is read with what it stands beside. */
let count = 0;

/** Append a help button to `el` if there is a text. */
export function addHelp(el: HTMLElement, help: unknown): void {
  if (typeof help === "string" && help.trim()) el.append(makeHelp(help));
}

export function makeHelp(help: string): HTMLElement {
  const holder = document.createElement("span");
  holder.className = "nbapp-help";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "nbapp-help-button";
  button.textContent = "?";
  button.setAttribute("aria-label", "Help");
  const tip = document.createElement("span");
  tip.className = "nbapp-help-tip";
  tip.id = `nbapp-help-${++count}`;
  tip.setAttribute("role", "tooltip");
  tip.textContent = help;
  button.setAttribute("aria-describedby", tip.id);
  // Over everything, a dialog's edge included.
  if ("popover" in tip) tip.popover = "manual";
  const open = () => {
    holder.classList.add("nbapp-is-open");
    if (tip.popover && tip.isConnected) tip.showPopover();
    keepInside(tip);
  };
  const close = () => {
    holder.classList.remove("nbapp-is-open");
    if (tip.popover && tip.matches(":popover-open")) tip.hidePopover();
  };
  holder.addEventListener("pointerenter", open);
  holder.addEventListener("pointerleave", close);
  button.addEventListener("focus", open);
  button.addEventListener("blur", close);
  button.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !holder.classList.contains("nbapp-is-open")) return;
    event.preventDefault(); // it is not for the dialog around
    close();
  });
  holder.append(button, tip);
  return holder;
}

/** Move the tip to where it fits. */
function keepInside(tip: HTMLElement): void {
  const button = tip.previousElementSibling!.getBoundingClientRect();
  tip.style.left = "0px";
  tip.style.top = "0px";
  const size = tip.getBoundingClientRect();
  const left = Math.min(
    Math.max(8, button.left + button.width / 2 - size.width / 2),
    innerWidth - size.width - 8,
  );
  const above = button.top - size.height - 6;
  const top = above > 8 ? above : button.bottom + 6;
  tip.style.left = `${left - size.left}px`;
  tip.style.top = `${top - size.top}px`;
}

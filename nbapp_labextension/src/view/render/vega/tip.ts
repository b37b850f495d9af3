/** The tooltip of a chart: one for each, in the page's own look. */

export class Tip {
  private readonly el = document.createElement("div");

  constructor(into: HTMLElement) {
    this.el.className = "nbapp-vega-tip";
    this.el.hidden = true;
    if ("popover" in this.el) this.el.popover = "manual"; // over everything, a dialog's edge included
    this.el.setAttribute("role", "status");
    into.append(this.el);
  }

  /** What Vega calls with the value under the pointer; nothing hides the tip. */
  show(event: MouseEvent, value: unknown): void {
    if (value === null || value === undefined || value === "") {
      this.hide();
      return;
    }
    this.el.replaceChildren(...lines(value));
    this.el.hidden = false;
    if (this.el.popover && this.el.isConnected && !this.el.matches(":popover-open")) this.el.showPopover();
    this.place(event);
  }

  hide(): void {
    if (this.el.popover && this.el.matches(":popover-open")) this.el.hidePopover();
    this.el.hidden = true;
  }

  /** Beside the pointer, and inside the window. */
  private place(event: MouseEvent): void {
    const { style } = this.el;
    style.left = style.top = "0px";
    const box = this.el.getBoundingClientRect();
    const right = event.clientX + 14 + box.width < innerWidth;
    const left = right ? event.clientX + 14 : Math.max(4, event.clientX - 14 - box.width);
    const below = event.clientY + 14 + box.height < innerHeight;
    const top = below ? event.clientY + 14 : Math.max(4, event.clientY - 14 - box.height);
    style.left = `${left - box.left}px`;
    style.top = `${top - box.top}px`;
  }
}

function lines(value: unknown): HTMLElement[] {
  if (typeof value !== "object") return [line("", String(value))];
  return Object.entries(value as Record<string, unknown>).map(([name, text]) => line(name, String(text)));
}

function line(name: string, text: string): HTMLElement {
  const el = document.createElement("div");
  const label = document.createElement("span");
  label.textContent = name;
  const shown = document.createElement("b");
  shown.textContent = text;
  el.append(label, shown);
  return el;
}

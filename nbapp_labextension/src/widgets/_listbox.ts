/** The list that a combobox opens: above everything, and as long as it likes, since only what is seen is drawn. */
import { freshId, make, setAttributes } from "./_control";

/** One line of the list. */
export interface Row {
  /** The place of an option, the text of a new one, or what the line does to all. */
  readonly value: number | string | null;
  readonly label: string;
  readonly kind: "option" | "new" | "all" | "none";
  readonly chosen: boolean;
}

const HEIGHT = 34;
const SHOWN = 8;
const SPARE = 6;

export class Listbox {
  readonly el = make("div", "nbapp-listbox", { role: "listbox", id: freshId("listbox"), hidden: true });
  private readonly space = make("div", "nbapp-listbox-space", { role: "presentation" });
  private rows: readonly Row[] = [];
  private active = -1;

  constructor(
    private readonly anchor: HTMLElement,
    private readonly pick: (row: Row) => void,
    private readonly signal: AbortSignal,
  ) {
    this.el.append(this.space);
    if ("popover" in this.el) this.el.popover = "manual";
    this.el.addEventListener("scroll", () => this.draw(), { signal, passive: true });
    // The focus stays in the box: a press on the list must not take it.
    this.el.addEventListener("pointerdown", (event) => event.preventDefault(), { signal });
    this.el.addEventListener("mousedown", (event) => event.preventDefault(), { signal });
    this.el.addEventListener("click", (event) => this.onClick(event), { signal });
    const follow = () => this.isOpen && this.place();
    window.addEventListener("resize", follow, { signal });
    window.addEventListener("scroll", follow, { signal, capture: true, passive: true });
  }

  get isOpen(): boolean {
    return !this.el.hidden;
  }

  get activeRow(): Row | undefined {
    return this.rows[this.active];
  }

  /** The id of the active line, for aria-activedescendant. */
  get activeId(): string {
    return this.isOpen && this.activeRow ? `${this.el.id}-${this.active}` : "";
  }

  open(): void {
    if (this.isOpen) return;
    this.el.hidden = false;
    if (this.el.popover) this.el.showPopover();
    this.place();
    this.draw();
  }

  close(): void {
    if (!this.isOpen) return;
    if (this.el.popover && this.el.isConnected) this.el.hidePopover();
    this.el.hidden = true;
  }

  /** Show other lines. The active one stays where it was, unless another is named. */
  fill(rows: readonly Row[], active = Math.min(this.active, rows.length - 1)): void {
    this.rows = rows;
    this.space.style.height = `${rows.length * HEIGHT}px`;
    this.activate(active, "nearest");
    if (this.isOpen) this.place();
  }

  move(by: number): void {
    const last = this.rows.length - 1;
    if (last < 0) return;
    const step = Math.abs(by) === 1;
    let next = this.active + by;
    if (next < 0) next = step && this.active <= 0 ? last : 0;
    else if (next > last) next = step && this.active === last ? 0 : last;
    this.activate(next, "nearest");
  }

  activate(at: number, block: "nearest" | "center"): void {
    this.active = this.rows[at]?.kind === "none" ? -1 : at;
    const top = at * HEIGHT;
    const room = this.el.clientHeight;
    if (block === "center") this.el.scrollTop = top - room / 2;
    else if (top < this.el.scrollTop) this.el.scrollTop = Math.max(0, top);
    else if (top + HEIGHT > this.el.scrollTop + room) this.el.scrollTop = top + HEIGHT - room;
    this.draw();
  }

  private onClick(event: MouseEvent): void {
    const line = (event.target as Element).closest<HTMLElement>("[role=option]");
    const row = line && this.rows[Number(line.dataset["at"])];
    if (row && row.kind !== "none") this.pick(row);
  }

  /** Below the box, or above it where there is more room. */
  private place(): void {
    const box = this.anchor.getBoundingClientRect();
    const wanted = Math.min(this.rows.length, SHOWN) * HEIGHT + 10;
    const below = window.innerHeight - box.bottom - 8;
    const above = box.top - 8;
    const up = below < wanted && above > below;
    const height = Math.max(HEIGHT + 10, Math.min(wanted, up ? above : below));
    const width = Math.min(Math.max(box.width, 160), window.innerWidth - 16);
    Object.assign(this.el.style, {
      left: `${Math.max(8, Math.min(box.left, window.innerWidth - width - 8))}px`,
      top: `${up ? box.top - height - 4 : box.bottom + 4}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
    this.el.classList.toggle("nbapp-is-gone", box.bottom < 0 || box.top > window.innerHeight);
  }

  private draw(): void {
    if (!this.isOpen || this.signal.aborted) return;
    const first = Math.max(0, Math.floor(this.el.scrollTop / HEIGHT) - SPARE);
    const last = Math.min(this.rows.length, first + SHOWN + 2 * SPARE + 2);
    const lines: HTMLElement[] = [];
    for (let at = first; at < last; at++) lines.push(this.line(at, this.rows[at]!));
    if (this.active >= 0 && (this.active < first || this.active >= last))
      lines.push(this.line(this.active, this.rows[this.active]!));
    this.space.replaceChildren(...lines);
  }

  private line(at: number, row: Row): HTMLElement {
    const line = make("div", `nbapp-option nbapp-option-${row.kind}`, {
      role: "option",
      id: `${this.el.id}-${at}`,
    });
    line.textContent = row.label;
    line.title = row.label;
    line.dataset["at"] = String(at);
    line.style.top = `${at * HEIGHT}px`;
    line.style.height = `${HEIGHT}px`;
    line.classList.toggle("nbapp-is-active", at === this.active);
    setAttributes(line, {
      "aria-selected": String(row.chosen),
      "aria-setsize": this.rows.length,
      "aria-posinset": at + 1,
      "aria-disabled": row.kind === "none" ? "true" : false,
    });
    return line;
  }
}

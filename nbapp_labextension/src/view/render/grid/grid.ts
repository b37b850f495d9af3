/**
 * A table of any length: a real <table> whose rows exist only while they are in sight.
 *
 * Our own after looking: regular-table, the nearest, leaves keyboard, ARIA, copying and filling the width to us and
 * moves other content under the focus; Tabulator, SlickGrid and Lumino's DataGrid are 320 to 450 KB and none is a real
 * table that screen readers know; Glide needs React; AG Grid is beyond 1 MB.
 *
 * The focus stays on the table and `aria-activedescendant` names the cell, so scrolling never loses it.
 */
import { cellText, fillCell } from "../cells";
import type { Column } from "../cells";
import type { Context, Message, Props } from "../renderer";
import { makeHeader, markSort } from "./header";
import { Layout } from "./layout";
import { Rows } from "./rows";
import type { Row } from "./rows";
import { Selection, target } from "./selection";
import type { Spot } from "./selection";

const ROW_HEIGHT = 35;
const SHOWN_ROWS = 10; // of a table whose height nobody chose
const OVERSCAN = 8;
const TALLEST = 8_000_000; // CSS pixels that every browser can scroll
let count = 0;

export class Grid {
  private readonly id = `nbapp-grid-${++count}`;
  private readonly table = document.createElement("table");
  private readonly head = document.createElement("tr");
  private readonly body = document.createElement("tbody");
  private readonly drawn = new Map<number, HTMLTableRowElement>();
  private readonly selection = new Selection();
  private readonly layout = new Layout();
  private readonly rows: Rows;
  private room = -1; // the width that the columns were laid out for
  private look = 0; // grows when all rows are to be drawn anew
  private readonly shown = new WeakMap<Element, [number, Row | undefined, boolean, number]>();

  constructor(
    private readonly el: HTMLElement,
    private props: Props,
    context: Context,
  ) {
    const first = props["rows"] as Row[];
    this.rows = new Rows(Number(props["source"]), Number(props["total"]), first, context.send, () =>
      this.draw(),
    );
    this.build();
    this.listen(context);
    this.shape();
    void context.attached().then(() => this.measure());
  }

  /** Other content or another look, in place: the reader's position, order and widths stay where they can. */
  update(props: Props): void {
    const fresh = props["source"] !== this.props["source"] || props["rows"] !== this.props["rows"];
    this.props = props;
    this.look++;
    if (fresh) this.rows.reset(Number(props["source"]), Number(props["total"]), props["rows"] as Row[]);
    this.shape();
    this.measure();
  }

  take(message: Message): void {
    this.rows.take(message);
  }

  private get rowHeight(): number {
    return Number(this.props["row_height"] ?? ROW_HEIGHT);
  }

  /** How far the page of rows is moved up, for tables taller than a browser scrolls. */
  private get shift(): number {
    const tall = this.rows.total * this.rowHeight;
    if (tall <= TALLEST) return 0;
    const room = this.el.clientHeight;
    return (this.el.scrollTop / Math.max(1, TALLEST - room)) * (tall - TALLEST);
  }

  private build(): void {
    const { el, table } = this;
    el.classList.add("nbapp-grid");
    el.setAttribute("data-lm-suppress-shortcuts", "true");
    table.setAttribute("role", "grid");
    table.setAttribute("aria-readonly", "true");
    table.setAttribute("aria-multiselectable", "true");
    table.tabIndex = 0;
    const thead = document.createElement("thead");
    thead.setAttribute("role", "rowgroup");
    this.body.setAttribute("role", "rowgroup");
    this.head.setAttribute("role", "row");
    this.head.setAttribute("aria-rowindex", "1");
    thead.append(this.head);
    table.append(thead, this.body);
    el.append(table);
  }

  private listen({ signal }: Context): void {
    const { el, table } = this;
    el.addEventListener("scroll", () => this.draw(), { passive: true, signal });
    const sizes = new ResizeObserver(() => {
      if (el.clientWidth !== this.room) this.measure();
      else this.draw();
    });
    sizes.observe(el);
    signal.addEventListener("abort", () => sizes.disconnect());
    table.addEventListener("keydown", (event) => this.onKey(event), { signal });
    table.addEventListener("copy", (event) => this.onCopy(event), { signal });
    table.addEventListener("focus", () => this.enter(), { signal });
    this.body.addEventListener("pointerdown", (event) => this.onPress(event), { signal });
    this.body.addEventListener("pointerover", nameWhatIsCut, { signal });
  }

  /** What depends on the columns and the number of rows. */
  private shape(): void {
    const { table, props, rows, layout, selection } = this;
    const known = layout.columns.length > 0;
    const columns = props["columns"] as Column[];
    if (!layout.take(columns, props["rows"] as Row[]) && known) {
      rows.reset(rows.source, rows.total, props["rows"] as Row[], false);
      selection.clear();
    }
    if (selection.active && selection.active.row >= rows.total) selection.clear();
    table.setAttribute("aria-rowcount", String(rows.total + 1));
    table.setAttribute("aria-colcount", String(columns.length));
    table.setAttribute("aria-label", String(props["alt"] ?? "Table"));
    const actions = {
      sort: (at: number) => this.sortBy(at),
      resize: (at: number, width: number | null) => this.resize(at, width),
      widthOf: (at: number) => layout.widths[at] ?? 0,
    };
    this.head.replaceChildren(
      ...columns.map((column, at) => makeHeader(column, at, `${this.id}-h-${at}`, actions)),
    );
    this.dropRows();
    this.el.classList.toggle("nbapp-is-empty-table", rows.total === 0);
    this.setHeight();
  }

  private dropRows(): void {
    for (const tr of this.drawn.values()) tr.remove();
    this.drawn.clear();
  }

  private setHeight(): void {
    const { el, props } = this;
    const wanted = props["height"];
    const whole = (Math.max(1, this.rows.total) + 1) * this.rowHeight + 1;
    const most = (SHOWN_ROWS + 1) * this.rowHeight + 1;
    el.style.setProperty("--nbapp-row", `${this.rowHeight}px`);
    const bar = el.offsetHeight - el.clientHeight - 2;
    const across = bar > 0 && bar < 40 ? bar : 0;
    if (typeof wanted === "number") el.style.height = `${wanted}px`;
    else if (wanted === "stretch") el.style.height = "100%";
    else el.style.height = `${(wanted === "content" ? whole : Math.min(whole, most)) + across}px`;
    this.body.style.height = `${Math.max(0, Math.min(this.rows.total * this.rowHeight, TALLEST) - 1)}px`;
  }

  /** The widths, for the room there is. */
  private measure(): void {
    const { el, layout } = this;
    this.room = el.clientWidth;
    layout.fit(this.props["width"] === "content" ? 0 : this.room);
    this.table.style.width = `${layout.total}px`;
    // on a phone a wide index would leave no room
    el.classList.toggle("nbapp-grid-loose", layout.kept > this.room * 0.6);
    [...this.head.children].forEach((th, at) => {
      layout.place(th as HTMLElement, at);
      (th as HTMLElement).style.marginLeft = ""; // all headers are drawn
    });
    this.dropRows();
    this.setHeight();
    this.draw();
  }

  private resize(at: number, width: number | null): void {
    this.layout.choose(at, width);
    this.measure();
  }

  /** Ascending, descending, the table's own order. */
  private sortBy(at: number): void {
    const { rows } = this;
    const now = rows.sort?.[0] === at ? rows.sort[1] : null;
    rows.order(now === "desc" ? null : [at, now === "asc" ? "desc" : "asc"]);
    if (!rows.sort) rows.reset(rows.source, rows.total, this.props["rows"] as Row[]);
    this.choose({ row: -1, column: at }, false);
    this.el.scrollTop = 0;
    this.draw();
  }

  /** Bring what is in sight up to date. */
  private draw(): void {
    const { el, rows, rowHeight, drawn } = this;
    if (!this.layout.widths.length) return;
    const shift = this.shift;
    const top = el.scrollTop + shift;
    const first = Math.max(0, Math.floor(top / rowHeight) - OVERSCAN);
    const end = Math.min(rows.total, Math.ceil((top + (el.clientHeight || 400)) / rowHeight) + OVERSCAN);
    if (this.layout.lookAt(el.scrollLeft, el.clientWidth)) this.dropRows();
    const spare: HTMLTableRowElement[] = [];
    for (const [i, tr] of drawn)
      if (i < first || i >= end) {
        drawn.delete(i);
        spare.push(tr);
        tr.remove();
      }
    let next = this.body.firstElementChild; // the rows stay in their order, as they are read aloud
    for (let i = first; i < end; i++) {
      let tr = drawn.get(i);
      if (!tr) {
        tr = spare.pop() ?? this.makeRow();
        drawn.set(i, tr);
        this.body.insertBefore(tr, next);
      } else next = tr.nextElementSibling;
      tr.style.transform = `translateY(${i * rowHeight - shift}px)`;
      this.fillRow(tr, i);
    }
    [...this.head.children].forEach((th, at) => markSort(th as HTMLElement, at, rows.sort));
    this.showActive();
    rows.want(first, end);
  }

  private makeRow(): HTMLTableRowElement {
    const tr = document.createElement("tr");
    tr.setAttribute("role", "row");
    for (const at of this.layout.drawn()) {
      const column = this.layout.columns[at]!;
      const cell = document.createElement(column.index ? "th" : "td");
      cell.setAttribute("role", column.index ? "rowheader" : "gridcell");
      cell.setAttribute("aria-colindex", String(at + 1));
      cell.dataset["column"] = String(at);
      cell.style.textAlign = column.align;
      this.layout.place(cell, at);
      tr.append(cell);
    }
    return tr;
  }

  private fillRow(tr: HTMLTableRowElement, i: number): void {
    const row = this.rows.get(i);
    const fresh = this.rows.isFresh(i);
    const before = this.shown.get(tr);
    if (before?.[0] === i && before[1] === row && before[2] === fresh && before[3] === this.look) return;
    this.shown.set(tr, [i, row, fresh, this.look]);
    const missing = String(this.props["placeholder"] ?? "None");
    tr.setAttribute("aria-rowindex", String(i + 2));
    tr.dataset["row"] = String(i);
    tr.classList.toggle("nbapp-is-loading", !row);
    tr.classList.toggle("nbapp-is-stale", !!row && !fresh);
    const many = this.selection.isMany;
    for (const cell of tr.children as HTMLCollectionOf<HTMLElement>) {
      const at = Number(cell.dataset["column"]);
      cell.id = `${this.id}-${i}-${at}`;
      const chosen = this.selection.has(i, at);
      cell.classList.toggle("nbapp-is-chosen", many && chosen);
      if (chosen) cell.setAttribute("aria-selected", "true");
      else cell.removeAttribute("aria-selected");
      if (row) fillCell(cell, row[at] ?? null, missing);
      else cell.replaceChildren();
    }
  }

  private showActive(): void {
    const { active } = this.selection;
    this.table.querySelector(".nbapp-is-active")?.classList.remove("nbapp-is-active");
    const id = active && `${this.id}-${active.row < 0 ? "h" : active.row}-${active.column}`;
    const cell = id ? document.getElementById(id) : null;
    cell?.classList.add("nbapp-is-active");
    if (cell && id) this.table.setAttribute("aria-activedescendant", id);
    else this.table.removeAttribute("aria-activedescendant");
  }

  private enter(): void {
    if (this.selection.active || !this.layout.columns.length) return;
    this.selection.moveTo({ row: -1, column: 0 });
    this.showActive();
  }

  private choose(spot: Spot, extend: boolean): void {
    this.selection.moveTo(spot, extend);
    this.look++;
  }

  private go(to: Spot, extend: boolean): void {
    this.choose(to, extend);
    this.reveal(to);
    this.draw();
  }

  /** Scroll so that a cell is in sight. */
  private reveal({ row, column }: Spot): void {
    const { el, rowHeight, layout } = this;
    if (row >= 0) {
      const shift = this.shift;
      const room = el.clientHeight - rowHeight;
      const top = row * rowHeight;
      const seen = el.scrollTop + shift;
      const far = top < seen ? top : top + rowHeight > seen + room ? top + rowHeight - room : null;
      if (far !== null) el.scrollTop = this.scrollTo(far);
    }
    const kept = el.classList.contains("nbapp-grid-loose") ? 0 : layout.kept;
    el.scrollLeft = layout.reveal(column, el.scrollLeft, el.clientWidth, kept);
  }

  /** The scroll position that shows a height of the whole table. */
  private scrollTo(height: number): number {
    const tall = this.rows.total * this.rowHeight;
    if (tall <= TALLEST) return height;
    const room = this.el.clientHeight;
    return (height * (TALLEST - room)) / (tall - room);
  }

  private onKey(event: KeyboardEvent): void {
    const { selection, rows, layout } = this;
    const from = selection.active ?? { row: -1, column: 0 };
    const page = Math.max(1, Math.floor(this.el.clientHeight / this.rowHeight) - 2);
    const to = target(event, from, { rows: rows.total, columns: layout.columns.length, page });
    if (event.altKey && from.row < 0 && /^Arrow(Left|Right)$/.test(event.key))
      this.resize(from.column, layout.widths[from.column]! + (event.key === "ArrowLeft" ? -10 : 10));
    else if (to && !event.altKey) this.go(to, event.shiftKey);
    else if ((event.key === "Enter" || event.key === " ") && from.row < 0) this.sortBy(from.column);
    else if (event.key === "Escape" && selection.isMany) this.go(from, false);
    else if (event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey)) this.chooseAll();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private chooseAll(): void {
    if (!this.rows.total) return;
    this.choose({ row: this.rows.total - 1, column: this.layout.columns.length - 1 }, false);
    this.choose({ row: 0, column: 0 }, true);
    this.draw();
  }

  private spotAt(event: Event): Spot | null {
    const cell = (event.target as Element).closest<HTMLElement>("[data-column]");
    const tr = cell?.closest<HTMLElement>("tr");
    if (!cell || !tr?.dataset["row"]) return null;
    return { row: Number(tr.dataset["row"]), column: Number(cell.dataset["column"]) };
  }

  private onPress(event: PointerEvent): void {
    const spot = this.spotAt(event);
    if (!spot || event.button) return;
    this.choose(spot, event.shiftKey);
    this.table.focus({ preventScroll: true });
    this.draw();
    if (event.pointerType !== "mouse") return; // a finger scrolls
    event.preventDefault();
    const drag = (moved: Event) => {
      const over = this.spotAt(moved);
      if (!over) return;
      this.choose(over, true);
      this.draw();
    };
    this.body.addEventListener("pointerover", drag);
    window.addEventListener("pointerup", () => this.body.removeEventListener("pointerover", drag), {
      once: true,
    });
  }

  /** The chosen cells as text with tabs, as spreadsheets take it; of rows that are here. */
  private onCopy(event: ClipboardEvent): void {
    const range = this.selection.range;
    if (!range || !event.clipboardData) return;
    const lines: string[] = [];
    for (let i = range.top; i <= range.bottom; i++) {
      const row = i < 0 ? this.layout.columns.map(({ name }) => name) : this.rows.get(i);
      if (row)
        lines.push(
          row
            .slice(range.left, range.right + 1)
            .map((cell) => cellText(cell))
            .join("\t"),
        );
    }
    event.clipboardData.setData("text/plain", lines.join("\n"));
    event.preventDefault();
    event.stopPropagation();
  }
}

/** A cell whose text does not fit tells it in a tooltip. */
function nameWhatIsCut(event: Event): void {
  const cell = (event.target as Element).closest<HTMLElement>("[data-column]");
  if (!cell) return;
  if (cell.scrollWidth > cell.clientWidth) cell.title = cell.textContent ?? "";
  else cell.removeAttribute("title");
}

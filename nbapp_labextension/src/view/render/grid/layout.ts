/** Where the columns of the grid are: their widths, which of them stay in sight, which of them are drawn. */
import type { Column } from "../cells";
import type { Row } from "./rows";
import { NARROWEST, naturalWidth, stretched } from "./widths";

const FONT = "13px system-ui, sans-serif";
const ALL = 30; // columns up to which all are drawn
const AHEAD = 200; // CSS pixels beside what is in sight

export class Layout {
  columns: readonly Column[] = [];
  widths: number[] = [];
  /** How many columns stay in sight: the levels of the index, and pinned ones after them. */
  fixed = 0;
  /** The columns that are drawn, without the fixed ones. */
  span: [number, number] = [0, 0];
  private natural: number[] = [];
  private lefts: number[] = [];
  private readonly chosen = new Map<number, number>();

  get total(): number {
    const last = this.widths.length - 1;
    return last < 0 ? 0 : this.lefts[last]! + this.widths[last]!;
  }

  /** The width of the columns that stay in sight. */
  get kept(): number {
    return this.lefts[this.fixed] ?? this.total;
  }

  /** @returns whether these are the columns that were there before */
  take(columns: readonly Column[], rows: readonly Row[]): boolean {
    const same = namesOf(columns) === namesOf(this.columns);
    if (!same) this.chosen.clear();
    this.columns = columns;
    this.natural = columns.map((column, at) => naturalWidth(column, at, rows, FONT));
    const loose = columns.findIndex((column) => !column.index && !column.pinned);
    this.fixed = loose < 0 ? columns.length : loose;
    return same;
  }

  /** Use the room there is. */
  fit(room: number): void {
    this.widths = stretched(this.natural, this.columns, this.chosen, room);
    let left = 0;
    this.lefts = this.widths.map((width) => (left += width) - width);
  }

  /** The reader's own width of a column; null gives it back. */
  choose(at: number, width: number | null): void {
    if (width === null) this.chosen.delete(at);
    else this.chosen.set(at, Math.max(NARROWEST, Math.round(width)));
  }

  /** @returns whether other columns are in sight than before */
  lookAt(from: number, room: number): boolean {
    const { lefts, widths, columns, span } = this;
    let [start, end] = [this.fixed, columns.length];
    if (columns.length > ALL) {
      while (start < columns.length - 1 && lefts[start]! + widths[start]! < from - AHEAD) start++;
      while (end > start + 1 && lefts[end - 1]! > from + room + AHEAD) end--;
    }
    if (start === span[0] && end === span[1]) return false;
    this.span = [start, end];
    return true;
  }

  /** Give a cell of the header or of a row its place. */
  place(cell: HTMLElement, at: number): void {
    cell.style.width = `${this.widths[at]}px`;
    const fixed = at < this.fixed;
    cell.classList.toggle("nbapp-grid-fixed", fixed);
    if (fixed) cell.style.left = `${this.lefts[at]}px`;
    const skipped = at === this.span[0] && at > this.fixed;
    cell.style.marginLeft = skipped ? `${this.lefts[at]! - this.kept}px` : "";
  }

  /** The columns that are drawn, in order. */
  *drawn(): Iterable<number> {
    const [start, end] = this.span;
    for (let at = 0; at < end; at++) if (at < this.fixed || at >= start) yield at;
  }

  /** Where to scroll so that a column is in sight; `from` if it is already. */
  reveal(at: number, from: number, room: number, kept: number): number {
    if (at < this.fixed) return from;
    const [left, right] = [this.lefts[at]!, this.lefts[at]! + this.widths[at]!];
    return left < from + kept ? left - kept : right > from + room ? right - room : from;
  }
}

function namesOf(columns: readonly Column[]): string {
  return JSON.stringify(columns.map(({ name, type, index }) => [name, type, index]));
}

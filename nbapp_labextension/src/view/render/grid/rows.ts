/** The rows that the grid has, and the asking for those it has not. */
import type { Cell } from "../cells";
import type { Message } from "../renderer";

export type Sort = readonly [column: number, direction: "asc" | "desc"];
export type Row = readonly Cell[];

const MOST = 500; // what the kernel gives at once
const MARGIN = 60; // rows beyond those in sight that are asked for as well
const KEPT = 10000; // rows that are kept; the farthest go first
const PATIENCE = 10000; // milliseconds until a request without an answer is given up

export class Rows {
  private rows = new Map<number, Row>();
  /** Rows of the former content or order, shown until the new ones are here. */
  private stale = new Map<number, Row>();
  private request = 0;
  private asked = 0; // when the request that is under way was sent; 0: none is
  private wanted: [number, number] = [0, 0];
  sort: Sort | null = null;

  constructor(
    public source: number,
    public total: number,
    first: readonly Row[],
    private readonly send: (message: Message) => void,
    private readonly arrived: () => void,
  ) {
    first.forEach((row, i) => this.rows.set(i, row));
  }

  get(i: number): Row | undefined {
    return this.rows.get(i) ?? this.stale.get(i);
  }

  isFresh(i: number): boolean {
    return this.rows.has(i);
  }

  /** Other content: the old rows stay in sight until the new ones come, unless they had other columns. */
  reset(source: number, total: number, first: readonly Row[], sameColumns = true): void {
    this.forget();
    if (!sameColumns) {
      this.stale.clear();
      this.sort = null;
    }
    this.source = source;
    this.total = total;
    if (!this.sort) first.forEach((row, i) => this.rows.set(i, row));
  }

  /** Another order. */
  order(sort: Sort | null): void {
    this.sort = sort;
    this.forget();
  }

  /** These rows are in sight: ask for what is missing. */
  want(start: number, end: number): void {
    this.wanted = [start, Math.min(end, this.total)];
    if (this.asked && performance.now() - this.asked < PATIENCE) return;
    const gap = this.gap();
    if (!gap) return;
    this.asked = performance.now();
    const [from, to] = gap;
    this.send({
      t: "rows",
      source: this.source,
      request: ++this.request,
      start: from,
      end: to,
      sort: this.sort,
    });
  }

  /** A reply came. */
  take(message: Message): void {
    if (message["source"] !== this.source || message["request"] !== this.request) return;
    this.asked = 0;
    const start = Number(message["start"]);
    const rows = message["rows"] as Row[];
    if (!rows.length) return; // the kernel has this table no more: asking again would not help
    rows.forEach((row, i) => this.rows.set(start + i, row));
    this.shed();
    this.arrived();
    this.want(...this.wanted);
  }

  private forget(): void {
    if (this.rows.size) this.stale = this.rows;
    this.rows = new Map();
    this.request++; // an answer that is still to come is not for us any more
    this.asked = 0;
  }

  /** The missing rows in and around sight, as one stretch. */
  private gap(): [number, number] | null {
    let [from, to] = this.wanted;
    while (from < to && this.rows.has(from)) from++;
    while (to > from && this.rows.has(to - 1)) to--;
    if (from >= to) return null;
    const before = Math.max(0, from - MARGIN);
    while (from > before && !this.rows.has(from - 1)) from--;
    const after = Math.min(this.total, to + MARGIN);
    while (to < after && !this.rows.has(to)) to++;
    return [from, Math.min(to, from + MOST)];
  }

  private shed(): void {
    const [start, end] = this.wanted;
    let fresh = true;
    for (let i = start; i < end && fresh; i++) fresh = this.rows.has(i);
    if (fresh) this.stale.clear();
    if (this.rows.size <= KEPT) return;
    const middle = (start + end) / 2;
    const far = [...this.rows.keys()].sort((a, b) => Math.abs(b - middle) - Math.abs(a - middle));
    for (const i of far.slice(0, this.rows.size - KEPT / 2)) this.rows.delete(i);
  }
}

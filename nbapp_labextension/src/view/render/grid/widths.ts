/** How wide the columns of the grid are: as wide as their text, then as wide as there is room. */
import { cellText } from "../cells";
import type { Column } from "../cells";
import type { Row } from "./rows";

export const NARROWEST = 40;
const WIDEST = 320;
const NAMED = { small: 75, medium: 200, large: 400 };
const PADDING = 26;
const ARROW = 14;

const pens = new Map<string, CanvasRenderingContext2D | null>();

/** The width of a text; a canvas for each font, because to change the font costs more than to measure. */
function widthOf(text: string, font: string): number {
  let pen = pens.get(font);
  if (pen === undefined) {
    pen = document.createElement("canvas").getContext("2d");
    if (pen) pen.font = font;
    pens.set(font, pen);
  }
  return pen ? pen.measureText(text.length > 80 ? text.slice(0, 80) : text).width : text.length * 8;
}

/** How many rows are measured: fewer of a wide table. */
function measured(columns: number): number {
  return Math.max(5, Math.min(60, Math.floor(2000 / columns)));
}

/** The width that a column takes for itself, in CSS pixels. */
export function naturalWidth(column: Column, at: number, rows: readonly Row[], font: string): number {
  if (typeof column.width === "number") return Math.max(NARROWEST, column.width);
  if (column.width) return NAMED[column.width];
  let widest = widthOf(column.name, `600 ${font}`) + ARROW + (column.help ? ARROW : 0);
  for (const row of rows.slice(0, measured(rows[0]?.length ?? 1)))
    widest = Math.max(widest, widthOf(cellText(row[at], "None"), font));
  if (column.digits) widest = Math.max(widest, widthOf("0".repeat(column.digits), font));
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, widest + PADDING)));
}

/** Share out the room that is left among the columns nobody gave a width. */
export function stretched(
  natural: readonly number[],
  columns: readonly Column[],
  chosen: ReadonlyMap<number, number>,
  room: number,
): number[] {
  const widths = natural.map((width, at) => chosen.get(at) ?? width);
  const left = room - widths.reduce((sum, width) => sum + width, 0);
  const free = columns.flatMap((column, at) =>
    column.index || column.width !== undefined || chosen.has(at) ? [] : [at],
  );
  if (left <= 0 || !free.length) return widths;
  const share = Math.floor(left / free.length);
  free.forEach((at, i) => (widths[at]! += i ? share : left - share * (free.length - 1)));
  return widths;
}

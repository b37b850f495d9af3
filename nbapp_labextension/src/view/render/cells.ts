/** The cells of tables: how a value looks, on the page and on the clipboard. */

/** What a pandas Styler says of a cell. */
export interface Styled {
  readonly text: string;
  readonly css?: Readonly<Record<string, string>>;
}
export type Cell = null | boolean | number | string | Styled;

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly align: "left" | "center" | "right";
  readonly index?: boolean;
  readonly pinned?: boolean;
  readonly width?: number | "small" | "medium" | "large";
  readonly help?: string;
  /** Characters of the longest number in the whole column. */
  readonly digits?: number;
}

const STYLES = new Set([
  "color",
  "background-color",
  "font-weight",
  "font-style",
  "text-decoration",
  "opacity",
]);

/** A real number with at most four decimals, or as a power of ten where those would not show it. */
export function floatText(value: number): string {
  if (Number.isInteger(value)) return String(value);
  const size = Math.abs(value);
  if (size < 1e-4 || size >= 1e15) return String(Number(value.toPrecision(4)));
  return String(Number(value.toFixed(4)));
}

/** A cell as text: what is measured, and what goes to the clipboard. */
export function cellText(cell: Cell | undefined, missing = ""): string {
  if (cell === null || cell === undefined) return missing;
  if (typeof cell === "object") return cell.text;
  if (typeof cell === "number") return floatText(cell);
  if (typeof cell === "boolean") return cell ? "True" : "False";
  return cell;
}

/** Draw a cell into its element, whatever was in it before. */
export function fillCell(el: HTMLElement, cell: Cell, missing: string): void {
  if (el.firstElementChild || typeof cell === "boolean") el.replaceChildren();
  el.classList.toggle("nbapp-cell-missing", cell === null);
  if (el.dataset["styled"]) unstyle(el);
  if (typeof cell === "boolean") {
    el.append(checkMark(cell));
    return;
  }
  const text = cellText(cell, missing);
  if (el.textContent !== text) el.textContent = text;
  if (cell !== null && typeof cell === "object" && cell.css) {
    for (const [name, value] of Object.entries(cell.css))
      if (STYLES.has(name)) el.style.setProperty(name, value);
    const background = cell.css["background-color"];
    if (background && !cell.css["color"]) el.style.setProperty("color", inkOn(background));
    el.dataset["styled"] = "1";
  }
}

const inks = new Map<string, string>();

/** Black or white, whichever can be read on a color; nothing for one that is hardly there. */
function inkOn(background: string): string {
  let ink = inks.get(background);
  if (ink === undefined) {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    if (!canvas) return "";
    canvas.fillStyle = background;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, opaque] = canvas.getImageData(0, 0, 1, 1).data as unknown as [
      number,
      number,
      number,
      number,
    ];
    ink = opaque < 128 ? "" : 0.299 * r + 0.587 * g + 0.114 * b > 140 ? "#111" : "#fff";
    inks.set(background, ink);
  }
  return ink;
}

function unstyle(el: HTMLElement): void {
  for (const name of STYLES) el.style.removeProperty(name);
  delete el.dataset["styled"];
}

function checkMark(on: boolean): HTMLElement {
  const mark = document.createElement("span");
  mark.className = on ? "nbapp-check nbapp-is-on" : "nbapp-check";
  mark.setAttribute("role", "img");
  mark.setAttribute("aria-label", on ? "true" : "false");
  return mark;
}

/** The header of the grid: a click sorts, the right edge changes the width. */
import type { Column } from "../cells";
import type { Sort } from "./rows";
import { NARROWEST } from "./widths";

export interface HeaderActions {
  sort(column: number): void;
  resize(column: number, width: number | null): void;
  widthOf(column: number): number;
}

/** Make the header cell of one column. */
export function makeHeader(column: Column, at: number, id: string, actions: HeaderActions): HTMLElement {
  const th = document.createElement("th");
  th.id = id;
  th.scope = "col";
  th.setAttribute("role", "columnheader");
  th.setAttribute("aria-colindex", String(at + 1));
  th.dataset["column"] = String(at);
  th.style.textAlign = column.align;
  const name = document.createElement("span");
  name.className = "nbapp-grid-name";
  name.textContent = column.name;
  th.append(name);
  th.title = column.help ? `${column.name}: ${column.help}` : column.name;
  if (column.help) {
    const mark = document.createElement("span");
    mark.className = "nbapp-grid-help";
    mark.setAttribute("aria-hidden", "true");
    mark.textContent = "?";
    th.append(mark);
    th.setAttribute("aria-description", column.help);
  }
  th.addEventListener("click", () => actions.sort(at));
  th.append(makeEdge(at, actions));
  return th;
}

/** Say how the table is sorted. */
export function markSort(th: HTMLElement, at: number, sort: Sort | null): void {
  const mine = sort?.[0] === at ? sort[1] : null;
  th.setAttribute("aria-sort", mine === "asc" ? "ascending" : mine === "desc" ? "descending" : "none");
}

function makeEdge(at: number, actions: HeaderActions): HTMLElement {
  const edge = document.createElement("span");
  edge.className = "nbapp-grid-edge";
  edge.setAttribute("aria-hidden", "true");
  edge.addEventListener("click", (event) => event.stopPropagation());
  edge.addEventListener("dblclick", (event) => {
    event.stopPropagation();
    actions.resize(at, null);
  });
  edge.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    event.preventDefault();
    event.stopPropagation();
    edge.setPointerCapture(event.pointerId);
    const from = event.clientX;
    const width = actions.widthOf(at);
    const move = (moved: PointerEvent) =>
      actions.resize(at, Math.max(NARROWEST, width + moved.clientX - from));
    edge.addEventListener("pointermove", move);
    const stop = () => edge.removeEventListener("pointermove", move);
    edge.addEventListener("lostpointercapture", stop, { once: true });
  });
  return edge;
}

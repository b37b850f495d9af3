/** A static table: all rows, each as high as its text. */
import { fillCell } from "./cells";
import type { Cell, Column } from "./cells";
import type { Props, Renderer } from "./renderer";

export const table: Renderer = {
  render(el, props) {
    el.classList.add("nbapp-table");
    const border = props["border"];
    el.classList.toggle("nbapp-table-lines", border === undefined || border === true);
    el.classList.toggle("nbapp-table-rows", border === "horizontal");
    const height = props["height"];
    el.style.maxHeight = typeof height === "number" ? `${height}px` : "";
    el.tabIndex = typeof height === "number" ? 0 : -1;
    el.append(draw(props));
  },
};

function draw(props: Props): HTMLTableElement {
  const columns = props["columns"] as Column[];
  const drawn = document.createElement("table");
  if (props["alt"]) drawn.setAttribute("aria-label", String(props["alt"]));
  if (props["headless"] !== true) drawn.createTHead().append(drawHead(columns));
  const body = drawn.createTBody();
  for (const row of props["rows"] as Cell[][]) {
    const tr = body.insertRow();
    columns.forEach((column, at) => {
      const cell = document.createElement(column.index ? "th" : "td");
      if (cell instanceof HTMLTableCellElement && column.index) cell.scope = "row";
      cell.style.textAlign = column.align;
      fillCell(cell, row[at] ?? null, "None");
      tr.append(cell);
    });
  }
  return drawn;
}

function drawHead(columns: readonly Column[]): HTMLTableRowElement {
  const tr = document.createElement("tr");
  for (const column of columns) {
    const th = document.createElement(column.index && !column.name ? "td" : "th");
    if (th.tagName === "TH") th.scope = "col";
    th.style.textAlign = column.align;
    th.textContent = column.name;
    tr.append(th);
  }
  return tr;
}

/** Nested data as a tree of <details>; a branch is drawn when it is first opened, a long one in parts. */
import type { Renderer } from "./renderer";

const PART = 200; // entries that are drawn at once

export const json: Renderer = {
  render(el, props) {
    el.classList.add("nbapp-json");
    el.append(draw(props["body"], null, levels(props["expanded"])));
  },
};

/** How many levels are open at first. */
function levels(expanded: unknown): number {
  return expanded === true ? Infinity : Math.max(0, Number(expanded) || 0);
}

/** One value, with the key it has in its parent. */
function draw(value: unknown, key: string | null, open: number): HTMLElement {
  if (value === null || typeof value !== "object") return drawLeaf(value, key);
  const list = Array.isArray(value);
  const entries: [string, unknown][] = list
    ? value.map((item, i) => [String(i), item])
    : Object.entries(value as Record<string, unknown>);
  if (!entries.length) {
    const leaf = drawLeaf(null, key);
    leaf.lastElementChild!.replaceWith(word("punctuation", list ? "[]" : "{}"));
    return leaf;
  }
  return drawBranch(entries, key, open, list);
}

function drawBranch(
  entries: [string, unknown][],
  key: string | null,
  open: number,
  list: boolean,
): HTMLElement {
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  if (key !== null) summary.append(word("key", `${key}: `));
  const [begin, end] = list ? ["[", "]"] : ["{", "}"];
  const things = entries.length === 1 ? "entry" : "entries";
  summary.append(word("punctuation", begin));
  const closed = word("closed", ` … ${end} `);
  closed.append(
    word("count", `${entries.length} ${list ? (entries.length === 1 ? "item" : "items") : things}`),
  );
  summary.append(closed);
  const children = document.createElement("div");
  children.className = "nbapp-json-children";
  details.append(summary, children, word("punctuation nbapp-json-end", end));
  const fill = () => {
    if (!children.hasChildNodes()) addPart(children, entries, 0, open - 1);
  };
  details.addEventListener("toggle", fill);
  if (open > 0) {
    fill();
    details.open = true;
  }
  return details;
}

function addPart(into: HTMLElement, entries: [string, unknown][], from: number, open: number): void {
  const rest = entries.length > PART ? Math.min(open, 0) : open;
  for (const [key, value] of entries.slice(from, from + PART)) into.append(draw(value, key, rest));
  const left = entries.length - from - PART;
  if (left <= 0) return;
  const more = document.createElement("button");
  more.type = "button";
  more.className = "nbapp-json-more";
  more.textContent = `${Math.min(left, PART)} more of ${left}`;
  more.addEventListener("click", () => {
    more.remove();
    addPart(into, entries, from + PART, open);
  });
  into.append(more);
}

function drawLeaf(value: unknown, key: string | null): HTMLElement {
  const line = document.createElement("div");
  line.className = "nbapp-json-leaf";
  if (key !== null) line.append(word("key", `${key}: `));
  const kind = value === null ? "null" : typeof value;
  line.append(word(kind, typeof value === "string" ? JSON.stringify(value) : String(value)));
  return line;
}

function word(name: string, text: string): HTMLElement {
  const span = document.createElement("span");
  span.className = `nbapp-json-${name}`;
  span.textContent = text;
  return span;
}

/**
 * Streamlit's own Markdown: `:red[text]`, `:blue-background[text]`, `:green-badge[text]`, `:small[text]`,
 * `:material/icon:`.
 *
 * The host's parser does not know them and escapes HTML. So marks from Unicode's private area go through it, and the
 * drawn text is wrapped where they come out.
 */
import { materialIcon } from "./material";

const OPEN = "\ue0a0";
const NAMED = "\ue0a1";
const CLOSE = "\ue0a2";
const COLORS = "red|orange|yellow|green|blue|violet|gray|grey|rainbow|primary";
const DIRECTIVE = new RegExp(`:((?:${COLORS})(?:-background|-badge)?|small)\\[`, "y");
const ICON = /:material\/([a-z0-9_]+):/g;
const MARKS = new RegExp(`${OPEN}([a-z-]+)${NAMED}|${CLOSE}`, "g");

/** Put marks where directives stand, outside of code. */
export function markDirectives(body: string): string {
  if (!body.includes(":")) return body;
  return body
    .split(/(`+[^`]*`+)/)
    .map((part, index) => (index % 2 ? part : markPart(part)))
    .join("");
}

function markPart(text: string): string {
  let out = "";
  const stack: boolean[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    DIRECTIVE.lastIndex = at;
    const match = char === ":" ? DIRECTIVE.exec(text) : null;
    if (match) {
      stack.push(true);
      out += OPEN + match[1] + NAMED;
      at += match[0].length - 1;
    } else if (char === "[") {
      stack.push(false);
      out += char;
    } else if (char === "]" && stack.length) out += stack.pop() ? CLOSE : char;
    else out += char;
  }
  if (stack.includes(true)) return text.replace(ICON, (all, name: string) => materialIcon(name) ?? all);
  return out.replace(ICON, (all, name: string) => materialIcon(name) ?? all);
}

/** Wrap the drawn text between marks, and take the marks away. */
export function applyDirectives(el: HTMLElement): void {
  if (!el.textContent?.includes(OPEN)) return;
  const open: string[] = [];
  const walker = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) wrapText(text, open);
}

function wrapText(text: Text, open: string[]): void {
  const value = text.data;
  const parts: Node[] = [];
  let at = 0;
  const take = (end: number) => {
    if (end > at) parts.push(dressed(value.slice(at, end), open));
  };
  for (const match of value.matchAll(MARKS)) {
    take(match.index);
    if (match[1]) open.push(match[1]);
    else open.pop();
    at = match.index + match[0].length;
  }
  if (!at && !open.length) return;
  take(value.length);
  text.replaceWith(...parts);
}

function dressed(text: string, names: readonly string[]): Node {
  if (!names.length) return document.createTextNode(text);
  const span = document.createElement("span");
  span.className = names.map((name) => `nbapp-${name.replace("grey", "gray")}`).join(" ");
  span.textContent = text;
  return span;
}

/** The Markdown that needs no parser: sentences with **bold**, *italic* and `code`; and the escaping of raw HTML. */

const PART = /\*\*([^*_`\n]+?)\*\*|(?<![\w*])\*([^*_`\s][^*_`\n]*?)\*(?![\w*])|`([^`\n]+)`/g;
const SIGNIFICANT = /[\\`*_[\]<>#|~$&\n]|:[a-z]|https?:|www\.|@/i;
const BLOCK = /^(?: {4}|\t|\s*(?:[-+]\s|\d{1,9}[.)](?:\s|$)|[-=]{2,}\s*$|$))/;

/** Whether `inlineMarkdown` draws the text exactly as a complete parser would. */
export function isSimple(body: string): boolean {
  return BLOCK.test(body) ? body === "" : isSimplePhrase(body);
}

/** The same for a text within a line, where nothing begins a block. */
export function isSimplePhrase(body: string): boolean {
  if (body.length > 10000) return false;
  if (!SIGNIFICANT.test(body)) return true;
  return !SIGNIFICANT.test(body.replace(PART, (_, bold, italic) => bold ?? italic ?? "")) && wellSpaced(body);
}

/** Emphasis opens and closes at a word, not at a space: otherwise the stars are only stars. */
function wellSpaced(body: string): boolean {
  for (const [, bold] of body.matchAll(PART)) {
    if (bold !== undefined && bold.trim() !== bold) return false;
  }
  return true;
}

/** Draw simple Markdown into `el`, in place of what it held. */
export function inlineMarkdown(el: HTMLElement, body: string): void {
  const text = body.trim();
  if (!/[*`]/.test(text)) {
    el.textContent = text;
    return;
  }
  el.replaceChildren();
  let at = 0;
  for (const match of text.matchAll(PART)) {
    el.append(text.slice(at, match.index));
    const tag = match[1] !== undefined ? "strong" : match[2] !== undefined ? "em" : "code";
    const part = document.createElement(tag);
    part.textContent = match[1] ?? match[2] ?? match[3] ?? "";
    el.append(part);
    at = match.index + match[0].length;
  }
  el.append(text.slice(at));
}

/** Fences, code spans, formulas and escapes, which stay as they are: parts of a regular expression. */
export const LITERAL: readonly string[] = [
  String.raw`(?:^|\n) {0,3}(?<fence>\x60{3,}|~{3,})[^\n]*[\s\S]*?(?:\n {0,3}\k<fence>[\x60~]*[ \t]*(?=\n|$)|$)`,
  String.raw`(?<ticks>\x60+)(?!\x60)[\s\S]*?[^\x60]\k<ticks>(?!\x60)`,
  String.raw`\$\$[\s\S]+?\$\$`,
  String.raw`\$(?!\s)[^$\n]*[^$\s]\$(?!\d)`,
  String.raw`\\[\s\S]`,
];
/** And a "<" that would begin a tag. */
const RAW_HTML = new RegExp([...LITERAL, "<(?=[a-zA-Z/!?])"].join("|"), "g");
const AUTOLINK = /^<(?:https?:\/\/|mailto:)[^\s<>]*>/i;

/** Make raw HTML show as the text it is; code, formulas and `<https://...>` keep their meaning. */
export function escapeHtml(body: string): string {
  if (!body.includes("<")) return body;
  return body.replace(RAW_HTML, (match: string, ...rest: unknown[]) => {
    if (match !== "<") return match;
    const at = rest.find((part) => typeof part === "number") as number;
    return AUTOLINK.test(body.slice(at)) ? "<" : "\\<";
  });
}

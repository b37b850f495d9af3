/** Markdown within a line: labels, titles, captions. What would begin a list, a heading or a quote is text there. */
import { applyDirectives } from "./directives";
import { withEmoji } from "./emoji";
import { inlineMarkdown, isSimplePhrase } from "./inline";
import type { Ink } from "./renderer";
import { drawSource } from "./source";

/** Stands before the text while the host draws it, so that nothing in it begins a block. */
const GUARD = "\ue0a3 ";

/** The newest drawing of an element: one that comes later than a newer one is dropped. */
const newest = new WeakMap<Element, symbol>();

/**
 * Draw Markdown within a line, in place of what `el` holds. That stays until the new is complete.
 *
 * @returns a promise only if something is still to come: the host's drawing, the names of emoji
 */
export function drawPhrase(el: HTMLElement, body: string, ink: Ink): void | Promise<void> {
  const turn = Symbol();
  newest.set(el, turn);
  el.classList.add("nbapp-phrase");
  const show = (line: string): void | Promise<void> => {
    if (newest.get(el) !== turn) return;
    if (isSimplePhrase(line)) return inlineMarkdown(el, line);
    return drawSource(GUARD + line, ink).then((drawn) => {
      if (newest.get(el) !== turn) return;
      const phrase = drawn?.querySelector("p");
      if (!phrase) return inlineMarkdown(el, line);
      el.replaceChildren(...unguarded(phrase));
      if (line.includes("$"))
        void ink.shown().then(() => ink.manager.rendermime?.latexTypesetter?.typeset(el));
    });
  };
  const line = withEmoji(body.trim().replace(/\s*\n\s*/g, " "), ink);
  return typeof line === "string" ? show(line) : line.then(show);
}

function unguarded(phrase: HTMLElement): ChildNode[] {
  const first = phrase.firstChild;
  if (first instanceof Text && first.data.startsWith(GUARD)) first.data = first.data.slice(GUARD.length);
  applyDirectives(phrase);
  return [...phrase.childNodes];
}

/** Emoji by their names, as in `:rocket:`. The names are a file of their own, fetched when a text seems to have one. */
import type { Ink } from "./renderer";

type Replace = (body: string) => string;

/** A word between colons, with a letter in it: the time 12:30:45 has none. Three names consist of digits and signs. */
const SHORTCODE = /:(?:(?=[\w-]*[a-z])[\w-]{1,60}|[+-]1|100|1234):/i;

let replace: Replace | undefined;

/** The text with its emoji: at once if it has none, or if the names are here. Without them, it stays as it is. */
export function withEmoji(body: string, ink: Ink): string | Promise<string> {
  if (!SHORTCODE.test(body)) return body;
  if (replace) return replace(body);
  return ink.load<{ replaceShortcodes: Replace }>("emoji").then(
    (names) => (replace = names.replaceShortcodes)(body),
    () => body,
  );
}

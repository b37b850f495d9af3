/** The names of emoji, those that Streamlit knows, and where in Markdown they count. */
import names from "emojilib/simplemap.json";
import { LITERAL } from "./inline";

const EMOJI: Readonly<Record<string, string>> = names;

/** What may be a name; and before that, what is passed over: code, formulas, addresses, tags, icons. */
const NAME = new RegExp(
  [
    ...LITERAL,
    String.raw`(?:^|\n[ \t]*\n)(?: {4}|\t)[^\n]*`,
    String.raw`\]\((?:[^()\n]|\([^()\n]*\))*\)`,
    String.raw`(?:https?:\/\/|www\.)[^\s<]+`,
    String.raw`<(?<raw>script|style|pre)\b[\s\S]*?<\/\k<raw>>`,
    String.raw`<!--[\s\S]*?-->`,
    String.raw`<\/?[a-zA-Z][^<>]*>`,
    String.raw`:material\/\w+:`,
    String.raw`:(?<name>[+-]1|[\w-]+):`,
  ].join("|"),
  "g",
);

/** Put emoji where their names stand; what is no name stays. */
export function replaceShortcodes(body: string): string {
  let out = "";
  let at = 0;
  NAME.lastIndex = 0;
  for (let match = NAME.exec(body); match; match = NAME.exec(body)) {
    const name = match.groups!["name"];
    if (name === undefined) continue;
    if (!Object.hasOwn(EMOJI, name)) {
      NAME.lastIndex = match.index + 1; // its last colon may be the first of another
      continue;
    }
    out += body.slice(at, match.index) + EMOJI[name];
    at = NAME.lastIndex;
  }
  return out + body.slice(at);
}

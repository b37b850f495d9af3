import assert from "node:assert/strict";
import { test } from "node:test";
import { withEmoji } from "../../src/view/render/emoji";
import type { Ink } from "../../src/view/render/renderer";
import { replaceShortcodes } from "../../src/view/render/shortcodes";

const CASES: [string, string][] = [
  [":rocket: Launch", "🚀 Launch"],
  [":wave::+1: **:tada:**", "👋👍 **🎉**"],
  [":nothing:tada:", ":nothing🎉"],
  [":red[:sparkles: new]", ":red[✨ new]"],
  [":constructor: and :no_such_emoji:", ":constructor: and :no_such_emoji:"],
  ["at 12:30:45", "at 12:30:45"],
  [":material/rocket: :material/home:tada:", ":material/rocket: :material/home:tada:"],
  ["`:tada:` and ``a ` :tada:``", "`:tada:` and ``a ` :tada:``"],
  ["```\n:tada:\n```\n:tada:", "```\n:tada:\n```\n🎉"],
  ["a\n\n    :tada:\n\n:tada:", "a\n\n    :tada:\n\n🎉"],
  ["$a:tada:b$ and \\:tada:", "$a:tada:b$ and \\:tada:"],
  ["[x :tada:](http://a/:tada:) https://b/:tada:", "[x 🎉](http://a/:tada:) https://b/:tada:"],
  ['<b title=":tada:">:tada:</b>', '<b title=":tada:">🎉</b>'],
  ["<style>a:hover:b</style>", "<style>a:hover:b</style>"],
];

for (const [body, wanted] of CASES)
  test(`emoji of ${JSON.stringify(body)}`, () => assert.equal(replaceShortcodes(body), wanted));

function ink(load: () => Promise<unknown>): Ink {
  return { load } as unknown as Ink;
}

test("the names are asked for only by what may be one; without them the text stays", async () => {
  const never = ink(() => assert.fail("nothing to fetch"));
  for (const body of ["12:30:45", ":red[x]", ":material/home:", "a: b", "::"])
    assert.equal(withEmoji(body, never), body);
  const failing = ink(() => Promise.reject(new Error("no network")));
  assert.equal(await withEmoji("a :tada:", failing), "a :tada:");
  const loading = ink(() => Promise.resolve({ replaceShortcodes }));
  assert.equal(await withEmoji("a :tada:", loading), "a 🎉");
  assert.equal(withEmoji("b :tada:", never), "b 🎉");
});

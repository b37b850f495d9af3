import assert from "node:assert/strict";
import { test } from "node:test";
import { escapeHtml, isSimple, isSimplePhrase } from "../../src/view/render/inline";

const SIMPLE = [
  "Hello, world.",
  "x is `5`",
  "**Total:** 3.5",
  "an *italic* word",
  "a - b",
  "10:30 o'clock",
  "100 %",
];
const NOT = [
  "# title",
  "- item",
  "1. item",
  "a\nb",
  "[a](b)",
  "snake_case",
  "2 * 3 * 4",
  "** bold **",
  ":red[x]",
  "a < b",
  "$x$",
  "see https://example.org",
  "    code",
  "`` `a` ``",
  "---",
  "**a",
  "***a***",
];

for (const body of SIMPLE) test(`drawn at once: ${body}`, () => assert.equal(isSimple(body), true));
for (const body of NOT) test(`left to the host: ${body}`, () => assert.equal(isSimple(body), false));

test("raw HTML is escaped, code and formulas and links are not", () => {
  const cases: [string, string][] = [
    ["<b>x</b>", "\\<b>x\\</b>"],
    ["a `<b>` c <i>", "a `<b>` c \\<i>"],
    ["```\n<b>\n```\n<i>", "```\n<b>\n```\n\\<i>"],
    ["$a<b$ and <b>", "$a<b$ and \\<b>"],
    ["<https://example.org> <x>", "<https://example.org> \\<x>"],
    ["1 < 2", "1 < 2"],
    ["\\<b>", "\\<b>"],
  ];
  for (const [body, wanted] of cases) assert.equal(escapeHtml(body), wanted);
});

test("what begins a block is simple within a line", () => {
  for (const body of ["1. Intro", "- x", "+ 1", "===", "    four", ""])
    assert.equal(isSimplePhrase(body), true);
  for (const body of ["# 5", "> x", "* x", ":red[x]"]) assert.equal(isSimplePhrase(body), false);
});

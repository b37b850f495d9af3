import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "../../src/widgets/number_input";

const READ: [string, number | null][] = [
  ["12", 12],
  ["-1.5", -1.5],
  ["2,5", 2.5],
  ["1,234.5", 1234.5],
  ["1,234", 1234],
  ["1 234,5", 1234.5],
  ["1e3", 1000],
  ["\u22123", -3],
  ["42 km", 42],
  [".5", 0.5],
  ["", null],
  ["abc", null],
  ["1-2", null],
];

test("numbers as people write them", () => {
  for (const [text, number] of READ) assert.equal(parse(text), number, text);
});

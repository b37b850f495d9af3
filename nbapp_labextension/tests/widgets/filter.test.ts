import assert from "node:assert/strict";
import { test } from "node:test";
import { filterLabels } from "../../src/widgets/_filter";

const LABELS = ["Southampton", "Cherbourg", "Queenstown", "New York"];
const named = (query: string, mode: string) => filterLabels(LABELS, query, mode).map((at) => LABELS[at]);

test("nothing typed, or no filter: all", () => {
  assert.equal(named("", "fuzzy").length, 4);
  assert.equal(named("zzz", "").length, 4);
});

test("by beginning, by part, in any case", () => {
  assert.deepEqual(named("ch", "prefix"), ["Cherbourg"]);
  assert.deepEqual(named("TOWN", "contains"), ["Queenstown"]);
  assert.deepEqual(named("own", "prefix"), []);
});

test("fuzzy: letters in their order, the best first", () => {
  assert.deepEqual(named("nyk", "fuzzy"), ["New York"]);
  assert.deepEqual(named("to", "fuzzy"), ["Queenstown", "Southampton"]);
  assert.deepEqual(named("xq", "fuzzy"), []);
});

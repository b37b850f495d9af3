import assert from "node:assert/strict";
import test from "node:test";
import { Selection, target } from "../../src/view/render/grid/selection";

const size = { rows: 100, columns: 4, page: 10 };
const key = (name: string, held: object = {}) => ({ key: name, ...held }) as KeyboardEvent;

test("keys move within the table, and up into its header", () => {
  const from = { row: 0, column: 1 };
  assert.deepEqual(target(key("ArrowDown"), from, size), { row: 1, column: 1 });
  assert.deepEqual(target(key("ArrowUp"), from, size), { row: -1, column: 1 });
  assert.deepEqual(target(key("ArrowLeft"), { row: 0, column: 0 }, size), { row: 0, column: 0 });
  assert.deepEqual(target(key("PageDown"), { row: 95, column: 0 }, size), { row: 99, column: 0 });
  assert.deepEqual(target(key("End", { ctrlKey: true }), from, size), { row: 99, column: 3 });
  assert.deepEqual(target(key("Home"), { row: 5, column: 3 }, size), { row: 5, column: 0 });
  assert.equal(target(key("x"), from, size), null);
});

test("a selection is a rectangle between two cells", () => {
  const selection = new Selection();
  selection.moveTo({ row: 5, column: 2 });
  assert.equal(selection.isMany, false);
  selection.moveTo({ row: 3, column: 1 }, true);
  assert.deepEqual(selection.range, { top: 3, bottom: 5, left: 1, right: 2 });
  assert.equal(selection.has(4, 2), true);
  assert.equal(selection.has(4, 0), false);
});

test("the header is never part of a selection of rows", () => {
  const selection = new Selection();
  selection.moveTo({ row: 0, column: 0 });
  selection.moveTo({ row: -1, column: 0 }, true);
  assert.equal(selection.isMany, false);
});

import assert from "node:assert/strict";
import test from "node:test";
import { cellText, floatText } from "../../src/view/render/cells";
import { rowsOf } from "../../src/view/render/vega/data";

test("numbers have at most four decimals, and none that say nothing", () => {
  assert.deepEqual([1, 1.5, 3.14159265, -0.25, 1e-7, 0.00001234567, 1e21, 123456.7].map(floatText), [
    "1",
    "1.5",
    "3.1416",
    "-0.25",
    "1e-7",
    "0.00001235",
    "1e+21",
    "123456.7",
  ]);
});

test("cells as text", () => {
  assert.deepEqual(
    [null, true, false, "a", 1.23456, { text: "1 g" }].map((cell) => cellText(cell)),
    ["", "True", "False", "a", "1.2346", "1 g"],
  );
});

test("columns become rows, each series for every x", () => {
  assert.deepEqual(rowsOf({ columns: { x: [1, 2], y: [3, 4] } }), [
    { x: 1, y: 3 },
    { x: 2, y: 4 },
  ]);
  assert.deepEqual(
    rowsOf({
      columns: { x: [1, 2] },
      series: [
        ["a", [5, 6]],
        ["b", [7, 8]],
      ],
    }),
    [
      { x: 1, y: 5, color: "a" },
      { x: 2, y: 6, color: "a" },
      { x: 1, y: 7, color: "b" },
      { x: 2, y: 8, color: "b" },
    ],
  );
  assert.deepEqual(rowsOf({ columns: { x: [] } }), []);
});

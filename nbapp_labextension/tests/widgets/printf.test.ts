import assert from "node:assert/strict";
import { test } from "node:test";
import { formatNumber } from "../../src/widgets/_printf";

// What Python's `%` gives for the same.
const PYTHON: [string, number, string][] = [
  ["%d", 42, "42"],
  ["%d", -3, "-3"],
  ["%i", 2.9, "2"],
  ["%0.2f", 3, "3.00"],
  ["%5d", 42, "   42"],
  ["%-5d|", 42, "42   |"],
  ["%05d", -42, "-0042"],
  ["%+d", 7, "+7"],
  ["%e", 12345.678, "1.234568e+04"],
  ["%.2E", 0.00012, "1.20E-04"],
  ["%g", 0.0001, "0.0001"],
  ["%g", 1234567, "1.23457e+06"],
  ["%g", 100000, "100000"],
  ["%.3g", 3.14159, "3.14"],
  ["%d km", 5, "5 km"],
  ["%d %%", 5, "5 %"],
  ["%f", 1.5, "1.500000"],
];

test("printf formats are Python's", () => {
  for (const [format, value, text] of PYTHON) assert.equal(formatNumber(value, format), text, format);
});

test("formats by name", () => {
  assert.equal(formatNumber(0.5, "percent"), "50%");
  assert.equal(formatNumber(1234.5, "plain"), "1234.5");
  assert.equal(formatNumber(1500, "bytes"), "1.5 KB");
});

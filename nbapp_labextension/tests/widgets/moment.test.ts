import assert from "node:assert/strict";
import { test } from "node:test";
import { formatMoment } from "../../src/widgets/_moment";

const MOMENT = Date.UTC(2024, 0, 5, 17, 4, 9) * 1000;

test("dates and times in Moment's letters, by the clock on the wall", () => {
  assert.equal(formatMoment(MOMENT, "YYYY-MM-DD"), "2024-01-05");
  assert.equal(formatMoment(MOMENT, "D/M/YY"), "5/1/24");
  assert.equal(formatMoment(MOMENT, "h:mm A"), "5:04 PM");
  assert.equal(formatMoment(MOMENT, "HH:mm:ss"), "17:04:09");
  assert.equal(formatMoment(MOMENT, "[day] Do"), "day 5th");
});

test("moments before 1970", () => {
  assert.equal(formatMoment(Date.UTC(1912, 3, 10) * 1000, "YYYY/MM/DD"), "1912/04/10");
});

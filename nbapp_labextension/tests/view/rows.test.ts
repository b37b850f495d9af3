import assert from "node:assert/strict";
import test from "node:test";
import { Rows } from "../../src/view/render/grid/rows";
import type { Message } from "../../src/view/render/renderer";

function start(total: number, first: number): { rows: Rows; sent: Message[]; answer: () => void } {
  const sent: Message[] = [];
  const make = (i: number) => [i];
  const rows = new Rows(
    1,
    total,
    Array.from({ length: first }, (_, i) => make(i)),
    (m) => sent.push(m),
    () => {},
  );
  const answer = () => {
    const asked = sent[sent.length - 1]!;
    const from = Number(asked["start"]);
    const length = Math.min(Number(asked["end"]), total) - from;
    const found = Array.from({ length }, (_, i) => make(from + i));
    rows.take({ t: "rows", source: 1, request: asked["request"], start: from, rows: found, total });
  };
  return { rows, sent, answer };
}

test("what is there is not asked for", () => {
  const { rows, sent } = start(1000, 200);
  rows.want(0, 30);
  assert.deepEqual(sent, []);
});

test("what is missing is asked for once, with some rows around it", () => {
  const { rows, sent, answer } = start(1000, 200);
  rows.want(500, 530);
  rows.want(505, 535);
  assert.equal(sent.length, 1);
  assert.deepEqual([sent[0]!["start"], sent[0]!["end"]], [440, 590]);
  answer();
  assert.deepEqual(rows.get(505), [505]);
  assert.equal(sent.length, 1);
});

test("while one request is under way the newest wish waits, and only that", () => {
  const { rows, sent, answer } = start(10000, 200);
  rows.want(500, 530);
  for (const at of [2000, 4000, 6000]) rows.want(at, at + 30);
  answer();
  assert.equal(sent.length, 2);
  assert.equal(sent[1]!["start"], 5940);
});

test("no request is longer than the kernel allows", () => {
  const { rows, sent } = start(10000, 0);
  rows.want(1000, 3000);
  assert.ok(Number(sent[0]!["end"]) - Number(sent[0]!["start"]) <= 500);
});

test("in another order the old rows stay until the new ones come, and a late answer is not taken", () => {
  const { rows, sent, answer } = start(1000, 200);
  rows.want(500, 510);
  rows.order([0, "desc"]);
  assert.deepEqual([rows.get(3), rows.isFresh(3)], [[3], false]);
  answer();
  assert.equal(rows.isFresh(500), false);
  rows.want(0, 10);
  assert.deepEqual(sent[sent.length - 1]!["sort"], [0, "desc"]);
  answer();
  assert.equal(rows.isFresh(3), true);
});

test("a table that the kernel dropped is not asked for again and again", () => {
  const { rows, sent } = start(1000, 200);
  rows.want(500, 510);
  rows.take({ t: "rows", source: 1, request: sent[0]!["request"], start: 440, rows: [], total: 0 });
  assert.equal(sent.length, 1);
});

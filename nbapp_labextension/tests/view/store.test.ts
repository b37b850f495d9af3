import assert from "node:assert/strict";
import { test } from "node:test";
import { Store, type Slot } from "../../src/view/store";
import type { Op, SlotData, Snapshot } from "../../src/view/wire";

function leaf(id: number, body = `line ${id}`): SlotData {
  return { id, kind: "markdown", props: { body } };
}

function box(id: number, children: SlotData[]): SlotData {
  return { id, kind: "container", props: {}, children };
}

function snapshot(seq: number, main: SlotData[], sidebar: SlotData[] = []): Snapshot {
  return { seq, roots: { main, sidebar }, status: { state: "idle" } };
}

/** A store with a page in it, what it asked for, and what it told a view. */
function page(main: SlotData[], seq = 0) {
  const asked: string[] = [];
  const told: string[] = [];
  const store = new Store(() => asked.push("snapshot"));
  store.load(snapshot(seq, main));
  const say = (word: string) => (slot: Slot) => void told.push(`${word} ${slot.id}`);
  store.watch({
    put: say("put"),
    insert: say("insert"),
    move: say("move"),
    remove: say("remove"),
    status: ({ state }) => told.push(state),
    settled: () => told.push("settled"),
  });
  const patch = (number: number, ...ops: Op[]) => store.receive({ t: "patch", seq: number, ops });
  return { store, asked, told, patch };
}

function ids(slots: readonly Slot[]): unknown[] {
  return slots.map((slot) => (slot.children.length ? [slot.id, ids(slot.children)] : slot.id));
}

test("a patch puts, inserts, moves and removes, each told once", () => {
  const { store, told, patch } = page([leaf(1), leaf(2), box(3, [leaf(4)])]);
  patch(1, ["put", 1, "text", { body: "new" }], ["insert", 3, 4, leaf(5)], ["move", 2, 1], ["remove", [4]]);
  assert.deepEqual(ids(store.roots.main.children), [2, 1, [3, [5]]]);
  assert.equal(store.get(1)?.kind, "text");
  assert.deepEqual(told, ["put 1", "insert 5", "move 2", "remove 4", "settled"]);
});

test("an insert without a neighbour goes to the end, and into the sidebar by its name", () => {
  const { store, patch } = page([leaf(1)]);
  patch(1, ["insert", "main", null, leaf(2)], ["insert", "sidebar", null, box(3, [leaf(4)])]);
  assert.deepEqual(ids(store.roots.main.children), [1, 2]);
  assert.deepEqual(ids(store.roots.sidebar.children), [[3, [4]]]);
});

test("an old patch is ignored", () => {
  const { store, told, patch, asked } = page([leaf(1)], 7);
  patch(7, ["remove", [1]]);
  assert.deepEqual(ids(store.roots.main.children), [1]);
  assert.deepEqual([told, asked], [[], []]);
});

test("a gap asks for the snapshot once and leaves the page as it is", () => {
  const { store, asked, patch } = page([leaf(1)]);
  patch(3, ["remove", [1]]);
  patch(4, ["remove", [1]]);
  assert.deepEqual(asked, ["snapshot"]);
  assert.deepEqual(ids(store.roots.main.children), [1]);
});

test("after the snapshot of a gap the patches go on", () => {
  const { store, asked, patch } = page([leaf(1)]);
  patch(3, ["remove", [1]]);
  store.receive({ t: "snapshot", snapshot: snapshot(4, [leaf(1), leaf(2)]) });
  patch(4, ["remove", [1]]);
  patch(5, ["remove", [2]]);
  assert.deepEqual(ids(store.roots.main.children), [1]);
  assert.deepEqual(asked, ["snapshot"]);
});

test("an operation on an unknown slot asks for the snapshot", () => {
  const { asked, patch } = page([leaf(1)]);
  patch(1, ["put", 99, "text", {}]);
  assert.deepEqual(asked, ["snapshot"]);
});

test("a snapshot is laid over the page: equal slots are not touched", () => {
  const { store, told } = page([leaf(1), leaf(2), box(3, [leaf(4), leaf(5)])]);
  const kept = store.get(5);
  store.load(snapshot(9, [box(3, [leaf(6), leaf(5)]), leaf(2, "other"), leaf(1)]));
  assert.deepEqual(ids(store.roots.main.children), [[3, [6, 5]], 2, 1]);
  assert.equal(store.get(5), kept);
  assert.deepEqual(
    told.filter((line) => !/^(move|idle|settled)/.test(line)),
    ["remove 4", "insert 6", "put 2"],
  );
});

test("a snapshot older than the page is ignored", () => {
  const { store } = page([leaf(1)], 5);
  store.load(snapshot(4, []));
  assert.deepEqual(ids(store.roots.main.children), [1]);
});

test("a slot under another parent is made anew", () => {
  const { store, told } = page([box(1, [leaf(2)]), box(3, [])]);
  store.load(snapshot(1, [box(1, []), box(3, [leaf(2)])]));
  assert.deepEqual(ids(store.roots.main.children), [1, [3, [2]]]);
  assert.deepEqual(told.slice(0, 2), ["remove 2", "insert 2"]);
});

test("a container that becomes another container keeps its children, a leaf loses them", () => {
  const { store, patch } = page([box(1, [leaf(2)]), box(3, [leaf(4)])]);
  patch(1, ["put", 1, "expander", { label: "x" }], ["put", 3, "text", { body: "" }]);
  assert.deepEqual(ids(store.roots.main.children), [[1, [2]], 3]);
  assert.equal(store.get(4), undefined);
});

test("buffers come back where they stood, in patches and in snapshots", () => {
  const { store } = page([leaf(1)]);
  const bytes = new DataView(new Uint8Array([1, 2, 3]).buffer);
  const ops = [["put", 1, "image", { data: { $buffer: 0 }, mime: "image/png" }]];
  store.receive({ t: "patch", seq: 1, ops }, [bytes]);
  assert.equal(store.get(1)?.props["data"], bytes);
  const data = snapshot(2, [{ id: 8, kind: "image", props: { data: { $buffer: 0 } } }]);
  store.receive({ t: "snapshot", snapshot: data }, [bytes]);
  assert.equal(store.get(8)?.props["data"], bytes);
});

test("equal bytes do not draw a picture again", () => {
  const bytes = () => new DataView(new Uint8Array([1, 2, 3]).buffer);
  const { store, told } = page([{ id: 1, kind: "image", props: { data: bytes() } }]);
  store.load(snapshot(1, [{ id: 1, kind: "image", props: { data: bytes() } }]));
  assert.deepEqual(told, ["idle", "settled"]);
});

test("a status keeps what it does not name", () => {
  const { store } = page([]);
  store.receive({ t: "status", state: "running", manual: true });
  store.receive({ t: "status", state: "idle", pending: true });
  assert.deepEqual(store.status, { state: "idle", manual: true, pending: true });
});

test("dialogs stand in a root of their own, which a snapshot may leave out", () => {
  const { store, told, patch } = page([leaf(1)]);
  patch(1, [
    "insert",
    "dialog",
    null,
    { id: 2, kind: "dialog", props: { title: "Ask" }, children: [leaf(3)] },
  ]);
  assert.deepEqual(ids(store.roots.dialog.children), [[2, [3]]]);
  store.load(snapshot(2, [leaf(1)]));
  assert.deepEqual(store.roots.dialog.children, []);
  assert.deepEqual(told.slice(-3), ["remove 2", "idle", "settled"]);
});

test("forms and fragments keep what is in them when their properties change", () => {
  const form = (props: object, kind = "form"): SlotData => ({
    id: 1,
    kind,
    props: { ...props },
    children: [leaf(2)],
  });
  for (const kind of ["form", "fragment", "dialog"]) {
    const { store, patch } = page([form({}, kind)]);
    patch(1, ["put", 1, kind, { new: true }]);
    assert.deepEqual(ids(store.roots.main.children), [[1, [2]]]);
  }
});

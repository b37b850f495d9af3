import assert from "node:assert/strict";
import { test } from "node:test";
import { iconAddress } from "../../src/view/config";
import { Store } from "../../src/view/store";

/** A store with an empty page, and what it told a view. */
function page() {
  const told: string[] = [];
  const store = new Store(() => undefined);
  const none = () => undefined;
  store.watch({
    put: none,
    insert: none,
    move: none,
    remove: none,
    status: none,
    fact: (name, fact) => told.push(`${name} ${JSON.stringify(fact)}`),
  });
  return { store, told };
}

test("what is said of the page is kept and told once, by a message or by a snapshot", () => {
  const { store, told } = page();
  assert.equal(store.receive({ t: "config", title: "Pets" }), true);
  store.load({ seq: 0, roots: { main: [], sidebar: [] }, config: { title: "Pets" } });
  store.load({ seq: 0, roots: { main: [], sidebar: [] }, config: { title: "Pets", layout: "wide" } });
  assert.deepEqual(told, ['config {"title":"Pets"}', 'config {"title":"Pets","layout":"wide"}']);
  assert.deepEqual(store.facts.get("config"), { title: "Pets", layout: "wide" });
});

test("an unknown message is not the store's", () => {
  assert.equal(page().store.receive({ t: "rows" }), false);
});

test("an icon becomes a picture's address", () => {
  assert.equal(iconAddress("https://example.org/i.png"), "https://example.org/i.png");
  assert.match(decodeURIComponent(iconAddress("🐧")), /^data:image\/svg\+xml,<svg .*>🐧<\/text><\/svg>$/);
  assert.match(decodeURIComponent(iconAddress(":material/home:")), /⌂/);
  assert.equal(iconAddress(":material/no_such_icon:"), "");
  assert.match(decodeURIComponent(iconAddress("<b>")), /&#60;b&#62;/);
});

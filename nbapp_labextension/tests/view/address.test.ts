import assert from "node:assert/strict";
import { test } from "node:test";
import { readSearch, writeSearch } from "../../src/view/address";

const HOSTS = ["theme", "embed"];

test("the app's part of a query: its parameters, and the page", () => {
  const search = "?theme=dark&a=1&nbapp-page=map&a=2&b=&embed=true";
  assert.deepEqual(readSearch(search, HOSTS), { query: "a=1&a=2&b=", page: "map" });
  assert.deepEqual(readSearch("", HOSTS), { query: "", page: "" });
});

test("the host's parameters stay where they are", () => {
  const written = writeSearch("?x=1&theme=dark&nbapp-page=map", { query: "a=1&a=2", page: "notes" }, HOSTS);
  assert.equal(written, "?theme=dark&nbapp-page=notes&a=1&a=2");
  assert.equal(writeSearch("?theme=dark", { query: "theme=light", page: "" }, HOSTS), "?theme=light");
});

test("the default page has no name in the address; an app without pages leaves that of another", () => {
  assert.equal(writeSearch("?nbapp-page=map&a=1", { query: "", page: "" }, HOSTS), "");
  assert.equal(
    writeSearch("?nbapp-page=map&a=1", { query: "b=2", page: null }, HOSTS),
    "?nbapp-page=map&b=2",
  );
});

test("what is written is read, whatever stands in it", () => {
  const query = new URLSearchParams([
    ["ü &=?#", "1+1 %"],
    ["e", ""],
  ]).toString();
  const search = writeSearch("?theme=dark", { query, page: "über uns" }, HOSTS);
  assert.deepEqual(readSearch(search, HOSTS), { query, page: "über uns" });
});

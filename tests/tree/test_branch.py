"""A branch: what is sent, what keeps its slot, and that a view that applies the ops sees the same page."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nbapp.tree.node import Node
from nbapp.tree.page import Page
from nbapp.tree.patch import coalesce
from nbapp.types import SlotId

Drawing = list[tuple[str, Any, str | None, Any]]
"""kind, value, key, and what is inside a container."""

leaf = st.tuples(st.sampled_from(["text", "markdown"]), st.integers(0, 3), st.none(), st.none())
keyed = st.tuples(st.just("input"), st.integers(0, 2), st.sampled_from("abcde"), st.none())


def unique(nodes: Drawing) -> Drawing:
    """Drop nodes whose key came before, as an app would be told."""
    first = {node[2]: index for index, node in reversed(list(enumerate(nodes)))}
    return [node for index, node in enumerate(nodes) if node[2] is None or first[node[2]] == index]


flat = st.lists(st.one_of(leaf, keyed), max_size=6).map(unique)
boxed = st.tuples(st.sampled_from(["container", "expander"]), st.integers(0, 1), st.none(), flat)
drawings = st.lists(st.one_of(leaf, keyed, boxed), max_size=7).map(unique)


class View:
    """Applies ops as a browser does, and knows nothing else."""

    def __init__(self) -> None:
        self.children: dict[int | str, list[int]] = {"main": [], "sidebar": []}
        self.nodes: dict[int, tuple[str, Any]] = {}

    def apply(self, op: list[Any]) -> None:
        """Apply one op."""
        getattr(self, f"_{op[0]}")(*op[1:])

    def tree(self, parent: int | str = "main") -> list[Any]:
        """What the reader sees."""
        return [(*self.nodes[slot], self.tree(slot)) for slot in self.children.get(parent, [])]

    def _put(self, slot: int, kind: str, props: dict[str, Any]) -> None:
        assert slot in self.nodes
        self.nodes[slot] = (kind, props)
        if kind not in ("container", "expander"):
            self.children.pop(slot, None)

    def _insert(self, parent: int | str, before: int | None, slot: dict[str, Any]) -> None:
        siblings = self.children.setdefault(parent, [])
        siblings.insert(len(siblings) if before is None else siblings.index(before), slot["id"])
        self.nodes[slot["id"]] = (slot["kind"], slot["props"])
        for child in slot.get("children", []):
            self._insert(slot["id"], None, child)

    def _move(self, slot: int, before: int | None) -> None:
        siblings = next(slots for slots in self.children.values() if slot in slots)
        siblings.remove(slot)
        siblings.insert(len(siblings) if before is None else siblings.index(before), slot)

    def _remove(self, slots: list[int]) -> None:
        for slot in slots:
            next(found for found in self.children.values() if slot in found).remove(slot)


def draw(page: Page, drawing: Drawing, complete: bool = True) -> None:
    """Run a script that draws this."""
    page.rewind()
    for kind, value, key, inside in drawing:
        node = Node(kind, {"v": value}, key)
        if inside is None:
            page.roots["main"].put(node)
        else:
            branch = page.roots["main"].open(node)[1]
            for inner in inside:
                branch.put(Node(inner[0], {"v": inner[1]}, inner[2]))
    if complete:
        page.trim()


def wanted(drawing: Drawing) -> list[Any]:
    """What a reader must see of a drawing."""
    return [(kind, {"v": value}, wanted(inside or [])) for kind, value, _, inside in drawing]


@given(st.lists(st.tuples(drawings, st.booleans()), max_size=5), drawings)
def test_a_view_that_applies_the_ops_sees_the_page(runs: list[tuple[Drawing, bool]], last: Drawing) -> None:
    """After any runs, some of them abandoned, a complete run's page is what it drew."""
    ops: list[Any] = []
    page = Page(ops.append)
    for drawing, complete in runs:
        draw(page, drawing, complete)
    draw(page, last)
    view = View()
    for op in ops:
        view.apply(op)
    assert view.tree() == wanted(last)
    assert [(s["kind"], s["props"]) for s in page.snapshot()["main"]] == [(k, p) for k, p, _ in view.tree()]


@given(st.lists(drawings, min_size=1, max_size=5))
def test_coalesced_ops_have_the_same_effect(runs: list[Drawing]) -> None:
    """However many runs one message gathers, the view ends at the same page."""
    ops: list[Any] = []
    page = Page(lambda op: ops.append([*op[:3], dict(op[3])] if op[0] == "insert" else op))
    for drawing in runs:
        draw(page, drawing)
    view = View()
    for op in coalesce(ops):
        view.apply(op)
    assert view.tree() == wanted(runs[-1])


@given(drawings)
def test_the_same_page_again_sends_nothing(drawing: Drawing) -> None:
    """A run that draws what is shown is silent."""
    ops: list[Any] = []
    page = Page(ops.append)
    draw(page, drawing)
    ops.clear()
    draw(page, drawing)
    assert ops == []


@given(drawings, st.lists(st.tuples(st.integers(0, 7), leaf), max_size=4))
def test_inputs_stay_where_they_are_when_others_come_and_go(drawing: Drawing, extra: list[tuple[int, Any]]) -> None:
    """Elements that appear or disappear above an input never move it, so it keeps focus and caret."""
    more = list(drawing)
    for position, node in extra:
        more.insert(position, node)
    for first, second in ((drawing, more), (more, drawing)):
        ops: list[Any] = []
        page = Page(ops.append)
        draw(page, first)
        slots = {slot.node.key: slot.id for slot in page.walk() if slot.node.key}
        ops.clear()
        draw(page, second)
        assert {slot.node.key: slot.id for slot in page.walk() if slot.node.key} == slots
        assert not {op[1] for op in ops if op[0] == "move"} & set(slots.values())


@pytest.fixture
def ops() -> list[Any]:
    """The ops a page emitted."""
    return []


@pytest.fixture
def page(ops: list[Any]) -> Page:
    """A page that emits them."""
    return Page(ops.append)


def test_one_changed_element_is_one_put(page: Page, ops: list[Any]) -> None:
    """Of a thousand elements one changes: one op."""
    lines: Drawing = [("text", number, None, None) for number in range(1000)]
    draw(page, lines)
    ops.clear()
    draw(page, [*lines[:500], ("text", "changed", None, None), *lines[501:]])
    assert [op[0] for op in ops] == ["put"]


def test_what_stands_below_an_input_that_goes_is_left_alone(page: Page, ops: list[Any]) -> None:
    """Neither the lines below it nor the columns with their inputs are drawn anew."""
    below: Drawing = [
        ("text", 1, None, None),
        ("container", 0, None, [("input", 0, "a", None)]),
        ("text", 2, None, None),
    ]
    draw(page, [("input", 0, "gone", None), *below])
    ops.clear()
    draw(page, below)
    assert [op[0] for op in ops] == ["remove"]


def test_single_branch_holds_the_last_element(page: Page) -> None:
    """What is drawn into `empty` replaces what stood there (R121)."""
    _, branch = page.roots["main"].open(Node("empty", {}), single=True)
    branch.put(Node("text", {"v": 1}))
    branch.put(Node("text", {"v": 2}))
    page.trim()
    assert [slot.node.props for slot in branch.slots] == [{"v": 2}]


def test_reordered_inputs_move_and_keep_their_slots(page: Page, ops: list[Any]) -> None:
    """A list that is sorted anew moves its inputs; none is made again."""
    draw(page, [("input", 0, key, None) for key in "abc"])
    ops.clear()
    draw(page, [("input", 0, key, None) for key in "cab"])
    assert {op[0] for op in ops} == {"move"}


def test_containers_know_what_may_be_out_of_sight(page: Page) -> None:
    """What is in a tab or an expander may be folded away, at any depth."""
    _, outer = page.roots["main"].open(Node("expander", {}))
    _, inner = outer.open(Node("container", {}))
    assert (page.roots["main"].folded, inner.folded, inner.root) == (False, True, "main")


def test_a_container_in_empty_makes_room_at_once(page: Page) -> None:
    """Not only at the end of the run."""
    _, branch = page.roots["main"].open(Node("empty", {}), single=True)
    branch.open(Node("container", {}))[1].put(Node("text", {"v": "loading"}))
    branch.put(Node("text", {"v": "result"}))
    assert [slot.node.props for slot in branch.walk()] == [{"v": "result"}]


def test_what_is_on_no_page_says_nothing(page: Page, ops: list[Any]) -> None:
    """A place that somebody kept may still be drawn on."""
    branch = page.roots["main"].open(Node("container", {}))[1]
    inner = branch.open(Node("container", {}))[1]
    page.rewind()
    page.trim()
    ops.clear()
    inner.put(Node("text", {"v": 1}))
    assert ops == []


def test_what_is_opened_belongs_where_it_stands(page: Page, ops: list[Any]) -> None:
    """To the form and the fragment around it; and to no page, if what it stands in is on none."""
    outer = page.roots["main"].open(Node("form", {}, "f"))[1]
    outer.form, outer.fragment = "f", SlotId(7)
    inner = outer.open(Node("container", {}))[1]
    assert (inner.form, inner.fragment) == ("f", 7)
    page.rewind()
    page.trim()
    ops.clear()
    inner.open(Node("container", {}))[1].put(Node("text", {"v": 1}))
    assert ops == []


def test_what_is_kept_stays_where_it_is(page: Page) -> None:
    """Although this run has not drawn it."""
    root = page.roots["main"]
    for key in "abc":
        root.put(Node("input", {}, key))
    page.rewind()
    root.put(Node("input", {}, "a"))
    root.keep("c")
    root.keep("nobody")
    page.trim()
    assert [slot.node.key for slot in root.slots] == ["a", "c"]

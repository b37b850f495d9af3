"""The fragments that are on a page: who is inside whom, what runs, what is forgotten."""

from __future__ import annotations

from contextlib import nullcontext

import pytest

from nbapp.session.fragments import Fragment, Fragments
from nbapp.tree.branch import Branch
from nbapp.tree.node import Node
from nbapp.tree.page import Page
from nbapp.types import SlotId


class Drawn:
    """A page with fragments on it: `outer` with `inner` in it, and `other` beside."""

    def __init__(self) -> None:
        self.page = Page()
        self.all = Fragments()
        main = self.page.roots["main"]
        self.outer = self.add(main, "outer")
        self.inner = self.add(self.outer.branch, "inner", self.outer.id)
        self.other = self.add(main, "other")

    def add(self, where: Branch, name: str, parent: SlotId | None = None, whole: bool = True) -> Fragment:
        """Draw one."""
        branch = where.open(Node("fragment", {}, name))[1]
        fragment = Fragment(branch, lambda run: nullcontext(), lambda: None, name, name, parent)
        self.all.add(fragment, whole=whole)
        return fragment


@pytest.fixture
def drawn() -> Drawn:
    """A fresh page."""
    return Drawn()


def test_inside(drawn: Drawn) -> None:
    """At any depth; nobody is inside what is unknown."""
    inside = drawn.all.is_inside
    assert inside(drawn.inner.id, [drawn.outer.id])
    assert inside(drawn.outer.id, [drawn.outer.id])
    assert not inside(drawn.outer.id, [drawn.inner.id])
    assert not inside(None, [drawn.outer.id])
    assert not inside(SlotId(99), [drawn.outer.id])


def test_what_runs(drawn: Drawn) -> None:
    """In the order of asking; what is in another that runs is left to that; what is not there is left out."""
    outer, inner, other = drawn.outer.id, drawn.inner.id, drawn.other.id
    assert drawn.all.to_run([other, outer]) == [other, outer]
    assert drawn.all.to_run([inner, other, outer]) == [other, outer]
    assert drawn.all.to_run([SlotId(99), inner]) == [inner]


def test_what_is_gone_is_forgotten_with_what_it_ran_in(drawn: Drawn) -> None:
    """By a complete run of the fragment around it, not by one of another."""
    drawn.outer.branch.rewind()
    drawn.outer.branch.trim()
    assert drawn.inner.branch.detached
    assert drawn.all.get(drawn.inner.id) is None
    drawn.all.sweep([drawn.other.id], complete=True)
    drawn.all.sweep([drawn.outer.id], complete=False)
    assert drawn.inner.id in drawn.all
    drawn.all.sweep([drawn.outer.id], complete=True)
    assert (drawn.inner.id in drawn.all, drawn.outer.id in drawn.all) == (False, True)


def test_what_it_drew_outside_goes_with_it(drawn: Drawn) -> None:
    """And all that stood there of others, fragments included."""
    sidebar = drawn.page.roots["sidebar"]
    part = sidebar.open(Node("fragment", {}, ("part", drawn.inner.id)))[1]
    drawn.inner.parts[sidebar] = part
    drawn.add(part, "in the part", drawn.inner.id)
    drawn.outer.branch.clear()
    drawn.all.sweep([drawn.outer.id], complete=True)
    assert sidebar.slots == []
    assert [fragment.key for fragment in drawn.all] == ["outer", "other"]


def test_a_part_that_is_not_drawn_again_is_emptied(drawn: Drawn) -> None:
    """Where the fragment around it ran; its place is kept."""
    sidebar = drawn.page.roots["sidebar"]
    part = sidebar.open(Node("fragment", {}, ("part", drawn.inner.id)))[1]
    part.put(Node("text", {"body": "old"}))
    drawn.inner.parts[sidebar] = part
    drawn.outer.rewind()
    again = drawn.add(drawn.outer.branch, "inner", drawn.outer.id, whole=False)
    drawn.all.trim(drawn.outer)
    assert (part.slots, len(sidebar.slots), again.parts) == ([], 1, {sidebar: part})


def test_what_a_page_says_is_a_fragment(drawn: Drawn) -> None:
    """Only the number of one that is shown."""
    assert drawn.all.get(drawn.outer.id) is drawn.outer
    assert [drawn.all.get(what) for what in (None, "1", [1], 99, 1.5)] == [None] * 5

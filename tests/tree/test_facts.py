"""What is said of a page as a whole."""

from __future__ import annotations

from typing import Any

from nbapp.tree.facts import Facts
from nbapp.tree.page import Page


def test_only_changes_are_told() -> None:
    """A rerun that says the same again costs no message."""
    told: list[Any] = []
    facts = Facts(lambda name, fact: told.append((name, fact)))
    facts.change("config", title="a", layout="wide")
    facts.change("config", title="a")
    facts.change("config", title="b")
    facts.change("url", query="x=1")
    assert told == [
        ("config", {"title": "a", "layout": "wide"}),
        ("config", {"title": "b", "layout": "wide"}),
        ("url", {"query": "x=1"}),
    ]


def test_what_is_handed_out_is_a_copy() -> None:
    """A page has them, empty at first."""
    facts = Page().facts
    assert (facts.get("config"), facts.snapshot()) == ({}, {})
    facts.change("config", title="a")
    facts.get("config")["title"] = facts.snapshot()["config"]["title"] = "b"
    assert facts.get("config") == {"title": "a"}


def test_what_every_run_is_to_say() -> None:
    """It is told when it changes, and taken back by a run that did not say it; other facts stay."""
    told: list[Any] = []
    page = Page()
    page.facts.tell = lambda name, fact: told.append((name, fact))
    page.facts.change("config", title="a")
    for _ in range(2):
        page.rewind()
        page.facts.say("navigation", title="b", missing="c")
        page.facts.trim()
    page.rewind()
    page.facts.say("navigation", title="b")
    page.facts.trim()
    page.rewind()
    page.facts.trim()
    assert told == [
        ("config", {"title": "a"}),
        ("navigation", {"title": "b", "missing": "c"}),
        ("navigation", {"title": "b"}),
        ("navigation", {}),
    ]
    assert page.facts.get("config") == {"title": "a"}

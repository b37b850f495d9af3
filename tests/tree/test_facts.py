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

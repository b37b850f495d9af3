"""Every rule that an AppTest can show is held against Streamlit by a test that names it."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

RULES = range(1, 170)

ELSEWHERE = {
    12: "there is no run",
    28: "a class of CSS",
    35: "when a browser sends a value",
    62: "`chat_input`, which is not there yet",
    65: "a run that is interrupted",
    66: "two clicks while a run is busy",
    71: "a key press in a browser",
    86: "requests while a run is busy",
    110: "going back in a browser",
    111: "a run that is interrupted",
    112: "a run that is interrupted",
    113: "a run that is interrupted",
    114: "a run that is interrupted",
    116: "a run that is interrupted",
    137: "a setting of Streamlit's server",
    138: "Streamlit's own server",
    151: "a large value is hashed whole, so that there is nothing to see",
    165: "what is shown for a moment",
}
"""Rules that are tested in another way, and why."""


@functools.cache
def named() -> set[int]:
    """The numbers of the rules in the ids of the tests of this folder."""
    found: set[int] = set()
    for path in Path(__file__).parent.glob("test_*.py"):
        for name in ids_in(ast.parse(path.read_text(encoding="utf-8"))):
            for first, last in re.findall(r"R(\d+) to R(\d+)", name):
                found.update(range(int(first), int(last) + 1))
            found.update(int(number) for number in re.findall(r"\bR(\d+)\b", name))
            found.update(int(number) for number in re.findall(r"_r(\d+)_", name))
    return found


def ids_in(tree: ast.Module) -> Iterator[str]:
    """The texts and the names of functions in a file, without its documentation."""
    documentation = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            yield node.name
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in documentation:
            yield node.value


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"rule {rule}")
def test_the_rule_is_held_against_streamlit(rule: int) -> None:
    """By a test with its number in its id, unless an AppTest cannot show it."""
    assert (rule in named()) is (rule not in ELSEWHERE)

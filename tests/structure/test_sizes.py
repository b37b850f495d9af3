"""The ceilings: 400 lines a module, 40 lines of code a function (its docstring and signature aside)."""

from __future__ import annotations

from pathlib import Path

import pytest
from source import REPOSITORY, code_lines, functions

MODULE = 400
FUNCTION = 40
ROOMS = ("nbapp", "nbapp_labextension", "tests", "bench")


def sources(*endings: str) -> list[str]:
    """List our source files, relative to the repository."""
    found = (path for room in ROOMS for path in (REPOSITORY / room).rglob("*") if path.suffix in endings)
    named = (path.relative_to(REPOSITORY) for path in found)
    return sorted(str(path) for path in named if not {"node_modules", "static", "labextension"} & set(path.parts))


def lines(name: str) -> list[str]:
    """Read the lines of a source file."""
    return (REPOSITORY / name).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", sources(".py", ".ts", ".mjs", ".css"))
def test_module_is_under_the_ceiling(name: str) -> None:
    """A file that has grown too long is split by its nouns."""
    assert len(lines(name)) <= MODULE


@pytest.mark.parametrize("name", sources(".py"))
def test_functions_are_under_the_ceiling(name: str) -> None:
    """A function that has grown too long is split by what it does."""
    text = lines(name)
    counted = {found.name: code_lines(found, text) for found in functions(REPOSITORY / Path(name))}
    assert not {function: count for function, count in counted.items() if count > FUNCTION}


@pytest.mark.parametrize("name", sources(".py", ".ts", ".mjs"))
def test_lines_are_short(name: str) -> None:
    """No line is longer than 120 characters."""
    assert not [number for number, line in enumerate(lines(name), 1) if len(line) > 120]

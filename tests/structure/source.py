"""Reads the source of the package, for the tests of its structure: modules, what they import, what their code is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGE = REPOSITORY / "nbapp"

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Import(NamedTuple):
    """One import: what is imported, on which line, and when: at the top, by a function's call, or for types only."""

    target: str
    line: int
    when: str = "top"


@cache
def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(REPOSITORY).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports(name: str) -> Iterator[Import]:
    """Every import that a module does, at its top or in a function; our own modules under their full names."""
    yield from imports_below(parsed(modules()[name]), "top")


def imports_below(node: ast.AST, when: str) -> Iterator[Import]:
    """Every import in a part of a module."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (Import(alias.name, child.lineno, when) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            yield from (Import(whole_name(child, alias), child.lineno, when) for alias in child.names)
        yield from imports_below(child, "call" if isinstance(child, Function) else "types" if guards(child) else when)


def guards(node: ast.AST) -> bool:
    """Tell whether a statement is ``if TYPE_CHECKING:``."""
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def whole_name(node: ast.ImportFrom, alias: ast.alias) -> str:
    """What ``from A import B`` imports: the module A.B where there is one, else A."""
    assert node.level == 0, f"line {node.lineno}: imports name the whole module, without leading dots"
    inner = f"{node.module}.{alias.name}"
    return inner if inner in modules() else str(node.module)


def functions(path: Path) -> Iterator[Function]:
    """Every function and method of a file."""
    return (node for node in ast.walk(parsed(path)) if isinstance(node, Function))


def code_lines(function: Function, text: list[str]) -> int:
    """Count the lines of a function's code: without its docstring, comments and blank lines."""
    body = function.body[1:] if ast.get_docstring(function, clean=False) is not None else function.body
    if not body:
        return 0
    return sum(1 for line in text[body[0].lineno - 1 : function.end_lineno] if line.strip() and line.strip()[0] != "#")

"""Bare expressions: which are shown, and how (R139 to R141)."""

from __future__ import annotations

import ast
import asyncio
import inspect
from pathlib import Path
from typing import Any

import pytest

from nbapp.script.expressions import CALLED, DISPLAY, WRITE, with_shown_expressions


def shown(source: str, silent: bool = False) -> list[tuple[Any, ...]]:
    """What running a cell writes; the last expression comes with the word "last"."""
    calls: list[tuple[Any, ...]] = []
    tree = with_shown_expressions(ast.parse(source), silent)
    code = compile(tree, "<cell>", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    names: dict[str, Any] = {
        WRITE: lambda *values: calls.append(values),
        DISPLAY: lambda called, value: calls.append(("last", value)),
        CALLED: None,
        "__name__": "a module",
    }
    result = eval(code, names)
    if inspect.iscoroutine(result):
        asyncio.run(result)
    return calls


@pytest.mark.parametrize(
    "block",
    [
        "if True:\n    {}",
        "for i in [1]:\n    {}",
        "while True:\n    {}\n    break",
        "with open(__import__('os').devnull):\n    {}",
        "try:\n    1 / 0\nexcept ZeroDivisionError:\n    {}\nfinally:\n    pass",
        "try:\n    pass\nfinally:\n    {}",
        "match 1:\n    case 1:\n        {}",
        "def f():\n    {}\nf()",
        "class A:\n    def f(self):\n        x = 1\n        {}\nA().f()",
        "async def f():\n    {}\nawait f()",
        "def f():\n    def g():\n        {}\n    g()\nf()",
    ],
)
def test_a_bare_expression_is_written_wherever_it_stands(block: str) -> None:
    """In any block, at any depth."""
    assert shown(block.format("1 + 1") + "\nx = 1") == [(2,)]


@pytest.mark.parametrize("last", ["'x'", "1 < 2", "None", "...", "[i for i in 'ab']", "f'{1}'", "-1"])
def test_what_is_written_in_the_middle(last: str) -> None:
    """Constants, comparisons and comprehensions too."""
    assert shown(f"y = 1\n{last}\nx = 1") == [(eval(last),)]


def test_tuples_are_written_as_several_values() -> None:
    """And an empty one as itself."""
    assert shown("1, 'a'\n()\nx = 1") == [(1, "a"), ((),)]


@pytest.mark.parametrize(
    "source",
    [
        "'''The docstring'''\nx = 1",
        "def f():\n    '''Doc'''\nf()\nx = 1",
        "async def f():\n    '''Doc'''\nawait f()\nx = 1",
        "class A:\n    '''Doc'''\n    1 + 1\nx = 1",
        "len('a')\nx = 1",
        "import asyncio\nawait asyncio.sleep(0)\nx = 1",
        "def f():\n    yield 1\n    yield from [2]\nlist(f())\nx = 1",
        "f = lambda: 1\nx = f()",
    ],
)
def test_what_is_not_written(source: str) -> None:
    """Docstrings, calls, awaits, yields, and the body of a class (R140)."""
    assert shown(source) == []


def test_a_text_after_a_statement_is_no_docstring() -> None:
    """It is written."""
    assert shown("x = 1\n'''text'''\nx = 2") == [("text",)]


def test_the_last_expression_is_displayed() -> None:
    """A call counts, and is called once; a semicolon silences it."""
    assert shown("x = 1\nx + 1") == [("last", 2)]
    assert shown("x = [1]\nx.pop()") == [("last", 1)]
    assert shown("1 + 1", silent=True) == []
    assert shown("'only a text'") == [("last", "only a text")]


def test_the_last_expression_inside_a_block_is_written() -> None:
    """Only a statement of the cell's own is its last one."""
    assert shown("if True:\n    1 + 1") == [(2,)]


def test_the_script_is_main() -> None:
    """Although its module has a name of its own."""
    assert shown("x = __name__ == '__main__'\nx\ny = 1") == [(True,)]
    assert shown("x = __name__\nx\ny = 1") == [("a module",)]


def test_what_the_last_expression_calls_is_let_go(tmp_path: Path) -> None:
    """The file of `open(...).write(...)` is closed when the cell ends, as in any cell."""
    path = tmp_path / "report.txt"
    tree = with_shown_expressions(ast.parse(f"open({str(path)!r}, 'w').write('x')"), silent=False)
    names: dict[str, Any] = {DISPLAY: lambda called, value: None, CALLED: None}
    with pytest.warns(ResourceWarning):
        exec(compile(tree, "<cell>", "exec"), names)
    assert path.read_text(encoding="utf-8") == "x"

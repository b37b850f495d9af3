"""What an AppTest runs: the code of a script, and the names that it begins each run with."""

from __future__ import annotations
import __future__

import ast
import inspect
import linecache
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbapp.errors import NO_SOURCE, AppTestError
from nbapp.script.cell import Cell, compiled
from nbapp.script.expressions import with_written_expressions

ARGUMENTS = "__nbapp_arguments__"
"""Holds what a function that is run as a script is called with."""


@dataclass(frozen=True)
class Source:
    """A script.

    Attributes
    ----------
    cell : Cell
        Its code.
    file : Path or None
        The file or notebook that it stands in.
    setup : sequence of Cell
        What runs once before it, as a notebook's ordinary cells do.
    streamlit : bool
        `import streamlit` in it gives nbapp.
    names : mapping
        What each run begins with.
    """

    cell: Cell
    file: Path | None = None
    setup: Sequence[Cell] = ()
    streamlit: bool = False
    names: Mapping[str, Any] = field(default_factory=dict)


def kept(text: str, filename: str) -> str:
    """Keep the lines of what is no file, for tracebacks; returns the text."""
    linecache.cache[filename] = (len(text), None, text.splitlines(keepends=True), filename)
    return text


def of_file(path: Path, streamlit: bool = False) -> Source:
    """The script of a file."""
    linecache.checkcache(str(path))
    tree = with_written_expressions(ast.parse(path.read_bytes(), str(path)))
    return Source(compiled(tree, str(path)), path, streamlit=streamlit)


def of_text(text: str, filename: str, streamlit: bool = False) -> Source:
    """A script that is a text; what all its lines are indented by is left out."""
    tree = with_written_expressions(ast.parse(kept(textwrap.dedent(text), filename), filename))
    return Source(compiled(tree, filename), streamlit=streamlit)


def of_function(
    function: Callable[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any], streamlit: bool = False
) -> Source:
    """A script that is the body of a function, which knows no names but its own.

    Raises
    ------
    AppTestError
        If Python does not know the source of the function.
    """
    name = getattr(function, "__name__", type(function).__name__)
    try:
        lines, first = inspect.getsourcelines(function)
        statement = ast.parse(textwrap.dedent("".join(lines))).body[0]
    except (OSError, TypeError, SyntaxError):
        raise AppTestError(NO_SOURCE.format(name=name)) from None
    if not isinstance(statement, ast.FunctionDef):
        raise AppTestError(NO_SOURCE.format(name=name))
    without_names_of_the_file(statement)
    call = ast.parse(f"{name}(*{ARGUMENTS}[0], **{ARGUMENTS}[1])").body
    tree = with_written_expressions(ast.Module([statement, *call], []))
    filename = inspect.getsourcefile(function) or f"<{name}>"
    future = function.__code__.co_flags & __future__.annotations.compiler_flag
    cell = compiled(ast.increment_lineno(tree, first - 1), filename, future)
    return Source(cell, streamlit=streamlit, names={ARGUMENTS: (tuple(args), dict(kwargs))})


def without_names_of_the_file(statement: ast.FunctionDef) -> None:
    """Take from a function's head what only the file around it knows: decorators and annotations."""
    statement.decorator_list = []
    statement.returns = None
    given = statement.args
    for argument in (*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg):
        if argument is not None:
            argument.annotation = None

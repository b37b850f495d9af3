"""What an AppTest runs: the code of a script, and the names that it begins each run with."""

from __future__ import annotations

import ast
import inspect
import linecache
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType
from typing import Any

from nbapp.errors import NO_SOURCE, AppTestError
from nbapp.script.expressions import ends_silently, with_shown_expressions

ARGUMENTS = "__nbapp_arguments__"
"""Holds what a function that is run as a script is called with."""


@dataclass(frozen=True)
class Source:
    """A script.

    Attributes
    ----------
    code : CodeType
        Of a module; of a coroutine where the script awaits at its top level.
    filename : str
        What tracebacks know it by.
    folder : Path or None
        Where its own modules and pages are.
    setup : sequence of CodeType
        What runs once before it, as a notebook's ordinary cells do.
    streamlit : bool
        `import streamlit` in it gives nbapp.
    names : mapping
        What each run begins with.
    """

    code: CodeType
    filename: str
    folder: Path | None = None
    setup: Sequence[CodeType] = ()
    streamlit: bool = False
    names: Mapping[str, Any] = field(default_factory=dict)


def compiled(text: str, filename: str, *, cell: bool = False) -> CodeType:
    """Compile a script so that it shows its bare expressions (R139).

    Parameters
    ----------
    text : str
        The script.
    filename : str
        What tracebacks know it by; its lines are kept for them.
    cell : bool
        Its last expression follows Jupyter, as that of a `%%app` cell.

    Raises
    ------
    SyntaxError
        If it is no Python.
    """
    tree = ast.parse(text, filename)
    if cell:
        tree = with_shown_expressions(tree, ends_silently(text))
    else:
        tree.body.append(ast.Pass())  # so that the last expression is one like the others
        tree = with_shown_expressions(tree, silent=True)
    kept(text, filename)
    return compile(tree, filename, "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)


def kept(text: str, filename: str) -> None:
    """Keep the lines of what is no file, for tracebacks."""
    if filename.startswith("<"):
        linecache.cache[filename] = (len(text), None, text.splitlines(keepends=True), filename)


def of_file(path: Path) -> Source:
    """The script of a file."""
    text = path.read_text(encoding="utf-8")
    return Source(compiled(text, str(path)), str(path), path.parent)


def of_text(text: str, filename: str, streamlit: bool = False) -> Source:
    """A script that is a text; what all its lines are indented by is left out."""
    return Source(compiled(textwrap.dedent(text), filename), filename, streamlit=streamlit)


def of_function(function: Callable[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any]) -> Source:
    """A script that is the body of a function, which knows no names but its own.

    Raises
    ------
    AppTestError
        If Python does not know the source of the function.
    """
    name = getattr(function, "__name__", type(function).__name__)
    try:
        lines, first = inspect.getsourcelines(function)
    except (OSError, TypeError):
        raise AppTestError(NO_SOURCE.format(name=name)) from None
    definition = textwrap.dedent("".join(lines))
    filename = inspect.getsourcefile(function) or f"<{name}>"
    tree = ast.parse(definition)
    statement = tree.body[0]
    if not isinstance(statement, ast.FunctionDef):
        raise AppTestError(NO_SOURCE.format(name=name))
    statement.decorator_list = []
    call = ast.parse(f"{name}(*{ARGUMENTS}[0], **{ARGUMENTS}[1])").body[0]
    ast.increment_lineno(tree, first - 1)
    tree.body.append(call)
    code = compile(with_shown_expressions(tree, silent=True), filename, "exec", dont_inherit=True)
    return Source(code, filename, names={ARGUMENTS: (tuple(args), dict(kwargs))})

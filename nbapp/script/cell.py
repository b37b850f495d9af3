"""A cell: the code of a script, ready to run."""

from __future__ import annotations

import ast
import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import CodeType


@dataclass(frozen=True)
class Cell:
    """The code of an app cell, of a notebook's cell, or of a file.

    Attributes
    ----------
    code : CodeType
        A module's code; a coroutine's where the cell awaits at its top level.
    filename : str
        The name that tracebacks and the debugger know the cell by.
    awaits : bool
        Whether the code is a coroutine's.
    streamlit : bool
        It is a cell of a page whose first line says that `import streamlit` means nbapp.
    """

    code: CodeType
    filename: str
    awaits: bool
    streamlit: bool = False


def compiled(tree: ast.Module, filename: str, flags: int = 0) -> Cell:
    """Compile a syntax tree, whose top level may await.

    Parameters
    ----------
    tree : ast.Module
        The code.
    filename : str
        What tracebacks call it.
    flags : int
        Those of `compile`: what the code's file imports from the future.

    Examples
    --------
    >>> compiled(ast.parse("await x"), "<cell>").awaits
    True
    """
    code = compile(tree, filename, "exec", flags=flags | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    return Cell(code, filename, bool(code.co_flags & inspect.CO_COROUTINE))

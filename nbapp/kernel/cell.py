"""From the text of an app cell to code: IPython's syntax, bare expressions, the cell's own line numbers."""

from __future__ import annotations

import ast
import linecache
from typing import TYPE_CHECKING

from nbapp.script.cell import Cell, compiled
from nbapp.script.expressions import ends_silently, with_shown_expressions

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell


def compile_cell(shell: InteractiveShell, body: str, raw: str) -> Cell:
    """Compile the body of an app cell.

    Parameters
    ----------
    shell : InteractiveShell
        Knows IPython's syntax and how cells are named.
    body : str
        The cell without its `%%app` line.
    raw : str
        The cell as it was sent; tracebacks and breakpoints count its lines.

    Returns
    -------
    Cell
        Ready to run, any number of times.

    Raises
    ------
    SyntaxError
        With the line of the cell.
    """
    whole, part = raw.rstrip("\n"), body.rstrip("\n")
    before = whole.count("\n") - part.count("\n") if whole.endswith(part) else 1
    stripped = len(body) - len(body.lstrip("\n"))
    text = "\n" * (before + stripped) + shell.transform_cell(body)
    filename = shell.compile.cache(text, shell.execution_count, raw_code=raw)
    lines = [line + "\n" for line in raw.split("\n")]
    linecache.cache[filename] = (len(raw), None, lines, filename)
    return compiled(with_shown_expressions(ast.parse(text, filename), ends_silently(text)), filename)

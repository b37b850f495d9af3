"""An app cell of a notebook as the script of an AppTest; the ordinary cells before it are its setup."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import NamedTuple

from nbapp.errors import NO_APP_CELL, AppTestError
from nbapp.pages.cell_text import text_of
from nbapp.pages.page_file import cells_of
from nbapp.script.cell import compiled
from nbapp.script.expressions import ends_silently, with_shown_expressions
from nbapp.script.first_line import Options, options_text, read_options
from nbapp.testing.source import Source, kept

MAGIC = re.compile(r"(\s*)[%!]")
"""How a line begins that is IPython's, not Python's."""

PYTHON_BELOW = ("%%capture", "%%time", "%%timeit", "%%prun", "%%python", "%%python3")
"""Cell magics whose cell is Python all the same."""


class CodeCell(NamedTuple):
    """A code cell: its place among those of the notebook, from 0, and its text."""

    number: int
    text: str

    @property
    def options(self) -> Options | None:
        """What the first line of an app's cell says; None if it is none."""
        text = options_text(self.text)
        return None if text is None else read_options(text)


def of_notebook(path: Path, name: str | int | None) -> Source:
    """The script of a notebook.

    Parameters
    ----------
    path : Path
        An .ipynb file.
    name : str or int, optional
        The `--name` of the app cell that is meant, or its number among the app cells, from 0; not needed for one.

    Raises
    ------
    AppTestError
        If it has no such app cell, or several and no name.
    SyntaxError
        If a cell is no Python.
    """
    sources = [text_of(cell.get("source")) for cell in cells_of(path) if cell.get("cell_type") == "code"]
    cells = [CodeCell(number, text) for number, text in enumerate(sources)]
    chosen = chosen_app(path, [cell for cell in cells if cell.options is not None], name)
    assert chosen.options is not None
    tree = with_shown_expressions(parsed(chosen, path), ends_silently(chosen.text))
    before = [cell for cell in cells[: chosen.number] if cell.options is None]
    setup = [compiled(parsed(cell, path), filename_of(path, cell)) for cell in before]
    return Source(compiled(tree, filename_of(path, chosen)), path, setup, chosen.options.streamlit)


def chosen_app(path: Path, apps: list[CodeCell], name: str | int | None) -> CodeCell:
    """Return the app cell that is meant."""
    named = {cell.options.name: cell for cell in apps if cell.options is not None and cell.options.name}
    if isinstance(name, str) and name in named:
        return named[name]
    if isinstance(name, int) and 0 <= name < len(apps):
        return apps[name]
    if name is None and len(apps) == 1:
        return apps[0]
    names = ", ".join(map(repr, named)) or "none of them has a name"
    found = f"{len(apps)} app cells ({names})" if apps else "no cell that begins with `%%app`"
    asked = "" if name is None else f"{name!r} was asked for, and "
    raise AppTestError(NO_APP_CELL.format(asked=asked, path=path.name, found=found))


def parsed(cell: CodeCell, path: Path) -> ast.Module:
    """Parse a cell; its lines are kept for tracebacks."""
    filename = filename_of(path, cell)
    return ast.parse(plain_python(kept(cell.text, filename)), filename)


def filename_of(path: Path, cell: CodeCell) -> str:
    """What tracebacks know a cell by."""
    return f"{path}, cell {cell.number + 1}"


def plain_python(text: str) -> str:
    """A cell without what is IPython's, which means nothing without a kernel; its lines stay where they are.

    Parameters
    ----------
    text : str
        The cell.

    Returns
    -------
    str
        The same if it is Python as it stands; else with `pass` for each line that begins with `%` or `!`. Nothing of a
        cell whose first line says that it is of another language.

    Raises
    ------
    SyntaxError
        If it is no Python.

    Examples
    --------
    >>> print(plain_python("%matplotlib inline\\nx = 17 \\\\\\n% 3"))
    pass
    x = 17 \\
    % 3
    """
    lines = text.split("\n")
    if lines[0].startswith("%%"):
        if lines[0].split()[0] not in (*PYTHON_BELOW, "%%app"):
            return ""
        lines[0] = ""
    while True:
        try:
            ast.parse("\n".join(lines))
        except SyntaxError as error:
            at = (error.lineno or 1) - 1
            magic = MAGIC.match(lines[at]) if at < len(lines) else None
            if magic is None:
                raise
            lines[at] = f"{magic[1]}pass"
        else:
            return "\n".join(lines)

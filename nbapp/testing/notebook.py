"""An app cell of a notebook as the script of an AppTest; the ordinary cells before it are its setup."""

from __future__ import annotations

import ast
import json
import re
import shlex
from argparse import ArgumentParser
from pathlib import Path
from types import CodeType
from typing import Any, NamedTuple, NoReturn

from nbapp.errors import NO_APP_CELL, AppTestError
from nbapp.testing.source import Source, compiled, kept

MAGIC = re.compile(r"(\s*)[%!]")
"""How a line begins that is IPython's, not Python's."""

PYTHON_BELOW = ("%%capture", "%%time", "%%timeit", "%%prun", "%%python", "%%python3")
"""Cell magics whose cell is Python all the same."""


class Cell(NamedTuple):
    """A code cell: its place among those of the notebook, its first line if that is a cell magic, and the rest."""

    number: int
    magic: list[str]
    body: str

    @property
    def is_app(self) -> bool:
        """Whether it is an app."""
        return self.magic[:1] == ["%%app"]

    @property
    def is_python(self) -> bool:
        """Whether Python can run it."""
        return not self.magic or self.magic[0] in PYTHON_BELOW

    @property
    def text(self) -> str:
        """Its code, on the lines on which it stands in the cell."""
        return "\n" * bool(self.magic) + self.body


class Options(NamedTuple):
    """What the first line of an app cell says."""

    name: str | None
    streamlit: bool


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
    cells = code_cells(path)
    chosen = chosen_app(path, [cell for cell in cells if cell.is_app], name)
    before = [cell for cell in cells[: chosen.number] if not cell.is_app and cell.is_python]
    filename = filename_of(path, chosen)
    code = compiled(plain_python(chosen.text), filename, cell=True)
    setup = [compiled_setup(cell, path) for cell in before]
    return Source(code, filename, path.parent, setup, options_of(chosen).streamlit)


def code_cells(path: Path) -> list[Cell]:
    """Read the code cells of a notebook."""
    notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    sources = [cell["source"] for cell in notebook.get("cells", []) if cell.get("cell_type") == "code"]
    cells = []
    for number, source in enumerate(sources):
        text = source if isinstance(source, str) else "".join(source)
        first, _, rest = text.partition("\n")
        cells.append(Cell(number, first.split(), rest) if first.startswith("%%") else Cell(number, [], text))
    return cells


def chosen_app(path: Path, apps: list[Cell], name: str | int | None) -> Cell:
    """Return the app cell that is meant."""
    named = {name_: cell for cell in apps if (name_ := options_of(cell).name)}
    if isinstance(name, str) and name in named:
        return named[name]
    if isinstance(name, int) and 0 <= name < len(apps):
        return apps[name]
    if name is None and len(apps) == 1:
        return apps[0]
    names = ", ".join(map(repr, named)) or "none of them has a name"
    found = f"{len(apps)} app cells ({names})" if apps else "no cell that begins with `%%app`"
    raise AppTestError(NO_APP_CELL.format(path=path, found=found))


def options_of(cell: Cell) -> Options:
    """Read the first line of an app cell."""
    parser = Refusing(prog="%%app", add_help=False)
    parser.add_argument("--name")
    parser.add_argument("--height")
    parser.add_argument("--manual", action="store_true")
    parser.add_argument("--streamlit", action="store_true")
    given, _ = parser.parse_known_args(shlex.split(" ".join(cell.magic[1:])))
    return Options(given.name, given.streamlit)


class Refusing(ArgumentParser):
    """A reader of options that raises."""

    def error(self, message: str) -> NoReturn:
        """Refuse."""
        raise AppTestError(f"The first line of an app cell cannot be read: {message}.")


def compiled_setup(cell: Cell, path: Path) -> CodeType:
    """Compile an ordinary cell; what it would show is of no interest."""
    text, filename = plain_python(cell.text), filename_of(path, cell)
    kept(text, filename)
    code: CodeType = compile(text, filename, "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    return code


def filename_of(path: Path, cell: Cell) -> str:
    """What tracebacks know a cell by."""
    return f"<{path.name}, code cell {cell.number + 1}>"


def plain_python(text: str) -> str:
    """A cell without the lines that are IPython's: they mean nothing without a kernel.

    Parameters
    ----------
    text : str
        The cell.

    Returns
    -------
    str
        The same if it is Python as it stands; else with `pass` for each line of IPython's.

    Raises
    ------
    SyntaxError
        If it is neither.

    Examples
    --------
    >>> print(plain_python("%matplotlib inline\\nx = 17 \\\\\\n% 3"))
    pass
    x = 17 \\
    % 3
    """
    lines = text.split("\n")
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

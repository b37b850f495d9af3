"""The file of a page as code: a `.py` as a script, a notebook as one script of its cells, with its Markdown in between.

Tracebacks name a notebook and its cell: `pages/map.ipynb, cell 3`, counted as Run All would.
"""

from __future__ import annotations

import ast
import json
import linecache
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from nbapp.errors import PageSourceError
from nbapp.pages.cell_text import text_of, with_pictures
from nbapp.script.cell import Cell, compiled
from nbapp.script.expressions import ends_silently, with_shown_expressions, with_written_expressions
from nbapp.script.first_line import options_text, read_options

Part = Cell | str
"""Code, or Markdown."""

SKIPPED = "skip-execution"
"""The tag of cells that nbclient does not execute."""

LOADING = frozenset({"load_ext", "reload_ext", "unload_ext"})


class PageFiles:
    """Compiles the files of pages, each once as long as it does not change.

    Parameters
    ----------
    transform : callable
        Takes the text of a notebook's cell, returns it in Python's syntax, with its lines where they were.
    """

    def __init__(self, transform: Callable[[str], str]) -> None:
        self._transform = transform
        self._known: dict[Path, tuple[tuple[int, int], list[Part]]] = {}

    def parts(self, path: Path) -> list[Part]:
        """Return what a page's file consists of, in order.

        Raises
        ------
        PageSourceError
            If it cannot be read, or is no notebook of Python.
        SyntaxError
            With its line, in the cell.
        """
        try:
            state = path.stat()
        except OSError as error:
            raise PageSourceError(path, str(error.strerror)) from None
        mark = state.st_mtime_ns, state.st_size
        known = self._known.get(path)
        if known is None or known[0] != mark:
            compile_file = self._parts_of_notebook if path.suffix == ".ipynb" else parts_of_script
            try:
                known = self._known[path] = mark, compile_file(path)
            except OSError as error:
                raise PageSourceError(path, str(error.strerror)) from None
            except SyntaxError as error:
                if error.filename is None:
                    raise PageSourceError(path, error.msg) from None
                raise
        return known[1]

    def _parts_of_notebook(self, path: Path) -> list[Part]:
        parts: list[Part] = []
        number = 0
        for cell in cells_of(path):
            source, kind = text_of(cell.get("source")), cell.get("cell_type")
            if kind == "markdown":
                parts.append(with_pictures(source, path.parent, cell.get("attachments")))
            elif kind == "code":
                number += 1
                if SKIPPED not in tags_of(cell) and source.strip():
                    parts.append(self._compiled(source, f"{path}, cell {number}"))
        return parts

    def _compiled(self, source: str, filename: str) -> Cell:
        linecache.cache[filename] = (len(source), None, [line + "\n" for line in source.split("\n")], filename)
        text = self._transformed(source)
        tree = without_loading(ast.parse(text, filename))
        cell = compiled(with_shown_expressions(tree, ends_silently(text)), filename)
        options = options_text(source)
        return cell if options is None else replace(cell, streamlit=read_options(options).streamlit)

    def _transformed(self, source: str) -> str:
        """Return a cell in Python's syntax, with its lines where they were; that of an app is its body."""
        lines = source.split("\n")
        first = next(number for number, line in enumerate(lines) if line.strip())
        if options_text(lines[first]) is not None:
            first += 1
        while first < len(lines) and not lines[first].strip():
            first += 1
        return "\n" * first + str(self._transform("\n".join(lines[first:])))


def parts_of_script(path: Path) -> list[Part]:
    """Compile a `.py` file, as Streamlit runs it: every bare expression is written (R139 to R142)."""
    linecache.checkcache(str(path))
    tree = ast.parse(path.read_bytes(), str(path))
    return [compiled(with_written_expressions(tree), str(path))]


def wants_streamlit(parts: Iterable[Part]) -> bool:
    """Whether one of the cells of a page says that `import streamlit` means nbapp."""
    return any(isinstance(part, Cell) and part.streamlit for part in parts)


def cells_of(path: Path) -> list[dict[str, Any]]:
    """Read the cells of a notebook.

    Raises
    ------
    PageSourceError
        If it is none, or one of another language.
    """
    try:
        notebook = json.loads(path.read_text(encoding="utf-8-sig"))
        cells = list(notebook["cells"])
        about = notebook.get("metadata") or {}
        told = (about.get("kernelspec") or {}).get("language"), (about.get("language_info") or {}).get("name")
    except (ValueError, KeyError, TypeError, AttributeError):
        raise PageSourceError(path, "it is no notebook of format 4; open it in JupyterLab and save it") from None
    language = told[0] or told[1] or "python"
    if str(language).lower() != "python":
        raise PageSourceError(path, f"it is a notebook of {language}, and pages run in the app's Python kernel")
    return [cell for cell in cells if isinstance(cell, dict)]


def tags_of(cell: dict[str, Any]) -> list[Any]:
    """Return the tags of a cell."""
    metadata = cell.get("metadata")
    tags = metadata.get("tags") if isinstance(metadata, dict) else None
    return tags if isinstance(tags, list) else []


def without_loading(tree: ast.Module) -> ast.Module:
    """Leave out `%load_ext nbapp`: what it loads is there, and runs the page just now."""
    tree.body = [statement for statement in tree.body if not loads_nbapp(statement)]
    return tree


def loads_nbapp(statement: ast.stmt) -> bool:
    """Whether a statement is what IPython makes of `%load_ext nbapp`, or of its like."""
    if not (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call)):
        return False
    call = statement.value
    given = [each.value for each in call.args if isinstance(each, ast.Constant)]
    called = isinstance(call.func, ast.Attribute) and call.func.attr == "run_line_magic"
    return called and len(given) == 2 and given[0] in LOADING and str(given[1]).strip() == "nbapp"

"""A script as code, wherever it comes from."""

from __future__ import annotations

import linecache
from pathlib import Path

from nbapp.testing.source import of_file, of_function, of_text


def test_a_text_keeps_its_lines_for_tracebacks() -> None:
    """Without what all of them are indented by."""
    source = of_text("\n    x = 1\n    y = 2\n", "<a text>")
    assert linecache.getline("<a text>", 3) == "y = 2\n"
    assert (source.cell.filename, source.cell.awaits, source.file) == ("<a text>", False, None)
    linecache.cache.pop("<a text>")


def test_a_file_is_read_as_python_reads_it(tmp_path: Path) -> None:
    """With its encoding, and what awaits at its top level."""
    path = tmp_path / "app.py"
    path.write_bytes("# coding: latin-1\nx = 'é'\nawait f(x)\n".encode("latin-1"))
    source = of_file(path)
    assert source.cell.awaits
    assert source.file == path
    assert "é" in source.cell.code.co_consts


def test_a_function_keeps_its_lines_and_loses_its_decorators() -> None:
    """So that tracebacks point into its file."""

    def decorated(path: Path, *more: Path, **others: Path) -> Path:
        raise ValueError

    source = of_function(decorated, (), {})
    assert "Path" not in source.cell.code.co_names
    assert source.cell.filename == __file__
    function = next(each for each in source.cell.code.co_consts if hasattr(each, "co_firstlineno"))
    assert function.co_firstlineno == decorated.__code__.co_firstlineno

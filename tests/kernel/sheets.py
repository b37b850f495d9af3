"""Notebooks and scripts for the tests of pages, written into a folder."""

from __future__ import annotations

from pathlib import Path

import nbformat


def write_notebook(path: Path, *cells: str, **metadata: object) -> Path:
    """Write a notebook; a cell that begins with `#md` is one of Markdown."""
    make = nbformat.v4
    made = [
        make.new_markdown_cell(cell.removeprefix("#md").lstrip())
        if cell.startswith("#md")
        else make.new_code_cell(cell)
        for cell in cells
    ]
    return write(path, nbformat.writes(make.new_notebook(cells=made, metadata=metadata)))


def write(path: Path, text: str) -> Path:
    """Write a file, with its folder."""
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text(text, encoding="utf-8")
    return path

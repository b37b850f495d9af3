"""`latex`: a formula."""

from __future__ import annotations

import sys
import types

import pytest
from sheet import Sheet


def test_formula(sheet: Sheet) -> None:
    """Its source, cleaned; the node says that it is LaTeX."""
    sheet.place.latex("\n    a^2\n    ", help="why", width="content")
    assert sheet.last == ("latex", {"body": "a^2", "help": "why", "width": "content"})


def test_sympy_expression(sheet: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    """An expression is written as LaTeX by its own library."""

    class Basic:
        pass

    sympy = types.SimpleNamespace(Basic=Basic, MatrixBase=Basic, latex=lambda value: r"\frac{1}{2}")
    monkeypatch.setitem(sys.modules, "sympy", sympy)
    sheet.place.latex(Basic())
    assert sheet.last[1]["body"] == r"\frac{1}{2}"

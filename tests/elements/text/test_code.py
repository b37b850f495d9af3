"""`code`: program text."""

from __future__ import annotations

import pytest
from sheet import Sheet

from nbapp.errors import StreamlitInvalidHeightError


def test_code_keeps_its_indentation(sheet: Sheet) -> None:
    """Only one empty line at each end goes."""
    sheet.place.code("\n  if a:\n    b\n\n")
    assert sheet.last == ("code", {"body": "  if a:\n    b\n", "language": "python"})


def test_every_parameter(sheet: Sheet) -> None:
    """What differs from the usual look is a property."""
    sheet.place.code("a", None, line_numbers=True, wrap_lines=True, height=100, width="content")
    expected = {"body": "a", "language": None, "numbers": True, "wrap": True, "height": 100, "width": "content"}
    assert sheet.last[1] == expected


def test_height_is_checked(sheet: Sheet) -> None:
    """A height is pixels or a word."""
    with pytest.raises(StreamlitInvalidHeightError):
        sheet.place.code("a", height="tall")

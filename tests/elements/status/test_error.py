"""`error`: one of the four boxes."""

from __future__ import annotations

from sheet import Sheet


def test_error(sheet: Sheet) -> None:
    """Its level, and every parameter."""
    sheet.place.error("  a *b*  ", icon="✅", width=300, title="T")
    expected = {"body": "a *b*", "level": "error", "icon": "✅", "width": 300, "title": "T"}
    assert sheet.last == ("alert", expected)

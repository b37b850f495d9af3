"""`success`: one of the four boxes."""

from __future__ import annotations

from sheet import Sheet


def test_success(sheet: Sheet) -> None:
    """Its level, and every parameter."""
    sheet.place.success("  a *b*  ", icon="✅", width=300, title="T")
    expected = {"body": "a *b*", "level": "success", "icon": "✅", "width": 300, "title": "T"}
    assert sheet.last == ("alert", expected)

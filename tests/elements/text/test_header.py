"""`header`: a heading of level 2."""

from __future__ import annotations

from sheet import Sheet


def test_header(sheet: Sheet) -> None:
    """Its level, and every parameter."""
    sheet.place.header("a")
    assert sheet.last == ("heading", {"body": "a", "level": 2})
    sheet.place.header("a", "here", help="why", icon="🐧", width="content", text_alignment="center")
    assert sheet.last[1] == {
        "body": "a",
        "level": 2,
        "anchor": "here",
        "icon": "🐧",
        "help": "why",
        "width": "content",
        "align": "center",
    }


def test_header_without_anchor(sheet: Sheet) -> None:
    """False leaves the anchor out."""
    sheet.place.header("a", anchor=False)
    assert sheet.last[1]["anchor"] is False

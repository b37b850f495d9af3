"""`title`: a heading of level 1."""

from __future__ import annotations

from sheet import Sheet


def test_title(sheet: Sheet) -> None:
    """Its level, and every parameter."""
    sheet.place.title("a")
    assert sheet.last == ("heading", {"body": "a", "level": 1})
    sheet.place.title("a", "here", help="why", icon="🐧", width="content", text_alignment="center")
    assert sheet.last[1] == {
        "body": "a",
        "level": 1,
        "anchor": "here",
        "icon": "🐧",
        "help": "why",
        "width": "content",
        "align": "center",
    }


def test_title_without_anchor(sheet: Sheet) -> None:
    """False leaves the anchor out."""
    sheet.place.title("a", anchor=False)
    assert sheet.last[1]["anchor"] is False

"""`subheader`: a heading of level 3."""

from __future__ import annotations

from sheet import Sheet


def test_subheader(sheet: Sheet) -> None:
    """Its level, and every parameter."""
    sheet.place.subheader("a")
    assert sheet.last == ("heading", {"body": "a", "level": 3})
    sheet.place.subheader("a", "here", help="why", icon="🐧", width="content", text_alignment="center")
    assert sheet.last[1] == {
        "body": "a",
        "level": 3,
        "anchor": "here",
        "icon": "🐧",
        "help": "why",
        "width": "content",
        "align": "center",
    }


def test_subheader_without_anchor(sheet: Sheet) -> None:
    """False leaves the anchor out."""
    sheet.place.subheader("a", anchor=False)
    assert sheet.last[1]["anchor"] is False

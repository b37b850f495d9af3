"""`text`: text as it is."""

from __future__ import annotations

from sheet import Sheet


def test_text_is_not_formatted(sheet: Sheet) -> None:
    """The node says nothing of Markdown; blanks inside are kept."""
    sheet.place.text("*a*  b\n c")
    assert sheet.last == ("text", {"body": "*a*  b\n c"})


def test_every_parameter(sheet: Sheet) -> None:
    """What differs from the usual look is a property."""
    sheet.place.text(2, help="why", width="stretch", text_alignment="justify")
    assert sheet.last[1] == {"body": "2", "help": "why", "width": "stretch", "align": "justify"}


def test_same_text_sends_nothing(sheet: Sheet) -> None:
    """A rerun that draws the same changes nothing."""
    sheet.place.text("a")
    sheet.begin().text("a")
    assert sheet.ops == []

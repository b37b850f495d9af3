"""`caption`: small print."""

from __future__ import annotations

from sheet import Sheet


def test_caption_is_small_markdown(sheet: Sheet) -> None:
    """The same node as Markdown, marked as small."""
    sheet.place.caption("a", True, help="why", width="content")
    assert sheet.last == ("markdown", {"body": "a", "small": True, "html": True, "help": "why", "width": "content"})

"""What the four boxes share."""

from __future__ import annotations

import pytest
from sheet import Sheet

from nbapp.errors import InvalidIconError, StreamlitInvalidWidthError


def test_icon_and_width_are_checked(sheet: Sheet) -> None:
    """An icon is one emoji, a width fills or is pixels."""
    with pytest.raises(InvalidIconError):
        sheet.place.info("a", icon="nope")
    with pytest.raises(StreamlitInvalidWidthError):
        sheet.place.info("a", width="content")


def test_empty_title_is_none(sheet: Sheet) -> None:
    """A title of blanks is left out."""
    sheet.place.info("a", title="  ", icon="")
    assert sheet.last[1] == {"body": "a", "level": "info"}

"""What the three headings share."""

from __future__ import annotations

import pytest
from sheet import Sheet

from nbapp.errors import StreamlitInvalidParameterTypeError, StreamlitValueError


@pytest.mark.parametrize("divider", [True, "red", "grey", "rainbow"])
def test_divider(sheet: Sheet, divider: object) -> None:
    """A colour, or True for the next one."""
    sheet.place.header("a", divider=divider)
    assert sheet.last[1]["divider"] == divider


@pytest.mark.parametrize("divider", ["pink", 3, ["red"]])
def test_divider_of_no_such_colour(sheet: Sheet, divider: object) -> None:
    """Others are refused, and those that exist are named."""
    with pytest.raises(StreamlitValueError, match="rainbow"):
        sheet.place.header("a", divider=divider)


def test_anchor_is_checked(sheet: Sheet) -> None:
    """A text or False; True and numbers are refused."""
    with pytest.raises(StreamlitValueError, match="anchor"):
        sheet.place.title("a", anchor=True)
    with pytest.raises(StreamlitInvalidParameterTypeError, match="anchor"):
        sheet.place.title("a", anchor=3)

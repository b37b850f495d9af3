"""`markdown`: formatted text."""

from __future__ import annotations

import pytest
from sheet import Sheet

from nbapp.errors import StreamlitInvalidWidthError


def test_body_without_the_scripts_indentation(sheet: Sheet) -> None:
    """An indented block of a script reads as if it stood at the left."""
    sheet.place.markdown(
        """
        # A
        - b
          - c
        """
    )
    assert sheet.last == ("markdown", {"body": "# A\n- b\n  - c"})


def test_every_parameter(sheet: Sheet) -> None:
    """What differs from the usual look is a property."""
    sheet.place.markdown(3, True, help="why", width=200, text_alignment="right")
    assert sheet.last[1] == {"body": "3", "html": True, "help": "why", "width": 200, "align": "right"}
    sheet.place.markdown("a", width="stretch")
    assert sheet.last[1] == {"body": "a", "width": "stretch"}


def test_handle_replaces(sheet: Sheet) -> None:
    """R120: drawing on what a call returned replaces it, by another kind too."""
    line = sheet.place.markdown("a")
    line.markdown("b").code("c")
    assert sheet.nodes == [("code", {"body": "c", "language": "python"})]


def test_width_is_checked(sheet: Sheet) -> None:
    """R133: no width of nought."""
    with pytest.raises(StreamlitInvalidWidthError):
        sheet.place.markdown("a", width=0)

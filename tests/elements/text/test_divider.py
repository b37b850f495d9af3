"""`divider`: a line across."""

from __future__ import annotations

import pytest
from sheet import Sheet

from nbapp.errors import StreamlitInvalidWidthError


def test_divider(sheet: Sheet) -> None:
    """A node without properties, or with a width in pixels."""
    sheet.place.divider()
    sheet.place.divider(width=100)
    assert sheet.nodes == [("divider", {}), ("divider", {"width": 100})]
    with pytest.raises(StreamlitInvalidWidthError):
        sheet.place.divider(width="content")

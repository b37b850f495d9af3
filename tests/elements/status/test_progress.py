"""`progress`: a bar that fills (R130)."""

from __future__ import annotations

import numpy as np
import pytest
from sheet import Sheet

from nbapp.errors import StreamlitInvalidParameterTypeError, StreamlitValueOutOfRangeError


@pytest.mark.parametrize(
    ("value", "percent"),
    [(0, 0), (100, 100), (0.0, 0), (1.0, 100), (0.575, 57), (sum([0.1] * 10) + 1e-12, 100), (np.int64(3), 3)],
)
def test_value_as_a_percentage(sheet: Sheet, value: float, percent: int) -> None:
    """Whole numbers are per cent, real ones a share."""
    sheet.place.progress(value)
    assert sheet.last == ("progress", {"value": percent})


def test_bar_is_updated_in_place(sheet: Sheet) -> None:
    """The returned bar takes the next value."""
    bar = sheet.place.progress(0, "begins", width=200)
    sheet.place.text("below")
    bar.progress(50, text=" half ")
    assert sheet.nodes[0] == ("progress", {"value": 50, "text": "half"})
    assert len(sheet.nodes) == 2


@pytest.mark.parametrize("value", [-1, 101, 1.1, -0.1, float("nan")])
def test_value_out_of_range(sheet: Sheet, value: float) -> None:
    """The sentence says which range counts for this type."""
    with pytest.raises(StreamlitValueOutOfRangeError, match="`value`"):
        sheet.place.progress(value)


def test_types_are_checked(sheet: Sheet) -> None:
    """A value is a number, a text a string."""
    with pytest.raises(StreamlitInvalidParameterTypeError, match="value"):
        sheet.place.progress("50")
    with pytest.raises(StreamlitInvalidParameterTypeError, match="text"):
        sheet.place.progress(5, text=6)

"""`bar_chart`: place, length, order and stack."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from sheet import Sheet

from nbapp.errors import StreamlitInvalidParameterTypeError, StreamlitValueError

LONG = pd.DataFrame({"island": ["Biscoe", "Biscoe", "Dream"], "kind": ["a", "b", "a"], "n": [44, 124, 56]})


def encoding(sheet: Sheet, **options: Any) -> dict[str, Any]:
    """Draw the bars and return their encoding."""
    sheet.place.bar_chart(LONG, x="island", y="n", color="kind", **options)
    found: dict[str, Any] = sheet.last[1]["spec"]["encoding"]
    return found


def test_bars_stand_on_a_discrete_axis(sheet: Sheet) -> None:
    """Also where `x` holds numbers."""
    sheet.place.bar_chart({"year": [2007, 2008], "n": [1, 2]}, x="year", y="n")
    assert sheet.last[1]["spec"]["encoding"]["x"]["type"] == "ordinal"
    assert sheet.last[1]["data"] == {"columns": {"x": [2007, 2008], "y": [1, 2]}}


def test_bars_over_dates_are_as_wide_as_their_spacing(sheet: Sheet) -> None:
    """The unit of time gives a bar its width."""
    index = pd.date_range("2024-01-01", periods=3, freq="MS")
    sheet.place.bar_chart(pd.Series([1, 2, 3], index=index))
    place = sheet.last[1]["spec"]["encoding"]["x"]
    assert (place["type"], place["timeUnit"]) == ("temporal", "yearmonth")


def test_horizontal(sheet: Sheet) -> None:
    """The axes change places, and so do their titles."""
    found = encoding(sheet, horizontal=True, x_label="Island")
    assert (found["y"]["title"], found["x"]["title"], found["y"]["type"]) == ("Island", "n", "ordinal")


@pytest.mark.parametrize(
    ("stack", "expected"),
    [(None, None), (True, True), (False, False), ("normalize", "normalize"), ("center", "center"), ("layered", False)],
)
def test_stack(sheet: Sheet, stack: Any, expected: Any) -> None:
    """How the bars of one place share it."""
    found = encoding(sheet, stack=stack)
    assert found["y"].get("stack") == expected
    assert ("xOffset" in found) == (stack is False)
    assert ("opacity" in found) == (stack == "layered")


def test_sort(sheet: Sheet) -> None:
    """By place, not at all, or by a column."""
    assert "sort" not in encoding(sheet)["x"]
    assert encoding(sheet, sort=False)["x"]["sort"] is None
    assert encoding(sheet, sort="-n")["x"]["sort"] == {"field": "sort", "order": "descending"}
    assert sheet.last[1]["data"]["columns"]["sort"] == [44, 124, 56]


def test_mistakes(sheet: Sheet) -> None:
    """Ways to stack and to sort that there are not."""
    with pytest.raises(StreamlitValueError):
        encoding(sheet, stack="pile")
    with pytest.raises(StreamlitInvalidParameterTypeError):
        encoding(sheet, sort=3)

"""`altair_chart`: the chart's own specification, its data beside it."""

from __future__ import annotations

from typing import Any

import altair
import pandas as pd
import pytest
from sheet import Sheet

from nbapp.errors import StreamlitInvalidParameterTypeError, StreamlitValueError


def chart(values: list[int]) -> Any:
    """A small chart."""
    return altair.Chart(pd.DataFrame({"a": range(len(values)), "b": values})).mark_line().encode(x="a", y="b")


def test_data_stand_beside_the_specification(sheet: Sheet) -> None:
    """New data in the same chart leave its specification as it was."""
    sheet.place.altair_chart(chart([1, 2]))
    kind, props = sheet.last
    assert kind == "vega"
    assert props["datasets"] == {"rows_0": [{"a": 0, "b": 1}, {"a": 1, "b": 2}]}
    assert props["spec"]["data"] == {"name": "rows_0"}
    sheet.place.altair_chart(chart([5, 6]))
    assert sheet.last[1]["spec"] == props["spec"]


def test_any_number_of_rows(sheet: Sheet) -> None:
    """Altair's own limit of 5,000 rows does not hold here."""
    sheet.place.altair_chart(chart(list(range(6000))))
    assert len(sheet.last[1]["datasets"]["rows_0"]) == 6000


def test_width(sheet: Sheet) -> None:
    """A single chart fills its column, several keep their size; the caller may say otherwise."""
    sheet.place.altair_chart(chart([1]))
    assert sheet.last[1]["spec"]["width"] == "container"
    sheet.place.altair_chart(chart([1]) | chart([2]))
    assert "width" not in sheet.last[1]["spec"]
    assert sheet.last[1]["width"] == "content"
    sheet.place.altair_chart(chart([1]), width=300, height=100)
    assert (sheet.last[1]["spec"]["width"], sheet.last[1]["spec"]["height"]) == (300, 100)
    sheet.place.altair_chart(chart([1]), use_container_width=False)
    assert sheet.last[1]["width"] == "content"


def test_theme(sheet: Sheet) -> None:
    """The page's theme, or Altair's own."""
    sheet.place.altair_chart(chart([1]), alt="one", key="k")
    assert (sheet.last[1]["theme"], sheet.last[1]["alt"], sheet.last[1]["css"]) == ("streamlit", "one", "st-key-k")
    sheet.place.altair_chart(chart([1]), theme=None)
    assert "theme" not in sheet.last[1]


def test_mistakes(sheet: Sheet) -> None:
    """What is no chart, and a theme that there is not."""
    with pytest.raises(StreamlitInvalidParameterTypeError):
        sheet.place.altair_chart({"mark": "bar"})
    with pytest.raises(StreamlitValueError):
        sheet.place.altair_chart(chart([1]), theme="dark")

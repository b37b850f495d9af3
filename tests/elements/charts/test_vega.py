"""What tooltips and legends say."""

from __future__ import annotations

import pandas as pd

from nbapp.elements.charts.series import series_of
from nbapp.elements.charts.vega import color_of, tooltips_of


def test_tooltips() -> None:
    """The series, the place and the value; dates as they were written, numbers not longer than needed."""
    frame = pd.DataFrame({"a": [1.5], "b": [2.5]}, index=pd.to_datetime(["2024-01-01"]))
    lines = tooltips_of(series_of(frame, None, None, None), None, "Mass")
    assert [line["title"] for line in lines] == ["series", "index", "Mass"]
    assert [line.get("format") for line in lines] == [None, "%Y-%m-%d", ",.4~f"]


def test_colors_in_a_column_are_drawn_as_they_are() -> None:
    """They have no legend and no place in the tooltip."""
    drawn = series_of(pd.DataFrame({"n": [1], "c": ["#f00"]}), None, "n", "c")
    assert color_of(drawn) == {"field": "color", "type": "nominal", "title": "c", "scale": None, "legend": None}
    assert [line["title"] for line in tooltips_of(drawn, None, None)] == ["index", "n"]


def test_given_colors_belong_to_the_series() -> None:
    """Each series has the color of its place in the list."""
    drawn = series_of(pd.DataFrame({"a": [1], "b": [2]}), None, None, ["red", "blue"])
    encoding = color_of(drawn)
    assert encoding is not None
    assert encoding["scale"] == {"domain": ["a", "b"], "range": ["red", "blue"]}

"""The data of a chart: which columns, as which values."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pandas as pd
import pytest

from nbapp.elements.charts.series import series_of
from nbapp.errors import StreamlitColorLengthError, StreamlitColumnNotFoundError, StreamlitInvalidColorError


@pytest.fixture
def wide() -> pd.DataFrame:
    """Two columns of numbers over months."""
    return pd.DataFrame(
        {"a": [1.5, None, np.inf], "b": [1, 2, 3]}, index=pd.date_range("2024-01-01", periods=3, freq="MS")
    )


def test_wide_data_are_series_over_the_index(wide: pd.DataFrame) -> None:
    """Each column is a series; what is no number is a gap; dates are local time."""
    drawn = series_of(wide, None, None, None)
    assert drawn.columns == {"x": ["2024-01-01T00:00:00", "2024-02-01T00:00:00", "2024-03-01T00:00:00"]}
    assert drawn.series == [["a", [1.5, None, None]], ["b", [1, 2, 3]]]
    assert (drawn.x.type, drawn.x.unit, drawn.points) == ("temporal", "yearmonth", 6)
    json.dumps([drawn.columns, drawn.series], allow_nan=False)


def test_long_data_have_a_color_column() -> None:
    """The values of a column tell the series apart."""
    long = pd.DataFrame({"t": [1, 1, 2], "n": [4, 5, 6], "s": ["x", "y", "x"]})
    drawn = series_of(long, "t", "n", "s")
    assert drawn.columns == {"x": [1, 1, 2], "y": [4, 5, 6], "color": ["x", "y", "x"]}
    assert drawn.color is not None
    assert (drawn.x.title, drawn.y.title, drawn.color.title) == ("t", "n", "s")


@pytest.mark.parametrize(
    ("data", "y"),
    [([1, 2], [1, 2]), (np.array([1, 2]), [1, 2]), (pd.Series([1, 2], name="n"), [1, 2]), ({"a": [1, 2]}, [1, 2])],
    ids=["list", "array", "series", "dict"],
)
def test_one_column(data: Any, y: list[int]) -> None:
    """One column is drawn without a legend."""
    drawn = series_of(data, None, None, None)
    assert (drawn.columns, drawn.series) == ({"x": [0, 1], "y": y}, [])


def test_text_is_not_drawn_unless_asked_for() -> None:
    """Without `y`, only columns of numbers are taken."""
    drawn = series_of(pd.DataFrame({"name": ["a"], "n": [1], "m": [2]}), "name", None, None)
    assert drawn.names == ["n", "m"]


@pytest.mark.parametrize("names", [{"x": "z"}, {"y": "z"}, {"y": ["a", "z"]}, {"color": "zz-top"}, {"sort": "z"}])
def test_missing_column_is_named_with_those_that_exist(wide: pd.DataFrame, names: dict[str, Any]) -> None:
    """The sentence says which columns there are."""
    given = {"x": None, "y": None, "color": None, "sort": None, **names}
    with pytest.raises(StreamlitColumnNotFoundError, match="'a', 'b'"):
        series_of(wide, given["x"], given["y"], given["color"], given["sort"])


def test_colors(wide: pd.DataFrame) -> None:
    """One for all, one for each, or a column that holds them."""
    assert series_of(wide, None, "a", "#f00").constant == "#f00"
    assert series_of(wide, None, None, (255, 0, 0)).constant == "rgb(255, 0, 0)"
    assert series_of(wide, None, None, ["red", "#00f"]).y.colors == ["red", "#00f"]
    wide["c"] = ["#f00", "#0f0", "#f00"]
    drawn = series_of(wide, None, "a", "c")
    assert drawn.color is not None
    assert drawn.color.colors == []
    with pytest.raises(StreamlitColorLengthError):
        series_of(wide, None, ["a", "b"], ["red"] * 3)
    with pytest.raises(StreamlitInvalidColorError):
        series_of(wide, None, None, 3.5)


@pytest.mark.parametrize(
    ("times", "unit"),
    [
        (["2020-01-01", "2021-01-01"], "year"),
        (["2020-01-01", "2020-01-08"], "yearmonthdate"),
        (["2020-01-01 00:00", "2020-01-01 01:00"], "yearmonthdatehours"),
        (["2020-01-01 00:00", "2020-01-01 00:05"], "yearmonthdatehoursminutes"),
        (["2020-01-01 00:00:01", "2020-01-01 00:00:02"], "yearmonthdatehoursminutesseconds"),
        (["2020-01-01"], "yearmonthdate"),
    ],
)
def test_spacing_of_dates(times: list[str], unit: str) -> None:
    """The unit keeps neighbours apart."""
    assert series_of(pd.Series([1.0] * len(times), index=pd.to_datetime(times)), None, None, None).x.unit == unit


def test_ordered_categories_keep_their_order() -> None:
    """An ordered categorical says how its values follow each other."""
    size = pd.Categorical(["big", "small"], categories=["small", "big"], ordered=True)
    drawn = series_of(pd.DataFrame({"size": size, "n": [1, 2]}), "size", "n", None)
    assert (drawn.x.type, drawn.x.ordered) == ("ordinal", ["small", "big"])


@pytest.mark.parametrize("data", [None, pd.DataFrame(), pd.DataFrame({"a": []})])
def test_nothing_to_draw(data: Any) -> None:
    """An empty table is an empty chart."""
    assert series_of(data, None, None, None).columns["x"] == []

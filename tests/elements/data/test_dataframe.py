"""`dataframe`: rows on demand, columns as they are described."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from sheet import Sheet

from nbapp.errors import (
    StreamlitDataframeConversionError,
    StreamlitInvalidHeightError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
)


def shown(sheet: Sheet, data: Any, **options: Any) -> dict[str, Any]:
    """Draw a table and return what is sent of it."""
    sheet.place.dataframe(data, **options)
    kind, props = sheet.last
    assert kind == "dataframe"
    return props


def names(props: dict[str, Any]) -> list[str]:
    """The labels of the columns."""
    return [column["name"] for column in props["columns"]]


def test_long_table_sends_its_beginning(sheet: Sheet) -> None:
    """Of many rows at most 200 travel with the node, the others wait in the session."""
    props = shown(sheet, pd.DataFrame({"n": range(100_000)}))
    assert (props["total"], len(props["rows"])) == (100_000, 200)
    assert sheet.session.sources[props["source"]].rows(99_999, 100_000, None) == [[99_999, 99_999]]


def test_unchanged_table_sends_nothing(sheet: Sheet) -> None:
    """The same content drawn again is no patch, even if it was computed again."""
    shown(sheet, pd.DataFrame({"n": [1, 2]}))
    sheet.begin()
    shown(sheet, pd.DataFrame({"n": [1, 2]}))
    assert sheet.ops == []
    sheet.begin()
    shown(sheet, pd.DataFrame({"n": [1, 3]}))
    assert [op[0] for op in sheet.ops] == ["put"]


def test_columns_say_what_they_hold(sheet: Sheet) -> None:
    """Numbers stand right, truth in the middle, text left; the index comes first."""
    props = shown(sheet, pd.DataFrame({"a": [1.5], "b": ["x"], "c": [True]}, index=["r"]))
    assert [(column["type"], column["align"]) for column in props["columns"]] == [
        ("text", "left"),
        ("float", "right"),
        ("text", "left"),
        ("bool", "center"),
    ]
    assert props["columns"][0]["index"] is True
    assert props["rows"] == [["r", 1.5, "x", True]]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ([1, 2], ["value"]),
        ({"a": [1], "b": [2]}, ["a", "b"]),
        ([{"a": 1}, {"a": 2}], ["a"]),
        ([[1, 2], [3, 4]], ["0", "1"]),
        (np.array([1, 2]), ["value"]),
        (np.zeros((1, 2)), ["0", "1"]),
        (pd.Series([1], name="s"), ["", "s"]),
        (pd.Index([1], name="i"), ["", "i"]),
        ({"x": 1, "y": 2}, ["", "value"]),
        (None, []),
    ],
    ids=["list", "dict", "records", "rows", "1-d", "2-d", "series", "index", "scalars", "none"],
)
def test_what_is_like_a_table(sheet: Sheet, data: Any, expected: list[str]) -> None:
    """An index is shown where the rows have names."""
    assert names(shown(sheet, data)) == expected


def test_index_can_be_hidden_and_shown(sheet: Sheet) -> None:
    """`hide_index` decides, whatever the data are."""
    assert names(shown(sheet, pd.DataFrame({"a": [1]}), hide_index=True)) == ["a"]
    assert names(shown(sheet, [1, 2], hide_index=False)) == ["", "value"]
    assert names(shown(sheet, pd.DataFrame({"a": [1]}), column_config={"_index": None})) == ["a"]


def test_column_order_chooses(sheet: Sheet) -> None:
    """Only the named columns come, in that order; a name that is not there is passed over."""
    frame = pd.DataFrame({"a": [1], "b": [2], "c": [3]})
    props = shown(sheet, frame, column_order=("c", "z", "a"), hide_index=True)
    assert (names(props), props["rows"]) == (["c", "a"], [[3, 1]])


def test_column_config(sheet: Sheet) -> None:
    """A column can be hidden, named, sized, explained, and its numbers formatted."""
    frame = pd.DataFrame({"a": [1234.5], "b": [0.25], "c": [1], "d": ["x"]})
    said = {
        "a": {
            "label": "Price",
            "width": "small",
            "help": "in euro",
            "type_config": {"type": "number", "format": "euro"},
        },
        "b": {"format": "percent", "alignment": "left"},
        "c": None,
        "d": "Note",
    }
    props = shown(sheet, frame, column_config=said, hide_index=True)
    assert names(props) == ["Price", "b", "Note"]
    assert props["rows"] == [["€1,234.50", "25.00%", "x"]]
    assert props["columns"][0] | {"width": "small", "help": "in euro", "align": "right"} == props["columns"][0]
    assert props["columns"][1]["align"] == "left"


def test_nested_columns(sheet: Sheet) -> None:
    """The levels of a nested column and of a nested index are shown."""
    columns = pd.MultiIndex.from_tuples([("mass", "mean"), ("mass", "max")])
    index = pd.MultiIndex.from_tuples([("Biscoe", 1)], names=["island", None])
    props = shown(sheet, pd.DataFrame([[1, 2]], columns=columns, index=index))
    assert names(props) == ["island", "", "mass / mean", "mass / max"]
    assert props["rows"] == [["Biscoe", 1, 1, 2]]


def test_styler_shows_its_formats_and_colors(sheet: Sheet) -> None:
    """What a pandas Styler says of a cell reaches the page, sorted or not."""
    frame = pd.DataFrame({"a": [0.5, 0.25], "b": [1, 2], "c": ["x", "y"]})
    styler = frame.style.format({"a": "{:.0%}"}).highlight_max(subset=["b"], color="gold").hide(axis="index")
    props = shown(sheet, styler, column_order=["b", "a"])
    assert names(props) == ["b", "a"]
    gold = {"text": "2", "css": {"background-color": "gold"}}
    assert props["rows"] == [[1, {"text": "50%"}], [gold, {"text": "25%"}]]
    source = sheet.session.sources[props["source"]]
    assert source.rows(0, 2, [0, "desc"])[0] == [gold, {"text": "25%"}]


def test_look(sheet: Sheet) -> None:
    """Sizes and texts are passed on; what is usual is not sent."""
    frame = pd.DataFrame({"a": [1]})
    assert set(shown(sheet, frame)) == {"source", "total", "columns", "rows"}
    props = shown(sheet, frame, width=300, height="content", row_height=50, placeholder="-", alt="one", key="k")
    wanted = {"width": 300, "height": "content", "row_height": 50, "placeholder": "-", "alt": "one", "css": "st-key-k"}
    assert props | wanted == props
    assert shown(sheet, frame, use_container_width=False)["width"] == "content"


@pytest.mark.parametrize(
    ("data", "options", "error"),
    [
        (object(), {}, StreamlitDataframeConversionError),
        ("text", {}, StreamlitDataframeConversionError),
        ([1], {"height": -1}, StreamlitInvalidHeightError),
        ([1], {"row_height": 0}, StreamlitValueError),
        ([1], {"column_config": ["a"]}, StreamlitInvalidParameterTypeError),
        ([1], {"column_config": {"value": 3}}, StreamlitInvalidParameterTypeError),
        ([1], {"column_config": {"value": {"width": "tiny"}}}, StreamlitValueError),
    ],
)
def test_what_cannot_be_shown(sheet: Sheet, data: Any, options: dict[str, Any], error: type[Exception]) -> None:
    """Each mistake has an error of its own."""
    with pytest.raises(error):
        sheet.place.dataframe(data, **options)

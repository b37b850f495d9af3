"""`metric`: the number, the change, the small chart."""

from __future__ import annotations

import decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest
from sheet import Sheet

from nbapp.errors import StreamlitInvalidParameterTypeError, StreamlitValueError


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "—"),
        (12, "12"),
        (1.5, "1.5"),
        ("70 °F", "70 °F"),
        (np.float64(2.5), "2.5"),
        (np.int64(3), "3"),
        (decimal.Decimal("1.10"), "1.10"),
    ],
)
def test_value(sheet: Sheet, value: Any, text: str) -> None:
    """A number is written as it is, nothing is a dash."""
    sheet.place.metric("m", value)
    assert sheet.last == ("metric", {"label": "m", "value": text})


@pytest.mark.parametrize(
    ("delta", "color", "shown"),
    [
        (-1, "normal", ("-1", "down", "red")),
        ("-8%", "normal", ("-8%", "down", "red")),
        (2.5, "normal", ("2.5", "up", "green")),
        (0, "normal", ("0", "off", "gray")),
        ("0", "normal", ("0", "off", "gray")),
        ("0%", "normal", ("0%", "up", "green")),
        (-1, "inverse", ("-1", "down", "green")),
        (1, "inverse", ("1", "up", "red")),
        (1, "off", ("1", "up", "gray")),
        (-1, "blue", ("-1", "down", "blue")),
    ],
)
def test_delta(sheet: Sheet, delta: Any, color: str, shown: tuple[str, str, str]) -> None:
    """The sign gives the arrow, and with `delta_color` the color."""
    sheet.place.metric("m", 1, delta, color)
    props = sheet.last[1]
    assert (props["delta"], props["direction"], props["color"]) == shown


def test_arrow_can_be_forced(sheet: Sheet) -> None:
    """`delta_arrow` turns the arrow and leaves the color."""
    sheet.place.metric("m", 1, -1, delta_arrow="up")
    assert (sheet.last[1]["direction"], sheet.last[1]["color"]) == ("up", "red")
    sheet.place.metric("m", 1, None)
    assert "delta" not in sheet.last[1]


def test_format(sheet: Sheet) -> None:
    """Numbers are written as `format` says, other texts stay."""
    sheet.place.metric("m", 1234.5, -0.5, format="dollar")
    assert (sheet.last[1]["value"], sheet.last[1]["delta"]) == ("$1,234.50", "-$0.50")
    sheet.place.metric("m", "many", format="dollar")
    assert sheet.last[1]["value"] == "many"


@pytest.mark.parametrize(
    "data",
    [[1, 2, None], (1, 2, float("nan")), np.array([1, 2, np.nan]), pd.Series([1, 2, None]), iter([1, 2, None])],
)
def test_chart(sheet: Sheet, data: Any) -> None:
    """Any sequence of numbers makes the small chart, with gaps."""
    sheet.place.metric("m", 1, chart_data=data, chart_type="bar")
    assert sheet.last[1]["chart"] == {"type": "bar", "values": [1.0, 2.0, None]}


def test_look(sheet: Sheet) -> None:
    """Box, help, label and description are passed on."""
    sheet.place.metric(
        "m", 1, 2, border=True, help="why", label_visibility="hidden", delta_description="since", icon="🐧", width=200
    )
    wanted = {"border": True, "help": "why", "visibility": "hidden", "description": "since", "icon": "🐧", "width": 200}
    assert sheet.last[1] | wanted == sheet.last[1]


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"value": [1]}, StreamlitInvalidParameterTypeError),
        ({"value": 1, "delta": {}}, StreamlitInvalidParameterTypeError),
        ({"value": 1, "delta_color": "pink"}, StreamlitValueError),
        ({"value": 1, "delta_arrow": "left"}, StreamlitValueError),
        ({"value": 1, "chart_data": ["a"]}, StreamlitValueError),
        ({"value": 1, "chart_data": [1], "chart_type": "pie"}, StreamlitValueError),
        ({"value": 1, "label_visibility": "gone"}, StreamlitValueError),
    ],
)
def test_mistakes(sheet: Sheet, options: dict[str, Any], error: type[Exception]) -> None:
    """Each mistake is named."""
    with pytest.raises(error):
        sheet.place.metric("m", **options)

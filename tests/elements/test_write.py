"""`write` shows each value the way that suits it (R143 to R145)."""

from __future__ import annotations

import collections
import dataclasses
import datetime
import decimal
import enum
import io
import threading
import types
from typing import Any

import altair
import ipywidgets
import matplotlib.figure
import numpy as np
import pandas as pd
import plotly.graph_objects
import pytest
from PIL import Image
from sheet import Sheet

import nbapp
from nbapp.errors import ManyElementsError

Pair = collections.namedtuple("Pair", "a b")


class Color(enum.Enum):
    """An enumeration of a script."""

    RED = 1


class Html:
    """An object with an HTML form."""

    def __repr__(self) -> str:
        return "Html()"

    def _repr_html_(self) -> str:
        return "<b>x</b>"


@dataclasses.dataclass
class Point:
    """A point."""

    x: int = 1


@pytest.mark.parametrize(
    ("value", "body"),
    [
        ("*a*", "*a*"),
        ("  a\n  b\n", "a\nb"),
        (1, "`1`"),
        (None, "`None`"),
        (..., "`Ellipsis`"),
        (True, "`True`"),
        ((1, 2), "`(1, 2)`"),
        ({1}, "`{1}`"),
        (b"x", "`b'x'`"),
        (range(3), "`range(0, 3)`"),
        (Color.RED, "`Color.RED`"),
        (datetime.date(2020, 1, 1), "`2020-01-01`"),
        (decimal.Decimal("1.50"), "`1.50`"),
        (np.float64(1.5), "`1.5`"),
        (pd.Timestamp(0), "`1970-01-01 00:00:00`"),
        (collections.deque([1]), "`deque([1])`"),
        (types.SimpleNamespace(a="`"), "``namespace(a='`')``"),
        (types.SimpleNamespace(a=1), "`namespace(a=1)`"),
        (decimal, None),
        (Html(), "`Html()`"),
        (io.StringIO("hi *x*"), "hi *x*"),
    ],
)
def test_value_in_a_line(sheet: Sheet, value: object, body: str | None) -> None:
    """R144: text as it is, plain values as code, several lines as a block."""
    sheet.place.write(value)
    assert [body] == [props["body"] if kind == "markdown" else None for kind, props in sheet.nodes]


def test_several_lines_are_a_block(sheet: Sheet) -> None:
    """R144: the fence is longer than any in the text."""
    value = type("Lines", (), {"__str__": lambda self: "a\n```\nb"})()
    sheet.place.write(value)
    assert sheet.bodies == ["````\na\n```\nb\n````"]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ([1], "json"),
        ({"a": 1}, "json"),
        (Pair(1, 2), "json"),
        (collections.OrderedDict(a=1), "json"),
        (collections.UserDict(), "json"),
        ({"a": 1}.keys(), "json"),
        (map(str, [1]), "json"),
        (types.MappingProxyType({}), "json"),
        (pd.DataFrame({"a": [1]}), "dataframe"),
        (pd.Series([1]), "dataframe"),
        (np.zeros((2, 2)), "dataframe"),
        (ValueError("x"), "exception"),
        (altair.Chart(pd.DataFrame({"a": [1]})).mark_bar(), "vega"),
        (matplotlib.figure.Figure(), "image"),
        (Image.new("RGB", (2, 2)), "image"),
        (plotly.graph_objects.Figure(), "mime"),
        (len, "code"),
        (types, "code"),
        (Color, "code"),
        (Point(), "code"),
        (lambda: 1, "code"),
        (threading.Lock(), "text"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_element_of_its_own(sheet: Sheet, value: object, kind: str) -> None:
    """R143: what is more than a line has its element."""
    sheet.place.write(value)
    assert sheet.kinds == [kind]


def test_widget_is_live(sheet: Sheet) -> None:
    """An ipywidget is shown as itself."""
    slider = ipywidgets.IntSlider()
    sheet.place.write("Choose", slider)
    assert sheet.kinds == ["markdown", "widget"]
    slider.close()


def test_text_runs_are_joined_and_order_is_kept(sheet: Sheet) -> None:
    """R145: texts and inline code share an element until something else comes."""
    sheet.place.write("a", 1, "b", [1], "c")
    assert [(kind, props["body"]) for kind, props in sheet.nodes] == [
        ("markdown", "a `1` b"),
        ("json", [1]),
        ("markdown", "c"),
    ]


def test_html_only_where_it_is_allowed(sheet: Sheet) -> None:
    """R143: an HTML form is drawn on request only."""
    sheet.place.write("<i>a</i>", unsafe_allow_html=True)
    sheet.place.write(Html(), unsafe_allow_html=True)
    assert sheet.nodes == [
        ("markdown", {"body": "<i>a</i>", "html": True}),
        ("markdown", {"body": "<b>x</b>", "html": True}),
    ]


def test_generator_is_drawn_while_it_works(sheet: Sheet) -> None:
    """R143: its texts grow in one element, other values stand between."""

    def words() -> Any:
        yield "a"
        yield "b"
        yield [1]
        yield "c"

    sheet.place.write(words())
    assert sheet.bodies == ["ab", [1], "c"]


def test_several_values_do_not_fit_one_element(sheet: Sheet) -> None:
    """R121: neither an `empty` nor an element takes more than one."""
    for place in (sheet.place.empty(), sheet.place.text("a")):
        with pytest.raises(ManyElementsError):
            place.write("a", "b")
        place.write("c")
    assert sheet.kinds == ["empty", "markdown", "markdown"]


def test_write_returns_nothing(sheet: Sheet) -> None:
    """R120."""
    assert sheet.play(lambda: nbapp.write("a")) is None

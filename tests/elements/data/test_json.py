"""`json`: whatever is nested becomes a tree."""

from __future__ import annotations

import json
from collections import ChainMap, UserDict, namedtuple
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
import pytest
from sheet import Sheet

from nbapp.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError

Point = namedtuple("Point", "x y")


@dataclass
class Penguin:
    """A value with named parts."""

    name: str
    mass: float


@pytest.mark.parametrize(
    ("body", "tree"),
    [
        ({"a": [1, True, None]}, {"a": [1, True, None]}),
        ('{"a": 1.5}', {"a": 1.5}),
        ({1: "one", None: 2, (1, 2): 3}, {"1": "one", "null": 2, "(1, 2)": 3}),
        ([float("nan"), float("inf"), 2**60], ["NaN", "Infinity", str(2**60)]),
        (MappingProxyType({"a": 1}), {"a": 1}),
        (ChainMap({"a": 1}, {"b": 2}), {"b": 2, "a": 1}),
        (UserDict({"a": 1}), {"a": 1}),
        ({"a": 1}.keys(), ["a"]),
        (map(str, [1, 2]), ["1", "2"]),
        (Point(1, 2), {"x": 1, "y": 2}),
        (Penguin("Ada", 3.5), {"name": "Ada", "mass": 3.5}),
        ({"a": np.array([1, 2]), "b": np.float64(0.5)}, {"a": [1, 2], "b": 0.5}),
        ({"c": 1j, "t": int}, {"c": "1j", "t": "<class 'int'>"}),
        (12, 12),
    ],
)
def test_body(sheet: Sheet, body: Any, tree: Any) -> None:
    """What JSON does not know is opened or written as its `repr`."""
    sheet.place.json(body)
    assert sheet.last == ("json", {"body": tree, "expanded": True})
    json.dumps(tree, allow_nan=False)


def test_the_tree_is_a_copy(sheet: Sheet) -> None:
    """What the script changes afterwards does not change what is shown."""
    body = {"a": [1]}
    sheet.place.json(body)
    body["a"].append(2)
    assert sheet.last[1]["body"] == {"a": [1]}


def test_what_holds_itself_ends(sheet: Sheet) -> None:
    """A list within itself is cut."""
    body: list[Any] = []
    body.append(body)
    sheet.place.json(body)
    assert "…" in json.dumps(sheet.last[1]["body"], ensure_ascii=False)


def test_expanded(sheet: Sheet) -> None:
    """Open, closed or so many levels."""
    sheet.place.json({}, expanded=2, width=300)
    assert sheet.last[1] == {"body": {}, "expanded": 2, "width": 300}
    with pytest.raises(StreamlitInvalidParameterTypeError):
        sheet.place.json({}, expanded="all")


def test_text_must_be_json(sheet: Sheet) -> None:
    """A string that is not JSON is told apart."""
    with pytest.raises(StreamlitAPIException, match="not JSON"):
        sheet.place.json("{a: 1}")

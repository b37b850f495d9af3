"""What counts as a table, and what it becomes."""

from __future__ import annotations

import enum
from collections import deque, namedtuple
from dataclasses import dataclass
from typing import Any

import narwhals
import numpy as np
import pandas as pd
import pytest

from nbapp.elements.frame import as_frame, is_frame_like
from nbapp.errors import StreamlitDataframeConversionError

FRAME = pd.DataFrame({"a": [1, 2]})
Point = namedtuple("Point", "x y")


class Island(enum.Enum):
    """Two values."""

    BISCOE = 1
    DREAM = 2


@dataclass
class Penguin:
    """A value with named parts."""

    name: str
    mass: float


class Convertible:
    """A table of some other library."""

    def to_pandas(self) -> pd.DataFrame:
        """Give it to pandas."""
        return FRAME


@pytest.mark.parametrize("data", [FRAME, FRAME["a"], FRAME.index, FRAME.style, np.zeros(2), Convertible()])
def test_tables(data: Any) -> None:
    """`write` shows these as tables."""
    assert is_frame_like(data)
    assert len(as_frame(data)) == 2


@pytest.mark.parametrize("data", [[1], {"a": [1]}, "a", 1, None, pd.DataFrame, np.float64(1), np.array(1)])
def test_no_tables(data: Any) -> None:
    """`write` shows these otherwise."""
    assert not is_frame_like(data)


@pytest.mark.parametrize(
    ("data", "columns", "rows"),
    [
        (deque([1, 2]), ["value"], 2),
        ({1, 2}, ["value"], 2),
        (range(3), ["value"], 3),
        (map(str, [1]), ["value"], 1),
        ((i for i in range(2)), ["value"], 2),
        ([Penguin("a", 1.0), Penguin("b", 2.0)], ["name", "mass"], 2),
        (Penguin("a", 1.0), ["value"], 2),
        (Point(1, 2), ["value"], 2),
        ([Point(1, 2)], ["x", "y"], 1),
        (Island, ["value"], 2),
        ({"x": 1, "y": 2}, ["value"], 2),
        ({"a": [1], "b": [1, 2]}, [0, 1], 2),
        ([(1, "a"), (2, "b")], [0, 1], 2),
        (narwhals.from_native(FRAME), ["a"], 2),
        (np.array(3), [], 0),
    ],
)
def test_what_can_be_converted(data: Any, columns: list[Any], rows: int) -> None:
    """Lists, dicts and their like become frames."""
    frame = as_frame(data)
    assert (list(frame.columns), len(frame)) == (columns, rows)


@pytest.mark.parametrize("data", [object(), "text", b"bytes", 12])
def test_what_cannot(data: Any) -> None:
    """It is told with its type."""
    with pytest.raises(StreamlitDataframeConversionError, match=type(data).__name__):
        as_frame(data)

"""Arguments are bound by name and compared without ambiguity."""

from __future__ import annotations

import datetime
from functools import partial
from typing import Any

import ipywidgets
import numpy
import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as some

from nbapp.session.arguments import bind, same, same_code


def closing_over(value: Any) -> Any:
    """A function made anew, as each run of a script makes it."""
    return lambda x=1: (x, value)


FRAME = pandas.DataFrame({"a": [1.0, numpy.nan], "b": ["x", None]})
EQUAL = [
    lambda: 1,
    lambda: float("nan"),
    lambda: [1, (2, {"a": [3]})],
    lambda: numpy.array([1.0, numpy.nan]),
    lambda: numpy.array(["a", None], dtype=object),
    lambda: numpy.datetime64("2020-01-01"),
    lambda: FRAME.copy(),
    lambda: FRAME["a"].copy(),
    lambda: FRAME.index.copy(),
    lambda: pandas.Timestamp("2020-01-01"),
    lambda: datetime.date(2020, 1, 1),
    lambda: closing_over([1, 2]),
    lambda: partial(len, [1]),
    lambda: {1, 2},
    lambda: memoryview(b"ab"),
    lambda: {"options": [("a", FRAME.copy())]},
]
DIFFERENT = [
    (1, True),
    (1, 1.0),
    ([1], (1,)),
    ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    (numpy.zeros(3), numpy.zeros(4)),
    (numpy.zeros(3), numpy.zeros(3, dtype="float32")),
    (numpy.zeros(1), numpy.ones(1)),
    (FRAME, FRAME.rename(columns={"a": "z"})),
    (FRAME["a"], FRAME["a"].rename("z")),
    (FRAME, FRAME["a"]),
    (closing_over(1), closing_over(2)),
    (object(), object()),
    ([numpy.zeros(2)], [numpy.ones(2)]),
]


class Awkward:
    """Its comparison fails."""

    def __eq__(self, other: object) -> bool:
        raise ValueError("ambiguous")

    __hash__ = object.__hash__


@pytest.mark.parametrize("make", EQUAL)
def test_equal_contents_are_the_same(make: Any) -> None:
    """Two values made alike are the same, whatever their kind."""
    assert same(make(), make())


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_values_differ(one: Any, other: Any) -> None:
    """What a widget could tell apart differs, both ways round."""
    assert not same(one, other)
    assert not same(other, one)


def test_failing_comparison_is_different() -> None:
    """An exception in a comparison, or a structure that holds itself, is no exception of ours."""
    one: list[Any] = []
    one.append(one)
    other: list[Any] = [one]
    assert not same(Awkward(), Awkward())
    assert same(one, other) in (True, False)


VALUES = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text() | some.binary(),
    lambda inner: some.lists(inner) | some.dictionaries(some.text(), inner) | some.tuples(inner),
    max_leaves=8,
)


@given(VALUES, VALUES)
def test_same_is_an_equivalence(one: Any, other: Any) -> None:
    """Anything is the same as itself, and sameness is mutual and implies equality but for NaN."""
    assert same(one, one)
    assert same(one, other) == same(other, one)
    assert not same(one, other) or one == other or "nan" in repr(one)


def test_functions_of_one_line() -> None:
    """The code of two executions of one line is the same, whatever they close over."""
    assert same_code(closing_over(1), closing_over(2))
    assert not same_code(closing_over(1), len)


@pytest.mark.parametrize(
    ("cls", "args", "kwargs", "expected"),
    [
        (ipywidgets.IntSlider, (3, 0), {"max": 9}, {"value": 3, "min": 0, "max": 9}),
        (ipywidgets.IntSlider, (), {"value": None, "min": 1}, {"min": 1}),
        (ipywidgets.HBox, ([],), {}, {"children": []}),
        (ipywidgets.Dropdown, (), {"options": [1]}, {"options": [1]}),
        (ipywidgets.Text, ("a",), {"description": "b"}, {"value": "a", "description": "b"}),
    ],
)
def test_arguments_have_names(cls: Any, args: Any, kwargs: Any, expected: Any) -> None:
    """Positional arguments take the names of the class's parameters; its own defaults are left out."""
    assert bind(cls, args, kwargs) == expected

"""Values that differ in anything have different digests, and equal ones the same."""

from __future__ import annotations

import collections
import copy
import dataclasses
import datetime
import decimal
import enum
import functools
import io
import itertools
import pathlib
import re
import threading
import types
import uuid
import zoneinfo
from collections.abc import ItemsView, KeysView, ValuesView
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nbapp.cache.hashing import digest_of
from nbapp.errors import UnhashableTypeError, UserHashError


class Color(enum.Enum):
    """An enumeration of a script."""

    RED = 1
    BLUE = 2


@dataclasses.dataclass
class Point:
    """A dataclass of a script."""

    x: Any = 1
    y: Any = 2


class Name(str):
    """A text with a type of its own."""


class Settings(dict):
    """A mapping with attributes of its own."""

    def __init__(self, path: object) -> None:
        super().__init__(a=1)
        self.path = path
        self.itself = self


class Moment(datetime.datetime):
    """A moment with a type of its own."""


class Zone(datetime.tzinfo):
    """A time zone that does not show which one it is."""


Pair = collections.namedtuple("Pair", "a b")

ZONE = zoneinfo.ZoneInfo("Europe/Berlin")

DIFFERENT = [
    *(None, ..., True, False, 0, 1, -1, 10**50, 10**6000, 0.0, -0.0, 1.0, float("inf"), 1j, "", "a", b"a", b""),
    *(bytearray(b"a"), memoryview(b"a"), "\ud800", [], [1], [1, 2], [[1], 2], [1, [2]], (), (1,), {1}, frozenset({1})),
    *({}, {"a": 1}, {"a": 1.0}, {"a": 1, "b": 2}, {"b": 2, "a": 1}, [{"a": 1}], range(3), range(4), slice(1), slice(2)),
    *(collections.deque([1]), collections.OrderedDict(a=1), collections.Counter("a"), types.MappingProxyType({"a": 1})),
    *(datetime.date(2020, 1, 1), datetime.datetime(2020, 1, 1), datetime.datetime(2020, 1, 1, tzinfo=ZONE), ZONE),
    *(datetime.time(1), datetime.timedelta(1), decimal.Decimal("1"), decimal.Decimal("1.0"), uuid.UUID(int=1)),
    *(Color.RED, Color.BLUE, Point(), Point(2), Point(x=[1]), Pair(1, 2), Pair(2, 1), Name("a"), Color, Point, int),
    *(
        re.compile("a"),
        re.compile("a", re.I),
        pathlib.PurePosixPath("a"),
        functools.partial(len),
        functools.partial(abs),
    ),
    *(len, abs, types, enum, io.StringIO("a"), io.BytesIO(b"a"), {1: 2}.keys(), {1: 2}.items(), {1: 2}.values()),
    *(
        "a".join,
        "b".join,
        collections.deque([1], 5),
        collections.ChainMap({"a": 1}, {"a": 2}),
        collections.ChainMap({}),
    ),
    *(collections.defaultdict(int, a=1), collections.defaultdict(list, a=1), collections.defaultdict(None, a=1)),
    *(collections.defaultdict(lambda: 1, a=1), collections.defaultdict(lambda: 2, a=1), Settings("a"), Settings("b")),
    *(Moment(2020, 1, 1), datetime.datetime(2020, 1, 1, fold=1), datetime.time(1, tzinfo=datetime.timezone.utc)),
    *(list(range(20)), tuple(range(20)), [float(i) for i in range(20)], [str(i) for i in range(20)], [2**70] * 20),
    *(["ab", "c"] * 10, ["a", "bc"] * 10, [*range(19), None], [*range(19), "x"]),
]


def test_different_values_have_different_digests() -> None:
    """Type, order, sign of zero: whatever could make a difference to a function makes one here."""
    digests = [digest_of(value) for value in DIFFERENT]
    assert len(set(digests)) == len(digests)


def test_copies_have_the_same_digest() -> None:
    """A value and its deep copy are the same argument."""
    views = (memoryview, types.ModuleType, types.MappingProxyType, KeysView, ItemsView, ValuesView)
    for value in DIFFERENT:
        if not isinstance(value, views):
            assert digest_of(copy.deepcopy(value)) == digest_of(value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner, inner),
    max_leaves=30,
)


def told_apart(value: Any) -> str:
    """What two values must share to be the same argument: type and order included."""
    return repr(value)


@given(JSON, JSON)
def test_digests_agree_just_when_values_do(one: Any, other: Any) -> None:
    """Equal digests mean equal values, in both directions."""
    assert (digest_of(one) == digest_of(other)) == (told_apart(one) == told_apart(other))


@given(st.lists(st.text(), min_size=16, max_size=40), st.lists(st.text(), min_size=16, max_size=40))
def test_long_lists_of_text(one: list[str], other: list[str]) -> None:
    """The short way for long lists of texts knows where each text ends."""
    assert (digest_of(one) == digest_of(other)) == (one == other)


@given(st.sets(st.integers() | st.text()))
def test_order_of_a_set_does_not_count(items: set[Any]) -> None:
    """A set built in another order is the same argument."""
    backwards: set[Any] = set()
    for item in reversed(list(items)):
        backwards.add(item)
    assert digest_of(items) == digest_of(backwards)


def test_value_that_holds_itself() -> None:
    """A cycle has an end, and its shape counts."""
    one: list[Any] = [1]
    one.append(one)
    other: list[Any] = [1, [1]]
    other[1].append(other)
    assert digest_of(one) == digest_of(one)
    assert digest_of(one) != digest_of(other)


def test_attribute_that_cannot_be_told_apart() -> None:
    """A text that knows the page it comes from is a text all the same."""
    assert digest_of(Settings(object())) == digest_of(Settings(threading.Lock()))


@pytest.mark.parametrize("value", [lambda: 1, object(), threading.Lock(), itertools.count(), Zone()])
def test_value_that_cannot_be_told_apart(value: object) -> None:
    """Functions, locks, plain objects, iterators, nameless zones are refused, also inside a list."""
    for argument in (value, [value], {"a": value}):
        with pytest.raises(UnhashableTypeError) as caught:
            digest_of(argument)
        assert caught.value.args[0] is value


def test_own_function_by_type_and_by_name() -> None:
    """`hash_funcs` says how, for a type or its full name, also for values inside others."""
    lock = threading.Lock()
    for key in (type(lock), "_thread.lock"):
        assert digest_of([lock], {key: lambda value: "same"}) == digest_of([threading.Lock()], {key: lambda v: "same"})
    assert digest_of(5, {int: lambda value: value % 2}) == digest_of(7, {int: lambda value: value % 2})
    assert digest_of(list(range(20)), {int: lambda value: 0}) == digest_of([0] * 20, {int: lambda value: 0})


def test_own_functions_do_not_see_what_a_value_is_made_of() -> None:
    """Two arrays of different types or shapes stay different, whatever is said of texts, numbers and tuples."""
    funcs = {str: lambda value: 0, int: lambda value: 0, tuple: lambda value: 0}
    values = [np.zeros(2), np.zeros(2, "i8"), np.zeros((2, 1)), memoryview(b"a"), memoryview(b"b"), io.BytesIO(b"ab")]
    values += [pd.RangeIndex(3), pd.RangeIndex(4), pd.Series([None, "a"]), pd.Series(["a", None]), Point(), Pair(1, 2)]
    assert len({digest_of(value, funcs) for value in values}) == len(values)


def test_own_function_that_fails() -> None:
    """An error of a function of `hash_funcs` names the type."""
    with pytest.raises(UserHashError, match="int"):
        digest_of(1, {int: lambda value: value / 0})

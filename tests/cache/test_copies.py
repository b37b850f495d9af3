"""What one caller does to his value never reaches another one."""

from __future__ import annotations

import copy
import datetime
import pickle
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
import polars
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nbapp.cache.copies import kept
from nbapp.cache.hashing import digest_of


@dataclass
class Box:
    """An object with mutable parts."""

    items: list[Any] = field(default_factory=list)
    frame: Any = None


def frame() -> pd.DataFrame:
    """A frame with columns of many types."""
    return pd.DataFrame(
        {
            "n": [1, 2, 3],
            "x": [1.5, None, 2.5],
            "s": ["a", "b", None],
            "c": pd.Categorical(["u", "v", "u"]),
            "t": pd.date_range("2020", periods=3, tz="UTC"),
            "m": pd.array([1, None, 3], dtype="Int64"),
            "i": pd.array([1, 2, 3], dtype="Int64"),
            "p": pd.period_range("2020", periods=3, freq="D"),
        },
        index=pd.Index([5, 6, 7], name="id"),
    )


VALUES = [
    *(1, "a", None, (1, "b"), [1, 2], {"a": 1}, {1, 2}, [[1], {"a": [2]}], {"a": [1]}, ([1],), bytearray(b"ab")),
    *(np.arange(4), np.zeros((2, 2)), np.array([[1], {}], dtype=object), frame(), frame()["s"], frame()["n"]),
    *(pd.DataFrame({"lists": [[1], [2]]}), {"frame": frame(), "array": np.arange(3), "list": [1]}, Box([1], frame())),
    *([frame()], (np.arange(2), [np.arange(3)])),
]


def harm(value: Any) -> None:
    """Change everything in a value that can be changed."""
    if isinstance(value, dict):
        for inner in value.values():
            harm(inner)
        value["harmed"] = True
    elif isinstance(value, (list, tuple)):
        for inner in value:
            harm(inner)
        if isinstance(value, list):
            value.append("harmed")
    elif isinstance(value, set):
        value.add("harmed")
    elif isinstance(value, bytearray):
        value += b"harmed"
    elif isinstance(value, np.ndarray):
        for inner in value.ravel() if value.dtype == object else ():
            harm(inner)
        value[...] = 0 if value.dtype != object else None
    elif isinstance(value, Box):
        harm(value.items)
        harm(value.frame)
    elif isinstance(value, (pd.DataFrame, pd.Series)):
        harm_table(value)


def harm_table(value: Any) -> None:
    """Change a frame or series in the ways pandas offers."""
    if isinstance(value, pd.DataFrame):
        for column in value.columns:
            harm_cells(value[column])
            for cell in value[column]:
                harm(cell)
            value.loc[value.index[0], column] = value[column].iloc[-1]
            value[column] = 0
        value.columns.name = "harmed"
        value.insert(0, "harmed", 1)
        del value["harmed"]
    else:
        harm_cells(value)
        value.iloc[0] = value.iloc[-1]
    for axis in value.axes:
        write(axis.to_numpy())
    value.attrs["harmed"] = True
    value.index.name = "harmed"


def harm_cells(column: Any) -> None:
    """Write into what pandas hands out of a column. (Behind a column of numpy's it hands out what nobody can guard.)"""
    write(column.to_numpy())
    if not isinstance(column.dtype, np.dtype):
        write(column.array)


def write(cells: Any) -> None:
    """Write into an array, if it lets one."""
    with suppress(ValueError):
        cells[0] = cells[-1]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_harm_stays_with_the_caller(value: Any) -> None:
    """The first caller, and every later one, can do what he likes."""
    before = digest_of(copy.deepcopy(value))
    keeps = kept(copy.deepcopy(value))
    assert digest_of(keeps.first) == before
    harm(keeps.first)
    for _ in range(2):
        given_ = keeps.give()
        assert type(given_) is type(value)
        assert digest_of(given_) == before
        harm(given_)


TREES = st.recursive(
    st.integers() | st.text() | st.builds(lambda n: np.arange(n), st.integers(1, 4)) | st.builds(frame),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3) | st.tuples(inner),
    max_leaves=6,
)


@given(TREES)
def test_harm_to_nested_values_stays_with_the_caller(value: Any) -> None:
    """Whatever is inside what, the cache is out of reach."""
    keeps = kept(value)
    before = digest_of(value)
    harm(keeps.give())
    harm(keeps.first)
    assert digest_of(keeps.give()) == before


def test_caller_can_write_after_the_cache_is_gone() -> None:
    """A frame that was shared is an ordinary frame."""
    given_ = kept(frame()).give()
    for column in given_.columns:
        given_.loc[5, column] = given_[column].iloc[0]
    given_.loc[5, "n"] = 9
    assert given_["n"].tolist() == [9, 2, 3]


def test_plain_values_are_given_as_they_are() -> None:
    """What cannot change is not copied."""
    for value in (1, "text", b"bytes", None, 2.5, (1, "a"), datetime.date(2020, 1, 1), frozenset({1})):
        assert kept(value).give() is value


def test_large_values_are_not_copied() -> None:
    """A frame's data is shared, also inside a dict; a read-only array's too; a writable one is copied."""
    large = pd.DataFrame({"n": np.arange(1000.0)})
    sealed = np.arange(1000.0)
    sealed.flags.writeable = False
    keeps = kept({"frame": large, "sealed": sealed, "open": np.arange(1000.0)})
    one, other = keeps.give(), keeps.give()
    assert np.shares_memory(one["frame"]["n"].to_numpy(), large["n"].to_numpy())
    assert np.shares_memory(one["sealed"], other["sealed"])
    assert not np.shares_memory(one["open"], other["open"])
    assert one["open"].flags.writeable


def test_read_only_array_cannot_be_opened() -> None:
    """Who got a view cannot make it writable; the function itself can, and harms nobody."""
    sealed = np.arange(3)
    sealed.flags.writeable = False
    keeps = kept(sealed)
    for caller in (keeps.first, keeps.give()):
        for array in (caller, caller.base):
            with pytest.raises(ValueError, match="WRITEABLE"):
                array.flags.writeable = True
    sealed.flags.writeable = True
    sealed[0] = 9
    assert keeps.give().tolist() == [0, 1, 2]


def test_read_only_view_of_an_open_array_is_not_trusted() -> None:
    """Who holds the array behind a read-only view cannot change what is kept."""
    behind = np.arange(3)
    view = behind.view()
    view.flags.writeable = False
    keeps = kept(view)
    behind[0] = 9
    assert keeps.give().tolist() == [0, 1, 2]


CELLS = st.lists(st.tuples(st.integers(-9, 9), st.none() | st.text(max_size=3)), min_size=1, max_size=5)


@given(CELLS, st.data())
def test_harm_to_polars_stays_with_the_caller(cells: list[Any], data: st.DataObject) -> None:
    """Its frames change in place too: cells, names, columns. Nothing is copied for that."""
    frame = polars.DataFrame(cells, schema={"n": polars.Int64, "s": polars.String}, orient="row")
    keeps = kept(frame)
    for caller in (keeps.first, keeps.give(), keeps.give()):
        assert caller.rows() == cells
        caller[data.draw(st.integers(0, len(cells) - 1)), "n"] = 99
        caller.columns = ["harmed", "s"]
        caller.insert_column(0, polars.Series("more", [0] * len(cells)))
    assert (keeps.give().columns, keeps.give().rows()) == (["n", "s"], cells)


def test_arrow_tables_are_given_as_they_are() -> None:
    """Nobody can change one."""
    arrow = pytest.importorskip("pyarrow")
    table = arrow.table({"a": [1, None, 3]})
    for value in (table, table["a"], table["a"].chunk(0), table.to_batches()[0]):
        assert kept(value).give() is value


def test_same_part_stays_the_same_part() -> None:
    """An object that stands at two places of a value is one object for each caller."""
    part = frame()
    one, other, _ = kept([part, part, [1]]).give()
    assert one is other


class Labelled:
    """An object that can be a key, and change."""

    def __init__(self) -> None:
        self.items = [1]


LABELLED: list[Any] = [
    lambda label: {label: 1},
    lambda label: pd.Series([label]),
    lambda label: pd.Series([1], index=pd.Index([label])),
    lambda label: pd.Series(pd.Categorical([label])),
    lambda label: pd.DataFrame([[1]], index=pd.MultiIndex.from_tuples([(label, 1)])),
]


@pytest.mark.parametrize("make", LABELLED, ids=["dict", "cell", "index", "category", "level"])
def test_objects_that_are_keys_and_labels(make: Any) -> None:
    """They are not plain only because they can be hashed: each caller gets copies."""
    label = Labelled()
    value = kept(make(label)).give()
    found = [*value] if isinstance(value, dict) else [*value.to_numpy().ravel(), *np.ravel([*value.index.to_numpy()])]
    assert not any(each is label for each in found)
    assert any(isinstance(each, Labelled) for each in found)


@pytest.mark.parametrize("order", ["C", "F"])
def test_read_only_arrays_of_any_layout(order: Any) -> None:
    """Shape, type, order in memory and cells are as they were."""
    for array in (np.zeros((0, 3)), np.arange(6.0).reshape(2, 3), np.arange(8)[::2], np.array("2020", dtype="M8[D]")):
        sealed = np.array(array, order=order)
        sealed.flags.writeable = False
        given_ = kept(sealed).give()
        assert (given_.dtype, given_.flags.f_contiguous) == (sealed.dtype, sealed.flags.f_contiguous)
        assert np.array_equal(given_, sealed)
        assert given_.shape == sealed.shape


def test_value_that_cannot_be_pickled() -> None:
    """The error of pickle comes through."""
    with pytest.raises((pickle.PicklingError, AttributeError, TypeError)):
        kept([lambda: 1])

"""Arrays and frames: exact, to the last cell."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable

import numpy as np
import pandas as pd
import polars
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nbapp.cache.hashing import digest_of
from nbapp.errors import UnhashableTypeError

DAYS = pd.date_range("2020", periods=3)


class Measured(np.ndarray):
    """Numbers with a unit."""

    unit: str


def measured(unit: str) -> Measured:
    """Three of them."""
    made = np.arange(3).view(Measured)
    made.unit = unit
    return made


class Located(pd.DataFrame):
    """A frame that keeps something besides."""

    _metadata = ("place",)
    place = 0


def located(place: int) -> Located:
    """One of them."""
    made = Located({"a": [1]})
    made.place = place
    return made


def fields(*names: str) -> np.ndarray:
    """An array with fields."""
    return np.array([(1, 2)], dtype=[(name, "i4") for name in names])


DIFFERENT = [
    *(measured("m"), measured("km"), located(1), located(2), fields("a", "b"), fields("c", "d"), fields("a", "b")[0]),
    *(fields("c", "d")[0], np.zeros(2, dtype={"names": ["a", "b"], "formats": ["i4", "i4"], "offsets": [4, 0]})),
    *(pd.CategoricalDtype(range(999)), pd.CategoricalDtype([*range(500), -1, *range(501, 999)])),
    *(
        pd.Timestamp("9999-12-31"),
        pd.Timestamp("9999-12-30"),
        pd.Timestamp("2020").as_unit("s"),
        pd.Timestamp("2020").as_unit("ms"),
    ),
    *(pd.Timedelta(np.timedelta64(10**12, "s")), np.array([1, 2], dtype="g"), np.array([1, 3], dtype="g")),
    *(np.float64(1), np.float32(1), np.int8(1), np.datetime64("2020"), np.datetime64("2020-01-01"), np.dtype("i4")),
    *(np.arange(3), np.arange(3, dtype="i4"), np.arange(3.0), np.zeros((2, 3)), np.zeros((3, 2)), np.zeros(6), np.sin),
    *(np.array(["a", "b"]), np.array(["a", None], dtype=object), np.array(["a", "b"], dtype=object), np.array([True])),
    *(np.ma.array([1, 2], mask=[0, 1]), np.ma.array([1, 2], mask=[1, 0]), np.array([(1, 2)], dtype="i4,f8")),
    *(pd.Series([1]), pd.Series([1], name="a"), pd.Series([1.0]), pd.Series([1], index=[1]), pd.Series(["a", None])),
    *(
        pd.DataFrame({"a": [1]}),
        pd.DataFrame({"b": [1]}),
        pd.DataFrame({"a": [1.0]}),
        pd.DataFrame({"a": [1], "b": [1]}),
    ),
    *(pd.Index([1]), pd.Index([1], name="a"), pd.RangeIndex(3), pd.RangeIndex(4), pd.MultiIndex.from_tuples([(1, 2)])),
    *(pd.Categorical(["a"]), pd.Categorical(["a"], ["a", "b"]), pd.Categorical(["a"], ordered=True)),
    *(pd.array([1, None]), pd.array([1, 0]), pd.array([True, None]), pd.array([1.5, None]), pd.interval_range(0, 3)),
    *(
        DAYS,
        DAYS.tz_localize("UTC"),
        DAYS.tz_localize("Asia/Tokyo"),
        DAYS.to_period("D"),
        pd.Series(DAYS),
        DAYS - DAYS[0],
    ),
    *(
        pd.Timestamp(0),
        pd.Timestamp(0, tz="UTC"),
        pd.Timestamp(1),
        pd.NaT,
        pd.NA,
        pd.Timedelta(1),
        pd.Period("2020", "M"),
    ),
    *(pd.Period("2020", "D"), pd.Interval(0, 1), pd.Interval(0, 1, "both"), pd.arrays.SparseArray([0, 1])),
    *(pd.Series([[1], {"a": 2}]), pd.Series([[1], {"a": 3}]), pd.Series(["1", 1]), pd.Series([1, "1"], dtype=object)),
    *(
        pd.Series(["a", "b"], dtype="string"),
        pd.Series(["ab", ""], dtype="string"),
        pd.Series(["a", "b"], dtype=object),
    ),
]


def test_different_tables_have_different_digests() -> None:
    """Types, shapes, names, masks, zones: each counts."""
    digests = [digest_of(value) for value in DIFFERENT]
    assert len(set(digests)) == len(digests)


@given(st.lists(st.one_of(st.none(), st.text(max_size=3)), max_size=12), st.data())
def test_columns_of_text(cells: list[str | None], data: st.DataObject) -> None:
    """A change of one cell changes the digest; an equal column made anew does not."""
    column = pd.Series(cells, dtype=object)
    assert digest_of(column) == digest_of(pd.Series(list(cells), dtype=object))
    if cells:
        place = data.draw(st.integers(0, len(cells) - 1))
        other = list(cells)
        other[place] = data.draw(st.one_of(st.none(), st.text(max_size=3)).filter(lambda cell: cell != cells[place]))
        assert digest_of(column) != digest_of(pd.Series(other, dtype=object))


@given(st.integers(0, 999_999))
def test_one_cell_of_a_million_counts(place: int) -> None:
    """Nothing is sampled."""
    values = np.zeros(1_000_000, dtype="i1")
    before = digest_of(values)
    values[place] = 1
    assert digest_of(values) != before


def test_memory_layout_does_not_count() -> None:
    """Rows first, columns first, strided or read-only: the same values are the same argument."""
    values = np.arange(12.0).reshape(3, 4)
    wide = np.zeros((3, 8))
    wide[:, ::2] = values
    sealed = values.copy()
    sealed.flags.writeable = False
    for same in (np.asfortranarray(values), wide[:, ::2], sealed):
        assert digest_of(same) == digest_of(values)
    frame = pd.DataFrame({"a": [1.0, 2.0], "b": [3.0, 4.0]})
    assert digest_of(frame) == digest_of(pd.DataFrame(np.array([[1.0, 3.0], [2.0, 4.0]]), columns=["a", "b"]))


def test_what_stands_behind_a_mask_does_not_count() -> None:
    """Two missing values are equal whatever was there before."""
    one, other = pd.array([1, 2]), pd.array([1, 3])
    one[1] = other[1] = pd.NA
    assert digest_of(one) == digest_of(other)


def test_large_frames_are_quick() -> None:
    """A million rows of numbers take no longer than a few checksums of their bytes."""

    def fastest(call: Callable[[], object]) -> float:
        seconds = []
        for _ in range(3):
            began = time.perf_counter()
            call()
            seconds.append(time.perf_counter() - began)
        return min(seconds)

    frame = pd.DataFrame(np.random.default_rng(0).random((1_000_000, 3)))
    checksum = fastest(lambda: hashlib.sha256(frame.to_numpy().tobytes()).digest())
    assert fastest(lambda: digest_of(frame)) < 5 * checksum


def test_bytes_between_numbers_do_not_count() -> None:
    """Those that fill up a field or a long number are what was there before."""
    for dtype in (np.dtype("u1,i8", align=True), np.dtype("g")):
        one, other = np.zeros(2, dtype), np.frombuffer(b"?" * 2 * dtype.itemsize, dtype).copy()
        other[...] = one
        assert digest_of(one) == digest_of(other)


@pytest.mark.parametrize("value", [np.frompyfunc(lambda x: x, 1, 1), polars.DataFrame({"a": [object()]})])
def test_what_hides_objects_of_python(value: object) -> None:
    """It is refused."""
    with pytest.raises(UnhashableTypeError):
        digest_of(value)


def test_arrow_and_polars_tables() -> None:
    """Where they are installed, they count by what they hold."""
    arrow = pytest.importorskip("pyarrow")
    table = arrow.table({"a": [1, None, 3], "b": ["x", "y", None]})
    assert digest_of(table) == digest_of(arrow.table({"a": [1, None, 3], "b": ["x", "y", None]}))
    assert digest_of(table) != digest_of(table.slice(1))

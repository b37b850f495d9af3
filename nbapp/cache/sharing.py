"""Which frames and arrays several callers can share unharmed, and how. None of their libraries is imported here."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

Way = Callable[[], Any]

SAFE_OBJECTS = frozenset(
    {
        "boolean",
        "bytes",
        "date",
        "datetime",
        "datetime64",
        "decimal",
        "empty",
        "floating",
        "integer",
        "mixed-integer-float",
        "string",
        "time",
        "timedelta",
        "timedelta64",
    }
)
"""What pandas' `infer_dtype` calls columns of objects that cannot change."""


def way(value: Any) -> Way | None:
    """Return what gives the value to one more caller without copying its data; None if that is not safe.

    Parameters
    ----------
    value : object
        Anything.

    Examples
    --------
    >>> way([1]) is None
    True
    """
    kind = type(value)
    find = WAYS.get((kind.__module__.partition(".")[0], kind.__name__))
    return find(value) if find is not None else None


def is_read_only(value: Any) -> bool:
    """Whether it is an array that nobody is meant to write to."""
    return type(value).__name__ == "ndarray" and not value.flags.writeable


def _array(value: Any) -> Way | None:
    """A read-only array is given as a view that nobody can write to; any other is copied for each caller."""
    if value.dtype.hasobject:
        return None
    mine = value.copy(order="K")
    if not is_read_only(value):
        return lambda: mine.copy(order="K")
    mine.flags.writeable = False
    return mine.view  # type: ignore[no-any-return]


def _pandas(value: Any) -> Way | None:
    """A frame or series is given as a shallow copy, where writing to that copies the data first; else as a deep one."""
    pandas = sys.modules["pandas"]
    dtypes = value.dtypes if hasattr(value, "columns") else [value.dtype]
    columns = (value.iloc[:, i] for i in range(len(dtypes))) if hasattr(value, "columns") else [value]
    if not all(_column_is_safe(column, dtype) for column, dtype in zip(columns, dtypes, strict=True)):
        return None
    lazy = int(pandas.__version__.partition(".")[0]) >= 3 or pandas.options.mode.copy_on_write is True
    mine = value.copy(deep=not lazy)
    return lambda: mine.copy(deep=not lazy)


def _column_is_safe(column: Any, dtype: Any) -> bool:
    """Whether the cells cannot change by themselves: lists in cells can."""
    pandas = sys.modules["pandas"]
    if getattr(dtype, "kind", "") == "O" and type(dtype).__module__.startswith("numpy"):
        return pandas.api.types.infer_dtype(column, skipna=True) in SAFE_OBJECTS
    return type(dtype).__module__.partition(".")[0] in ("numpy", "pandas")


def _polars(value: Any) -> Way | None:
    polars = sys.modules["polars"]
    types = value.dtypes if hasattr(value, "dtypes") else [value.dtype]
    if polars.Object in types:
        return None
    return value.clone().clone  # type: ignore[no-any-return]


def _unchanging(value: Any) -> Way:
    return lambda: value


WAYS: dict[tuple[str, str], Callable[[Any], Way | None]] = {
    ("numpy", "ndarray"): _array,
    ("pandas", "DataFrame"): _pandas,
    ("pandas", "Series"): _pandas,
    ("polars", "DataFrame"): _polars,
    ("polars", "Series"): _polars,
    **{("pyarrow", name): _unchanging for name in ("Table", "RecordBatch", "ChunkedArray")},
    **{("pandas", name): _unchanging for name in ("Timestamp", "Timedelta", "Period", "Interval")},
}

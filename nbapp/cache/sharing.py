"""Which frames and arrays several callers can share unharmed, and how. None of their libraries is imported here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

Way = Callable[[], Any]

PLAIN = frozenset(
    {type(None), type(...), bool, int, float, complex, str, bytes, range, date, time, datetime, timedelta, Decimal}
)
"""Types whose values cannot change."""

MOMENTS = ("Timestamp", "Timedelta", "Period", "Interval")
"""Those of pandas."""


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
    room, name = kind.__module__.partition(".")[0], kind.__name__
    find = WAYS.get((room, "Array" if room == "pyarrow" and name.endswith("Array") else name))
    return find(value) if find is not None else None


def is_read_only(value: Any) -> bool:
    """Whether it is an array that nobody is meant to write to."""
    return type(value).__name__ == "ndarray" and not value.flags.writeable


def _array(value: Any) -> Way | None:
    """A read-only array is given as a view that nobody can write to; any other is copied for each caller."""
    if value.dtype.hasobject:
        return None
    if is_read_only(value):
        by_columns = value.flags.f_contiguous and not value.flags.c_contiguous
        order = "F" if by_columns else "C"
        mine = type(value)(value.shape, value.dtype, value.tobytes(order), order=order)  # bytes stay as they are
        return mine.view  # type: ignore[no-any-return]
    mine = value.copy(order="K")
    return lambda: mine.copy(order="K")


def _pandas(value: Any) -> Way | None:
    """A frame or series is given as a shallow copy, where writing to that copies the data first; else as a deep one."""
    pandas = sys.modules["pandas"]
    if not _cells_are_safe(value):
        return None
    young = int(pandas.__version__.partition(".")[0]) >= 3
    lazy = young or pandas.options.mode.copy_on_write is True
    own = [i for i, dtype in enumerate(value.dtypes if value.ndim == 2 else [value.dtype]) if _is_own(dtype)]

    def copied(table: Any) -> Any:
        copy = _shared(table, own) if lazy else table.copy()
        return copy if young else _with_own_labels(copy)

    mine = copied(value)
    return lambda: copied(mine)


def _cells_are_safe(value: Any) -> bool:
    """Whether cells and labels cannot change by themselves: lists in cells can."""
    columns = [value.iloc[:, i] for i in range(value.shape[1])] if value.ndim == 2 else [value]
    return all(
        _holds_safe(each, each.dtype) for each in (*columns, *(part for axis in value.axes for part in _flat(axis)))
    )


def _flat(axis: Any) -> list[Any]:
    return list(axis.levels) if axis.nlevels > 1 else [axis]


def _holds_safe(items: Any, dtype: Any) -> bool:
    """Whether a column's or an index' items cannot change."""
    if hasattr(dtype, "categories"):
        return _holds_safe(dtype.categories, dtype.categories.dtype)
    if getattr(dtype, "kind", "") == "O" and dtype.type is sys.modules["numpy"].object_:
        return are_plain(items)
    return type(dtype).__module__.partition(".")[0] in ("numpy", "pandas")


def are_plain(items: Iterable[Any]) -> bool:
    """Whether items are all of types whose values cannot change."""
    kinds = set(map(type, items))
    return PLAIN.issuperset(kinds) or all(map(_is_plain, kinds - PLAIN))


def _is_plain(kind: type) -> bool:
    room, name = kind.__module__.partition(".")[0], kind.__name__
    if room == "numpy":
        return name not in ("void", "ndarray") and issubclass(kind, sys.modules["numpy"].generic)
    return room == "pandas" and name in (*MOMENTS, "NaTType", "NAType")


def _shared(table: Any, own: list[int]) -> Any:
    """Share what numpy holds, which pandas copies when it is written to. Its own arrays it lets callers write into."""
    if table.ndim == 1:
        return table.copy(deep=bool(own))
    copy = table.copy(deep=False)
    for position in own:
        copy.isetitem(position, table.iloc[:, position].copy())
    return copy


def _is_own(dtype: Any) -> bool:
    return type(dtype).__module__.partition(".")[0] == "pandas"


def _with_own_labels(table: Any) -> Any:
    """Copy labels too: before pandas 3 callers could write into them, as in `frame.columns.values[0] = "a"`."""
    table.index = table.index.copy(deep=True)
    if table.ndim == 2:
        table.columns = table.columns.copy(deep=True)
    return table


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
    **{("pyarrow", name): _unchanging for name in ("Table", "RecordBatch", "Array")},
    **{("pandas", name): _unchanging for name in MOMENTS},
}

"""How arrays and frames become bytes: numpy, pandas, polars, Arrow. None of them is imported here.

The buffers go in as they lie in memory wherever they can; text columns as lengths and one long text.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from nbapp.errors import UnhashableTypeError

if TYPE_CHECKING:
    from nbapp.cache.hashing import Hasher

Write = Callable[["Hasher", Any], None]


def writer(kind: type) -> Write | None:
    """Return how a type of one of these libraries is taken in, None for any other type.

    Examples
    --------
    >>> writer(int) is None
    True
    """
    for base in kind.__mro__:
        room = base.__module__.partition(".")[0]
        write = WRITERS.get((room, base.__name__))
        if write is not None:
            return write
    return None


def _array(hasher: Hasher, value: Any) -> None:
    """Take in a numpy array: its type, its shape and, row by row, what it holds; one with fields field by field."""
    import numpy as np

    dtype, kind = value.dtype, type(value)
    hasher.note(b"ndarray", kind.__name__, repr(dtype) if dtype.names else dtype.str, value.shape)
    if kind.__module__.partition(".")[0] != "numpy":
        hasher.add(getattr(value, "__dict__", None))  # a unit, say
    if kind.__name__ == "MaskedArray":
        _array(hasher, np.ma.getmaskarray(value))
        value = value.filled()
    value = np.asarray(value)
    if dtype.names:
        for name in dtype.names:
            _array(hasher, value[name])
    elif dtype.hasobject:
        _objects(hasher, value.ravel().tolist())
    elif dtype.char in "gG":  # there are bytes between the numbers that mean nothing
        _objects(hasher, list(map(repr, value.ravel())))
    elif dtype.kind in "SUV" or dtype.kind not in "biufcmM":
        hasher.raw(b"items", value.tobytes())
    else:
        flat: Any = np.ascontiguousarray(value).reshape(-1)
        hasher.raw(b"items", memoryview(flat.view(np.uint8)))


def _objects(hasher: Hasher, items: list[Any]) -> None:
    """Take in a list of any objects; quickly if all of them are text or missing."""
    import numpy as np

    missing = [] if _all_text(items) else [i for i, item in enumerate(items) if type(item) is not str]
    if len(missing) > len(items) // 2:
        hasher.items(b"objects", items, len(items))
        return
    hasher.raw(b"places", np.array(missing, dtype="<i8").tobytes())
    hasher.items(b"missing", (items[i] for i in missing), len(missing))
    for i in missing:
        items[i] = ""
    lengths = np.fromiter(map(len, items), dtype="<i8", count=len(items))
    hasher.raw(b"lengths", lengths.tobytes())
    hasher.raw(b"text", "".join(items).encode("utf-8", "surrogatepass"))


def _all_text(items: list[Any]) -> bool:
    return set(map(type, items)) <= {str}


def _scalar(hasher: Hasher, value: Any) -> None:
    import numpy as np

    hasher.raw(b"scalar")
    _array(hasher, np.asarray(value))


def _dtype(hasher: Hasher, value: Any) -> None:
    if hasattr(value, "categories"):  # it shows the first and the last of many
        hasher.note(b"categories", value.ordered)
        hasher.add(value.categories)
    else:
        hasher.note(b"dtype", repr(value))


def _function(hasher: Hasher, value: Any) -> None:
    if value.__name__.endswith(" (vectorized)"):  # made of a function of Python
        raise UnhashableTypeError(value)
    hasher.note(b"function", getattr(value, "__module__", ""), value.__name__)


def _frame(hasher: Hasher, value: Any) -> None:
    hasher.note(b"frame", type(value).__name__)
    hasher.items(b"labels", (value.columns, value.index, value.attrs, _more(value)), 4)
    for position in range(value.shape[1]):
        _column(hasher, value.iloc[:, position].array)


def _series(hasher: Hasher, value: Any) -> None:
    hasher.note(b"series", type(value).__name__)
    hasher.items(b"labels", (value.name, value.index, value.attrs, _more(value)), 4)
    _column(hasher, value.array)


def _more(value: Any) -> list[Any]:
    """What a derived class has besides."""
    return [getattr(value, name, None) for name in value._metadata]


def _index(hasher: Hasher, value: Any) -> None:
    kind = type(value).__name__
    hasher.note(b"index", kind, getattr(value, "freqstr", None))
    hasher.items(b"names", value.names, len(value.names))
    if kind == "RangeIndex":
        hasher.note(b"range", value.start, value.stop, value.step)
    elif kind == "MultiIndex":
        for level, codes in zip(value.levels, value.codes, strict=True):
            _index(hasher, level)
            _array(hasher, codes)
    else:
        _column(hasher, value.array)


def _column(hasher: Hasher, value: Any) -> None:
    """Take in one of pandas' arrays."""
    import numpy as np
    import pandas as pd

    dtype = value.dtype
    hasher.raw(b"column", str(dtype).encode())
    if isinstance(dtype, np.dtype):
        _array(hasher, value.to_numpy())
    elif isinstance(dtype, pd.CategoricalDtype):
        hasher.raw(b"ordered" if dtype.ordered else b"unordered")
        _index(hasher, dtype.categories)
        _array(hasher, np.asarray(value.codes))
    elif isinstance(dtype, (pd.DatetimeTZDtype, pd.PeriodDtype)):
        _array(hasher, value.asi8)
    elif getattr(dtype, "numpy_dtype", None) is not None and dtype.numpy_dtype.kind in "biuf":
        _array(hasher, np.asarray(value.isna()))
        _array(hasher, value.to_numpy(dtype=dtype.numpy_dtype, na_value=dtype.numpy_dtype.type(0)))
    elif "pyarrow" in sys.modules and getattr(dtype, "storage", "pyarrow") == "pyarrow" and _has_arrow(value):
        _arrow(hasher, value.__arrow_array__())
    else:
        _objects(hasher, np.asarray(value, dtype=object).tolist())


def _has_arrow(value: Any) -> bool:
    return hasattr(value, "__arrow_array__")


def _moment(hasher: Hasher, value: Any) -> None:
    """Take in one of pandas' own points, lengths or spans of time, or its signs for what is missing."""
    parts = [repr(getattr(value, name, None)) for name in ("asm8", "ordinal", "unit", "freqstr")]
    hasher.note(type(value).__name__.encode(), *parts)
    hasher.add(getattr(value, "tz", None))


def _interval(hasher: Hasher, value: Any) -> None:
    hasher.note(b"interval", value.closed)
    hasher.items(b"ends", (value.left, value.right), 2)


def _polars(hasher: Hasher, value: Any) -> None:
    """Take in a polars frame or series by way of its own file format."""
    is_series = type(value).__name__ == "Series"
    frame = value.to_frame() if is_series else value
    if sys.modules["polars"].Object in frame.dtypes:
        raise UnhashableTypeError(value)
    hasher.raw(b"polars series" if is_series else b"polars frame", repr(frame.schema).encode())
    hasher.raw(b"ipc", frame.rechunk().write_ipc(None, compression="uncompressed").getbuffer())


def _arrow(hasher: Hasher, value: Any) -> None:
    """Take in an Arrow table, batch or column by way of the Arrow stream format."""
    arrow = sys.modules["pyarrow"]
    kind = type(value).__name__
    if kind == "RecordBatch":
        table = arrow.Table.from_batches([value])
    else:
        table = value if kind == "Table" else arrow.table({"": value})
    sink = arrow.BufferOutputStream()
    with arrow.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table.combine_chunks())
    hasher.raw(b"arrow " + kind.encode(), memoryview(sink.getvalue()))


WRITERS: dict[tuple[str, str], Write] = {
    ("numpy", "ndarray"): _array,
    ("numpy", "generic"): _scalar,
    ("numpy", "dtype"): _dtype,
    ("numpy", "ufunc"): _function,
    ("pandas", "DataFrame"): _frame,
    ("pandas", "Series"): _series,
    ("pandas", "Index"): _index,
    ("pandas", "ExtensionArray"): _column,
    ("pandas", "ExtensionDtype"): _dtype,
    **{("pandas", name): _moment for name in ("Timestamp", "Timedelta", "Period", "NaTType", "NAType")},
    ("pandas", "Interval"): _interval,
    ("polars", "DataFrame"): _polars,
    ("polars", "Series"): _polars,
    **{("pyarrow", name): _arrow for name in ("Table", "RecordBatch", "ChunkedArray", "Array")},
}

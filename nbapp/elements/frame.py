"""Data as elements take them: whatever looks like a table becomes a pandas frame.

pandas itself is loaded only when there is something to convert: a value that *is* a frame proves that it is loaded.
"""

from __future__ import annotations

import array
import dataclasses
import enum
import sys
from collections import ChainMap, UserDict, UserList, deque
from collections.abc import Generator, ItemsView, KeysView, Mapping, ValuesView
from types import MappingProxyType
from typing import Any

from nbapp.errors import StreamlitDataframeConversionError
from nbapp.types import Discreet

LAZY_ROWS = 10_000
"""Rows taken of a table that is not computed yet."""

ABSENT = object()

_LISTS = (deque, map, set, frozenset, array.array, UserList, KeysView, ValuesView, ItemsView, Generator, range)


def is_frame_like(value: Any) -> bool:
    """Whether `write` shows a value as a table.

    Parameters
    ----------
    value : object
        Anything. Lists and dicts are no tables: they are shown as JSON.

    Examples
    --------
    >>> import numpy as np
    >>> is_frame_like(np.zeros((2, 2))), is_frame_like([1, 2])
    (True, False)
    """
    if _is_pandas(value) or is_styler(value):
        return True
    numpy = sys.modules.get("numpy")
    if numpy is not None and isinstance(value, numpy.ndarray):
        return bool(value.ndim)
    if isinstance(value, (type, str, bytes, dict, list, tuple)):
        return False
    return any(_method(value, name) for name in ("to_pandas", "toPandas", "__dataframe__")) or _is_lazy(value)


def is_styler(value: Any) -> bool:
    """Whether a value is a pandas Styler."""
    return type(value).__module__ == "pandas.io.formats.style" and hasattr(value, "data")


def has_row_names(data: Any, frame: Any) -> bool:
    """Whether the rows of the data have names worth showing: an index of pandas, or the keys of a dict.

    Parameters
    ----------
    data : object
        What the caller was given.
    frame : pandas.DataFrame
        What `as_frame` made of it.
    """
    return _is_pandas(data) or is_styler(data) or type(frame.index).__name__ != "RangeIndex"


def as_frame(data: Any) -> Any:
    """Return the data as a pandas frame.

    Parameters
    ----------
    data : object
        A frame, series, index or Styler of pandas; a table of polars, pyarrow or whatever else can turn into a
        pandas frame; an array, a list, a dict or a dataclass; None for no data.

    Returns
    -------
    pandas.DataFrame
        The very frame if it was one.

    Raises
    ------
    StreamlitDataframeConversionError
        If it cannot be seen as a table.

    Examples
    --------
    >>> as_frame({"a": [1, 2]}).shape, as_frame([1, 2, 3]).columns.tolist()
    ((2, 1), ['value'])
    """
    import pandas as pd

    if isinstance(data, pd.DataFrame):
        return data
    if data is None:
        return pd.DataFrame()
    if isinstance(data, (pd.Series, pd.Index, pd.api.extensions.ExtensionArray)):
        return pd.DataFrame(data)
    if is_styler(data):
        return data.data
    try:
        return _converted(data)
    except (ValueError, TypeError) as error:
        raise StreamlitDataframeConversionError(data) from error


def _converted(data: Any) -> Any:
    """Return what is no pandas object as a frame."""
    import numpy as np
    import pandas as pd

    if isinstance(data, np.ndarray):
        return pd.DataFrame() if data.ndim == 0 else _named(pd.DataFrame(data))
    found = _of_library(data)
    if found is not ABSENT:
        return found.to_frame() if isinstance(found, (pd.Series, pd.Index)) else pd.DataFrame(found)
    if isinstance(data, type) and issubclass(data, enum.Enum):
        return _named(pd.DataFrame([member.value for member in data]))
    if isinstance(data, _LISTS):
        return _named(pd.DataFrame(list(data)))
    plain = _as_dict(data)
    if plain is not None:
        return _named(pd.DataFrame.from_dict(plain, orient="index"))
    if isinstance(data, (str, bytes)) or not hasattr(data, "__iter__"):
        raise TypeError("no table")
    try:
        return _named(pd.DataFrame(data))
    except (ValueError, TypeError):
        if not isinstance(data, dict):
            raise
        lists = {key: value if isinstance(value, (list, tuple)) else [value] for key, value in data.items()}
        longest = max(len(value) for value in lists.values())
        rows = [[*value, *[None] * (longest - len(value))] for value in lists.values()]
        return _named(pd.DataFrame(rows, index=list(lists)))


def _of_library(data: Any) -> Any:
    """Return the table of another library as a pandas object, or `ABSENT` if it is none."""
    import pandas as pd

    if isinstance(data, type):
        return ABSENT
    if _is_lazy(data):
        return _of_library(data.head(LAZY_ROWS).collect())
    for name in ("to_pandas", "toPandas", "_to_pandas"):
        if _method(data, name):
            try:
                return getattr(data, name)()
            except ImportError:  # polars and narwhals convert through pyarrow, which may be absent
                break
    if _method(data, "to_dict") and type(data).__module__.partition(".")[0] == "polars":
        return pd.DataFrame(data.to_dict(as_series=False))
    if _method(data, "df") and _method(data, "fetchall"):
        return data.limit(LAZY_ROWS).df()
    if _method(data, "__dataframe__") and hasattr(pd.api, "interchange"):
        return pd.api.interchange.from_dataframe(data)
    return ABSENT


def _as_dict(data: Any) -> dict[Any, Any] | None:
    """Return a mapping that is no dict, a named tuple or a dataclass as a dict; None for all else."""
    if isinstance(data, (ChainMap, UserDict, MappingProxyType)):
        return dict(data)
    if isinstance(data, tuple) and hasattr(data, "_asdict"):
        return dict(data._asdict())
    if dataclasses.is_dataclass(data) and not isinstance(data, type):
        return dataclasses.asdict(data)
    if isinstance(data, Mapping) and not isinstance(data, dict):
        return dict.fromkeys(data, "…") if isinstance(data, Discreet) else dict(data)
    return None


def _named(frame: Any) -> Any:
    """Call the only column of a frame `value` if it has no name."""
    if len(frame.columns) == 1 and not isinstance(frame.columns[0], str) and frame.columns[0] == 0:
        return frame.set_axis(["value"], axis="columns")
    return frame


def _is_pandas(value: Any) -> bool:
    """Whether a value is a frame, a series or an index."""
    pandas = sys.modules.get("pandas")
    kinds = ("DataFrame", "Series", "Index")
    return pandas is not None and any(isinstance(value, getattr(pandas, kind, ())) for kind in kinds)


def _is_lazy(value: Any) -> bool:
    """Whether a value is a table that is still to be computed."""
    return type(value).__name__ == "LazyFrame" and _method(value, "collect")


def _method(value: Any, name: str) -> bool:
    """Whether a value has a method of that name."""
    return callable(getattr(value, name, None))

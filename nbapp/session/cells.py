"""The cells of a table as JSON: numbers stay numbers, dates become text, nothing is NaN, nothing is without end."""

from __future__ import annotations

import datetime
import decimal
import json
import math
from typing import Any

from nbapp.types import Json

LONGEST = 4000
"""Characters of one cell that reach the browser."""

EXACT = 2**53 - 1
"""The largest whole number that a browser holds exactly; what is beyond it travels as text."""

_INFERRED = {
    "boolean": "bool",
    "integer": "int",
    "floating": "float",
    "mixed-integer-float": "float",
    "decimal": "decimal",
    "date": "date",
    "datetime": "datetime",
    "datetime64": "datetime",
}


def kind_of(values: Any) -> str:
    """Name what a column holds.

    Parameters
    ----------
    values : pandas.Series or pandas.Index
        The column.

    Returns
    -------
    str
        `bool`, `int`, `float`, `decimal`, `date`, `datetime`, `duration`, `text`, or `nested` for cells that are
        lists, dicts or other objects.

    Examples
    --------
    >>> import pandas as pd
    >>> kind_of(pd.Series([1.5, None]))
    'float'
    """
    from pandas import CategoricalDtype
    from pandas.api import types

    dtype = values.dtype
    if isinstance(dtype, CategoricalDtype):
        return kind_of(dtype.categories)
    if types.is_bool_dtype(dtype):
        return "bool"
    if types.is_integer_dtype(dtype):
        return "int"
    if types.is_float_dtype(dtype):
        return "float"
    if types.is_datetime64_any_dtype(dtype):
        return "date" if _at_midnight(values) else "datetime"
    if types.is_timedelta64_dtype(dtype):
        return "duration"
    if not types.is_object_dtype(dtype):
        return "text"
    inferred = types.infer_dtype(values, skipna=True)
    return _INFERRED.get(inferred, "nested" if inferred in ("mixed", "unknown-array") else "text")


def cells_of(values: Any, kind: str) -> list[Json]:
    """Return the cells of a column, or of a part of it.

    Parameters
    ----------
    values : pandas.Series or pandas.Index
        The cells to convert.
    kind : str
        What `kind_of` said of the whole column.

    Returns
    -------
    list
        One JSON value per cell; None where there is none.

    Examples
    --------
    >>> import pandas as pd
    >>> cells_of(pd.Series([1.5, float("nan"), float("inf")]), "float")
    [1.5, None, 'inf']
    """
    if _travels_as_it_is(values):
        return list(values.tolist())
    if kind == "date":
        return [None if cell is None else str(cell)[:10] for cell in map(as_cell, values)]
    return [as_cell(value) for value in values.tolist()]


def _travels_as_it_is(values: Any) -> bool:
    """Whether all cells are numbers that a browser holds, told without looking at each."""
    import numpy as np

    dtype = values.dtype
    if not isinstance(dtype, np.dtype) or not len(values):
        return False
    if dtype.kind in "iu":
        return bool(values.min() >= -EXACT and values.max() <= EXACT)
    return dtype.kind == "b" or (dtype.kind == "f" and bool(np.isfinite(values.to_numpy()).all()))


def as_cell(value: Any) -> Json:
    """Return one value as JSON.

    Examples
    --------
    >>> as_cell(2**60), as_cell({"a": [1, 2]}), as_cell(float("nan"))
    ('1152921504606846976', '{"a": [1, 2]}', None)
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _bounded(value)
    if isinstance(value, int):
        return int(value) if -EXACT <= value <= EXACT else _bounded(_digits(value))
    if isinstance(value, float):
        return None if math.isnan(value) else float(value) if math.isfinite(value) else str(float(value))
    if isinstance(value, datetime.datetime):
        return None if value != value else value.isoformat(sep=" ")
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, decimal.Decimal):
        return None if value.is_nan() else str(value)
    return _as_other(value)


def _as_other(value: Any) -> Json:
    """Return a value of some library, or one that holds others, as JSON."""
    import numpy as np
    import pandas as pd

    if value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, np.ndarray):
        return _bounded(_as_text(value.tolist()))
    if isinstance(value, np.generic):
        plain = value.item()
        return _bounded(str(value)) if isinstance(plain, np.generic) else as_cell(plain)
    if isinstance(value, (dict, list, tuple)):
        return _bounded(_as_text(value))
    if isinstance(value, (set, frozenset)):
        return _bounded(_as_text(sorted(value, key=str)))
    return _bounded(str(value))


def _as_text(value: Any) -> str:
    """Return what holds other values as JSON text, or as Python writes it where JSON cannot."""
    try:
        return json.dumps(value, ensure_ascii=False, default=str)
    except (TypeError, ValueError, RecursionError):
        return str(value)


def _bounded(text: str) -> str:
    """Cut a text that no reader would read, and replace what UTF-8 cannot carry."""
    text = text if len(text) <= LONGEST else text[:LONGEST] + "…"
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _digits(number: int) -> str:
    """Write a large whole number; Python itself refuses beyond some thousand digits."""
    return str(number) if abs(number) < 10**LONGEST else f"about 2**{number.bit_length()}"


def _at_midnight(values: Any) -> bool:
    """Whether every moment of a column is the beginning of a day."""
    import pandas as pd

    moments = pd.DatetimeIndex(values)
    return bool(len(moments)) and bool(((moments == moments.normalize()) | moments.isna()).all())

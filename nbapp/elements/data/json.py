"""`json`: nested data as a tree to fold."""

from __future__ import annotations

import dataclasses
import json as notation
import math
import sys
from collections import ChainMap, UserDict, UserList
from collections.abc import ItemsView, KeysView, Mapping, ValuesView
from types import MappingProxyType
from typing import Any

from nbapp.elements.place import P
from nbapp.elements.sizes import FILLS, Width, checked_width
from nbapp.errors import InvalidJsonError, StreamlitInvalidParameterTypeError
from nbapp.session.cells import EXACT, as_cell
from nbapp.types import Discreet, Json

DEEPEST = 100
"""Levels of nesting that are followed; what is deeper, or holds itself, is cut."""

_LISTS = (list, tuple, UserList, map, enumerate, KeysView, ValuesView, ItemsView, set, frozenset)
_DICTS = (dict, UserDict, ChainMap, MappingProxyType, Mapping)


def json(here: P, body: object, *, expanded: bool | int = True, width: Width = "stretch") -> P:
    """Show nested data as a tree whose branches fold.

    Parameters
    ----------
    body : object
        Dicts, lists and what is in them; a string is read as JSON. What JSON does not know is shown as its `repr`.
    expanded : bool or int
        Whether the tree is open at first, or how many levels of it.
    width : int or str
        CSS pixels, or "stretch".

    Returns
    -------
    Container
        The element; drawing on it replaces it.

    Raises
    ------
    StreamlitAPIException
        If a string is not JSON.
    StreamlitInvalidParameterTypeError
        If `expanded` is neither a bool nor a whole number.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.json({"island": "Biscoe", "counts": [44, 124]}, expanded=1)  # doctest: +SKIP
    """
    if not isinstance(expanded, int):
        raise StreamlitInvalidParameterTypeError("expanded", ["True", "False", "a number of levels"], expanded)
    props: dict[str, Any] = {"body": _parsed(body) if isinstance(body, str) else as_tree(body), "expanded": expanded}
    if width != "stretch":
        props["width"] = checked_width(width, FILLS)
    return here.put("json", props)


def as_tree(value: Any, depth: int = 0) -> Json:
    """Return a value as JSON: a copy, so that what the script changes later does not change what is shown.

    Parameters
    ----------
    value : object
        Anything.
    depth : int
        How deep it lies in what is shown.

    Examples
    --------
    >>> as_tree({1: (2, float("nan")), "z": 1j})
    {'1': [2, 'NaN'], 'z': '1j'}
    """
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, (int, float)):
        return _number(value)
    if depth >= DEEPEST:
        return "…"
    if isinstance(value, Discreet):
        return repr(value)
    value = _opened(value)
    if isinstance(value, _DICTS):
        return {_as_key(key): as_tree(item, depth + 1) for key, item in value.items()}
    if isinstance(value, _LISTS):
        return [as_tree(item, depth + 1) for item in value]
    if isinstance(value, (bool, int, float, str)) or value is None:
        return as_tree(value, depth)
    return as_cell(repr(value))


def _parsed(text: str) -> Json:
    """Return what a string of JSON says."""
    try:
        return as_tree(notation.loads(text))
    except ValueError as error:
        raise InvalidJsonError(text, str(error)) from error


def _number(value: Any) -> Json:
    """Return a number as JSON; as text where a browser has no such number."""
    if isinstance(value, int):
        return int(value) if -EXACT <= value <= EXACT else str(int(value))
    if math.isfinite(value):
        return float(value)
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def _opened(value: Any) -> Any:
    """Return an object that stands for nested data as that data."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return value._asdict()
    if isinstance(value, (*_DICTS, *_LISTS, type)):
        return value
    if dataclasses.is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    for name in ("model_dump", "to_dict"):
        if callable(getattr(value, name, None)):
            return getattr(value, name)()
    numpy = sys.modules.get("numpy")
    if numpy is not None and isinstance(value, (numpy.ndarray, numpy.generic)):
        plain = value.tolist()
        return repr(value) if isinstance(plain, numpy.generic) else plain
    return value


def _as_key(key: Any) -> str:
    """Return a key of a dict as text, the way JSON writes it."""
    if isinstance(key, str):
        return key
    return notation.dumps(key) if key is None or isinstance(key, (bool, int, float)) else str(key)

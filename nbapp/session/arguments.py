"""Arguments of a construction: by which names a class takes them, and whether they are last run's."""

from __future__ import annotations

import inspect
from functools import partial
from types import FunctionType, MethodType
from typing import Any
from weakref import WeakKeyDictionary

PLAIN = frozenset({str, int, bool, bytes, type(None), complex})
FRAMES = frozenset({"pandas", "polars", "pyarrow", "geopandas", "modin"})

_parameters: WeakKeyDictionary[type[Any], tuple[list[str], dict[str, Any]]] = WeakKeyDictionary()


def bind(cls: type[Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
    """Name the arguments of a construction.

    Parameters
    ----------
    cls : type
        The class that is constructed.
    args, kwargs : tuple, dict
        What it is given.

    Returns
    -------
    dict
        Arguments by parameter name, those left out that only repeat the parameter's default; a surplus positional
        one is named `*` and its position.

    Examples
    --------
    >>> from ipywidgets import IntSlider
    >>> bind(IntSlider, (3, 0), {"max": 9, "step": None})
    {'value': 3, 'min': 0, 'max': 9}
    """
    positional, defaults = _parameters_of(cls)
    bound: dict[str, Any] = {}
    for position, value in enumerate(args):
        name = positional[position] if position < len(positional) else f"*{position}"
        bound[name] = value
    bound.update(kwargs)
    for name, default in defaults.items():
        if name in bound and bound[name] is default:
            del bound[name]
    return bound


def _parameters_of(cls: Any) -> tuple[list[str], dict[str, Any]]:
    found = _parameters.get(cls)
    if found is None:
        names: list[str] = []
        defaults: dict[str, Any] = {}
        for each in cls.__mro__:
            if "__init__" not in vars(each):
                continue
            parameters = list(inspect.signature(each.__init__).parameters.values())[1:]
            names = [one.name for one in parameters if one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD)]
            defaults = {one.name: one.default for one in parameters if one.default is not one.empty}
            if names or not any(one.kind is one.VAR_POSITIONAL for one in parameters):
                break  # else: it hands on whatever it is given
        found = _parameters[cls] = names, defaults
    return found


def same(one: Any, other: Any) -> bool:
    """Whether two values are the same to a widget: never ambiguous, never an exception.

    Identity comes first; then lists and their like item by item, arrays and frames by their contents, functions by
    code, defaults and what they close over. What fails to compare is different.

    Parameters
    ----------
    one, other : object
        Any two values.

    Returns
    -------
    bool
        True if nothing could tell them apart.

    Examples
    --------
    >>> same([1, {"a": float("nan")}], [1, {"a": float("nan")}])
    True
    """
    if one is other:
        return True
    kind = type(one)
    if kind is not type(other):
        return False
    if kind in PLAIN:
        return bool(one == other)
    try:
        return _same_contents(kind, one, other)
    except Exception:  # noqa: BLE001  a comparison of anybody's may raise anything: then they differ
        return False


def _same_contents(kind: type[Any], one: Any, other: Any) -> bool:
    if kind is float:
        return bool(one == other or (one != one and other != other))
    if issubclass(kind, (list, tuple)):
        return len(one) == len(other) and all(map(same, one, other))
    if issubclass(kind, dict):
        return list(one) == list(other) and all(map(same, one.values(), other.values()))
    if kind is FunctionType:
        return same_function(one, other)
    if kind is MethodType:
        return one.__self__ is other.__self__ and one.__func__ is other.__func__
    if kind is partial:
        return all(map(same, (one.func, one.args, one.keywords), (other.func, other.args, other.keywords)))
    if kind is memoryview:
        return bool(one.tobytes() == other.tobytes())
    package = kind.__module__.partition(".")[0]
    if package == "numpy":
        return _same_array(one, other)
    if package in FRAMES and hasattr(one, "equals"):
        return bool(one.equals(other)) and same(_labels(one), _labels(other))
    return (one == other) is True


def _same_array(one: Any, other: Any) -> bool:
    import numpy

    if not isinstance(one, numpy.ndarray):  # a scalar
        return bool(one == other) or (bool(one != one) and bool(other != other))
    if one.dtype != other.dtype or one.shape != other.shape:
        return False
    if one.dtype.kind in "fcmM":
        return bool(numpy.array_equal(one, other, equal_nan=True))
    if one.dtype.kind == "O":
        return all(map(same, one.ravel().tolist(), other.ravel().tolist()))
    return bool(numpy.array_equal(one, other))


def _labels(frame: Any) -> tuple[Any, ...]:
    """What `equals` of pandas leaves out: the names of series and indexes."""
    index, columns = getattr(frame, "index", None), getattr(frame, "columns", None)
    name = getattr(frame, "name", None) if type(frame).__name__ in ("Series", "Index") else None
    return list(getattr(index, "names", None) or ()), list(getattr(columns, "names", None) or ()), name


def same_function(one: FunctionType, other: FunctionType) -> bool:
    """Whether two functions do the same to the same globals."""
    return same_code(one, other) and _cells(one) is not None and same(_cells(one), _cells(other))


def same_code(one: Any, other: Any) -> bool:
    """Whether two functions have the same text and the same defaults; they may close over different values."""
    if type(one) is not FunctionType or type(other) is not FunctionType:
        return one is other
    return (
        one.__code__ == other.__code__
        and same(one.__defaults__, other.__defaults__)
        and same(one.__kwdefaults__, other.__kwdefaults__)
        and same(one.__annotations__, other.__annotations__)
    )


def _cells(function: FunctionType) -> list[Any] | None:
    """The values that a function closes over; None if one is not set yet."""
    try:
        return [cell.cell_contents for cell in function.__closure__ or ()]
    except ValueError:
        return None

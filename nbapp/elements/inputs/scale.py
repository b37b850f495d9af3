"""The values that a slider runs over: whole numbers, real numbers, dates, times or moments."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from numbers import Integral, Real
from typing import Any

from nbapp.errors import (
    StreamlitInvalidMinMaxError,
    StreamlitInvalidParameterTypeError,
    StreamlitJSNumberBoundsError,
    StreamlitValueAboveMaxError,
    StreamlitValueBelowMinError,
    StreamlitValueError,
)

LARGEST = 2**53 - 1
"""The largest whole number that a browser holds exactly."""

EPOCH = datetime(1970, 1, 1)
TICK = timedelta(microseconds=1)
DAY = timedelta(days=1)
QUARTER = timedelta(minutes=15)
FORTNIGHT = timedelta(days=14)

FORMATS = {"int": "%d", "float": "%0.2f", "date": "YYYY-MM-DD", "datetime": "YYYY-MM-DD", "time": "HH:mm"}
PLAIN = re.compile(r"%0?(?P<precision>\.\d+)?(?P<type>[dfegu])")
"""The formats that the stock slider's readout can show as well."""

TYPES = ["an int", "a float", "a date", "a time", "a datetime"]


class Scale:
    """What one slider runs over, and how its values travel.

    In the browser a value is a number: itself, or microseconds since 1970 by the clock on the wall.

    Attributes
    ----------
    kind : str
        "int", "float", "date", "time" or "datetime".
    low, high : Any
        The bounds, as the script's own values.
    step : Any
        A number, or a timedelta.
    default : Any
        One value, or a tuple of two.
    ranged : bool
        Whether it holds two values.
    stock : str or None
        The format as the stock slider writes it; None where it cannot.
    zone : tzinfo or None
        What a moment gets back from the browser's number.
    """

    __slots__ = ("default", "format", "high", "kind", "low", "numbers", "ranged", "step", "stock", "zone")

    def __init__(
        self, kind: str, low: Any, high: Any, step: Any, chosen: tuple[Any, ...], ranged: bool, format: str | None
    ) -> None:
        self.kind = kind
        self.low = low
        self.high = high
        self.step = step
        self.ranged = ranged
        own = tuple(map(self._plain, chosen))
        self.default = own if ranged else own[0]
        self.format = FORMATS[kind] if format is None else format
        self.stock = _stock_format(kind, self.format)
        self.zone: tzinfo | None = getattr(chosen[0], "tzinfo", None)
        self.numbers = tuple(map(self.number, (low, high, step)))

    def _plain(self, value: Any) -> Any:
        """Return a numpy number, or a bool, as the number it is."""
        return int(value) if self.kind == "int" else float(value) if self.kind == "float" else value

    def number(self, value: Any) -> int | float:
        """Return a value, or a step, as the browser's number."""
        if isinstance(value, timedelta):
            return value // TICK
        if self.kind == "int":
            return int(value)
        if self.kind == "float":
            return float(value)
        return (_moment(value) - EPOCH) // TICK

    def value(self, number: Any) -> Any:
        """Return the browser's number as a value of the script."""
        if isinstance(number, bool) or not isinstance(number, (int, float)) or not math.isfinite(number):
            raise StreamlitInvalidParameterTypeError("value", ["a finite number"], number)
        if self.kind == "int":
            return int(number)
        if self.kind == "float":
            return float(number)
        moment = EPOCH + int(number) * TICK
        if self.kind == "date":
            return moment.date()
        if self.kind == "time":
            return moment.time().replace(tzinfo=self.zone)
        return moment.replace(tzinfo=self.zone)

    def read(self, value: Any) -> Any:
        """Return a value without a zone, or a number of any type, as the script's own."""
        return self.value(self.number(self._inside(value)))

    def to_widget(self, value: Any) -> Any:
        """Return the reader's value as the widget's."""
        return tuple(map(self.number, value)) if self.ranged else self.number(value)

    def from_widget(self, raw: Any) -> Any:
        """Return the widget's value as the script's."""
        if not self.ranged:
            return self.value(raw)
        return tuple(map(self.value, raw))

    def check(self, value: Any) -> Any:
        """Return a value that lies on the scale, in the script's type.

        Raises
        ------
        StreamlitValueBelowMinError, StreamlitValueAboveMaxError
            If it lies outside.
        StreamlitInvalidParameterTypeError
            If it is of another type, or one value where two belong.
        """
        if not self.ranged:
            return self._inside(value)
        if not isinstance(value, (tuple, list)) or len(value) != 2:
            raise StreamlitInvalidParameterTypeError("value", ["a tuple of two values"], value)
        start, end = self._inside(value[0]), self._inside(value[1])
        return (end, start) if start > end else (start, end)

    def _inside(self, value: Any) -> Any:
        kind = kind_of(value)
        if kind == "int" and self.kind == "float":
            value = float(value)
        elif kind == "float" and self.kind == "int" and float(value).is_integer():
            value = int(value)
        elif kind == "datetime" and self.kind == "date":
            value = value.date()
        elif kind != self.kind or isinstance(value, bool):
            raise StreamlitInvalidParameterTypeError("value", [f"of type `{self.kind}`"], value)
        if isinstance(value, float) and math.isnan(value):
            raise StreamlitInvalidParameterTypeError("value", ["a number"], value)
        place, (low, high, _) = self.number(value), self.numbers
        if place < low:
            raise StreamlitValueBelowMinError(value, self.low)
        if place > high:
            raise StreamlitValueAboveMaxError(value, self.high)
        return value


def kind_of(value: Any) -> str | None:
    """Return the kind of scale that a value belongs to, or None."""
    if isinstance(value, Integral):
        return "int"
    if isinstance(value, Real):
        return "float"
    if isinstance(value, datetime):
        return "datetime"
    if isinstance(value, date):
        return "date"
    return "time" if isinstance(value, time) else None


@lru_cache(maxsize=1024, typed=True)
def scale_of(
    min_value: Any, max_value: Any, value: Any, step: Any, format: str | None, detail: tuple[Any, ...] = ()
) -> Scale:
    """Return the scale that a slider's parameters describe; equal parameters share one.

    Parameters
    ----------
    min_value, max_value, value, step, format
        As the slider has them; a range as a tuple.
    detail : tuple
        What tells apart values that Python calls equal (types in a range, time zones).

    Raises
    ------
    StreamlitAPIException
        One of its kinds, where the parameters fit no scale.
    """
    if isinstance(value, tuple) and len(value) > 2:
        raise StreamlitValueError("value", [*TYPES, "a pair of them"], value)
    if value is None:
        value = 0 if min_value is None else min_value
    ranged = isinstance(value, tuple)
    chosen = value if ranged else (value,)
    kind = _shared_kind(chosen, value)
    low, high = _outer_bounds(kind, chosen, min_value, max_value)
    if step is None:
        step = _usual_step(kind, low, high)
    _check_types(kind, low, high, step, value)
    low, high = min(low, high), max(low, high)
    chosen = tuple(sorted(chosen)) or (low, high)
    if len(chosen) == 1 and ranged:
        chosen = (chosen[0], max(chosen[0], high))
    low, high = min(low, chosen[0]), max(high, chosen[-1])
    if low == high:
        raise StreamlitInvalidMinMaxError(low, high)
    scale = Scale(kind, low, high, step, chosen, ranged, format)
    _check_browser(scale)
    return scale


def detail_of(value: Any) -> tuple[Any, ...]:
    """Return what tells a value apart from others that Python calls equal to it."""
    if isinstance(value, tuple):
        return tuple((type(one), getattr(one, "tzinfo", None)) for one in value)
    return (value.tzinfo,) if isinstance(value, (datetime, time)) else ()


def _stock_format(kind: str, format: str) -> str | None:
    """Return a printf format in the letters of the stock slider, or None."""
    match = PLAIN.fullmatch(format) if kind in ("int", "float") else None
    if match is None:
        return None
    if match["type"] in "du":
        return "d" if kind == "int" else ".0f"
    return f"{match['precision'] or '.6'}{match['type']}"


def _moment(value: Any) -> datetime:
    """Return a date, a time or a datetime as a moment without a zone."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    return datetime.combine(date(2000, 1, 1), value.replace(tzinfo=None))


def _shared_kind(chosen: tuple[Any, ...], value: Any) -> str:
    kinds = {kind_of(one) for one in chosen} or {"int"}
    kind = kinds.pop()
    if kinds or kind is None:
        raise StreamlitInvalidParameterTypeError("value", [*TYPES, "a pair of one of these types"], value)
    return kind


def _outer_bounds(kind: str, chosen: tuple[Any, ...], min_value: Any, max_value: Any) -> tuple[Any, Any]:
    if kind == "int":
        usual: tuple[Any, Any] = (0, 100)
    elif kind == "float":
        usual = (0.0, 1.0)
    elif kind == "time":
        usual = (time.min.replace(tzinfo=chosen[0].tzinfo), time.max.replace(tzinfo=chosen[0].tzinfo))
    else:
        usual = (_shifted(chosen[0], -FORTNIGHT), _shifted(chosen[0], FORTNIGHT))
    return (usual[0] if min_value is None else min_value, usual[1] if max_value is None else max_value)


def _shifted(moment: Any, by: timedelta) -> Any:
    """Return the moment moved, or itself where the calendar ends."""
    try:
        return moment + by
    except OverflowError:
        return moment


def _usual_step(kind: str, low: Any, high: Any) -> Any:
    if kind == "int":
        return 1
    if kind == "float":
        return 0.01
    return QUARTER if kind == "time" or _is_short(low, high) else DAY


def _is_short(low: Any, high: Any) -> bool:
    try:
        return bool(abs(high - low) < DAY)
    except TypeError:
        return False


def _check_types(kind: str, low: Any, high: Any, step: Any, value: Any) -> None:
    """Refuse bounds and steps of another type than the value's."""
    if kind in ("int", "float"):
        fits = kind_of(low) == kind_of(high) == kind_of(step) == kind
    else:
        fits = type(low) is type(high) and kind_of(low) == kind and isinstance(step, timedelta)
    if not fits:
        given = f"`min_value` is {low!r}, `max_value` is {high!r}, `step` is {step!r}"
        steps = f"`{kind}`" if kind in ("int", "float") else "`timedelta`"
        raise StreamlitInvalidParameterTypeError(
            "value", [f"of one type with its bounds (`{kind}`), with a step of type {steps}"], value, f"Now {given}."
        )
    if not step or (isinstance(step, float) and not math.isfinite(step)):
        raise StreamlitValueError("step", ["other than zero"], step)


def _check_browser(scale: Scale) -> None:
    """Refuse bounds that a browser cannot hold."""
    for name, number, bound in zip(("min_value", "max_value"), scale.numbers, (scale.low, scale.high), strict=False):
        if not math.isfinite(number) or (scale.kind != "float" and abs(number) > LARGEST):
            raise StreamlitJSNumberBoundsError(name, bound)

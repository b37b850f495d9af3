"""The days that a date input takes."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from nbapp.errors import (
    StreamlitInvalidMinMaxError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueAboveMaxError,
    StreamlitValueBelowMinError,
    StreamlitValueError,
)

ORDERS = ("YYYY{0}MM{0}DD", "DD{0}MM{0}YYYY", "MM{0}DD{0}YYYY")
FORMATS = tuple(order.format(mark) for mark in "/.-" for order in ORDERS)
ACCEPTED = ["a date", "a datetime", "an ISO str such as '2026-01-31'", "'today'"]
DECADE = 10


class Days:
    """The days that one input takes.

    Attributes
    ----------
    default : date, tuple of date, or None
        The day or the range at first.
    ranged : bool
        Whether it is a range.
    low, high : date
        The bounds.
    """

    __slots__ = ("_bounded", "_clearable", "default", "high", "low", "ranged")

    def __init__(self, chosen: tuple[date, ...] | None, ranged: bool, low: date, high: date, bounded: bool) -> None:
        self.ranged = ranged
        self.low = low
        self.high = high
        self.default: Any = (chosen or ()) if ranged else chosen[0] if chosen else None
        self._bounded = bounded
        self._clearable = not chosen

    def traits(self, format: str, disabled: bool) -> dict[str, Any]:
        """Return the traits of the widget beside its value."""
        if self.ranged:
            bounds: dict[str, Any] = {"min": self.low.isoformat(), "max": self.high.isoformat()}
            return {**bounds, "clearable": self._clearable, "disabled": disabled}
        return {"min": self.low, "max": self.high, "disabled": disabled}

    def to_widget(self, value: Any) -> Any:
        """Return the days as the widget holds them: a range as ISO texts."""
        return tuple(day.isoformat() for day in value) if self.ranged else value

    def from_widget(self, raw: Any) -> Any:
        """Return the reader's days.

        Raises
        ------
        StreamlitInvalidParameterTypeError
            If it is no day, or none where there must be one.
        StreamlitValueBelowMinError, StreamlitValueAboveMaxError
            If it is outside the bounds.
        """
        if not self.ranged:
            if raw is None and not self._clearable:
                raise StreamlitInvalidParameterTypeError("value", ["a date"], raw)
            return self.inside(self.check(_picked(raw)))
        if not isinstance(raw, (list, tuple)) or not all(isinstance(day, str) for day in raw):
            raise StreamlitInvalidParameterTypeError("value", ["two dates"], raw)
        return self.inside(tuple(sorted(self.check(raw))))

    def check(self, value: Any) -> Any:
        """Return what the input holds: a day or None, for a range a tuple of up to two days.

        Raises
        ------
        StreamlitInvalidParameterTypeError
            If it is no day, or more of them than there is room for.
        """
        days = tuple(value) if isinstance(value, (list, tuple)) else () if value is None else (value,)
        if len(days) > (2 if self.ranged else 1):
            allowed = "at most two dates" if self.ranged else "one date"
            raise StreamlitInvalidParameterTypeError("value", [allowed], value)
        checked = tuple(day_of(day, "value") for day in days)
        return checked if self.ranged else checked[0] if checked else None

    def fit(self, value: Any) -> Any:
        """Return a kept value that is still of the right sort, and inside the bounds if the script set some.

        Raises
        ------
        StreamlitAPIException
            One of its kinds, if it is not.
        """
        if value is not None and isinstance(value, tuple) is not self.ranged:
            raise StreamlitInvalidParameterTypeError("value", ["a range" if self.ranged else "one date"], value)
        return self.inside(value) if self._bounded else value

    def inside(self, value: Any) -> Any:
        """Return days that are inside the bounds.

        Raises
        ------
        StreamlitValueBelowMinError, StreamlitValueAboveMaxError
            If one is outside.
        """
        for day in value if isinstance(value, tuple) else () if value is None else (value,):
            if day < self.low:
                raise StreamlitValueBelowMinError(day, self.low)
            if day > self.high:
                raise StreamlitValueAboveMaxError(day, self.high)
        return value


@lru_cache(maxsize=512)
def days_of(value: Any, min_value: Any, max_value: Any, required: bool, today: date) -> Days:
    """Return the days that an input's parameters describe; equal parameters share one.

    Parameters
    ----------
    value, min_value, max_value, required
        As the input has them; a range as a tuple.
    today : date
        What "today" means.

    Raises
    ------
    StreamlitAPIException
        One of its kinds, where the parameters do not go together.
    """
    ranged = isinstance(value, tuple)
    given = value if ranged else () if value is None else (value,)
    if len(given) > 2:
        raise StreamlitInvalidParameterTypeError("value", ["a sequence of at most two dates"], value)
    chosen = tuple(day_of(day, "value", today) for day in given)
    low = _years_away(chosen[0] if chosen else today, -DECADE) if min_value is None else None
    high = _years_away(chosen[-1] if chosen else today, DECADE) if max_value is None else None
    low = day_of(min_value, "min_value", today) if low is None else low
    high = day_of(max_value, "max_value", today) if high is None else high
    if low > high:
        raise StreamlitInvalidMinMaxError(low, high)
    if value == "today":
        chosen = (min(max(chosen[0], low), high),)
    days = Days(chosen, ranged, low, high, min_value is not None or max_value is not None)
    days.inside(days.default)
    return days


def day_of(value: Any, parameter: str, today: date | None = None) -> date:
    """Return a day given as a date, a datetime, an ISO text or "today".

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If it is none of them.

    Examples
    --------
    >>> day_of("1912-04-10T12:00", "value")
    datetime.date(1912, 4, 10)
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if value == "today":
        return today or date.today()
    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value).date()
        except ValueError:
            pass
    raise StreamlitInvalidParameterTypeError(parameter, ACCEPTED, value)


def checked_format(format: Any) -> str:
    """Return a date format if it is one of `FORMATS`.

    Raises
    ------
    StreamlitInvalidParameterTypeError, StreamlitValueError
        If it is not.
    """
    if not isinstance(format, str):
        raise StreamlitInvalidParameterTypeError("format", ["a str"], format)
    if format not in FORMATS:
        raise StreamlitValueError("format", map(repr, FORMATS), format)
    return format


def _picked(raw: Any) -> Any:
    """Return a day as the stock picker sends it, with months that begin at zero, as a date."""
    if not isinstance(raw, dict):
        return raw
    try:
        return date(raw["year"], raw["month"] + 1, raw["date"])
    except (KeyError, TypeError, ValueError):
        raise StreamlitInvalidParameterTypeError("value", ["a date"], raw) from None


def _years_away(day: date, years: int) -> date:
    """Return the same day of another year, the last of February for a leap day, or the end of the calendar."""
    year = min(max(day.year + years, date.min.year), date.max.year)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)

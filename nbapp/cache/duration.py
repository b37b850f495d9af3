"""Lengths of time as a caller writes them."""

from __future__ import annotations

import re
from datetime import timedelta

from nbapp.errors import StreamlitBadTimeStringError

UNITS = {
    604800.0: ("w", "week", "weeks"),
    86400.0: ("d", "day", "days"),
    3600.0: ("h", "hr", "hour", "hours"),
    60.0: ("m", "min", "minute", "minutes"),
    1.0: ("s", "sec", "second", "seconds"),
    0.001: ("ms", "milli", "millisecond", "milliseconds"),
}

SECONDS = {word: seconds for seconds, words in UNITS.items() for word in words}

PART = re.compile(r"(\d+(?:\.\d*)?|\.\d+)\s*([a-z]+)[\s,]*")


def seconds_of(length: float | timedelta | str | None) -> float | None:
    """Return a length of time in seconds, None for no end.

    Parameters
    ----------
    length : float, timedelta, str or None
        Seconds, or a text such as "1d2h34m" or "2 days", or any other that `pandas.Timedelta` reads.

    Raises
    ------
    StreamlitBadTimeStringError
        If the text cannot be read.

    Examples
    --------
    >>> seconds_of("1d2h34m"), seconds_of("2 days"), seconds_of(90), seconds_of(None)
    (95640.0, 172800.0, 90.0, None)
    """
    if length is None:
        return None
    if isinstance(length, timedelta):
        return length.total_seconds()
    if isinstance(length, (int, float)) and not isinstance(length, bool):
        return float(length)
    if not isinstance(length, str):
        raise StreamlitBadTimeStringError(length)
    total, end, text = 0.0, 0, length.strip().lower()
    while part := PART.match(text, end):
        count, unit = part.groups()
        if unit not in SECONDS:
            break
        total, end = total + float(count) * SECONDS[unit], part.end()
    return total if end and end == len(text) else _told_by_pandas(length)


def _told_by_pandas(length: str) -> float:
    """Read what pandas can besides: clock times ("0:30:00"), ISO 8601 ("PT2H"), rarer units. Units are needed."""
    import pandas

    try:
        seconds: float = pandas.Timedelta(length).total_seconds()
    except ValueError:
        raise StreamlitBadTimeStringError(length) from None
    if seconds != seconds or not re.search("[a-zA-Z:]", length):  # "NaT"; "3", which it takes for nanoseconds
        raise StreamlitBadTimeStringError(length)
    return seconds

"""Numbers and dates as text, by the words and patterns that `format=` takes."""

from __future__ import annotations

import datetime
import decimal
import math
import re
from collections.abc import Callable
from numbers import Real
from typing import Any

_PRINTF = re.compile(r"%([-+ 0#,]*)(\d*)(?:\.(\d+))?([diufFeEgGsxXob])")
_TOKEN = re.compile(r"\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|DD|D|dddd|ddd|HH|H|hh|h|mm|m|ss|s|SSS|A|a|ZZ|Z")
_STEPS = (("T", 1e12), ("B", 1e9), ("M", 1e6), ("K", 1e3))
_SIZES = (("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("KB", 1e3))


def formatted(value: Any, format: str) -> str | None:
    """Return a number, a date or a time as `format` says; None if it is neither or the pattern does not fit it.

    Parameters
    ----------
    value : object
        A number, a `datetime.date`, `datetime.datetime` or `datetime.time`.
    format : str
        For numbers "plain", "localized", "percent", "dollar", "euro", "yen", "accounting", "bytes", "compact",
        "scientific", "engineering", or a printf pattern such as "%.2f" or "$%,d". For dates "localized", "date",
        "time", "datetime", "iso8601", or a pattern such as "DD.MM.YYYY HH:mm".

    Examples
    --------
    >>> formatted(1234.567, "dollar"), formatted(0.256, "percent"), formatted(1234.5, "%,.2f")
    ('$1,234.57', '25.60%', '1,234.50')
    >>> import datetime
    >>> formatted(datetime.date(2024, 2, 29), "DD.MM.YYYY")
    '29.02.2024'
    """
    if isinstance(value, (datetime.date, datetime.time)):
        return _moment(value, format) if value == value else None
    if isinstance(value, bool) or not isinstance(value, (Real, decimal.Decimal)) or not math.isfinite(value):
        return None
    word = WORDS.get(format)
    return word(value) if word else _printf(value, format)


def _printf(value: Any, pattern: str) -> str | None:
    """Fill a number into a printf pattern, which may ask for thousands' separators by a comma."""
    found = _PRINTF.search(pattern)
    if not found:
        return None
    flags, width, digits, letter = found.groups()
    kind = {"i": "d", "u": "d", "s": ""}.get(letter, letter)
    if kind in tuple("dxXob"):
        value, digits = int(value), None
    sign = "+" if "+" in flags else " " if " " in flags else ""
    fill = "<" if "-" in flags else "0" if "0" in flags and width else ""
    comma = "," if "," in flags and kind not in tuple("xXob") else ""
    order = f"{fill}{sign}{width}" if fill == "<" else f"{sign}{fill}{width}"
    text = format(value, f"{order}{comma}{f'.{digits}' if digits else ''}{kind}")
    before, after = pattern[: found.start()], pattern[found.end() :]
    return before.replace("%%", "%") + text + after.replace("%%", "%")


def _grouped(value: Any) -> str:
    """Write a number with thousands' separators and at most three decimals."""
    return _bare(f"{value:,.3f}")


def _plain(value: Any) -> str:
    """Write a number out in full."""
    return _bare(f"{value:.20f}") if isinstance(value, float) and abs(value) < 1e-4 else f"{value:f}".rstrip("0")


def _bare(text: str) -> str:
    """Drop decimals that say nothing."""
    return text.rstrip("0").rstrip(".") if "." in text else text


def _money(sign: str, decimals: int) -> Callable[[Any], str]:
    """Return what writes an amount of a currency."""
    return lambda value: f"{'-' if value < 0 else ''}{sign}{abs(value):,.{decimals}f}"


def _accounting(value: Any) -> str:
    """Write an amount as bookkeepers do: what is below zero stands in brackets."""
    return f"({-value:,.2f})" if value < 0 else f"{value:,.2f}"


def _short(steps: tuple[tuple[str, float], ...], unit: str) -> Callable[[Any], str]:
    """Return what writes a number with the largest step below it."""

    def write(value: Any) -> str:
        number = float(value)
        for name, step in steps:
            if abs(number) >= step:
                return _bare(f"{number / step:.1f}") + name
        return _bare(f"{number:.1f}") + unit

    return write


def _scientific(value: Any) -> str:
    """Write a number as a digit and a power of ten."""
    mantissa, _, exponent = f"{value:.3E}".partition("E")
    return f"{_bare(mantissa)}E{int(exponent)}"


def _engineering(value: Any) -> str:
    """Write a number with a power of ten that is a multiple of three."""
    if not value:
        return "0E0"
    power = 3 * math.floor(math.floor(math.log10(abs(value))) / 3)
    return f"{_bare(f'{float(value) / 10.0**power:.3f}')}E{power}"


WORDS: dict[str, Callable[[Any], str]] = {
    "plain": lambda value: str(value) if isinstance(value, int) else _bare(_plain(value)),
    "localized": _grouped,
    "percent": lambda value: f"{value * 100:.2f}%",
    "dollar": _money("$", 2),
    "euro": _money("€", 2),
    "yen": _money("¥", 0),
    "accounting": _accounting,
    "bytes": _short(_SIZES, "B"),
    "compact": _short(_STEPS, ""),
    "scientific": _scientific,
    "engineering": _engineering,
}
"""What each word makes of a number."""


def _moment(value: Any, format: str) -> str | None:
    """Write a date, a time or both."""
    if format == "iso8601":
        return str(value.isoformat())
    pattern = {
        "date": "YYYY-MM-DD",
        "localized": "YYYY-MM-DD HH:mm:ss" if isinstance(value, datetime.datetime) else "YYYY-MM-DD",
        "datetime": "YYYY-MM-DD HH:mm:ss",
        "time": "HH:mm:ss",
    }.get(format, format)
    if isinstance(value, datetime.time):
        value = datetime.datetime.combine(datetime.date(1970, 1, 1), value)
    elif not isinstance(value, datetime.datetime):
        value = datetime.datetime.combine(value, datetime.time())
    return _TOKEN.sub(lambda found: _token(value, found), pattern)


def _token(value: datetime.datetime, found: re.Match[str]) -> str:
    """Write one part of a date."""
    token = found.group(0)
    if found.group(1) is not None:
        return found.group(1)
    directive = {
        "YYYY": "%Y", "YY": "%y", "MMMM": "%B", "MMM": "%b", "MM": "%m", "DD": "%d", "dddd": "%A", "ddd": "%a",
        "HH": "%H", "hh": "%I", "mm": "%M", "ss": "%S", "A": "%p", "Z": "%z", "ZZ": "%z",
    }.get(token)  # fmt: skip
    if directive:
        return value.strftime(directive)
    hour = value.hour % 12 or 12
    numbers = {"M": value.month, "D": value.day, "H": value.hour, "h": hour, "m": value.minute, "s": value.second}
    if token in numbers:
        return str(numbers[token])
    return f"{value.microsecond // 1000:03d}" if token == "SSS" else value.strftime("%p").lower()

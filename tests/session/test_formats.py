"""Numbers and dates as text."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from nbapp.session.formats import formatted

MOMENT = datetime.datetime(2024, 2, 9, 15, 4, 5, 678000)


@pytest.mark.parametrize(
    ("value", "format", "text"),
    [
        (1234.567, "plain", "1234.567"),
        (0.00001, "plain", "0.00001"),
        (1234567, "plain", "1234567"),
        (1234.567, "localized", "1,234.567"),
        (0.1234, "percent", "12.34%"),
        (1234.567, "dollar", "$1,234.57"),
        (-5, "dollar", "-$5.00"),
        (1234.567, "euro", "€1,234.57"),
        (1234.567, "yen", "¥1,235"),
        (1234, "accounting", "1,234.00"),
        (-1234, "accounting", "(1,234.00)"),
        (1234, "bytes", "1.2KB"),
        (12, "bytes", "12B"),
        (1234567, "compact", "1.2M"),
        (12, "compact", "12"),
        (1234.567, "scientific", "1.235E3"),
        (12345, "engineering", "12.345E3"),
        (0, "engineering", "0E0"),
        (1234.5, "%d", "1234"),
        (1234.5, "%.2f", "1234.50"),
        (1234567, "%,d", "1,234,567"),
        (12, "%d%% of all", "12% of all"),
        (3, "€ %.1f", "€ 3.0"),
        (7, "%03d", "007"),
        (7, "%+d", "+7"),
        (255, "%x", "ff"),
        (Decimal("1.25"), "%.1f", "1.2"),
    ],
)
def test_numbers(value: float, format: str, text: str) -> None:
    """Words and patterns."""
    assert formatted(value, format) == text


@pytest.mark.parametrize(
    ("value", "format", "text"),
    [
        (MOMENT, "DD.MM.YYYY HH:mm:ss", "09.02.2024 15:04:05"),
        (MOMENT, "D MMM YY, h:mm a", "9 Feb 24, 3:04 pm"),
        (MOMENT, "ss.SSS [o'clock]", "05.678 o'clock"),
        (MOMENT, "date", "2024-02-09"),
        (MOMENT, "time", "15:04:05"),
        (MOMENT.date(), "localized", "2024-02-09"),
        (MOMENT.time(), "HH:mm", "15:04"),
        (MOMENT, "iso8601", "2024-02-09T15:04:05.678000"),
    ],
)
def test_moments(value: datetime.date, format: str, text: str) -> None:
    """Words and patterns."""
    assert formatted(value, format) == text


@pytest.mark.parametrize("value", [None, "x", True, float("nan"), float("inf")])
def test_what_is_no_number(value: object) -> None:
    """It has no format, nor has a pattern without a place for the number."""
    assert formatted(value, "%d") is None
    assert formatted(1, "many") is None

"""Lengths of time as callers write them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from nbapp.cache.duration import seconds_of
from nbapp.errors import StreamlitBadTimeStringError


@pytest.mark.parametrize(
    ("length", "seconds"),
    [
        (None, None),
        (5, 5.0),
        (0.5, 0.5),
        (timedelta(minutes=2), 120.0),
        ("1d2h34m", 95640.0),
        ("2 days", 172800.0),
        ("1 day, 2 hours", 93600.0),
        ("1.5h", 5400.0),
        ("500ms", 0.5),
        ("90 s", 90.0),
    ],
)
def test_length_in_seconds(length: object, seconds: float | None) -> None:
    """Seconds, timedeltas and texts mean what they say."""
    assert seconds_of(length) == seconds


@pytest.mark.parametrize("length", ["", "foo", "3", "1d foo", "1 fortnight", "h", [1], True])
def test_length_that_cannot_be_read(length: object) -> None:
    """What is no length of time is refused with the value in hand."""
    with pytest.raises(StreamlitBadTimeStringError, match="no length of time"):
        seconds_of(length)

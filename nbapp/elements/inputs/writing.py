"""What a reader may write into a text input."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from nbapp.errors import StreamlitInvalidParameterTypeError, StreamlitValueError

LONGEST = 10_000_000
"""A text from a browser has at most so many characters, whatever the script allows."""


class Writing:
    """The rules for one text.

    Parameters
    ----------
    max_chars : int or None
        How long it may be.
    pattern : str or None
        A regular expression that it must hold, unless it is empty.
    required : bool
        Whether it may not be empty.
    """

    __slots__ = ("_pattern", "max_chars", "required")

    def __init__(self, max_chars: int | None, pattern: str | None, required: bool) -> None:
        self.max_chars = LONGEST if max_chars is None else max_chars
        self.required = required
        self._pattern = None if not pattern else re.compile(pattern)

    def from_widget(self, raw: Any) -> str:
        """Return what the reader wrote.

        Raises
        ------
        StreamlitInvalidParameterTypeError
            If it is no text.
        StreamlitValueError
            If it is too long, empty where it must not be, or of another form.
        """
        if not isinstance(raw, str):
            raise StreamlitInvalidParameterTypeError("value", ["a str"], raw)
        if len(raw) > self.max_chars:
            raise StreamlitValueError("value", [f"at most {self.max_chars} characters long"], raw[:20])
        if self.required and not raw:
            raise StreamlitValueError("value", ["not empty"], raw)
        if raw and self._pattern is not None and not self._pattern.search(raw):
            raise StreamlitValueError("value", [f"of the form {self._pattern.pattern}"], raw[:80])
        return raw


def checked_text(value: Any) -> str | None:
    """Return a value that the script set for a text: a str or None.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If it is neither.
    """
    if value is None or isinstance(value, str):
        return value
    raise StreamlitInvalidParameterTypeError("value", ["a str", "None"], value)


def shown_text(value: str | None) -> str:
    """Return what the box shows: None is an empty one."""
    return value or ""


def checked_length(max_chars: Any) -> int | None:
    """Return `max_chars` if it is a number from zero on, or None.

    Raises
    ------
    StreamlitValueError
        If it is anything else.
    """
    if max_chars is None:
        return None
    if isinstance(max_chars, bool) or not hasattr(max_chars, "__index__") or max_chars < 0:
        raise StreamlitValueError("max_chars", ["a number of characters", "None"], max_chars)
    return int(max_chars)


@lru_cache(maxsize=512)
def writing(max_chars: int | None, pattern: str | None = None, required: bool = False) -> Writing:
    """Return the rules with these limits; equal ones are shared.

    Raises
    ------
    StreamlitValueError
        If the pattern is no regular expression that the kernel can read.
    """
    try:
        return Writing(max_chars, pattern, required)
    except re.error as error:
        raise StreamlitValueError("validate", ["a regular expression"], pattern, f"Python says: {error}.") from None

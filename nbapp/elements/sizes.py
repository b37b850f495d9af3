"""Widths, heights, gaps and alignments as every element takes them, checked once.

A width or height is a positive whole number of CSS pixels or a word; what is returned is ready for a node's props.
"""

from __future__ import annotations

from numbers import Integral
from typing import Any, Literal

from nbapp.errors import StreamlitInvalidHeightError, StreamlitInvalidWidthError, StreamlitValueError

Width = int | Literal["stretch", "content"]
Height = int | Literal["stretch", "content"]
Gap = int | Literal["xxsmall", "xsmall", "small", "medium", "large", "xlarge", "xxlarge"]
HorizontalAlignment = Literal["left", "center", "right", "distribute"]
VerticalAlignment = Literal["top", "center", "bottom", "distribute"]

FILLS = ("stretch",)
FITS = ("stretch", "content")
GAPS = ("xxsmall", "xsmall", "small", "medium", "large", "xlarge", "xxlarge")
ACROSS = ("left", "center", "right", "distribute")
DOWN = ("top", "center", "bottom", "distribute")


def checked_width(width: Any, words: tuple[str, ...] = FITS) -> str | int:
    """Return `width` if it is one of the words or a positive whole number of pixels.

    Parameters
    ----------
    width : int or str
        What the caller was given, in CSS pixels or as a word.
    words : tuple of str
        The words this element allows.

    Returns
    -------
    str or int
        The width, as JSON.

    Raises
    ------
    StreamlitInvalidWidthError
        If it is anything else.

    Examples
    --------
    >>> checked_width("stretch"), checked_width(300)
    ('stretch', 300)
    """
    pixels = _sized(width, words)
    if pixels is None:
        raise StreamlitInvalidWidthError(width, words)
    return pixels


def checked_height(height: Any, words: tuple[str, ...] = FITS) -> str | int:
    """Return `height` if it is one of the words or a positive whole number of pixels.

    Parameters
    ----------
    height : int or str
        What the caller was given, in CSS pixels or as a word.
    words : tuple of str
        The words this element allows.

    Returns
    -------
    str or int
        The height, as JSON.

    Raises
    ------
    StreamlitInvalidHeightError
        If it is anything else.

    Examples
    --------
    >>> checked_height("content"), checked_height(120)
    ('content', 120)
    """
    pixels = _sized(height, words)
    if pixels is None:
        raise StreamlitInvalidHeightError(height, words)
    return pixels


def checked_gap(gap: Any) -> str | int | None:
    """Return `gap` as JSON: one of `GAPS`, a number of pixels from zero on, or None for no gap.

    Raises
    ------
    StreamlitValueError
        If it is anything else.
    """
    if gap is None:
        return None
    if isinstance(gap, str) and gap.lower() in GAPS:
        return gap.lower()
    if isinstance(gap, Integral) and not isinstance(gap, bool) and int(gap) >= 0:
        return int(gap)
    raise StreamlitValueError("gap", [*map(repr, GAPS), "a number of pixels from 0 on", "None"], gap)


def checked_word(parameter: str, value: Any, words: tuple[str, ...]) -> str:
    """Return `value` if it is one of the `words` that `parameter` allows.

    Raises
    ------
    StreamlitValueError
        If it is not.
    """
    if isinstance(value, str) and value in words:
        return value
    raise StreamlitValueError(parameter, map(repr, words), value)


def _sized(size: Any, words: tuple[str, ...]) -> str | int | None:
    """Return `size` as JSON, or None where it is no size."""
    if isinstance(size, str):
        return size if size in words else None
    if isinstance(size, Integral) and not isinstance(size, bool) and int(size) > 0:
        return int(size)
    return None

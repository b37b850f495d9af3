"""Colors as charts take them, as CSS."""

from __future__ import annotations

import re
from numbers import Real
from typing import Any

from nbapp.errors import StreamlitInvalidColorError

HEX = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
CALL = re.compile(r"(rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\([^()]{1,80}\)", re.IGNORECASE)
NAME = re.compile(r"[a-z]{3,24}", re.IGNORECASE)


def as_css(color: Any) -> str:
    """Return a color as CSS.

    Parameters
    ----------
    color : str or tuple
        A CSS color, or 3 or 4 numbers: whole ones from 0 to 255, or real ones from 0.0 to 1.0.

    Raises
    ------
    StreamlitInvalidColorError
        If it is no color.

    Examples
    --------
    >>> as_css("#fa0"), as_css((255, 0, 0)), as_css((0.0, 0.5, 1.0, 0.5))
    ('#fa0', 'rgb(255, 0, 0)', 'rgba(0, 128, 255, 0.5)')
    """
    if isinstance(color, str):
        if is_color_text(color) or NAME.fullmatch(color):
            return color
        raise StreamlitInvalidColorError(color)
    if not isinstance(color, (tuple, list)) or len(color) not in (3, 4):
        raise StreamlitInvalidColorError(color)
    if not all(isinstance(part, Real) and not isinstance(part, bool) for part in color):
        raise StreamlitInvalidColorError(color)
    return _of_numbers(list(color))


def is_color_text(text: Any) -> bool:
    """Whether a text can be nothing but a color: it is no mere word."""
    return isinstance(text, str) and bool(HEX.fullmatch(text) or CALL.fullmatch(text))


def _of_numbers(parts: list[Any]) -> str:
    """Return 3 or 4 numbers as CSS."""
    real = any(isinstance(part, float) for part in parts[:3])
    top = 1 if real else 255
    opaque = parts[3] / (1 if isinstance(parts[3], float) else 255) if len(parts) == 4 else 1
    if not all(0 <= part <= top for part in parts[:3]) or not 0 <= opaque <= 1:
        raise StreamlitInvalidColorError(tuple(parts))
    numbers = ", ".join(str(round(part * 255) if real else int(part)) for part in parts[:3])
    return f"rgb({numbers})" if len(parts) == 3 else f"rgba({numbers}, {round(opaque, 3):g})"

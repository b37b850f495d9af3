"""`progress`: a bar that fills."""

from __future__ import annotations

from numbers import Integral, Real
from typing import Any

from nbapp.elements.place import P
from nbapp.elements.prose import cleaned
from nbapp.elements.sizes import FILLS, checked_width
from nbapp.elements.status.alert import FillingWidth
from nbapp.errors import StreamlitInvalidParameterTypeError, StreamlitValueOutOfRangeError


def progress(here: P, value: int | float, text: str | None = None, width: FillingWidth = "stretch") -> P:
    """Show a bar that is filled as far as the work has got.

    Parameters
    ----------
    value : int or float
        A whole number from 0 to 100, or a real one from 0.0 to 1.0.
    text : str, optional
        Markdown above the bar.
    width : int or str
        CSS pixels, or "stretch".

    Returns
    -------
    Container
        The bar; call its `progress` for each step, and its `empty` to take it away.

    Raises
    ------
    StreamlitValueOutOfRangeError
        If the value is outside its range.
    StreamlitInvalidParameterTypeError
        If the value is no number, or the text no string.

    Examples
    --------
    >>> import nbapp
    >>> bar = nbapp.progress(0, text="Reading")  # doctest: +SKIP
    >>> for step in range(10):  # doctest: +SKIP
    ...     bar.progress((step + 1) * 10, text=f"File {step + 1} of 10")
    """
    props: dict[str, Any] = {"value": _percent(value)}
    if text is not None:
        if not isinstance(text, str):
            raise StreamlitInvalidParameterTypeError("text", ["a string", "None"], text)
        props["text"] = cleaned(text)
    if width != "stretch":
        props["width"] = checked_width(width, FILLS)
    return here.put("progress", props)


def _percent(value: object) -> int:
    if isinstance(value, Integral):
        whole = int(value)
        if not 0 <= whole <= 100:
            raise StreamlitValueOutOfRangeError("value", value, 0, 100)
        return whole
    if isinstance(value, Real):
        share = float(value)
        if not -1e-9 <= share <= 1 + 1e-9:  # sums of tenths may pass 1.0 by a hair
            raise StreamlitValueOutOfRangeError("value", value, 0.0, 1.0)
        return min(100, max(0, int(share * 100)))
    allowed = ["a whole number from 0 to 100", "a real one from 0.0 to 1.0"]
    raise StreamlitInvalidParameterTypeError("value", allowed, value)

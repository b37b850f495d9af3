"""`metric`: one number in large type, and how it changed."""

from __future__ import annotations

import decimal
import math
import textwrap
from collections.abc import Iterable
from numbers import Real
from typing import Any, Literal

from nbapp.elements.frame import as_frame, is_frame_like
from nbapp.elements.icon import checked_icon
from nbapp.elements.place import P
from nbapp.elements.prose import cleaned
from nbapp.elements.sizes import Height, Width, checked_height, checked_width, checked_word
from nbapp.errors import StreamlitInvalidParameterTypeError, StreamlitValueError
from nbapp.session.formats import formatted

Number = int | float | decimal.Decimal | str | None

COLORS = ("red", "orange", "yellow", "green", "blue", "violet", "gray", "grey", "primary")
DELTA_COLORS = ("normal", "inverse", "off", *COLORS)
ARROWS = ("auto", "up", "down", "off")
CHARTS = ("line", "bar", "area")
VISIBILITIES = ("visible", "hidden", "collapsed")


def metric(
    here: P,
    label: str,
    value: Number,
    delta: Number = None,
    delta_color: str = "normal",
    *,
    help: str | None = None,
    icon: str | None = None,
    label_visibility: Literal["visible", "hidden", "collapsed"] = "visible",
    border: bool = False,
    width: Width = "stretch",
    height: Height = "content",
    chart_data: Iterable[Any] | None = None,
    chart_type: Literal["line", "bar", "area"] = "line",
    delta_arrow: Literal["auto", "up", "down", "off"] = "auto",
    format: str | None = None,
    delta_description: str | None = None,
) -> P:
    """Show a number in large type, with an arrow that says how it changed.

    Parameters
    ----------
    label : str
        What the number is, Markdown.
    value : int, float, Decimal, str or None
        The number; None is a dash.
    delta : int, float, Decimal, str or None
        The change. Below zero, or a text that begins with "-": down and red; zero: gray; else up and green.
    delta_color : str
        "normal", "inverse" (down is good), "off" (gray), or a color by name.
    help, icon, label_visibility
        A tooltip (Markdown) and an icon at the label; whether the label is "visible", "hidden" or "collapsed".
    border : bool
        Whether to draw a box around it.
    width, height : int or str
        CSS pixels, "stretch" or "content".
    chart_data : iterable of float, optional
        A small chart below the number; `chart_type` is "line", "bar" or "area".
    delta_arrow : str
        "auto", "up", "down" or "off".
    format : str, optional
        How a number is written: "dollar", "percent", "compact", ..., or a printf pattern such as "%.1f".
    delta_description : str, optional
        A few words beside the change, such as "since last year".

    Returns
    -------
    Container
        The element; drawing on it replaces it.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.metric("Body mass", "4,202 g", delta=-12, delta_description="since 2008")  # doctest: +SKIP
    """
    props: dict[str, Any] = {"label": cleaned(label), "value": _as_text("value", value, format)}
    color, direction = _color_and_direction(delta, delta_color, delta_arrow)
    change = _as_text("delta", delta, format) if delta is not None and delta != "" else ""
    if change:
        props |= {"delta": textwrap.dedent(change), "direction": direction}
    if change or chart_data is not None:
        props["color"] = color
    if chart_data is not None:
        checked_word("chart_type", chart_type, CHARTS)
        props["chart"] = {"type": chart_type, "values": _numbers(chart_data)}
    if label_visibility != "visible":
        props["visibility"] = checked_word("label_visibility", label_visibility, VISIBILITIES)
    if help:
        props["help"] = cleaned(help)
    if icon and (shown := checked_icon(icon)):
        props["icon"] = shown
    if border:
        props["border"] = True
    if delta_description:
        props["description"] = str(delta_description)
    if width != "stretch":
        props["width"] = checked_width(width)
    if height != "content":
        props["height"] = checked_height(height)
    return here.put("metric", props)


def _as_text(parameter: str, value: Any, format: str | None) -> str:
    """Return a number as it is shown."""
    if value is None:
        return "—"
    if isinstance(value, str):
        return (_of_text(value, format) if format else None) or value
    plain = value.item() if callable(getattr(value, "item", None)) and getattr(value, "ndim", 0) == 0 else value
    if isinstance(plain, (Real, decimal.Decimal)):
        return (formatted(plain, format) if format else None) or str(plain)
    raise StreamlitInvalidParameterTypeError(parameter, ["a number", "a string", "None"], value)


def _of_text(text: str, format: str) -> str | None:
    """Return a text that is a number as `format` says; None for any other text."""
    try:
        number = float(text)
    except ValueError:
        return None
    return formatted(int(number) if number.is_integer() else number, format)


def _color_and_direction(delta: Any, delta_color: Any, delta_arrow: Any) -> tuple[str, str]:
    """Return the color of a change and where its arrow points."""
    checked_word("delta_color", delta_color, DELTA_COLORS)
    checked_word("delta_arrow", delta_arrow, ARROWS)
    text = textwrap.dedent(str(delta))
    if delta is None or delta == "" or text == "0" or (not isinstance(delta, str) and delta == 0):
        direction = "off"
    else:
        direction = "down" if text.startswith("-") else "up"
    if delta_color in COLORS and delta is not None and delta != "":
        color = "gray" if delta_color == "grey" else delta_color
    elif direction == "off" or delta_color not in ("normal", "inverse"):
        color = "gray"
    else:
        color = "green" if (direction == "up") == (delta_color == "normal") else "red"
    return color, direction if delta_arrow == "auto" else delta_arrow


def _numbers(data: Any) -> list[float | None]:
    """Return the values of a small chart; a gap where there is none."""
    if is_frame_like(data):
        frame = as_frame(data)
        data = frame.iloc[:, 0].tolist() if frame.shape[1] else []
    values: list[float | None] = []
    for value in data:
        try:
            number = math.nan if value is None else float(value)
        except (TypeError, ValueError) as error:
            raise StreamlitValueError("chart_data", ["numbers only"], value) from error
        values.append(number if math.isfinite(number) else None)
    return values

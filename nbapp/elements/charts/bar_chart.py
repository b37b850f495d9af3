"""`bar_chart`: columns of numbers as bars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from nbapp.elements.charts.series import Series, series_of
from nbapp.elements.charts.vega import Spec, color_of, encoding_of, put_series, tooltips_of
from nbapp.elements.place import P
from nbapp.elements.sizes import Height, Width
from nbapp.errors import StreamlitInvalidParameterTypeError, StreamlitValueError
from nbapp.types import Json

LEVEL = 48
"""Characters that fit side by side below the bars, on a phone too."""

STACKS = (True, False, "normalize", "center", "layered", None)


def bar_chart(
    here: P,
    data: Any = None,
    *,
    x: str | None = None,
    y: str | Sequence[str] | None = None,
    x_label: str | None = None,
    y_label: str | None = None,
    color: Any = None,
    horizontal: bool = False,
    sort: bool | str = True,
    stack: bool | Literal["normalize", "center", "layered"] | None = None,
    width: Width = "stretch",
    height: Height = "content",
    use_container_width: bool | None = None,
    alt: str | None = None,
) -> P:
    """Draw columns of numbers as bars.

    Parameters
    ----------
    data : dataframe-like
        As for `dataframe`.
    x : str, optional
        The column with a bar for each of its values; the index if None.
    y : str or list of str, optional
        The column or columns with the lengths; all that hold numbers if None.
    x_label, y_label : str, optional
        The titles of the axes.
    color : str, tuple or list, optional
        A color, one color for each column of `y`, or a column: each of its values gets a color.
    horizontal : bool
        Whether the bars lie; `x` is then the vertical axis.
    sort : bool or str
        True sorts the bars by `x`, False leaves them in the order of the data, the name of a column sorts by its
        values (the largest first with a "-" before the name).
    stack : bool or str, optional
        True (and None) stacks the bars of one x, False sets them side by side, "normalize" stacks them to a whole,
        "center" about the middle, "layered" draws them over each other.
    width, height : int or str
        CSS pixels, "stretch" or "content".
    use_container_width : bool, optional
        The older way to say `width`: True for "stretch", False for "content".
    alt : str, optional
        What the chart shows, said to screen readers.

    Returns
    -------
    Container
        The element; drawing on it replaces it.

    Raises
    ------
    StreamlitColumnNotFoundError
        If a column does not exist.
    StreamlitValueError
        If `stack` is none of the ways to stack.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.bar_chart({"Adelie": 152, "Gentoo": 124}, horizontal=True)  # doctest: +SKIP
    """
    if stack not in STACKS:
        raise StreamlitValueError("stack", map(repr, STACKS), stack)
    if not isinstance(sort, (bool, str)):
        raise StreamlitInvalidParameterTypeError("sort", ["True", "False", "the name of a column"], sort)
    drawn = series_of(data, x, y, color, sort.removeprefix("-") if isinstance(sort, str) else None)
    spec = _spec(drawn, x_label, y_label, horizontal, sort, stack)
    return put_series(here, drawn, spec, width=width, height=height, use_container_width=use_container_width, alt=alt)


def _is_short(labels: list[Json]) -> bool:
    """Whether the labels of the bars are so few and short that they can be written level."""
    return sum(len(str(label)) + 2 for label in dict.fromkeys(labels[:100])) <= LEVEL


def _spec(
    drawn: Series,
    x_label: str | None,
    y_label: str | None,
    horizontal: bool,
    sort: bool | str,
    stack: bool | str | None,
) -> Spec:
    """Return the bars: their place, their length, their color, and how those of one place share it."""
    place, length = encoding_of(drawn.x, "x", x_label), encoding_of(drawn.y, "y", y_label)
    if drawn.x.type == "temporal":
        place["timeUnit"] = drawn.x.unit
    else:
        place["type"] = "ordinal"
    if sort is False:
        place["sort"] = None
    elif isinstance(sort, str):
        place["sort"] = {"field": "sort", "order": "descending" if sort.startswith("-") else "ascending"}
    if not horizontal and drawn.x.type != "temporal" and _is_short(drawn.columns["x"]):
        place["axis"] |= {"labelAngle": 0, "labelOverlap": True}
    color = color_of(drawn)
    if stack is not None:
        length["stack"] = False if stack == "layered" else stack
    across, down = (length, place) if horizontal else (place, length)
    encoding: Spec = {"x": across, "y": down, "tooltip": tooltips_of(drawn, x_label, y_label)}
    if color is not None:
        encoding["color"] = color
    parted = bool(drawn.series) or drawn.color is not None
    if stack is False and parted:
        offset: Spec = {"field": "color"}
        if drawn.series:
            offset["sort"] = drawn.names
        encoding["yOffset" if horizontal else "xOffset"] = offset
    if stack == "layered" and parted:
        encoding["opacity"] = {"value": 0.7}
    return {"mark": {"type": "bar"}, "encoding": encoding}

"""`line_chart`: columns of numbers as lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nbapp.elements.charts.series import Series, series_of
from nbapp.elements.charts.vega import Spec, color_of, encoding_of, put_series, tooltips_of
from nbapp.elements.place import P
from nbapp.elements.sizes import Height, Width

HOVERED = 20_000
"""Points up to which the one nearest to the pointer is marked."""


def line_chart(
    here: P,
    data: Any = None,
    *,
    x: str | None = None,
    y: str | Sequence[str] | None = None,
    x_label: str | None = None,
    y_label: str | None = None,
    color: Any = None,
    width: Width = "stretch",
    height: Height = "content",
    use_container_width: bool | None = None,
    alt: str | None = None,
) -> P:
    """Draw columns of numbers as lines over a common axis.

    Parameters
    ----------
    data : dataframe-like
        As for `dataframe`.
    x : str, optional
        The column of the horizontal axis; the index if None.
    y : str or list of str, optional
        The column or columns to draw; all that hold numbers if None.
    x_label, y_label : str, optional
        The titles of the axes.
    color : str, tuple or list, optional
        A color, one color for each line, or a column: each of its values becomes a line.
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
    StreamlitInvalidColorError, StreamlitColorLengthError
        If the colors are none, or not as many as the lines.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.line_chart({"year": [2007, 2008, 2009], "count": [110, 114, 120]}, x="year")  # doctest: +SKIP
    """
    drawn = series_of(data, x, y, color)
    spec = _spec(drawn, x_label, y_label)
    return put_series(here, drawn, spec, width=width, height=height, use_container_width=use_container_width, alt=alt)


def _spec(drawn: Series, x_label: str | None, y_label: str | None) -> Spec:
    """Return the lines, and the mark at the point nearest to the pointer."""
    encoding = {"x": encoding_of(drawn.x, "x", x_label), "y": encoding_of(drawn.y, "y", y_label)}
    color = color_of(drawn)
    if color is not None:
        encoding["color"] = color
    layers: list[Spec] = [{"mark": {"type": "line"}}]
    if drawn.points <= HOVERED:
        nearest = {"type": "point", "on": "pointermove", "nearest": True, "clear": "pointerout"}
        shown = {"condition": {"param": "near", "empty": False, "value": 1}, "value": 0}
        layers.append(
            {
                "mark": {"type": "point", "filled": True, "size": 60},
                "params": [{"name": "near", "select": nearest}],
                "encoding": {"opacity": shown, "tooltip": tooltips_of(drawn, x_label, y_label)},
            }
        )
    return {"encoding": encoding, "layer": layers}

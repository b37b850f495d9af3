"""The node of a Vega-Lite chart: a specification, its data apart from it, its size."""

from __future__ import annotations

from typing import Any

from nbapp.elements.charts.series import Axis, Series
from nbapp.elements.place import P
from nbapp.elements.sizes import checked_height, checked_width
from nbapp.types import Json

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"

HEIGHT = 350
"""CSS pixels of a chart that was given no height."""

Spec = dict[str, Any]


def put_series(
    here: P,
    drawn: Series,
    spec: Spec,
    *,
    width: Any = "stretch",
    height: Any = "content",
    use_container_width: bool | None = None,
    alt: str | None = None,
) -> P:
    """Draw a chart of our own.

    Parameters
    ----------
    here : Place
        Where.
    drawn : Series
        Its data.
    spec : dict
        The marks and encodings, without size and data.
    width, height : int or str
        CSS pixels, "stretch" or "content".
    use_container_width : bool, optional
        The older way to say `width`.
    alt : str, optional
        What the chart shows, said to screen readers.
    """
    if use_container_width is not None:
        width = "stretch" if use_container_width else "content"
    whole = {"$schema": SCHEMA, "data": {"name": "data"}, **spec}
    whole |= {"autosize": {"type": "fit", "contains": "padding"}, **_size(width, height)}
    props: dict[str, Any] = {"spec": whole, "data": {"columns": drawn.columns}, "theme": "streamlit"}
    if drawn.series:
        props["data"]["series"] = drawn.series
    add_size(props, width, height)
    if alt is not None:
        props["alt"] = str(alt)
    return here.put("vega", props)


def add_size(props: dict[str, Any], width: Any, height: Any) -> None:
    """Add what the chart's place on the page must know of its size."""
    if checked_width(width) != "stretch":
        props["width"] = width
    if checked_height(height) != "content":
        props["height"] = height


def _size(width: Any, height: Any) -> Spec:
    """Return a size as Vega-Lite takes it."""
    across = checked_width(width)
    down = checked_height(height)
    return {
        "width": "container" if across == "stretch" else 400 if across == "content" else across,
        "height": "container" if down == "stretch" else HEIGHT if down == "content" else down,
    }


def encoding_of(axis: Axis, name: str, title: str | None) -> Spec:
    """Return the encoding of one axis.

    Parameters
    ----------
    axis : Axis
        What the field is.
    name : str
        The field: "x" or "y" of the data.
    title : str or None
        What the caller wants it called; its own title if None.
    """
    encoding: Spec = {"field": name, "type": axis.type, "title": axis.title if title is None else str(title)}
    encoding["axis"] = {"grid": name == "y"}
    if axis.kind == "int":
        encoding["axis"]["tickMinStep"] = 1
    if axis.ordered:
        encoding["sort"] = axis.ordered
    return encoding


def color_of(drawn: Series) -> Spec | None:
    """Return the encoding of the colors; None if the chart has one color of the theme."""
    if drawn.constant is not None:
        return {"value": drawn.constant}
    if drawn.series:
        encoding: Spec = {"field": "color", "type": "nominal", "title": "", "sort": drawn.names}
        if drawn.y.colors:
            encoding["scale"] = {"domain": drawn.names, "range": drawn.y.colors}
        return encoding
    if drawn.color is None:
        return None
    encoding = {"field": "color", "type": drawn.color.type, "title": drawn.color.title}
    if drawn.color.ordered:
        encoding["sort"] = drawn.color.ordered
    if drawn.color.colors is not None:  # the values are colors themselves
        encoding |= {"type": "nominal", "scale": None, "legend": None}
    return encoding


def tooltips_of(drawn: Series, x_title: str | None, y_title: str | None) -> list[Spec]:
    """Return what a tooltip tells of one point."""
    lines: list[Spec] = []
    if (drawn.series or drawn.color) and not (drawn.color and drawn.color.colors is not None):
        title = drawn.color.title if drawn.color else "series"
        lines.append({"field": "color", "type": "nominal", "title": title})
    lines.append(_line("x", drawn.x, x_title or drawn.x.title or "index"))
    value = _line("y", drawn.y, y_title or drawn.y.title or "value")
    values = drawn.series[0][1] if drawn.series else drawn.columns.get("y", [])
    if drawn.y.kind == "float" and _is_plain(values):
        value["format"] = ",.4~f"
    lines.append(value)
    return lines


def _is_plain(values: list[Json]) -> bool:
    """Whether four decimals tell numbers of this size."""
    return any(isinstance(value, (int, float)) and abs(value) >= 0.1 for value in values[:1000])


def _line(name: str, axis: Axis, title: str) -> Spec:
    """Return one line of a tooltip."""
    line: Spec = {"field": name, "type": axis.type if name == "x" else "quantitative", "title": title}
    if axis.type == "temporal":
        line["format"] = "%Y-%m-%d" if axis.kind == "date" else "%Y-%m-%d %H:%M:%S"
        line["type"] = "temporal"
    elif axis.type != "quantitative":
        line["type"] = "nominal"
    return line

"""`altair_chart`: a chart made with Altair."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from nbapp.elements.charts.vega import Spec, add_size
from nbapp.elements.place import P
from nbapp.elements.sizes import Height, Width, checked_height, checked_width
from nbapp.errors import StreamlitInvalidParameterTypeError, StreamlitValueError

MANY = ("hconcat", "vconcat", "concat", "facet", "repeat", "spec")
"""What a specification of several views side by side has."""

COMPOUND = ("row", "column", "facet")
"""Encodings that make a chart one of several views."""


def altair_chart(
    here: P,
    altair_chart: Any,
    *,
    width: Width | None = None,
    height: Height = "content",
    use_container_width: bool | None = None,
    theme: Literal["streamlit"] | None = "streamlit",
    key: str | int | None = None,
    alt: str | None = None,
) -> P:
    """Draw a chart made with Altair.

    Parameters
    ----------
    altair_chart : altair.Chart
        The chart; of any number of rows.
    width : int or str, optional
        CSS pixels, "stretch" or "content"; by itself a single chart fills its column, several side by side keep
        their size.
    height : int or str
        CSS pixels, "content" or "stretch".
    use_container_width : bool, optional
        The older way to say `width`: True for "stretch", False for "content".
    theme : str or None
        "streamlit" for the colors and fonts of the page, None for those of Altair.
    key : str or int, optional
        Gives the element the CSS class `st-key-<key>`.
    alt : str, optional
        What the chart shows, said to screen readers.

    Returns
    -------
    Container
        The element; drawing on it replaces it.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If it is no chart of Altair.

    Examples
    --------
    >>> import altair, pandas, nbapp
    >>> mass = pandas.DataFrame({"flipper": [181, 217], "mass": [3750, 5650]})
    >>> chart = altair.Chart(mass).mark_point().encode(x="flipper", y="mass")
    >>> nbapp.altair_chart(chart)  # doctest: +SKIP
    """
    if theme not in ("streamlit", None):
        raise StreamlitValueError("theme", ["'streamlit'", "None"], theme)
    spec, data = _parted(_specification(altair_chart))
    if use_container_width is not None:
        width = "stretch" if use_container_width else "content"
    if width is None:
        width = "content" if _is_compound(spec) else "stretch"
    _fit(spec, width, height)
    props: dict[str, Any] = {"spec": spec}
    if data:
        props["datasets"] = data
    if theme:
        props["theme"] = theme
    add_size(props, width, height)
    if alt is not None:
        props["alt"] = str(alt)
    if key is not None:
        props["css"] = f"st-key-{key}"
    return here.put("vega", props)


def _specification(chart: Any) -> Spec:
    """Return the Vega-Lite specification of a chart, with all its data."""
    if not type(chart).__module__.startswith("altair.") or not callable(getattr(chart, "to_dict", None)):
        allowed = ["a chart of Altair, such as `altair.Chart(data).mark_line().encode(...)`"]
        raise StreamlitInvalidParameterTypeError("altair_chart", allowed, chart)
    import altair

    with altair.data_transformers.enable("default", max_rows=None, consolidate_datasets=True):
        return dict(chart.to_dict())


def _parted(spec: Spec) -> tuple[Spec, dict[str, Any]]:
    """Return the specification and its data apart from each other.

    Altair names a data set by a hash of its content; here they are numbered, so that new data in the same chart leave
    the specification as it was.
    """
    datasets = spec.pop("datasets", {})
    numbers = {name: f"rows_{number}" for number, name in enumerate(datasets)}
    return _renamed(spec, numbers), {numbers[name]: rows for name, rows in datasets.items()}


def _renamed(part: Any, names: Mapping[str, str]) -> Any:
    """Return a part of a specification with its data sets called by other names."""
    if isinstance(part, list):
        return [_renamed(item, names) for item in part]
    if not isinstance(part, dict):
        return part
    renamed = {key: _renamed(item, names) for key, item in part.items()}
    data = renamed.get("data")
    if isinstance(data, dict) and data.get("name") in names:
        renamed["data"] = {**data, "name": names[data["name"]]}
    return renamed


def _is_compound(spec: Spec) -> bool:
    """Whether a specification draws several views side by side."""
    encoding = spec.get("encoding")
    faceted = isinstance(encoding, dict) and any(name in encoding for name in COMPOUND)
    return faceted or any(name in spec for name in MANY)


def _fit(spec: Spec, width: Any, height: Any) -> None:
    """Give a single chart the size that it is to have; several views keep theirs."""
    across, down = checked_width(width), checked_height(height)
    if _is_compound(spec):
        return
    if across != "content":
        spec["width"] = "container" if across == "stretch" else across
    if down != "content":
        spec["height"] = "container" if down == "stretch" else down
    if across != "content" or down != "content":
        spec.setdefault("autosize", {"type": "fit", "contains": "padding"})

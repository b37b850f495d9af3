"""Any object as a node, the way Jupyter would display it.

A MIME bundle becomes the node that draws its richest part: a widget, a Vega-Lite chart, a picture, plain text; all else
is a `mime` node, drawn by the host. Where there is no IPython shell the object's own methods are asked.
"""

from __future__ import annotations

import base64
import binascii
import io
import re
import sys
from collections.abc import Callable, Mapping
from typing import Any

from nbapp.elements.place import P
from nbapp.types import Props

WIDGET = "application/vnd.jupyter.widget-view+json"
VEGA = re.compile(r"application/vnd\.vegalite\.v\d+(\.\d+)*\+json")
PICTURES = ("image/png", "image/jpeg", "image/webp", "image/gif")
ABOVE_PICTURES = ("text/html", "text/markdown", "text/latex", "image/svg+xml", "application/")
"""What the host would rather draw than a picture, or the beginning of it."""

METHODS = {
    "_repr_html_": "text/html",
    "_repr_markdown_": "text/markdown",
    "_repr_svg_": "image/svg+xml",
    "_repr_png_": "image/png",
    "_repr_jpeg_": "image/jpeg",
    "_repr_latex_": "text/latex",
    "_repr_json_": "application/json",
    "_repr_javascript_": "application/javascript",
    "_repr_pdf_": "application/pdf",
}

Bundle = tuple[dict[str, Any], dict[str, Any]]


def show(place: P, value: object) -> P | None:
    """Draw an object as a cell would display it.

    Parameters
    ----------
    place : Place
        Where to draw.
    value : object
        Anything.

    Returns
    -------
    Place or None
        The element; None for an object that displays itself by other means.
    """
    if (widget := _as_widget(value)) is not None:
        return place.show(widget)
    data, metadata = bundle_of(value)
    if not data:
        return None
    kind, props = node_of_bundle(data, metadata)
    if kind == "widget" and (widget := _model(props["model_id"])) is not None:
        return place.show(widget)
    return place.put(kind, props)


def node_of_bundle(data: Mapping[str, Any], metadata: Mapping[str, Any] | None = None) -> tuple[str, Props]:
    """Return the kind and the properties of the node that draws a MIME bundle.

    Parameters
    ----------
    data : mapping
        Values by MIME type, as IPython's publisher is given them.
    metadata : mapping, optional
        Remarks by MIME type.

    Examples
    --------
    >>> node_of_bundle({"text/plain": "3"})
    ('text', {'body': '3'})
    """
    if WIDGET in data:
        return "widget", {"model_id": data[WIDGET]["model_id"]}
    for mime, value in data.items():
        if VEGA.fullmatch(mime) and isinstance(value, dict):
            return "vega", {"spec": value}
    about = dict(metadata or {})
    if not any(mime.startswith(ABOVE_PICTURES) for mime in data):
        for mime in PICTURES:
            if (picture := _bytes(data.get(mime))) is not None:
                return "image", _picture(picture, mime, about.get(mime))
        plain = data.get("text/plain")
        if len(data) == 1 and isinstance(plain, str) and "\x1b" not in plain:
            return "text", {"body": plain}
    props: Props = {"data": {mime: _as_json(value) for mime, value in data.items()}}
    if about:
        props["metadata"] = about
    return "mime", props


def bundle_of(value: object) -> Bundle:
    """Return an object's MIME bundle and its metadata, by IPython's formatters where there is a shell.

    Parameters
    ----------
    value : object
        Anything. The bundle is empty for an object that has displayed itself.
    """
    core = sys.modules.get("IPython.core.getipython")
    shell = core.get_ipython() if core is not None else None
    if shell is None:
        data, metadata = _asked(value)
    else:
        data, metadata = shell.display_formatter.format(value)
        data, metadata = dict(data), dict(metadata)
    if set(data) == {"text/plain"} and (picture := _drawn(value)) is not None:
        data["image/png"] = picture
    return data, metadata


def _asked(value: object) -> Bundle:
    """What an object says of itself, without IPython."""
    data: dict[str, Any] = {"text/plain": repr(value)}
    metadata: dict[str, Any] = {}
    if isinstance(value, type):
        return data, metadata
    if (whole := _method(value, "_repr_mimebundle_")) is not None:
        answer = whole()
        _add(data, metadata, None, answer)
    for name, mime in METHODS.items():
        if mime not in data and (part := _method(value, name)) is not None:
            _add(data, metadata, mime, part())
    return data, metadata


def _add(data: dict[str, Any], metadata: dict[str, Any], mime: str | None, answer: Any) -> None:
    """Add an answer, that may be a pair with remarks, or nothing."""
    remarks = None
    if isinstance(answer, tuple) and len(answer) == 2:
        answer, remarks = answer
    if answer is None:
        return
    data.update(answer if mime is None else {mime: answer})
    if remarks:
        metadata.update(remarks if mime is None else {mime: remarks})


def _method(value: object, name: str) -> Callable[[], Any] | None:
    """A display method, unless the object answers to any name at all."""
    found = getattr(value, name, None)
    return found if callable(found) and not hasattr(value, "_a_name_that_nobody_gives_") else None


def _drawn(value: object) -> bytes | None:
    """The picture of a matplotlib figure or a PIL image that no formatter draws."""
    picture = io.BytesIO()
    kinds = {f"{base.__module__}.{base.__name__}" for base in type(value).__mro__}
    if "matplotlib.figure.Figure" in kinds:
        value.savefig(picture, format="png", bbox_inches="tight")  # type: ignore[attr-defined]
    elif "PIL.Image.Image" in kinds:
        value.save(picture, format="png")  # type: ignore[attr-defined]
    else:
        return None
    return picture.getvalue()


def _as_widget(value: object) -> Any:
    """The value if it is a live ipywidget that can be shown."""
    widgets = sys.modules.get("ipywidgets")
    return value if widgets is not None and isinstance(value, widgets.DOMWidget) else None


def _model(model_id: str) -> Any:
    """The live widget of a model id."""
    registry = sys.modules.get("ipywidgets.widgets.widget")
    return registry._instances.get(model_id) if registry is not None else None


def _bytes(value: object) -> bytes | None:
    """A picture as bytes: bundles carry it as they are, or in base64."""
    if isinstance(value, str):
        try:
            return base64.b64decode(value, validate=False)
        except binascii.Error:
            return None
    return bytes(value) if isinstance(value, (bytes, bytearray)) else None


def _picture(data: bytes, mime: str, remarks: Any) -> Props:
    width = remarks.get("width") if isinstance(remarks, Mapping) else None
    return {"data": data, "mime": mime, "width": width if type(width) is int and width > 0 else "content"}


def _as_json(value: Any) -> Any:
    """A part of a bundle as JSON; bytes in base64, as Jupyter's messages carry them."""
    return base64.b64encode(value).decode() if isinstance(value, (bytes, bytearray)) else value

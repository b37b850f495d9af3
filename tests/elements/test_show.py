"""Objects as a notebook would display them."""

from __future__ import annotations

import base64
from typing import Any

import ipywidgets
import matplotlib.figure
import pytest
from PIL import Image
from sheet import Sheet

from nbapp.elements.show import bundle_of, node_of_bundle, show

PNG = b"\x89PNG\r\n\x1a\n"


class Rich:
    """An object with display methods of its own."""

    def __init__(self, **answers: Any) -> None:
        self.answers = answers

    def __repr__(self) -> str:
        return "Rich()"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Any:
        return self.answers.get("bundle")

    def _repr_html_(self) -> Any:
        return self.answers.get("html")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ({"text/plain": "a"}, "text"),
        ({"text/plain": "\x1b[31ma"}, "mime"),
        ({"text/plain": "a", "text/html": "<b>a</b>"}, "mime"),
        ({"text/plain": "a", "image/png": PNG}, "image"),
        ({"text/plain": "a", "image/png": base64.b64encode(PNG).decode()}, "image"),
        ({"text/html": "a", "image/png": PNG}, "mime"),
        ({"application/vnd.vegalite.v6+json": {"mark": "bar"}, "text/plain": ""}, "vega"),
        ({"application/vnd.vegalite.v5.8+json": {"mark": "bar"}, "image/png": PNG}, "vega"),
        ({"application/vnd.plotly.v1+json": {}, "text/html": ""}, "mime"),
        ({"application/vnd.jupyter.widget-view+json": {"model_id": "m"}, "text/plain": ""}, "widget"),
    ],
)
def test_kind_of_a_bundle(data: dict[str, Any], kind: str) -> None:
    """The richest part decides."""
    assert node_of_bundle(data)[0] == kind


def test_picture_is_bytes_in_its_own_width() -> None:
    """Base64 is undone; a retina picture is shown in the width that its remarks say."""
    encoded = base64.b64encode(PNG).decode()
    assert node_of_bundle({"image/png": encoded}, {"image/png": {"width": 300}})[1] == {
        "data": PNG,
        "mime": "image/png",
        "width": 300,
    }


def test_bytes_of_other_kinds_travel_as_text() -> None:
    """A node's `data` is JSON."""
    kind, props = node_of_bundle({"application/pdf": b"%PDF", "text/plain": ""}, {"application/pdf": {"a": 1}})
    assert (kind, props["data"]["application/pdf"]) == ("mime", base64.b64encode(b"%PDF").decode())
    assert props["metadata"] == {"application/pdf": {"a": 1}}


def test_object_is_asked_without_a_shell() -> None:
    """Its bundle first, then what else it can do; None means nothing."""
    assert bundle_of(Rich(html="<b>a</b>"))[0] == {"text/plain": "Rich()", "text/html": "<b>a</b>"}
    both = ({"text/latex": "$a$"}, {"text/latex": {"b": 1}})
    assert bundle_of(Rich(bundle=both)) == ({"text/plain": "Rich()", "text/latex": "$a$"}, {"text/latex": {"b": 1}})
    assert bundle_of(Rich)[0] == {"text/plain": repr(Rich)}


def test_figures_and_images_are_pictures(sheet: Sheet) -> None:
    """matplotlib and PIL are drawn, whatever formatters there are."""
    show(sheet.place, matplotlib.figure.Figure())
    show(sheet.place, Image.new("RGB", (2, 2)))
    assert sheet.kinds == ["image", "image"]
    assert all(props["data"].startswith(PNG) for _, props in sheet.nodes)


def test_widget_is_shown_live(sheet: Sheet) -> None:
    """An ipywidget is a live node."""
    slider = ipywidgets.IntSlider()
    show(sheet.place, slider)
    assert sheet.last == ("widget", {"model_id": slider.model_id})
    slider.close()


def test_shell_formats(sheet: Sheet) -> None:
    """Where there is a shell its formatters decide, as they do for a cell; what shows itself is not drawn twice."""
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell.instance()
    shell.history_manager.end_session()
    try:
        shell.display_formatter.formatters["text/html"].for_type(Rich, lambda value: "<i>mine</i>")
        shell.display_formatter.active_types = shell.display_formatter.format_types
        assert bundle_of(Rich())[0]["text/html"] == "<i>mine</i>"
    finally:
        InteractiveShell.clear_instance()

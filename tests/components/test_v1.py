"""`components.v1`: frames of the page."""

from __future__ import annotations

import pytest

import nbapp
from nbapp.components import v1
from nbapp.errors import ComponentNotHereError, StreamlitInvalidParameterTypeError, StreamlitValueError


def test_html_in_a_frame(sheet) -> None:
    """150 pixels high unless the call says otherwise."""
    sheet.play(lambda: v1.html("<b>Hello</b>"))
    assert sheet.nodes == [("frame", {"html": "<b>Hello</b>", "height": 150, "scrolling": False})]
    sheet.play(lambda: v1.html("x", width=200, height=40.2, scrolling=True, tab_index=-1))
    assert sheet.last[1] == {"html": "x", "width": 200, "height": 40, "scrolling": True, "tab_index": -1}


def test_another_page_in_a_frame(sheet) -> None:
    """Drawn where the script stands, and replaced by drawing on it."""

    def script() -> None:
        with nbapp.expander("More"):
            element = v1.iframe("https://example.org", height=400)
        element.text("instead")

    sheet.play(script)
    assert sheet.kinds == ["expander", "text"]


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"html": 3}, StreamlitInvalidParameterTypeError),
        ({"html": "x", "height": 0}, StreamlitValueError),
        ({"html": "x", "width": "wide"}, StreamlitValueError),
        ({"html": "x", "tab_index": -2}, StreamlitValueError),
    ],
    ids=str,
)
def test_a_wrong_value_is_an_error(sheet, said, error) -> None:
    """Before anything is drawn."""
    with pytest.raises(error):
        sheet.play(lambda: v1.html(**said))


def test_components_of_ones_own_are_anywidgets() -> None:
    """The error says so."""
    with pytest.raises(ComponentNotHereError, match="anywidget"):
        v1.declare_component("mine", path="build")

"""What a page sends: the messages of a browser."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import ipywidgets
import pytest

from nbapp.testing.messages import on_wire, send_custom, send_values


@pytest.fixture
def widgets() -> Iterator[Any]:
    """Makes widgets, and closes them."""
    made: list[Any] = []

    def make(kind: Any, **traits: Any) -> Any:
        made.append(kind(**traits))
        return made[-1]

    yield make
    for widget in made:
        widget.close()


def test_values_travel_as_json(widgets: Any) -> None:
    """Dates and tuples too."""
    picker, both = widgets(ipywidgets.DatePicker), widgets(ipywidgets.IntRangeSlider)
    assert on_wire(picker, "value", datetime.date(2024, 3, 1)) == {"year": 2024, "month": 2, "date": 1}
    assert send_values(picker, {"value": datetime.date(2024, 3, 1)}) == []
    assert picker.value == datetime.date(2024, 3, 1)
    assert send_values(both, {"value": (10, 20)}) == []
    assert both.value == (10, 20)


def test_what_is_not_taken_is_named(widgets: Any) -> None:
    """A slider brings a value between its bounds."""
    slider = widgets(ipywidgets.IntSlider, max=10)
    assert send_values(slider, {"value": 50}) == ["value"]


def test_bytes_travel_beside_the_json(widgets: Any) -> None:
    """As buffers."""
    image = widgets(ipywidgets.Image)
    assert send_values(image, {"value": b"png"}) == []
    assert bytes(image.value) == b"png"


def test_custom_messages(widgets: Any) -> None:
    """With buffers of their own."""
    button, got = widgets(ipywidgets.Button), []
    button.on_msg(lambda _, content, buffers: got.append((content, [bytes(each) for each in buffers])))
    button.on_click(lambda _: got.append("clicked"))
    send_custom(button, {"event": "click"}, [b"x"])
    assert got == [({"event": "click"}, [b"x"]), "clicked"] or got == ["clicked", ({"event": "click"}, [b"x"])]

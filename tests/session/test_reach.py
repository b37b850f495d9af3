"""What hangs on a widget."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ipywidgets import HBox, IntSlider, VBox, jslink

from nbapp.session.reach import children, reachable


@pytest.fixture
def tree() -> Iterator[tuple[VBox, HBox, IntSlider]]:
    """A slider in a box in a box."""
    slider = IntSlider()
    inner = HBox([slider])
    outer = VBox([inner])
    yield outer, inner, slider
    for each in (outer, inner, slider):
        each.close()


def test_children_are_what_traits_hold(tree: tuple[VBox, HBox, IntSlider]) -> None:
    """Boxes hold children, links hold their ends, sliders hold nothing."""
    outer, inner, slider = tree
    link = jslink((slider, "value"), (slider, "max"))
    assert children(outer) == [inner]
    assert children(slider) == []
    assert children(link) == [slider, slider]
    link.close()


def test_all_that_can_be_reached(tree: tuple[VBox, HBox, IntSlider]) -> None:
    """Layouts and styles included, whatever the depth."""
    outer, inner, slider = tree
    found = reachable([outer])
    assert {id(each) for each in (outer, inner, slider, slider.layout, slider.style)} <= found
    assert id(outer) not in reachable([inner])

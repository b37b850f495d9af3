"""A place: where elements go, and what drawing on one does."""

from __future__ import annotations

import contextlib

import ipywidgets
import pytest
from sheet import Sheet

from nbapp.errors import StreamlitDuplicateElementKey


def test_r117_a_container_keeps_its_place(sheet: Sheet) -> None:
    """What is added later still appears where the container was made."""
    box = sheet.place.container()
    sheet.place.text("1")
    box.text("0")
    assert sheet.bodies == [None, "0", "1"]


def test_r118_a_method_draws_in_its_own_place(sheet: Sheet) -> None:
    """Whatever `with` the code stands in."""
    first, second = sheet.place.columns(2)
    with first:
        second.text("in the second")
    assert sheet.kinds == ["columns", "column", "column", "text"]


def test_r120_drawing_on_an_element_replaces_it(sheet: Sheet) -> None:
    """Even by one of another kind."""
    element = sheet.place.text("a")
    element.markdown("b")
    element.container().text("c")
    assert sheet.kinds == ["container", "text"]


def test_r121_empty_holds_one_element(sheet: Sheet) -> None:
    """Each new one replaces the last; a container in it holds many."""
    spot = sheet.place.empty()
    spot.text("1")
    spot.text("2")
    assert sheet.bodies == [None, "2"]
    box = spot.container()
    box.text("3")
    box.text("4")
    assert sheet.bodies == [None, None, "3", "4"]


def test_a_place_can_be_entered_inside_itself(sheet: Sheet) -> None:
    """And is left as often."""
    box = sheet.place.container()
    with box, sheet.place, box:
        assert sheet.run.here is box
    assert sheet.run.here is None


def test_a_key_belongs_to_one_container(sheet: Sheet) -> None:
    """Containers and inputs share the keys (R24)."""
    sheet.place.container(key="k")
    with pytest.raises(StreamlitDuplicateElementKey):
        sheet.place.container(key="k")


def test_an_error_is_drawn_where_it_happened_unless_out_of_sight(sheet: Sheet) -> None:
    """A column is in sight; an expander may be closed."""
    with pytest.raises(ValueError, match="x"), sheet.place.columns(2)[0] as column:
        raise ValueError("x")
    assert sheet.run.error_place is column
    sheet.begin()
    with pytest.raises(ValueError, match="x"), sheet.place.expander("more"):
        raise ValueError("x")
    assert sheet.run.error_place is None


def test_an_error_does_not_replace_what_was_drawn(sheet: Sheet) -> None:
    """A place that holds one element leaves it to the container around it."""
    column = sheet.place.columns(2)[0]
    with pytest.raises(ValueError, match="x"), column, column.empty():
        raise ValueError("x")
    assert sheet.run.error_place is column


def test_an_error_that_was_caught_says_nothing_of_the_next(sheet: Sheet) -> None:
    """That is drawn where it happened itself."""
    left, right = sheet.place.columns(2)
    with contextlib.suppress(ValueError), left:
        raise ValueError("caught")
    with pytest.raises(KeyError) as caught, right:
        raise KeyError("not caught")
    assert sheet.run.place_of(caught.value) is right
    assert sheet.run.place_of(ValueError("of no place")) is None


def test_a_widget_shown_twice_is_two_elements(sheet: Sheet) -> None:
    """Each keeps its place from run to run."""
    widget = ipywidgets.HTML("x")
    for _ in range(2):
        place = sheet.begin()
        place.show(widget)
        place.show(widget)
        sheet.page.trim()
    assert sheet.ops == []
    assert sheet.kinds == ["widget", "widget"]
    widget.close()

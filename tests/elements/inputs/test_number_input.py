"""`number_input`: its type, its bounds, an empty box."""

from __future__ import annotations

from typing import Any

import pytest

from nbapp.errors import (
    StreamlitInvalidMinMaxError,
    StreamlitInvalidNumberFormatError,
    StreamlitJSNumberBoundsError,
    StreamlitMixedNumericTypesError,
    StreamlitValueAboveMaxError,
    StreamlitValueBelowMinError,
)


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ({}, 0.0),
        ({"min_value": 0}, 0),
        ({"min_value": 2.5}, 2.5),
        ({"value": 3}, 3),
        ({"step": 1}, 0),
        ({"value": None}, None),
        ({"min_value": 1, "max_value": 9, "value": 4}, 4),
    ],
)
def test_first_value(desk: Any, given: dict[str, Any], value: Any) -> None:
    """Whole if all numbers given are whole, and real if none is given."""
    assert desk.run(lambda st: st.number_input("n", **given)) == value
    assert type(desk.result) is type(value)


def test_a_reader_gives_a_number(desk: Any) -> None:
    """JSON knows no types: a whole number comes back as the type of the input."""
    desk.run(lambda st: st.number_input("n", 0.0, 9.5))
    result = desk.give(4)
    assert (result, type(result)) == (4.0, float)


@pytest.mark.parametrize("raw", [10, -1, 2.5, "3", True, float("nan"), [1]])
def test_what_is_not_offered_is_refused(desk: Any, raw: Any) -> None:
    """Out of bounds, not whole, or no number at all."""
    desk.run(lambda st: st.number_input("n", 0, 9))
    assert desk.give(raw) == 0
    assert desk.runs == 1


def test_an_empty_box(desk: Any) -> None:
    """It counts as None where the script began with None; else the default returns."""
    desk.run(lambda st: (st.number_input("a", value=None, step=1), st.number_input("b", value=3)))
    assert desk.give(5, 0) == (5, 3)
    assert desk.give(None, 0) == (None, 3)
    desk.give(7, 1)
    assert desk.give(None, 1) == (None, 3)


def test_bounds_that_change_under_a_key(desk: Any) -> None:
    """A value that still fits is kept, another returns to the default, in the state too (R21)."""
    top = [100]
    desk.run(lambda st: st.number_input("n", 0, top[0], 5, key="k"))
    desk.give(50)
    top[0] = 60
    assert desk.run() == 50
    top[0] = 10
    assert desk.run() == 5
    assert desk.state.values["k"] == 5
    assert desk.live().widget.value == 5


def test_a_state_out_of_bounds_returns_to_the_default(desk: Any) -> None:
    """Where a slider raises, a number input gives way (R34)."""
    desk.state.assign("k", 500)
    assert desk.run(lambda st: st.number_input("n", 0, 10, 5, key="k")) == 5


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"min_value": 0, "max_value": 10.0}, StreamlitMixedNumericTypesError),
        ({"min_value": 5, "value": 2}, StreamlitValueBelowMinError),
        ({"max_value": 5, "value": 8}, StreamlitValueAboveMaxError),
        ({"min_value": 9, "max_value": 1, "value": None}, StreamlitInvalidMinMaxError),
        ({"value": 2**60}, StreamlitJSNumberBoundsError),
        ({"format": "%s of"}, StreamlitInvalidNumberFormatError),
        ({"value": "3"}, StreamlitMixedNumericTypesError),
    ],
)
def test_parameters_that_do_not_go_together(desk: Any, given: dict[str, Any], error: type[Exception]) -> None:
    """Each has an error of its own."""
    with pytest.raises(error):
        desk.run(lambda st: st.number_input("n", **given))


def test_the_widget_knows_its_format(desk: Any) -> None:
    """The browser writes numbers the way the script says."""
    desk.run(lambda st: st.number_input("n", value=1.5, format="%.3f", placeholder="how many"))
    widget = desk.live().widget
    assert (widget.format, widget.step, widget.placeholder, widget.whole) == ("%.3f", 0.01, "how many", False)

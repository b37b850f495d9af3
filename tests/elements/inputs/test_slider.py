"""`slider`: what it returns, what it refuses, which widget answers."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from typing import Any

import ipywidgets
import pytest

from nbapp.errors import (
    StreamlitAPIException,
    StreamlitInvalidMinMaxError,
    StreamlitInvalidParameterTypeError,
    StreamlitJSNumberBoundsError,
    StreamlitValueAboveMaxError,
    StreamlitValueError,
)
from nbapp.view.widgets.slider import Slider


@pytest.mark.parametrize(
    ("args", "value"),
    [
        ((), 0),
        ((5, 10), 5),
        ((5, 10, 2), 2),
        ((0, 100, (20, 30)), (20, 30)),
        ((0, 100, [30, 20]), (20, 30)),
        ((0.0, 1.0), 0.0),
        ((10, 0, 5), 5),
        ((0, 100, ()), (0, 100)),
        ((None, None, date(2024, 1, 15)), date(2024, 1, 15)),
        ((None, None, time(8, 30)), time(8, 30)),
        ((date(2024, 1, 1), date(2024, 2, 1)), date(2024, 1, 1)),
    ],
)
def test_first_value(desk: Any, args: tuple[Any, ...], value: Any) -> None:
    """The first run returns the default, in its own type; bounds that are reversed or too narrow give way."""
    assert desk.run(lambda st: st.slider("a", *args)) == value
    assert type(desk.result) is type(value)


@pytest.mark.parametrize(
    ("args", "widget"),
    [
        ((0, 10), ipywidgets.IntSlider),
        ((0, 10, (1, 2)), ipywidgets.IntRangeSlider),
        ((0.0, 1.0), ipywidgets.FloatSlider),
        ((0.0, 1.0, (0.1, 0.2)), ipywidgets.FloatRangeSlider),
        ((0, 10, 5, 1, "%d km"), Slider),
        ((None, None, date(2024, 1, 15)), Slider),
    ],
)
def test_a_stock_widget_where_it_can_show_the_format(desk: Any, args: tuple[Any, ...], widget: type) -> None:
    """Whole and real numbers are stock sliders; dates, and formats with words, are ours."""
    desk.run(lambda st: st.slider("a", *args))
    assert isinstance(desk.live().widget, widget)


def test_a_reader_moves_it(desk: Any) -> None:
    """A value from the page reruns the script, which sees it."""
    desk.run(lambda st: st.slider("a", 0, 10, 3))
    assert desk.give(7) == 7
    assert desk.runs == 2


@pytest.mark.parametrize("raw", [11, -1, "7", None, [1, 2], {"a": 1}, float("nan"), True])
def test_what_is_not_offered_is_refused(desk: Any, raw: Any) -> None:
    """A page cannot give what the script does not offer."""
    desk.run(lambda st: st.slider("a", 0, 10, 3))
    assert desk.give(raw) == 3
    assert (desk.runs, desk.live().widget.value) == (1, 3)


def test_a_range_from_the_page(desk: Any) -> None:
    """A pair comes back as a tuple in order; a single number is refused."""
    desk.run(lambda st: st.slider("a", 0, 10, (3, 4)))
    assert desk.give([1, 9]) == (1, 9)
    assert desk.give(5) == (1, 9)


def test_dates_and_moments_come_back_in_their_type(desk: Any) -> None:
    """The page knows microseconds only; a moment keeps its zone."""
    zone = timezone(timedelta(hours=2))
    noon = datetime(2024, 1, 15, 12, tzinfo=zone)
    desk.run(lambda st: (st.slider("a", value=date(2024, 1, 15)), st.slider("b", value=noon)))
    day = desk.live(0).widget.value + 86_400_000_000
    assert desk.give(day, 0)[0] == date(2024, 1, 16)
    later = desk.give(desk.live(1).widget.value + 3_600_000_000, 1)[1]
    assert later == datetime(2024, 1, 15, 13, tzinfo=zone)
    assert later.utcoffset() == timedelta(hours=2)


def test_bounds_that_change_make_another_slider(desk: Any) -> None:
    """A keyed slider returns to its default when its bounds change (R20)."""
    top = [100]
    desk.run(lambda st: st.slider("a", 0, top[0], 5, key="k"))
    desk.give(50)
    top[0] = 60
    assert desk.run() == 5


def test_a_value_from_session_state(desk: Any) -> None:
    """It goes before the default; outside the bounds it is an error (R34)."""
    desk.state.assign("k", 8)
    assert desk.run(lambda st: st.slider("a", 0, 10, 5, key="k")) == 8
    assert desk.live().widget.value == 8
    desk.state.assign("k", 11)
    with pytest.raises(StreamlitValueAboveMaxError, match="11"):
        desk.run()


def test_a_pair_in_session_state_makes_a_range(desk: Any) -> None:
    """Without a default, what the state holds decides whether there are two thumbs."""
    desk.state.assign("k", (2, 4))
    assert desk.run(lambda st: st.slider("a", key="k")) == (2, 4)


@pytest.mark.parametrize(
    ("args", "error"),
    [
        ((5, 5), StreamlitInvalidMinMaxError),
        ((0, 10, 5.0), StreamlitInvalidParameterTypeError),
        ((0, 10.0, 5), StreamlitInvalidParameterTypeError),
        ((0, 10, "5"), StreamlitInvalidParameterTypeError),
        ((0, 10, (1, 2, 3)), StreamlitValueError),
        ((0, 10, (1, 2.0)), StreamlitInvalidParameterTypeError),
        ((0, 10, 5, 0), StreamlitValueError),
        ((0, 2**60), StreamlitJSNumberBoundsError),
        ((0.0, float("inf")), StreamlitJSNumberBoundsError),
        ((None, None, date(2024, 1, 1), 1), StreamlitInvalidParameterTypeError),
    ],
)
def test_parameters_that_do_not_go_together(desk: Any, args: tuple[Any, ...], error: type[Exception]) -> None:
    """Each has an error of its own, and all are the API's."""
    with pytest.raises(error) as caught:
        desk.run(lambda st: st.slider("a", *args))
    assert isinstance(caught.value, StreamlitAPIException)


def test_equal_numbers_of_different_types_are_different_sliders(desk: Any) -> None:
    """A slider over 0 to 10 and one over 0.0 to 10.0 may stand side by side."""
    assert desk.run(lambda st: (st.slider("a", 0, 10), st.slider("a", 0.0, 10.0))) == (0, 0.0)

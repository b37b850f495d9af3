"""`date_input`: a day, or a range of days."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import ipywidgets
import pytest

from nbapp.errors import (
    StreamlitInvalidMinMaxError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueAboveMaxError,
    StreamlitValueBelowMinError,
    StreamlitValueError,
)
from nbapp.view.widgets.date_range import DateRange

DAY = date(2024, 1, 15)


@pytest.mark.parametrize(
    ("value", "first"),
    [
        (DAY, DAY),
        (datetime(2024, 1, 15, 8), DAY),
        ("2024-01-15", DAY),
        ("2024-01-15T10:00", DAY),
        (None, None),
        ((DAY,), (DAY,)),
        ([], ()),
        ((DAY, "2024-02-01"), (DAY, date(2024, 2, 1))),
    ],
)
def test_first_value(desk: Any, value: Any, first: Any) -> None:
    """Days in any form come back as days; a sequence as a tuple."""
    assert desk.run(lambda st: st.date_input("a", value)) == first
    assert isinstance(desk.live().widget, DateRange if isinstance(first, tuple) else ipywidgets.DatePicker)


def test_a_reader_picks_a_day(desk: Any) -> None:
    """The stock picker counts months from zero."""
    desk.run(lambda st: st.date_input("a", DAY))
    assert desk.give({"year": 2024, "month": 1, "date": 29}) == date(2024, 2, 29)


def test_today_is_the_day_of_the_run(desk: Any) -> None:
    """Asked for in the run itself: a test session may well pass midnight, as a session of a reader's may."""
    before = date.today()
    assert before <= desk.run(lambda st: st.date_input("a")) <= date.today()


@pytest.mark.parametrize(
    "raw",
    [None, {"year": 1999, "month": 0, "date": 1}, {"year": 2024, "month": 1, "date": 30}, "2024-01-16", 5, {}],
)
def test_what_is_not_offered_is_refused(desk: Any, raw: Any) -> None:
    """Outside the bounds, no day, or none where there must be one."""
    desk.run(lambda st: st.date_input("a", DAY, date(2024, 1, 1), date(2024, 12, 31)))
    if raw != "2024-01-16":
        assert desk.give(raw) == DAY
        assert desk.runs == 1


def test_a_range(desk: Any) -> None:
    """Two days in order, one while the reader has not finished; others are refused."""
    desk.run(lambda st: st.date_input("a", (), date(2024, 1, 1), date(2024, 12, 31)))
    assert desk.give(["2024-03-01"]) == (date(2024, 3, 1),)
    both = (date(2024, 2, 1), date(2024, 3, 1))
    assert desk.give(["2024-03-01", "2024-02-01"]) == both
    assert [desk.give(raw) for raw in (["2025-01-01"], ["x"], 3, ["2024-01-01"] * 3, [1])] == [both] * 5


def test_bounds_that_change_under_a_key(desk: Any) -> None:
    """A day that is still inside is kept, another returns to the default."""
    low = [date(2024, 1, 1)]
    desk.run(lambda st: st.date_input("a", date(2024, 6, 1), low[0], key="k"))
    desk.give({"year": 2024, "month": 1, "date": 1})
    low[0] = date(2024, 1, 20)
    assert desk.run() == date(2024, 2, 1)
    low[0] = date(2024, 3, 1)
    assert desk.run() == date(2024, 6, 1)


def test_a_state_decides_whether_it_is_a_range(desk: Any) -> None:
    """Without a default of its own (R32)."""
    desk.state.assign("k", (DAY, DAY))
    assert desk.run(lambda st: st.date_input("a", key="k")) == (DAY, DAY)


def test_a_day_in_the_state_of_a_range_is_its_first(desk: Any) -> None:
    """It is not lost; two days for one are an error."""
    desk.state.assign("k", DAY)
    assert desk.run(lambda st: st.date_input("a", (date(2024, 1, 1), date(2024, 1, 2)), key="k")) == (DAY,)
    desk.state.assign("one", (DAY, DAY))
    with pytest.raises(StreamlitInvalidParameterTypeError, match="one date"):
        desk.run(lambda st: st.date_input("a", DAY, key="one"))


def test_today_gives_way_to_the_bounds(desk: Any) -> None:
    """It is a default that nobody chose."""
    assert desk.run(lambda st: st.date_input("a", max_value=DAY)) == DAY


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"value": DAY, "min_value": date(2024, 2, 1)}, StreamlitValueBelowMinError),
        ({"value": DAY, "max_value": date(2024, 1, 1)}, StreamlitValueAboveMaxError),
        ({"min_value": DAY, "max_value": date(2023, 1, 1)}, StreamlitInvalidMinMaxError),
        ({"value": "someday"}, StreamlitInvalidParameterTypeError),
        ({"value": 5}, StreamlitInvalidParameterTypeError),
        ({"value": (DAY, DAY, DAY)}, StreamlitInvalidParameterTypeError),
        ({"format": "YYYY"}, StreamlitValueError),
        ({"format": 5}, StreamlitInvalidParameterTypeError),
    ],
)
def test_wrong_parameters(desk: Any, given: dict[str, Any], error: type[Exception]) -> None:
    """Each has an error of its own."""
    with pytest.raises(error):
        desk.run(lambda st: st.date_input("a", **given))

"""`bind="query-params"`: how each input's values stand in the address."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from enum import Enum
from typing import Any

import pytest

from nbapp.errors import (
    StreamlitAPIException,
    StreamlitIncompatibleParametersError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)


class Colour(Enum):
    """Options that are no texts."""

    RED = 1
    BLUE = 2


ZONE = timezone(timedelta(hours=2))
DAY = date(2026, 1, 31)

CASES: list[tuple[Any, str, Any]] = [
    (lambda st, o: st.checkbox("a", **o), "k=true", True),
    (lambda st, o: st.checkbox("a", True, **o), "k=false", False),
    (lambda st, o: st.slider("a", 0, 10, **o), "k=7", 7),
    (lambda st, o: st.slider("a", 0.0, 1.0, **o), "k=0.25", 0.25),
    (lambda st, o: st.slider("a", 0.0, 10.0, **o), "k=7", 7.0),
    (lambda st, o: st.slider("a", 0, 10, (1, 2), **o), "k=3&k=9", (3, 9)),
    (lambda st, o: st.slider("a", value=date(2026, 2, 1), **o), "k=2026-01-31", DAY),
    (lambda st, o: st.slider("a", value=time(8), **o), "k=09%3A30", time(9, 30)),
    (lambda st, o: st.slider("a", value=time(8, tzinfo=ZONE), **o), "k=09%3A30", time(9, 30, tzinfo=ZONE)),
    (lambda st, o: st.slider("a", value=datetime(2026, 1, 1), **o), "k=2026-01-02T00%3A00", datetime(2026, 1, 2)),
    (lambda st, o: st.number_input("a", **o), "k=2.5", 2.5),
    (lambda st, o: st.number_input("a", 0, 10, **o), "k=5", 5),
    (lambda st, o: st.number_input("a", 0, 10, 3, **o), "k=5", 5),
    (lambda st, o: st.number_input("a", value=None, **o), "k=5", 5.0),
    (lambda st, o: st.text_input("a", **o), "k=x+%26+y", "x & y"),
    (lambda st, o: st.text_input("a", "x", **o), "k=", ""),
    (lambda st, o: st.text_input("a", None, **o), "k=x", "x"),
    (lambda st, o: st.text_area("a", **o), "k=one%0Atwo", "one\ntwo"),
    (lambda st, o: st.radio("a", [1, 2], **o), "k=2", 2),
    (lambda st, o: st.radio("a", Colour, format_func=lambda c: c.name.lower(), **o), "k=blue", Colour.BLUE),
    (lambda st, o: st.selectbox("a", ["p", "q"], **o), "k=q", "q"),
    (lambda st, o: st.selectbox("a", ["p", "q"], None, **o), "k=q", "q"),
    (lambda st, o: st.selectbox("a", ["p"], accept_new_options=True, **o), "k=new", "new"),
    (lambda st, o: st.multiselect("a", ["p", "q", "r"], **o), "k=r&k=p", ["r", "p"]),
    (lambda st, o: st.multiselect("a", ["p", "q"], ["p"], **o), "k=", []),
    (lambda st, o: st.multiselect("a", ["p"], accept_new_options=True, **o), "k=new&k=p", ["new", "p"]),
    (lambda st, o: st.date_input("a", "2026-02-01", **o), "k=2026-01-31", DAY),
    (lambda st, o: st.date_input("a", None, min_value="2026-01-01", **o), "k=2026-01-31", DAY),
    (
        lambda st, o: st.date_input("a", (date(2026, 2, 1), date(2026, 2, 2)), **o),
        "k=2026-01-31&k=2026-02-03",
        (DAY, date(2026, 2, 3)),
    ),
]
BOUND = {"key": "k", "bind": "query-params"}


@pytest.mark.parametrize(("call", "query", "value"), CASES)
def test_read_and_written(desk: Any, call: Any, query: str, value: Any) -> None:
    """The address gives the value, of the right type, and the value gives the address."""
    from nbapp.session.query import read

    desk.session.route.query.replace(read(query))
    got = desk.run(lambda here: call(here, BOUND))
    assert (got, type(got)) == (value, type(value))
    assert str(desk.session.route.query) == query


WRONG: list[tuple[Any, str]] = [
    (lambda st, o: st.checkbox("a", **o), "k=maybe"),
    (lambda st, o: st.slider("a", 0, 10, **o), "k=11"),
    (lambda st, o: st.slider("a", 0, 10, (1, 2), **o), "k=3"),
    (lambda st, o: st.slider("a", value=date(2026, 2, 1), **o), "k=2020-01-01"),
    (lambda st, o: st.number_input("a", 0, 10, **o), "k=11"),
    (lambda st, o: st.number_input("a", 0, 10, **o), "k="),
    (lambda st, o: st.number_input("a", 0, 10, **o), "k=inf"),
    (lambda st, o: st.text_input("a", max_chars=2, **o), "k=three"),
    (lambda st, o: st.text_input("a", validate="^[a-z]+$", **o), "k=1"),
    (lambda st, o: st.text_area("a", required=True, value="x", **o), "k="),
    (lambda st, o: st.radio("a", [1, 2], **o), "k=3"),
    (lambda st, o: st.selectbox("a", ["p"], **o), "k="),
    (lambda st, o: st.multiselect("a", ["p"], **o), "k=z"),
    (lambda st, o: st.date_input("a", "2026-02-01", **o), "k=31.1.2026"),
    (lambda st, o: st.date_input("a", "2026-02-01", **o), "k=1026-01-31"),
    (lambda st, o: st.date_input("a", ("2026-02-01", "2026-02-02"), **o), "k=2026-01-31&k=x"),
]


@pytest.mark.parametrize(("call", "query"), WRONG)
def test_what_is_not_offered(desk: Any, call: Any, query: str) -> None:
    """The default is there, and the address says nothing of it."""
    from nbapp.session.query import read

    default = desk.run(lambda here: call(here, {"key": "other"}))
    desk.session.route.query.replace(read(query))
    assert desk.run(lambda here: call(here, BOUND)) == default
    assert str(desk.session.route.query) == ""


def test_options_that_are_partly_offered(desk: Any) -> None:
    """Those, each once, and no more than may be chosen."""
    from nbapp.session.query import read

    desk.session.route.query.replace(read("k=z&k=q&k=q&k=p&k=r"))
    chosen = desk.run(lambda st: st.multiselect("a", ["p", "q", "r"], max_selections=2, **BOUND))
    assert chosen == ["q", "p"]
    assert str(desk.session.route.query) == "k=q&k=p"


def test_a_reader_is_followed(desk: Any) -> None:
    """What is chosen is in the address with the next run."""
    desk.run(lambda st: st.selectbox("a", ["p", "q"], None, **BOUND))
    desk.give(0)
    assert str(desk.session.route.query) == "k=p"
    desk.give(None)
    assert str(desk.session.route.query) == ""


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"bind": "url", "key": "k"}, StreamlitValueError),
        ({"bind": "query-params"}, StreamlitMissingRequiredParameterError),
        ({"bind": "query-params", "key": "embed"}, StreamlitAPIException),
        ({"bind": "query-params", "key": "k", "type": "password"}, StreamlitIncompatibleParametersError),
    ],
)
def test_what_cannot_be_bound(desk: Any, options: Any, error: type[Exception]) -> None:
    """Without a key, under a reserved one, a password, or to anything else than the address."""
    with pytest.raises(error):
        desk.run(lambda st: st.text_input("a", **options))

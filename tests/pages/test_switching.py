"""`switch_page`: a script turns to another page by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from desk import Desk

import nbapp as st
from nbapp.errors import (
    StreamlitAPIException,
    StreamlitInvalidLayoutContextError,
    StreamlitInvalidParameterTypeError,
    StreamlitPageNotFoundError,
)

home = st.Page(lambda: st.text("home"), title="Home", url_path="home")
about = st.Page(lambda: st.text("about"), title="About", url_path="about")


def test_it_ends_the_run_and_begins_another(desk: Desk, texts: Any) -> None:
    """What is below it is not reached; what stands around the pages is kept (without the quirk of R99)."""
    below: list[int] = []

    def script(here: Any) -> Any:
        value = st.slider("frame", 0, 10, 1)
        page = st.navigation([home, about])
        page.run()
        if st.button("go"):
            st.switch_page(about)
        below.append(value)
        return value, page.title

    desk.run(script)
    desk.give(5)
    assert desk.click(1) == (5, "About")
    assert below == [1, 5, 5]
    assert texts() == ["about"]
    assert desk.run() == (5, "About")


def test_by_path(desk: Desk, put: Any, texts: Any) -> None:
    """From the folder of the entry; one that is no page of the app is an error (R98)."""
    put("own.py", "st.text('own')")
    put("stray.py")

    def script(here: Any) -> None:
        page = st.navigation([home, "own.py"])
        if page.title == "Home":
            for absent in ("stray.py", "nowhere.py"):
                with pytest.raises(StreamlitPageNotFoundError, match=r"'own\.py'"):
                    st.switch_page(absent)
            st.switch_page("own.py")
        page.run()

    desk.run(script)
    assert texts() == ["own"]


def test_parameters(desk: Desk) -> None:
    """Those before are left behind; those given are there, also for inputs that are bound to them."""

    def one() -> Any:
        st.query_params["left"] = "behind"
        if st.session_state.get("go"):
            st.switch_page(other, query_params=[("n", 7), ("day", "a"), ("day", "b")])

    def page() -> None:
        values.append((st.slider("n", 0, 10, key="n", bind="query-params"), st.query_params.get_all("day")))

    values: list[Any] = []
    other = st.Page(page, title="other", url_path="other")
    desk.run(lambda here: st.navigation([one, other]).run())
    desk.state.assign("go", True)
    desk.run()
    assert values == [(7, ["a", "b"])]
    assert str(desk.session.route.query) == "n=7&day=a&day=b"


def test_parameters_of_inputs_that_are_shown(desk: Desk) -> None:
    """They take the values given, as they would from a link that somebody sent; one that cannot be is dropped."""

    def script(here: Any) -> Any:
        value = st.slider("n", 0, 10, 2, key="n", bind="query-params", on_change=lambda: 1 / 0)
        st.navigation([home, about]).run()
        for number in (7, 70):
            if st.button(f"to {number}"):
                st.switch_page(about, query_params={"n": number})
        return value, st.query_params.to_dict()

    desk.run(script)
    assert desk.click(1) == (7, {"n": "7"})
    assert desk.live().widget.value == 7
    assert desk.click(2) == (7, {"n": "7"})


def test_to_the_page_that_is_open(desk: Desk) -> None:
    """It runs again, and its parameters are gone as well (R98)."""

    def script(here: Any) -> dict[str, str]:
        st.navigation([home, about]).run()
        if st.button("go"):
            st.switch_page(home)
        return st.query_params.to_dict()

    desk.session.route.query.replace({"a": ["1"]})
    assert desk.run(script) == {"a": "1"}
    assert desk.click() == {}


def test_in_a_callback_it_goes_before_everything_else(desk: Desk, texts: Any) -> None:
    """Also before a fragment that another callback asks for (R84)."""
    calls: list[str] = []

    def turn() -> None:
        calls.append("turn")
        st.switch_page(about)

    def script(here: Any) -> None:
        st.button("go", on_click=turn)
        st.slider("n", 0, 10, key="n", on_change=lambda: calls.append("changed"))
        page = st.navigation([home, about])
        page.run()
        st.text(page.title)

    desk.run(script)
    desk.send({"method": "update", "state": {"value": 3}, "buffer_paths": []}, 1)
    desk.click(0)
    assert sorted(calls) == ["changed", "turn"]
    assert texts() == ["about", "About"]
    assert desk.state.values["n"] == 3


def test_in_a_fragment(desk: Desk, texts: Any) -> None:
    """The whole script runs."""

    @st.fragment
    def part() -> None:
        if st.button("go"):
            st.switch_page(about)

    def script(here: Any) -> None:
        st.navigation([st.Page(part, title="Home"), about]).run()

    desk.run(script)
    desk.click()
    assert texts() == ["about"]


def test_in_a_parallel_fragment_it_is_refused(desk: Desk) -> None:
    """The script goes on beside it (R88)."""

    @st.fragment(parallel=True)
    def part() -> None:
        st.switch_page(about)

    with pytest.raises(StreamlitInvalidLayoutContextError, match="parallel"):
        desk.run(lambda here: (st.navigation([home, about]), part()))


@pytest.mark.parametrize(
    ("page", "error"),
    [
        (3, StreamlitInvalidParameterTypeError),
        (lambda: None, StreamlitInvalidParameterTypeError),
        (st.Page("https://example.org", title="x"), StreamlitAPIException),
        (st.Page("https://example.org", title="x", url_path="about"), StreamlitAPIException),
    ],
)
def test_what_cannot_be(desk: Desk, page: Any, error: type[Exception]) -> None:
    """Another site, or no page at all."""
    with pytest.raises(error):
        desk.run(lambda here: (st.navigation([home, about]), st.switch_page(page)))


def test_without_pages_there_is_nowhere_to_turn(desk: Desk) -> None:
    """An error, rather than runs without end."""
    with pytest.raises(StreamlitPageNotFoundError):
        desk.run(lambda here: st.switch_page(about))


def test_outside_of_an_app_it_does_nothing() -> None:
    """As `rerun` and `stop`."""
    call: Callable[..., Any] = st.switch_page
    assert call("nowhere.py") is None

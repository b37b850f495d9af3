"""`navigation`: which page is open, what frames it, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from desk import Desk

import nbapp as st
from nbapp.errors import (
    StreamlitAPIException,
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)


def home() -> None:
    """A page."""
    st.text("home")


def about() -> None:
    """Another."""
    st.text("about")


def links(desk: Desk) -> dict[str, Any]:
    """What the views are told of the pages."""
    return desk.page.facts.get("navigation")


def test_pages_are_framed(desk: Desk, turn: Callable[..., Any], texts: Any) -> None:
    """What stands before and after the page belongs to all (R100)."""

    def script(here: Any) -> str:
        st.text("above")
        page = st.navigation([home, about])
        page.run()
        st.text("below")
        return page.title

    assert desk.run(script) == "home"
    assert texts() == ["above", "home", "below"]
    assert turn("about") == "about"
    assert texts() == ["above", "about", "below"]
    assert turn("") == "home"


def test_functions_see_the_names_around_them_and_files_do_not(desk: Desk, put: Any, texts: Any) -> None:
    """A file is a script of its own (R101)."""
    word = "seen"
    put("own.py", "st.text(str('word' in globals()))")
    desk.run(lambda here: st.navigation([lambda: st.text(word)]).run())
    assert texts() == ["seen"]
    desk.run(lambda here: st.navigation(["own.py"]).run())
    assert texts() == ["False"]


def test_what_the_views_are_told(desk: Desk) -> None:
    """Sections with their links, which page is open, and where the links stand."""
    docs = st.Page("https://example.org", title="Docs", icon="📄", help="All of it.")
    hidden = st.Page(lambda: None, title="hidden", url_path="hidden", visibility="hidden")
    desk.run(lambda here: st.navigation({"": [home, hidden], "More": [about, docs], "None": []}, position="top"))
    assert links(desk) == {
        "position": "top",
        "current": "home",
        "title": "home",
        "icon": "",
        "shown": 10,
        "sections": [
            {"label": "", "pages": [{"name": "home", "path": "", "title": "home"}]},
            {
                "label": "More",
                "pages": [
                    {"name": "about", "path": "about", "title": "about"},
                    {
                        **{"name": "docs", "path": "docs", "title": "Docs", "icon": "📄"},
                        **{"help": "All of it.", "url": "https://example.org"},
                    },
                ],
            },
        ],
    }


def test_a_single_page_needs_no_links(desk: Desk) -> None:
    """Nor do pages of which one is listed."""
    desk.run(lambda here: st.navigation([home, st.Page(about, visibility="hidden")]))
    assert (links(desk)["position"], links(desk)["sections"]) == ("hidden", [])


@pytest.mark.parametrize(("ends", "gone"), [(lambda: None, True), (st.stop, True), (lambda: 1 / 0, False)])
def test_without_navigation_the_links_go(desk: Desk, ends: Callable[[], Any], gone: bool) -> None:
    """Once a run has ended that did not ask for them; after an error they stay, as a way out."""
    desk.run(lambda here: st.navigation([home, about]))
    try:
        desk.run(lambda here: ends())
    except ZeroDivisionError:
        pass
    assert (links(desk) == {}) is gone


@pytest.mark.parametrize(("expanded", "shown"), [(False, 10), (True, 0), (0, 10), (3, 3)])
def test_how_many_links_are_shown(desk: Desk, expanded: Any, shown: int) -> None:
    """All, ten, or so many."""
    desk.run(lambda here: st.navigation([home, about], expanded=expanded))
    assert links(desk)["shown"] == shown


def test_hidden_pages_can_be_opened(desk: Desk, turn: Callable[..., Any], texts: Any) -> None:
    """By their address, or by a click on a link to them."""
    desk.run(lambda here: st.navigation([home, st.Page(about, visibility="hidden")]).run())
    turn("about")
    assert texts() == ["about"]


def test_the_marked_page_comes_first(desk: Desk) -> None:
    """Else the first that is no other site."""
    docs = st.Page("https://example.org", title="Docs")
    assert desk.run(lambda here: st.navigation([home, st.Page(about, default=True)]).title) == "about"
    assert desk.run(lambda here: st.navigation([docs, about]).url_path) == ""


def test_pages_may_change_from_run_to_run(desk: Desk, turn: Callable[..., Any]) -> None:
    """After a login there are others; a page that is gone gives way to the first."""

    def script(here: Any) -> str:
        logged_in = st.session_state.get("in")
        return st.navigation([home, about] if logged_in else [st.Page(home, title="Login", url_path="login")]).title

    assert desk.run(script) == "Login"
    desk.state.assign("in", True)
    assert desk.run() == "home"
    assert turn("about") == "about"
    desk.state.assign("in", False)
    assert desk.run() == "Login"
    assert "missing" not in links(desk)


def test_pages_made_once_are_listed_again(desk: Desk, turn: Callable[..., Any]) -> None:
    """Whichever was the first before, and whichever was open: those of an earlier cell live as long as the kernel."""
    one, other = st.Page(home), st.Page(about)
    assert desk.run(lambda here: st.navigation([other]).url_path) == ""
    assert desk.run(lambda here: st.navigation([one, other]).title) == "about"
    assert (one.url_path, other.url_path) == ("", "about")
    turn("")
    turn("about")
    with pytest.raises(StreamlitAPIException, match="Call it once"):
        desk.run(lambda here: (st.navigation([one, other]), one.run()))


@pytest.mark.parametrize(
    ("pages", "error", "words"),
    [
        ([], StreamlitMissingRequiredParameterError, "one page at least"),
        ({"a": []}, StreamlitMissingRequiredParameterError, "one page at least"),
        ("home.py", StreamlitInvalidParameterTypeError, "a list of pages"),
        (3, StreamlitInvalidParameterTypeError, "a list of pages"),
        ([3], StreamlitInvalidParameterTypeError, "`Page`"),
        ([home, home], StreamlitAPIException, "the function of 'home' and the function of 'home'"),
        ({"a": [home], "b": [st.Page(about, url_path="home")]}, StreamlitAPIException, "'about' in 'b'"),
        ([st.Page(home, default=True), st.Page(about, default=True)], StreamlitAPIException, "'home' and 'about'"),
        ([st.Page("https://example.org", title="x")], StreamlitAPIException, "other sites"),
    ],
)
def test_what_cannot_be(desk: Desk, pages: Any, error: type[Exception], words: str) -> None:
    """R103, each with what is wrong."""
    with pytest.raises(error, match=words):
        desk.run(lambda here: st.navigation(pages))
    with pytest.raises(error, match=words):
        st.navigation(pages)


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"position": "left"}, StreamlitValueError),
        ({"expanded": -1}, StreamlitValueError),
        ({"expanded": "all"}, StreamlitInvalidParameterTypeError),
    ],
)
def test_what_the_links_cannot_be(desk: Desk, options: Any, error: type[Exception]) -> None:
    """Of the other parameters too."""
    with pytest.raises(error):
        desk.run(lambda here: st.navigation([home], **options))


def test_inputs_of_the_same_description_on_two_pages(desk: Desk, turn: Callable[..., Any]) -> None:
    """They are two, also beside one around the pages (R25); a key is taken once in all of a run (R24)."""

    def one() -> None:
        values["one"] = st.slider("n", 0, 10, 1)

    def other() -> None:
        values["other"] = st.slider("n", 0, 10, 1)

    values: dict[str, int] = {}

    def script(here: Any) -> None:
        values["frame"] = st.slider("n", 0, 10, 1)
        st.navigation([one, other]).run()

    desk.run(script)
    desk.give(4, 0)
    desk.give(5, 1)
    turn("other")
    assert values == {"frame": 4, "one": 5, "other": 1}

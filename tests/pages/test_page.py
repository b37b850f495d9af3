"""`Page`: what it is made of, what it is called, and how it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import ipywidgets
import pytest
from desk import Desk

import nbapp as st
from nbapp.errors import (
    StreamlitAPIException,
    StreamlitIncompatibleParametersError,
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitPageNotFoundError,
    StreamlitValueError,
)

Put = Callable[..., Path]


def two_gaps() -> None:
    """A page."""


@pytest.mark.parametrize(
    ("file", "icon", "title", "name"),
    [
        ("about.py", "", "about", "about"),
        ("1_first  page.ipynb", "", "first page", "first_page"),
        ("02-🐧_The birds.py", "🐧", "The birds", "The_birds"),
        ("3_🇳🇱 Dutch.py", "🇳🇱", "Dutch", "Dutch"),
        ("2024.py", "", "2024", "2024"),
        ("a.b.py", "", "a.b", "a.b"),
    ],
)
def test_a_file_names_its_page(desk: Desk, put: Put, file: str, icon: str, title: str, name: str) -> None:
    """Its number orders it, an emoji at its beginning is its icon, gaps are blanks (R103, R105)."""
    put(file)
    page = desk.run(lambda here: st.Page(file))
    assert (page.icon, page.title, page.url_path) == (icon, title, name)


def test_a_function_names_its_page() -> None:
    """As does what the caller says; the default page has no name in the address."""
    assert (st.Page(two_gaps).title, st.Page(two_gaps).url_path) == ("two gaps", "two_gaps")
    page = st.Page(two_gaps, title="Two", icon="📄", url_path="/two/", visibility="hidden", help="  Help.")
    assert (page.title, page.icon, page.url_path, page.visibility, page.help) == ("Two", "📄", "two", "hidden", "Help.")
    assert st.Page(two_gaps, default=True).url_path == ""
    assert isinstance(page, st.Page)


def test_another_site() -> None:
    """It needs a title, and cannot come first (R106)."""
    page = st.Page("https://example.org/a", title="Docs & more")
    assert (page.is_external, page.external_url, page.url_path) == (True, "https://example.org/a", "docs_more")
    with pytest.raises(StreamlitMissingRequiredParameterError, match="example"):
        st.Page("https://example.org")
    with pytest.raises(StreamlitIncompatibleParametersError):
        st.Page("https://example.org", title="x", default=True)
    with pytest.raises(StreamlitMissingRequiredParameterError, match="url_path"):
        st.Page("https://example.org", title="///")


def test_a_file_is_looked_for_in_the_folder_of_the_entry(desk: Desk, put: Put, tmp_path: Path) -> None:
    """What is not there is an error that says where it was looked for."""
    path = put("pages/a.py")
    assert desk.run(lambda here: st.Page("pages/a.py").source) == path
    assert desk.run(lambda here: st.Page(path).source) == path
    for absent in ("a.py", "pages", "no\0name.py"):
        with pytest.raises(StreamlitPageNotFoundError, match="looked for"):
            desk.run(lambda here, absent=absent: st.Page(absent))


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"url_path": "a/b"}, StreamlitAPIException),
        ({"url_path": " / "}, StreamlitMissingRequiredParameterError),
        ({"title": "  "}, StreamlitMissingRequiredParameterError),
        ({"icon": "rocket"}, StreamlitAPIException),
        ({"visibility": "gone"}, StreamlitValueError),
    ],
)
def test_what_cannot_be(options: dict[str, Any], error: type[Exception]) -> None:
    """Each is refused with what is allowed."""
    with pytest.raises(error):
        st.Page(two_gaps, **options)


def test_what_is_no_page() -> None:
    """Neither a path, nor a function, nor an address; or a function that nothing names."""
    with pytest.raises(StreamlitInvalidParameterTypeError):
        st.Page(3)  # type: ignore[arg-type]

    class Nameless:
        def __call__(self) -> None:
            """Draw nothing."""

    with pytest.raises(StreamlitMissingRequiredParameterError, match="title"):
        st.Page(Nameless())
    assert st.Page(Nameless(), title="x", url_path="x").name == "x"
    assert st.Page(Nameless(), title="From the title").name == "from_the_title"
    with pytest.raises(StreamlitMissingRequiredParameterError, match="url_path"):
        st.Page(Nameless(), title="/?/")


def test_only_the_open_page_runs_and_once(desk: Desk) -> None:
    """Not calling `run` is legal (R102)."""
    seen: list[str] = []
    one, other = st.Page(lambda: seen.append("one"), title="one", url_path="one"), st.Page(two_gaps)

    def script(here: Any) -> None:
        page = st.navigation([one, other])
        if seen == []:
            page.run()
            for refused in (page, other):
                with pytest.raises(StreamlitAPIException, match="Call it once"):
                    refused.run()

    desk.run(script)
    desk.run()
    assert seen == ["one"]


def test_outside_of_an_app_a_function_is_called() -> None:
    """What it draws is shown in the cell."""
    seen: list[int] = []
    st.navigation([lambda: seen.append(1)]).run()
    assert seen == [1]


def test_what_the_page_before_drew_is_gone_at_once(desk: Desk, turn: Callable[..., Any], texts: Any) -> None:
    """Before the first line of the next page; what frames the pages stays where it is."""
    seen: list[list[str]] = []

    def one() -> None:
        st.text("one")

    def other() -> None:
        seen.append(texts())
        st.text("other")

    def script(here: Any) -> None:
        st.text("above")
        st.navigation([one, other]).run()
        st.text("below")

    desk.run(script)
    frame = [slot.id for slot in desk.page.roots["main"].slots if slot.node.kind == "text"]
    turn("other")
    assert seen == [["above", "below"]]
    assert texts() == ["above", "other", "below"]
    assert [slot.id for slot in desk.page.roots["main"].slots if slot.node.kind == "text"] == frame


def test_a_fragment_of_a_page_runs_by_itself(desk: Desk) -> None:
    """Its inputs are the page's in its own runs too."""
    runs: list[str] = []

    @st.fragment
    def part() -> int:
        runs.append("part")
        value: int = st.slider("n", 0, 10, key="n")
        values.append(value)
        return value

    values: list[int] = []

    def page() -> None:
        runs.append("page")
        part()

    desk.run(lambda here: st.navigation([page]).run())
    live = desk.live()
    desk.give(4)
    assert runs == ["page", "part", "part"]
    assert values == [0, 4]
    assert desk.live() is live


def test_widgets_of_the_scripts_own(desk: Desk, turn: Callable[..., Any]) -> None:
    """Two pages may share the code that makes them; they are two, and go with their page (R104)."""
    made: list[Any] = []

    def page(name: str) -> st.Page:
        def draw() -> None:
            made.append(ipywidgets.IntSlider(value=1))
            st.write(made[-1])

        return st.Page(draw, title=name, url_path=name)

    def script(here: Any) -> None:
        st.navigation([page("one"), page("other")]).run()

    desk.run(script)
    desk.run()
    assert made[0] is made[1]
    made[0].comm.handle_msg({"content": {"data": {"method": "update", "state": {"value": 5}}}, "buffers": []})
    desk.settle()
    assert made[-1].value == 5
    turn("other")
    assert made[-1] is not made[0]
    assert made[-1].value == 1
    turn("one")
    assert made[-1].value == 1


@pytest.mark.parametrize(("kept", "above"), [(None, None), ("page", None), ("session", "typed")])
def test_what_the_script_above_the_pages_sees_of_the_one_that_is_left(
    desk: Desk, turn: Callable[..., Any], kept: Any, above: str | None
) -> None:
    """Nothing, but what is kept for the session (R104)."""

    def first() -> None:
        st.text_input("t", key="k", persist_state=kept)

    def script(here: Any) -> Any:
        seen = st.session_state.get("k")
        st.navigation([st.Page(first, default=True), two_gaps]).run()
        return seen

    desk.run(script)
    assert (desk.give("typed"), desk.run()) == ("typed", "typed")
    assert (turn("two_gaps"), desk.run()) == (above, above)

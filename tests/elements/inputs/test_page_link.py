"""`page_link`: a link to another page, or to another site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import nbapp as st
from nbapp.errors import (
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitPageNotFoundError,
)

USUAL = {"icon_position": "left", "width": "content"}


def drawn(desk: Any, *args: Any, **options: Any) -> dict[str, Any]:
    """The properties of a link in an app with two pages, the first of which is open."""
    home = st.Page(lambda: None, title="Home", url_path="home")
    about = st.Page(lambda: None, title="About **us**", icon="📄", url_path="about", help="Who we are")

    def script(here: Any) -> None:
        st.navigation([home, about])
        pages = {"home": home, "about": about}
        here.page_link(pages.get(args[0], args[0]), *args[1:], **options)

    desk.run(script)
    return dict(next(slot.node.props for slot in desk.page.walk() if slot.node.kind == "page_link"))


def test_a_page_says_what_its_link_is_called(desk: Any) -> None:
    """The caller may say otherwise, or nothing."""
    about = {"name": "about", "path": "about", "label": "About **us**", "icon": "📄", "help": "Who we are"}
    assert drawn(desk, "about") == {**USUAL, **about}
    told = drawn(desk, "about", label="x", icon="", help="", icon_position="right", disabled=True, width=200)
    assert told == {
        **{"icon_position": "right", "width": 200, "name": "about", "path": "about", "label": "x", "disabled": True}
    }


def test_the_open_page_is_marked(desk: Any) -> None:
    """Its address names no page if it is the default one."""
    assert drawn(desk, "home") == {**USUAL, "name": "home", "path": "", "label": "Home", "current": True}


def test_parameters_and_width(desk: Any) -> None:
    """The old name of the width too."""
    assert drawn(desk, "about", query_params={"a": ["1", "2"]})["query"] == "a=1&a=2"
    assert drawn(desk, "about", use_container_width=True)["width"] == "stretch"


def test_another_site(desk: Any) -> None:
    """By its address, which needs a label, or by a page that stands for it."""
    assert drawn(desk, "https://example.org", label="x") == {**USUAL, "url": "https://example.org", "label": "x"}
    page = st.Page("https://example.org", title="Docs")
    assert drawn(desk, page) == {**USUAL, "url": "https://example.org", "label": "Docs"}
    with pytest.raises(StreamlitMissingRequiredParameterError):
        drawn(desk, "https://example.org")


def test_by_path(desk: Any, tmp_path: Path) -> None:
    """From the folder of the entry; the file must be a page."""
    (tmp_path / "a.py").write_text("")
    desk.session.route.folder = tmp_path

    def script(here: Any) -> None:
        st.navigation(["a.py"])
        here.page_link(Path("a.py"))

    desk.run(script)
    assert desk.page.roots["main"].slots[0].node.props == {
        **USUAL,
        **{"name": "a", "path": "", "label": "a", "current": True},
    }
    with pytest.raises(StreamlitPageNotFoundError):
        drawn(desk, "b.py")
    with pytest.raises(StreamlitInvalidParameterTypeError):
        drawn(desk, 3)


def test_a_page_opened_by_itself(desk: Any, tmp_path: Path) -> None:
    """Its links to the rest of its app stand there, and say why they lead nowhere; other files are an error still."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "2_my_notes.py").touch()
    desk.session.route.folder = tmp_path / "pages"
    desk.run(lambda here: here.page_link("pages/2_my_notes.py"))
    [link] = [slot.node.props for slot in desk.page.walk() if slot.node.kind == "page_link"]
    assert (link["label"], link["disabled"]) == ("my notes", True)
    assert "opened by itself" in link["help"]
    with pytest.raises(StreamlitPageNotFoundError):
        desk.run(lambda here: here.page_link("pages/3_else.py"))

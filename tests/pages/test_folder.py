"""The navigation of a `pages/` folder (R105)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from desk import Desk

import nbapp as st
from nbapp.config.options import options
from nbapp.elements.container import Container
from nbapp.pages.folder import draw_open_page, files_in, mentions
from nbapp.script.run import ScriptRun


class Entry(Desk):
    """A desk whose script has a `pages/` folder beside it."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.session.route.folder = folder
        self.file: Path | None = None

    def execute(self, run: ScriptRun) -> None:
        """Run the script, or another page instead."""

        def execute() -> None:
            self.result = self.script(Container(run, run.page.roots["main"]))

        self.result = None
        draw_open_page(run, self.script.__code__, "Home", self.file, execute)

    @property
    def titles(self) -> list[str]:
        """The titles of the links."""
        sections = self.page.facts.get("navigation").get("sections", [])
        return [page["title"] for section in sections for page in section["pages"]]


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    """Such a desk, in an empty folder."""
    desk = Entry(tmp_path)
    yield desk
    desk.session.close()


def test_the_order_of_the_files(put: Any, tmp_path: Path) -> None:
    """By number, then by name; what is no page is left out, and of a pair of jupytext's, the notebook is the page."""
    names = ["10_z.py", "2_b.ipynb", "2_a.py", "d.py", "C.ipynb", "pair.py", "pair.ipynb"]
    for name in [*names, "__init__.py", ".hidden.py", "notes.md", "data.csv"]:
        put(f"pages/{name}")
    (tmp_path / "pages" / "folder.py").mkdir()
    found = [path.name for path in files_in(tmp_path)]
    assert found == ["2_a.py", "2_b.ipynb", "10_z.py", "C.ipynb", "d.py", "pair.ipynb"]
    assert files_in(tmp_path / "pages") == []


def test_the_entry_is_the_first_page(desk: Any, put: Any, turn: Any, texts: Any) -> None:
    """The others are run instead of it, not inside it."""
    put("pages/1_about_us.py", "st.text('about')\nst.session_state['seen'] = 1")
    runs: list[int] = []

    def script(here: Any) -> None:
        runs.append(1)
        st.text("entry")

    desk.run(script)
    assert (desk.titles, texts()) == (["Home", "about us"], ["entry"])
    turn("about_us")
    assert (texts(), runs) == (["about"], [1])
    assert desk.state.values["seen"] == 1
    turn("")
    assert (texts(), runs) == (["entry"], [1, 1])


def test_the_list_can_be_switched_off(desk: Any, put: Any, turn: Any, texts: Any) -> None:
    """By Streamlit's option, for scripts that link to their pages themselves; it counts from the next run."""
    put("pages/map.py", "st.text('map')")

    def script(here: Any) -> None:
        st.set_option("client.showSidebarNavigation", False)
        st.text("entry")

    try:
        desk.run(script)
        desk.run(script)
        assert desk.titles == []
        turn("map")
        assert texts() == ["map"]
    finally:
        options.clear()


def test_the_entrys_file_names_it(desk: Any, put: Any) -> None:
    """Where it is known; it can be meant by its path."""
    put("pages/a.py", "st.switch_page('1_🐧 my app.ipynb')")
    desk.file = put("1_🐧 my app.ipynb")
    desk.run(lambda here: None)
    assert desk.titles == ["my app", "a"]
    desk.mailbox.post_rerun(call=lambda: desk.session.route.go("a"))
    desk.settle()
    assert desk.session.route.entry.title == "my app"


def test_the_entrys_inputs_go_with_it(desk: Any, put: Any, turn: Any) -> None:
    """It is a page like the others, also if the next one stops."""
    put("pages/a.py", "st.stop()")

    def script(here: Any) -> Any:
        return st.slider("n", 0, 10, 1)

    desk.run(script)
    assert desk.give(5) == 5
    turn("a")
    assert turn("") == 1


def test_a_script_with_navigation_of_its_own(desk: Any, put: Any, texts: Any) -> None:
    """The folder is left alone, from the first run on; and inputs are those of the later runs."""
    put("pages/a.py")
    runs: list[int] = []

    def script(here: Any) -> Any:
        runs.append(1)
        value = st.slider("n", 0, 10, 1)
        st.navigation([lambda: st.text("own")]).run()
        return value

    desk.run(script)
    assert (texts(), runs, desk.titles) == (["own"], [1], [])
    live = desk.live()
    assert desk.give(5) == 5
    assert desk.live() is live


def test_navigation_that_nobody_could_foresee(desk: Any, put: Any, texts: Any) -> None:
    """It is called by another module: the run begins again, without the folder."""
    put("pages/a.py")
    runs: list[int] = []
    hidden: Callable[..., Any] = getattr(st, "navi" + "gation")

    def script(here: Any) -> None:
        runs.append(1)
        hidden([lambda: st.text("own")]).run()

    desk.run(script)
    assert (texts(), runs, desk.titles) == (["own"], [1, 1], [])


def test_without_a_folder_nothing_is_different(desk: Any, texts: Any) -> None:
    """No links, no page in the address."""
    desk.run(lambda here: st.text("entry"))
    assert (texts(), desk.titles, desk.session.route.entries) == (["entry"], [], ())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("st.navigation([])", True),
        ("def f():\n    def g():\n        return navigation\n", True),
        ("class A:\n    f = lambda: st.navigation\n", True),
        ("x = 'navigation'", False),
    ],
)
def test_mentions(text: str, found: bool) -> None:
    """A name in the code, however deep."""
    assert mentions(compile(text, "", "exec"), "navigation") is found

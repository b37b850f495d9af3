"""Pages in a real kernel: notebooks and scripts run in the session of the entry notebook."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from front_end import FrontEnd
from paper import Page
from sheets import write, write_notebook

pytestmark = pytest.mark.kernel

MAP = (
    "#md # The map",
    "%load_ext nbapp\nimport nbapp as st\nimport beside, above",
    "%%app\n\nn = st.slider('n', 0, 10, 2, key='n')\nn",
    "%%capture said\nprint('hidden')\nz = n * 2",
    "%time q = 4",
    "class Kept: pass\nimport pickle\nst.text(type(pickle.loads(pickle.dumps(Kept()))).__name__)",
    "st.text([z, q, said.stdout, beside.WORD, above.WORD, 'outer' in globals()])\n!echo from the shell",
    "if n > 8: 1 / 0",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An entry notebook with a `pages/` folder."""
    folder = tmp_path_factory.mktemp("app")
    write_notebook(folder / "1_entry.ipynb")
    write_notebook(folder / "pages" / "2_map.ipynb", *MAP)
    write(folder / "pages" / "3_notes.py", "import nbapp as st\nst.text('notes')\n'bare'\n'n' in st.session_state")
    write(folder / "pages" / "beside.py", "WORD = 'beside'")
    write(folder / "above.py", "WORD = 'above'")
    return folder


def opened(folder: Path, **env: str) -> FrontEnd:
    """A kernel of the entry notebook, with nbapp loaded."""
    front = FrontEnd(env={"JPY_SESSION_NAME": str(folder / "1_entry.ipynb"), **env})
    front.run(f"%cd -q {folder}")
    front.run("%load_ext nbapp\nimport nbapp as st\nouter = 1")
    return front


@pytest.fixture(scope="module")
def front(folder: Path) -> Iterator[FrontEnd]:
    """In JupyterLab."""
    front = opened(folder)
    yield front
    front.close()


@pytest.fixture(scope="module")
def entry(front: FrontEnd) -> Page:
    """The first app of the notebook."""
    return front.app("st.text('entry')\nst.session_state.setdefault('kept', 1);", cell_id="entry")


@pytest.fixture
def turn(front: FrontEnd, entry: Page) -> Callable[[str], Page]:
    """Clicks a page."""

    def click(name: str) -> Page:
        front.tell(entry, t="page", name=name)
        front.rest()
        return entry

    return click


def facts(page: Page, name: str) -> dict[str, Any]:
    """What the page was told last under a name."""
    told = [message["content"]["data"]["content"] for message in page.wire]
    return [content for content in told if content["t"] == name][-1]


def test_a_notebook_is_one_script_in_the_session(front: FrontEnd, turn: Any) -> None:
    """With its Markdown, its magics, names of its own, and the modules beside it."""
    page = turn("map")
    assert page.bodies("markdown") == ["# The map"]
    assert page.bodies("text") == ["2", "Kept", "[4, 4, 'hidden\\n', 'beside', 'above', False]"]
    assert "from the shell" in page.bodies("stream")[-1]
    front.touch(page.input("n"), value=5)
    assert page.bodies("text")[0] == "5"
    assert front.value("st.session_state.kept, 'z' in globals(), outer") == (1, False, 1)
    assert front.value(f"[p for p in __import__('sys').path if {str(Path('pages'))!r} in p]") == []


def test_a_traceback_names_the_notebook_and_the_cell(front: FrontEnd, turn: Any, folder: Path) -> None:
    """The page stays below it as far as it came, and goes on."""
    page = turn("map")
    front.touch(page.input("n"), value=9)
    (error,) = page.slots("exception")
    assert f"{folder / 'pages' / '2_map.ipynb'}, cell 7" in error["props"]["trace"][-1]
    assert "if n > 8: 1 / 0" in error["props"]["trace"][-1]
    front.touch(page.input("n"), value=1)
    assert not page.slots("exception")


def test_a_script_follows_streamlit(turn: Any) -> None:
    """Its last expression is written too; what the page before held has gone (R104)."""
    turn("map")
    page = turn("notes")
    assert (page.bodies("text"), page.bodies("markdown")) == (["notes"], ["bare", "`False`"])


def test_a_page_for_streamlit(front: FrontEnd, turn: Any, folder: Path) -> None:
    """Its own first line says so, as when it is opened by itself; the next page's does not."""
    before = (folder / "pages" / "2_map.ipynb").read_text()
    write_notebook(folder / "pages" / "2_map.ipynb", "%%app --streamlit\nimport streamlit as st\nst.text('ported')")
    assert turn("map").bodies("text") == ["ported"]
    write(folder / "pages" / "2_map.ipynb", before)
    assert turn("notes").bodies("text") == ["notes"]


def test_a_page_that_is_edited(turn: Any, folder: Path) -> None:
    """Its next run is the new one."""
    turn("notes")
    before = (folder / "pages" / "3_notes.py").read_text()
    write(folder / "pages" / "3_notes.py", "import nbapp as st\nst.text('edited')")
    assert turn("notes").bodies("text") == ["edited"]
    write(folder / "pages" / "3_notes.py", before)


def test_modules_that_are_edited(front: FrontEnd, turn: Any, folder: Path) -> None:
    """IPython's autoreload loads them anew, also where the open page is run alone; but never the page itself."""
    front.run("%load_ext autoreload\n%autoreload 2")
    before = [(path, path.read_text()) for path in (folder / "above.py", folder / "pages" / "3_notes.py")]
    write(folder / "pages" / "3_notes.py", "import nbapp as st, above\nst.text(above.WORD)")
    assert turn("notes").bodies("text") == ["above"]
    write(folder / "above.py", "WORD = 'edited'")
    write(folder / "pages" / "3_notes.py", "import nbapp as st, above\nst.text([above.WORD])")
    page = turn("notes")
    assert (page.bodies("text"), page.bodies("stream")) == (["['edited']"], [])
    write(folder / "pages" / "3_notes.py", "st.text((")
    (error,) = turn("notes").slots("exception")
    assert ("never closed" in error["props"]["message"], page.bodies("stream")) == (True, [])
    for path, text in before:
        write(path, text)
    turn("notes")
    front.run("%autoreload 0")


def test_links_and_address(turn: Any) -> None:
    """The entry's file names it, and the files their pages; the modules beside them are pages too."""
    page = turn("map")
    links = facts(page, "navigation")
    assert [link["title"] for link in links["sections"][0]["pages"]] == ["entry", "map", "notes", "beside"]
    assert (links["current"], facts(page, "url")["page"]) == ("map", "map")
    assert turn("").bodies("text") == ["entry"]


def test_only_the_first_app_has_the_folder(front: FrontEnd, entry: Page) -> None:
    """Another cell is an app without pages; the first one keeps them, and the open page, when it is run again."""
    other = front.app("st.text('other')", cell_id="other")
    assert not [message for message in other.wire if message["content"]["data"]["content"]["t"] == "navigation"]
    front.tell(entry, t="page", name="notes")
    front.rest()
    again = front.app("st.text('entry')", cell_id="entry")
    assert facts(again, "navigation")["title"] == "notes"
    assert again.bodies("text") == ["notes"]
    front.run("st.session_state.clear()")


def test_a_page_by_itself(folder: Path) -> None:
    """Opened in JupyterLab, it is an app of its own."""
    front = opened(folder / "pages", JPY_SESSION_NAME=str(folder / "pages" / "2_map.ipynb"))
    try:
        front.run("import sys; sys.path.append('..')\nimport beside, above")
        page = front.app(MAP[2].removeprefix("%%app\n"))
        assert page.input("n")
        assert not [message for message in page.wire if message["content"]["data"]["content"]["t"] == "navigation"]
    finally:
        front.close()


def test_voila_says_which_page_a_visitor_opens(folder: Path) -> None:
    """The first run is of that page; with a kernel that was warmed up, the view says it, and one more run is."""
    asked = {"SERVER_SOFTWARE": "voila/0.5", "QUERY_STRING": "nbapp-page=notes&a=1&theme=dark"}
    for preheated in (False, True):
        front = opened(folder, **asked, VOILA_PREHEAT=str(preheated), SCRIPT_NAME="/voila/render/1_entry.ipynb")
        try:
            page = front.app("st.session_state.runs = st.session_state.get('runs', 0) + 1\nst.query_params.to_dict()")
            front.rest()
            front.post(
                page.model_id,
                {"method": "custom", "content": {"t": "url", "query": "a=1", "page": "notes", "id": "v1"}},
            )
            front.rest()
            assert page.bodies("text") == ["notes"]
            assert front.value("st.session_state.get('runs')") == (1 if preheated else None)
            assert facts(page, "url") == {"t": "url", "query": "a=1", "page": "notes", "replace": True, "taken": "v1"}
        finally:
            front.close()


@pytest.mark.parametrize(
    ("name", "cells", "words"),
    [
        ("bad.ipynb", ("x = 1", "#md text", "1 / 0"), ("bad.ipynb, cell 2", "ZeroDivisionError")),
        ("worse.ipynb", ("if x\n  y",), ("worse.ipynb, cell 1", "expected ':'")),
    ],
)
def test_a_page_that_fails_in_the_first_run(
    front: FrontEnd, folder: Path, name: str, cells: tuple[str, ...], words: tuple[str, ...]
) -> None:
    """The cell's traceback leads from the cell to the page, and not through nbapp."""
    write_notebook(folder / name, *cells)
    cell = front.run(f"%%app\nst.navigation([{name!r}]).run()", cell_id=name)
    text = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(cell.reply["traceback"]))
    assert [word for word in (*words, "Cell In[") if word not in text] == []
    assert "run_file" not in text

"""The first line of an app cell, and loading nbapp."""

from __future__ import annotations

import pytest
from front_end import FrontEnd

pytestmark = pytest.mark.kernel


def test_help_explains_the_options(front: FrontEnd) -> None:
    """`%%app?`, as for any magic."""
    cell = front.run("%%app?")
    text = cell.reply["payload"][0]["data"]["text/plain"]
    assert all(option in text for option in ("--name", "--height", "--manual", "--streamlit", "runs again"))


@pytest.mark.parametrize(
    ("options", "word"),
    [("--height tall", "height"), ("--height -3", "positive"), ("--nmae x", "--name NAME"), ("--name", "--name")],
)
def test_bad_options_say_what_is_allowed(front: FrontEnd, options: str, word: str) -> None:
    """In one sentence."""
    cell = front.run(f"%%app {options}\nst.text('x')")
    assert cell.reply["ename"] == "AppOptionError"
    assert word in cell.reply["evalue"]


def test_name_and_height_reach_the_view(front: FrontEnd) -> None:
    """With the words in quotes, where a name has several."""
    page = front.app("st.text('x')", "--name 'two words' --height 300")
    assert (page.about["name"], page.about["height"]) == ("two words", 300)


def test_a_manual_app_waits_for_its_button(front: FrontEnd) -> None:
    """Changes wait; the page says that they do."""
    page = front.app("n = st.slider('n', 0, 9)\nst.text(n)\nst.text(st.button('b'))", "--manual")
    front.touch(page.input("n"), value=4)
    front.click(page.input("b"))
    assert (page.bodies("text"), page.status["manual"], page.status["pending"]) == (["0", "False"], True, True)
    front.tell(page, t="rerun")
    front.until(lambda: page.bodies("text") == ["4", "True"])
    front.rest()
    assert page.status["pending"] is False


@pytest.mark.parametrize(
    "body",
    [
        "import streamlit\nstreamlit.text(streamlit.slider.__module__.partition('.')[0])",
        "import streamlit as s\ns.text(s.__name__.partition('.')[0])",
        "from streamlit import text\ntext('nbapp')",
        "from streamlit import *\ntext('nbapp')",
    ],
)
def test_import_streamlit_gives_nbapp(front: FrontEnd, body: str) -> None:
    """With --streamlit."""
    assert front.app(body, "--streamlit").bodies("text") == ["nbapp"]


def test_import_streamlit_is_left_alone(front: FrontEnd) -> None:
    """Without."""
    assert front.run("%%app\nimport streamlit").reply["ename"] == "ModuleNotFoundError"


def test_a_rerun_request(front: FrontEnd) -> None:
    """R on the page, and C: the script runs once more, with empty caches."""
    body = "import itertools\nst.session_state.runs = st.session_state.get('runs', 0) + 1\n"
    body += "@st.cache_data\ndef f():\n    st.session_state.made = st.session_state.get('made', 0) + 1\nf()\n"
    page = front.app(body + "st.text(f'{st.session_state.runs} {st.session_state.made}')")
    front.tell(page, t="rerun")
    front.until(lambda: page.bodies("text") == ["2 1"])
    front.tell(page, t="clear_cache")
    front.until(lambda: page.bodies("text") == ["3 2"])


def test_an_empty_cell(front: FrontEnd) -> None:
    """With nothing but a comment it is an empty app."""
    assert front.app("# nothing").slots() == []


def test_rerun_ends_the_run_and_begins_another(front: FrontEnd) -> None:
    """The cell waits for the last of them."""
    body = "st.session_state.tries = st.session_state.get('tries', 0) + 1\n"
    body += "if st.session_state.tries < 3:\n    st.rerun()\n"
    assert front.app(body + "st.text(st.session_state.tries)").bodies("text") == ["3"]


def test_an_app_cell_in_a_run_of_cells_by_code(front: FrontEnd) -> None:
    """`get_ipython().run_cell_magic` from an ordinary cell."""
    cell = front.run("get_ipython().run_cell_magic('app', '', 'st.text(1)')")
    assert front.pages[cell.views[0]].bodies("text") == ["1"]


def test_loading_again_and_unloading(front: FrontEnd) -> None:
    """Reloading keeps the kernel working; unloading closes the apps and gives everything back."""
    page = front.app("st.text('x')")
    assert front.run("%reload_ext nbapp").reply["status"] == "ok"
    assert page.model_id not in front.models
    assert front.app("st.text('y')").bodies("text") == ["y"]
    front.run("import sys\n%unload_ext nbapp")
    assert front.value("type(sys.stdout).__name__") == "OutStream"
    assert front.run("%%app\n1").reply["status"] != "ok" or "not found" in front.run("%%app\n1").text
    assert front.run("%load_ext nbapp").reply["status"] == "ok"
    assert front.app("print('z')").bodies("stream") == ["z\n"]

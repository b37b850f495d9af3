"""Errors: one traceback with the cell's own lines, on the page where it happened, and the next interaction reruns."""

from __future__ import annotations

import re

import pytest
from front_end import Executed, FrontEnd

pytestmark = pytest.mark.kernel

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def traceback(cell: Executed) -> str:
    """The one traceback of a cell that failed."""
    assert cell.reply["status"] == "error"
    errors = cell.of_kind("error")
    assert len(errors) == 1
    return ANSI.sub("", "\n".join(errors[0]["traceback"]))


def test_a_failing_first_run_fails_the_cell_once(front: FrontEnd) -> None:
    """What was drawn before stands; the page's node has no second traceback."""
    cell = front.run("%%app\nst.text('before')\n1 / 0\nst.text('never')")
    assert "ZeroDivisionError" in traceback(cell)
    page = front.pages[cell.views[0]]
    assert [slot["kind"] for slot in page.slots()] == ["text", "exception"]
    assert "trace" not in page.slots("exception")[0]["props"]


@pytest.mark.parametrize(
    ("cell", "line", "text"),
    [
        ("%%app\nx = 1\n1 / 0", 3, "1 / 0"),
        ("\n\n%%app\n\n# a comment\n1 / 0", 6, "1 / 0"),
        ("%%app --height 300\ndef f():\n    return 1 / 0\n\nx = 1\nf()\n", 3, "return 1 / 0"),
        ("%%app\n!true\n'''\ntwo lines'''\n1 / 0\n\n\n", 5, "1 / 0"),
    ],
)
def test_tracebacks_count_the_lines_of_the_whole_cell(front: FrontEnd, cell: str, line: int, text: str) -> None:
    """The line of `%%app` among them, and no line of nbapp's own."""
    shown = traceback(front.run(cell))
    assert re.search(rf"-+> {line} +{re.escape(text)}", shown), shown
    assert "nbapp/" not in shown


def test_a_syntax_error_names_its_line(front: FrontEnd) -> None:
    """Counted in the whole cell."""
    shown = traceback(front.run("%%app\nx = 1\nif x\n    pass"))
    assert "line 3" in shown
    assert "SyntaxError" in shown


def test_a_syntax_error_keeps_the_last_good_page(front: FrontEnd) -> None:
    """The cell shows the old app, and its inputs still work."""
    front.app("n = st.slider('n', 0, 9)\nst.text(n * 2)", cell_id="cell-good")
    cell = front.run("%%app\nn = st.slider('n', 0, 9\n", cell_id="cell-good")
    assert "SyntaxError" in traceback(cell)
    page = front.pages[cell.views[0]]
    front.touch(page.input("n"), value=4)
    assert page.bodies("text") == ["8"]


def test_an_error_of_a_rerun_is_shown_where_it_happened(front: FrontEnd) -> None:
    """With its traceback, since no cell is there to show it; the next interaction reruns."""
    body = "n = st.slider('n', -5, 5, 1)\nwith st.container():\n    st.text('inside')\n    st.text(6 // n)\n"
    page = front.app(body + "st.text('below')")
    front.touch(page.input("n"), value=0)
    box = page.slots("container")[0]
    assert [child["kind"] for child in box["children"]] == ["text", "exception"]
    assert any("6 // n" in row for row in box["children"][1]["props"]["trace"])
    assert page.bodies("text") == ["inside"]
    front.touch(page.input("n"), value=2)
    assert page.bodies("text") == ["inside", "3", "below"]


def test_an_interaction_after_a_failed_first_run_reruns(front: FrontEnd) -> None:
    """The page is alive although the cell failed."""
    cell = front.run("%%app\nn = st.slider('n', 0, 5)\nst.text(6 // n)")
    assert cell.reply["status"] == "error"
    page = front.pages[cell.views[0]]
    front.touch(page.input("n"), value=2)
    assert page.bodies("text") == ["3"]


def test_source_of_a_function_of_the_cell(front: FrontEnd) -> None:
    """`inspect.getsource` finds it."""
    page = front.app("import inspect\ndef double(x):\n    return 2 * x\nst.text(inspect.getsource(double))")
    assert page.bodies("text") == ["def double(x):\n    return 2 * x"]


def test_input_says_why_not(front: FrontEnd) -> None:
    """A run cannot wait for a line."""
    assert "text_input" in traceback(front.run("%%app\ninput('Name?')"))
    assert "text_input" in traceback(front.run("%%app\nimport getpass\ngetpass.getpass()"))
    assert "debugger" in traceback(front.run("%%app\nbreakpoint()"))
    assert "text_input" in traceback(front.run("%%app\nimport pdb\npdb.set_trace()"))


def test_a_connection_of_another_thread_gets_advice(front: FrontEnd) -> None:
    """Made by an ordinary cell, used by a run."""
    front.run("import sqlite3\ncon = sqlite3.connect(':memory:')")
    cell = front.run("%%app\ncon.execute('select 1')")
    page = front.pages[cell.views[0]]
    assert "ProgrammingError" in traceback(cell)
    assert "check_same_thread" in page.text


def test_a_future_of_another_loop_gets_advice(front: FrontEnd) -> None:
    """Made on the notebook's loop, awaited on the worker's."""
    front.run("import asyncio\nfuture = asyncio.get_running_loop().create_future()")
    cell = front.run("%%app\nawait future")
    assert "loop" in traceback(cell)
    assert [slot["kind"] for slot in front.pages[cell.views[0]].slots()] == ["exception", "alert"]


def test_exit_is_stop(front: FrontEnd) -> None:
    """It ends the run, not the kernel, and the cell succeeds."""
    page = front.app("import sys\nst.text('a')\nsys.exit(1)\nst.text('b')")
    assert page.bodies("text") == ["a"]
    assert front.app("st.text('a')\nexit()\nst.text('b')").bodies("text") == ["a"]


def test_stop_is_sticky(front: FrontEnd) -> None:
    """Nothing is drawn after it, be it in `finally` or behind a bare `except` (R94)."""
    body = "try:\n    st.stop()\nexcept BaseException:\n    pass\nst.text('never')"
    assert front.app(body).slots() == []


def test_a_published_page_shows_a_sentence_and_a_number(published: FrontEnd) -> None:
    """The magic never raises there, and strangers see no traceback."""
    cell = published.run("%%app\nst.text('before')\nsecret = 'xyz'\n1 / 0")
    assert cell.reply["status"] == "ok"
    page = published.pages[cell.views[0]]
    failure = published.until(lambda: page.slots("exception"))[0]["props"]
    assert failure["id"]
    assert "ZeroDivision" not in str(failure)
    assert not cell.of_kind("error")


def test_a_published_cell_with_a_syntax_error_fails(published: FrontEnd) -> None:
    """There is nothing to show."""
    assert published.run("%%app\nif x").reply["status"] == "error"

"""The app of a notebook, with its ordinary cells as setup."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from nbapp.errors import AppOptionError, AppTestError
from nbapp.testing import AppTest
from nbapp.testing.notebook import plain_python

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a notebook of code cells; one that begins with `#md` is Markdown."""

    def notebook(*cells: str, name: str = "demo.ipynb") -> Path:
        listed = [
            {"cell_type": "markdown" if cell.startswith("#md") else "code", "source": cell, "metadata": {}}
            for cell in cells
        ]
        path = tmp_path / name
        path.write_text(json.dumps({"cells": listed, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
        return path

    return notebook


def test_ordinary_cells_run_once_before(write: Write) -> None:
    """Those after the app do not; each run begins with their names."""
    path = write(
        "#md text",
        "%load_ext nbapp\nimport nbapp as st\nruns = []",
        "def double(n):\n    return 2 * n",
        "%%bash\nls",
        "%%app\nruns.append(1)\nst.write(double(len(runs)))\nlast = 5\nlast",
        "raise ValueError('after')",
    )
    with AppTest.from_notebook(path) as at:
        assert at.run().markdown[0].value == "`2`"
        assert at.text[0].value == "5"
        assert at.run().markdown[0].value == "`4`"
        assert not at.exception


def test_which_app_is_meant(write: Write) -> None:
    """By its name or its number, if there are several."""
    path = write("import nbapp as st", "%%app --name one\nst.title('one')", "%%app --height 300\nst.title('two')")
    for name, title in (("one", "one"), (0, "one"), (1, "two")):
        with AppTest.from_notebook(path, name) as at:
            assert at.run().title[0].value == title
    with pytest.raises(AppTestError, match="2 app cells"):
        AppTest.from_notebook(path)
    with pytest.raises(AppTestError, match="'three' was asked for"):
        AppTest.from_notebook(path, "three")
    with pytest.raises(AppTestError, match="no cell that begins"):
        AppTest.from_notebook(write("x = 1", name="none.ipynb"))
    with pytest.raises(AppOptionError):
        AppTest.from_notebook(write("%%app --nope\n1", name="wrong.ipynb"))


def test_its_state_is_set_by_ordinary_cells(write: Write) -> None:
    """In the state of the test; what they draw is seen by nobody."""
    path = write(
        "import nbapp as st\nst.session_state.k = 5\nst.slider('early')", "%%app\nst.write(st.session_state.k)"
    )
    with AppTest.from_file(path) as at:
        assert at.run().markdown[0].value == "`5`"
        assert not at.slider


def test_await_and_streamlit(write: Write) -> None:
    """Cells may await, and an app cell may take nbapp for Streamlit."""
    path = write(
        "import asyncio\nx = await asyncio.sleep(0, 5)",
        "%%app --streamlit\nimport streamlit as st\nst.write(x, await asyncio.sleep(0, 'awaited'))",
    )
    with AppTest.from_notebook(path) as at:
        assert at.run().markdown[0].value == "`5` awaited"


def test_tracebacks_name_the_cell(write: Write) -> None:
    """With its own line numbers; a failing setup fails the test."""
    with AppTest.from_notebook(write("import nbapp as st", "%%app\n\nx = 0\n1 / x")) as at:
        (line,) = at.run().exception[0].stack_trace
        assert "demo.ipynb, cell 2" in line
        assert "line 4" in line
        assert "1 / x" in line
    with AppTest.from_notebook(write("1 / 0", "%%app\n1")) as at, pytest.raises(ZeroDivisionError):
        at.run()


def test_a_notebook_as_a_page(write: Write, tmp_path: Path) -> None:
    """Its cells are one script, its Markdown is drawn."""
    (tmp_path / "pages").mkdir()
    write(
        "#md Hello", "%matplotlib inline\nimport nbapp as st", "%%app\nst.write('in the app')", name="pages/more.ipynb"
    )
    main = write("%%app\nimport nbapp as st\nst.title('Main')", name="main.ipynb")
    with AppTest.from_notebook(main) as at:
        assert at.run().title[0].value == "Main"
        assert at.switch_page("pages/more.ipynb").run().markdown.values == ["#md Hello", "in the app"]


@pytest.mark.parametrize(
    ("cell", "plain"),
    [
        ("x = 7 \\\n% 3", "x = 7 \\\n% 3"),
        ("%matplotlib inline\nif x:\n    !ls -l\n    y = 1", "pass\nif x:\n    pass\n    y = 1"),
        ("%%time\nx = 1", "\nx = 1"),
        ("%%html\n<b>", ""),
    ],
)
def test_what_is_ipythons_is_left_out(cell: str, plain: str) -> None:
    """On its line."""
    assert plain_python(cell) == plain


def test_what_is_no_python_is_told() -> None:
    """With its line."""
    with pytest.raises(SyntaxError):
        plain_python("x = \n%time")

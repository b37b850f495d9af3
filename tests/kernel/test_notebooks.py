"""Run All without a front end: nbclient, nbconvert and papermill see a finished cell, and a failing one fails them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

pytestmark = pytest.mark.kernel

PAGE = """%%app
import time
st.title("Penguins of Palmer")
n = st.slider("How many?", 0, 9, 4)
time.sleep(0.3)
st.text(f"{n} of them")
"""


def notebook(*cells: str) -> Any:
    """A notebook that loads nbapp, and those cells."""
    first = "%load_ext nbapp\nimport nbapp as st"
    about = {"kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}}
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in (first, *cells)], metadata=about)


def write(folder: Path, *cells: str) -> Path:
    """The same as a file."""
    path = folder / "app.ipynb"
    nbformat.write(notebook(*cells), path)
    return path


def jupyter(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of this environment's Python."""
    return subprocess.run([sys.executable, "-m", *arguments], capture_output=True, text=True, timeout=120)


def test_nbclient_stores_the_view_and_the_picture() -> None:
    """And the state of the widgets: the page, as it was when the run ended."""
    book = notebook(PAGE)
    NotebookClient(book, timeout=60, kernel_name="python3").execute()
    outputs = book.cells[1].outputs
    assert [output.output_type for output in outputs] == ["display_data", "display_data"]
    view, picture = (output.data for output in outputs)
    assert "<h1>Penguins of Palmer</h1>" in picture["text/html"]
    assert "4 of them" in picture["text/html"]
    state = book.metadata.widgets["application/vnd.jupyter.widget-state+json"]["state"]
    model = view["application/vnd.jupyter.widget-view+json"]["model_id"]
    bodies = [slot["props"].get("body") for slot in state[model]["state"]["snapshot"]["roots"]["main"]]
    assert bodies == ["Penguins of Palmer", None, "4 of them"]
    inputs = [each["state"] for each in state.values() if each["state"].get("value") == 4]
    assert len(inputs) == 1


def test_cells_run_in_their_order() -> None:
    """The next cell begins when the first run has ended, and sees its names."""
    book = notebook(PAGE, "print(n, len(st.session_state))")
    NotebookClient(book, timeout=60, kernel_name="python3").execute()
    assert book.cells[2].outputs[0].text == "4 0\n"


def test_a_failing_app_fails_the_notebook() -> None:
    """With one traceback, and what was drawn before it in the picture."""
    book = notebook("%%app\nst.text('before')\n1 / 0")
    with pytest.raises(CellExecutionError, match="ZeroDivisionError"):
        NotebookClient(book, timeout=60, kernel_name="python3").execute()
    kinds = [output.output_type for output in book.cells[1].outputs]
    assert kinds == ["display_data", "display_data", "error"]
    assert "before" in book.cells[1].outputs[1].data["text/html"]


@pytest.mark.slow
def test_nbconvert_to_html(tmp_path: Path) -> None:
    """The page's text is in it."""
    done = jupyter("nbconvert", "--execute", "--to", "html", str(write(tmp_path, PAGE)))
    assert done.returncode == 0, done.stderr
    html = (tmp_path / "app.html").read_text(encoding="utf-8")
    assert "4 of them" in html
    assert "Penguins of Palmer</h1>" in html


@pytest.mark.slow
def test_papermill(tmp_path: Path) -> None:
    """Parameters reach the app; a failing app fails it."""
    pytest.importorskip("papermill")
    cells = ("many = 3", "%%app\nst.text(f'{many} of them')\nif many > 5: raise ValueError('too many')")
    path = write(tmp_path, *cells)
    book = nbformat.read(path, 4)
    book.cells[1].metadata["tags"] = ["parameters"]
    nbformat.write(book, path)
    out = tmp_path / "out.ipynb"
    done = jupyter("papermill", str(path), str(out), "-p", "many", "5", "-k", "python3")
    assert done.returncode == 0, done.stderr
    assert "5 of them" in out.read_text(encoding="utf-8")
    assert jupyter("papermill", str(path), str(out), "-p", "many", "6", "-k", "python3").returncode != 0

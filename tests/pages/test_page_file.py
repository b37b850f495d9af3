"""The file of a page becomes code: IPython's syntax in notebooks, Streamlit's in scripts, once for each change."""

from __future__ import annotations

import json
import linecache
import os
from pathlib import Path
from typing import Any

import pytest
from IPython.core.inputtransformer2 import TransformerManager
from sheets import write, write_notebook

from nbapp.errors import AppOptionError, PageSourceError
from nbapp.pages.page_file import PageFiles, wants_streamlit
from nbapp.script.cell import Cell
from nbapp.script.expressions import CALLED, DISPLAY, WRITE


@pytest.fixture
def files() -> PageFiles:
    """With IPython's syntax."""
    return PageFiles(TransformerManager().transform_cell)


def played(files: PageFiles, path: Path, **names: Any) -> tuple[list[Any], dict[str, Any]]:
    """What running a file shows: Markdown as it is, what is written as a tuple, what is displayed by itself."""
    shown: list[Any] = []
    names |= {WRITE: lambda *values: shown.append(values), DISPLAY: lambda _, value: shown.append(value), CALLED: None}
    for part in files.parts(path):
        if isinstance(part, Cell):
            exec(part.code, names)
        else:
            shown.append(part)
    return shown, names


def test_cells_are_one_script(files: PageFiles, tmp_path: Path) -> None:
    """Markdown in between; the last expression of each cell follows Jupyter, those before it Streamlit."""
    path = write_notebook(tmp_path / "a.ipynb", "#md # Title", "x = 1\n2, 3\nx", "#md text", "", "x + 1;", "x + 2")
    assert played(files, path)[0] == ["# Title", (2, 3), 1, "text", 3]


def test_a_script_is_written_throughout(files: PageFiles, tmp_path: Path) -> None:
    """The last expression too, but no docstring; and it is the main script (R139 to R142, R2)."""
    path = write(tmp_path / "a.py", "'''Doc'''\nx = 1\n2\nx, 3\nmain = __name__ == '__main__'\n'text'")
    shown, names = played(files, path, __name__="a module")
    assert shown == [(2,), (1, 3), ("text",)]
    assert names["main"] is True
    assert played(files, write(tmp_path / "b.py", "'''Only a docstring'''"))[0] == []


def test_the_encoding_of_a_script(files: PageFiles, tmp_path: Path) -> None:
    """As Python reads it."""
    path = tmp_path / "a.py"
    path.write_bytes("# coding: latin-1\nx = 1\n'é'".encode("latin-1"))
    assert played(files, path)[0] == [("é",)]


def test_a_notebook_that_another_program_wrote(files: PageFiles, tmp_path: Path) -> None:
    """With a mark of its encoding, and without what JupyterLab always writes."""
    book = {"metadata": {"kernelspec": None}, "cells": [{"cell_type": "code", "source": "1", "metadata": None}, 3]}
    path = tmp_path / "a.ipynb"
    path.write_text(json.dumps(book), encoding="utf-8-sig")
    assert played(files, path)[0] == [1]


def test_a_file_that_cannot_be_read(files: PageFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has gone, or may not be read, since it was looked at."""
    for name, method in (("a.py", "read_bytes"), ("a.ipynb", "read_text")):
        path = write(tmp_path / name, "1")
        monkeypatch.setattr(Path, method, lambda self, **_: os.listdir(self))
        with pytest.raises(PageSourceError, match="Not a directory"):
            files.parts(path)


@pytest.mark.parametrize("head", ["%%app", "%%app --name x", "\n\n  \n%%app\n", "%%app\n\n"])
def test_an_app_cell_is_its_body(files: PageFiles, tmp_path: Path, head: str) -> None:
    """Its lines keep their numbers."""
    path = write_notebook(tmp_path / "a.ipynb", f"{head}\nx = 1\n1 / 0")
    with pytest.raises(ZeroDivisionError) as caught:
        played(files, path)
    frame = caught.traceback[-1]
    assert str(frame.path) == f"{path}, cell 1"
    assert frame.lineno + 1 == head.count("\n") + 3


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("%%app --name x --streamlit\n1", True),
        ("\n%%app --streamlit", True),
        ("%%app\n'--streamlit'", False),
        ("%%app --name 'no --streamlit'\n1", False),
        ("%%app --stream\n1", True),
    ],
)
def test_a_page_that_imports_streamlit(files: PageFiles, tmp_path: Path, cell: str, wanted: bool) -> None:
    """It may say so itself, as it does when it is opened by itself."""
    path = write_notebook(tmp_path / "a.ipynb", "1", cell, "#md text")
    assert wants_streamlit(files.parts(path)) is wanted


def test_a_page_whose_first_line_cannot_be_read(files: PageFiles, tmp_path: Path) -> None:
    """It says so, as where it is opened by itself."""
    path = write_notebook(tmp_path / "a.ipynb", "%%app --nope\n1")
    with pytest.raises(AppOptionError, match="--streamlit"):
        files.parts(path)


def test_tracebacks_name_the_cell_and_show_its_lines(files: PageFiles, tmp_path: Path) -> None:
    """Code cells are counted, as Run All counts them."""
    path = write_notebook(tmp_path / "a.ipynb", "x = 1", "#md text", "x = 2\nraise ValueError('here')")
    with pytest.raises(ValueError, match="here") as caught:
        played(files, path)
    assert str(caught.traceback[-1].path) == f"{path}, cell 2"
    assert linecache.getline(f"{path}, cell 2", 2) == "raise ValueError('here')\n"


@pytest.mark.parametrize("name", ["a.ipynb", "a.py"])
def test_syntax_errors(files: PageFiles, tmp_path: Path, name: str) -> None:
    """With the file, the cell and the line."""
    path = tmp_path / name
    write_notebook(path, "x = 1", "x =\n") if name == "a.ipynb" else write(path, "x =\n")
    with pytest.raises(SyntaxError) as caught:
        files.parts(path)
    assert (caught.value.filename, caught.value.lineno) == (f"{path}, cell 2" if name == "a.ipynb" else str(path), 1)


def test_a_file_that_is_no_text(files: PageFiles, tmp_path: Path) -> None:
    """Python does not say where, so the page is named."""
    path = tmp_path / "a.py"
    path.write_bytes(b"x = 1\0")
    with pytest.raises(PageSourceError, match=r"a\.py.*null bytes"):
        files.parts(path)


def test_magics_are_calls_of_the_shell(files: PageFiles, tmp_path: Path) -> None:
    """But those that load nbapp, which runs the page just now."""
    cell = "%load_ext nbapp\n%reload_ext  nbapp\n%load_ext autoreload\nfiles = !ls\n%matplotlib inline"
    path = write_notebook(tmp_path / "a.ipynb", cell, "%%time\nx = 1")
    calls: list[Any] = []

    class Shell:
        def __getattr__(self, name: str) -> Any:
            return lambda *args: calls.append((name, *args))

    played(files, path, get_ipython=Shell)
    assert calls == [
        ("run_line_magic", "load_ext", "autoreload"),
        ("getoutput", "ls"),
        ("run_line_magic", "matplotlib", "inline"),
        ("run_cell_magic", "time", "", "x = 1\n"),
    ]


def test_a_file_is_compiled_once(files: PageFiles, tmp_path: Path) -> None:
    """Until it changes."""
    path = write(tmp_path / "a.py", "1")
    first = files.parts(path)
    assert files.parts(path) is first
    write(path, "2")
    os.utime(path, ns=(0, 0))
    assert played(files, path)[0] == [(2,)]


def test_tags_and_attachments(files: PageFiles, tmp_path: Path) -> None:
    """A cell that is not to be executed is not; a picture in a Markdown cell stands in its text."""
    path = write_notebook(tmp_path / "a.ipynb", "1", "2", "#md ![a](attachment:a.png)")
    book = json.loads(path.read_text())
    book["cells"][0]["metadata"]["tags"] = ["skip-execution"]
    book["cells"][1]["source"] = ["x = 1\n", "x"]
    book["cells"][2]["attachments"] = {"a.png": {"image/png": "aGk="}}
    book["cells"].append({"cell_type": "raw", "source": "raw", "metadata": {}})
    path.write_text(json.dumps(book))
    assert played(files, path)[0] == [1, "![a](data:image/png;base64,aGk=)"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("no json", "no notebook"),
        ("[]", "no notebook"),
        ('{"worksheets": []}', "no notebook"),
        ('{"cells": 3}', "no notebook"),
        ('{"cells": [], "metadata": 3}', "no notebook"),
        ('{"cells": [], "metadata": {"kernelspec": {"language": "R"}}}', "a notebook of R"),
        ('{"cells": [], "metadata": {"language_info": {"name": "julia"}}}', "a notebook of julia"),
    ],
)
def test_what_is_no_page(files: PageFiles, tmp_path: Path, text: str, reason: str) -> None:
    """With what is wrong; and so is a file that has gone."""
    path = write(tmp_path / "a.ipynb", text)
    with pytest.raises(PageSourceError, match=reason):
        files.parts(path)
    path.unlink()
    with pytest.raises(PageSourceError, match="No such file"):
        files.parts(path)

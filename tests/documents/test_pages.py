"""The examples of the documentation run, and its links lead somewhere."""

from __future__ import annotations

import re

import nbformat
import pytest
from nbclient import NotebookClient
from pages import PAGES, REPOSITORY, blocks

CONFIGURATION = "# ipython_config.py"


def cells(page: str) -> list[str]:
    """List the Python examples of a page; files of configuration are no cells."""
    return [block for block in blocks(page, "python") if not block.startswith(CONFIGURATION)]


def run_as_notebook(sources: list[str]) -> nbformat.NotebookNode:
    """Run cells in a real kernel, from the folder of the repository; an error in one is an error here."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])
    NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(REPOSITORY)}}).execute()
    return notebook


@pytest.mark.kernel
@pytest.mark.parametrize("page", [page for page in PAGES if cells(page)])
def test_examples_run(page: str) -> None:
    """The Python examples of a page are the cells of a notebook that runs to its end."""
    run_as_notebook(["%load_ext nbapp", *cells(page)])


@pytest.mark.kernel
def test_extension_loads_by_itself(tmp_path, monkeypatch) -> None:
    """With the lines of docs/install.md in its configuration, a new kernel knows the magic."""
    (example,) = (block for block in blocks("docs/install.md", "python") if block.startswith(CONFIGURATION))
    profile = tmp_path / "profile_default"
    profile.mkdir()
    (profile / "ipython_config.py").write_text(example, encoding="utf-8")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    run_as_notebook(["assert 'app' in get_ipython().magics_manager.magics['cell']"])


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    """What a page links to or shows is in the repository."""
    text = (REPOSITORY / page).read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)#]+)", text) if "://" not in target]
    assert not [target for target in targets if not ((REPOSITORY / page).parent / target).exists()]


def test_every_page_is_in_the_list() -> None:
    """docs/index.md lists every page of its folder."""
    index = (REPOSITORY / "docs" / "index.md").read_text(encoding="utf-8")
    names = [page.removeprefix("docs/") for page in PAGES if page.startswith("docs/")]
    assert not [name for name in names if name != "index.md" and f"({name})" not in index]

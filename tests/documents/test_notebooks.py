"""The notebooks run to their end in a real kernel, as Run All and papermill run them."""

from __future__ import annotations

import nbformat
import pytest
from nbclient import NotebookClient
from pages import REPOSITORY

FOLDER = REPOSITORY / "notebooks"
NOTEBOOKS = sorted(
    str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts
)


def read(name: str) -> nbformat.NotebookNode:
    """Read a notebook of the repository."""
    return nbformat.read(FOLDER / name, as_version=4)


@pytest.mark.kernel
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_notebook_runs(name: str) -> None:
    """No cell ends in an error, and every app cell shows a view."""
    notebook = read(name)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str((FOLDER / name).parent)}}).execute()
    for cell in notebook.cells:
        if cell.source.startswith("%%app"):
            kinds = {kind for output in cell.outputs for kind in output.get("data", {})}
            assert "application/vnd.jupyter.widget-view+json" in kinds


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_notebook_is_stored_without_results(name: str) -> None:
    """A notebook is a source: no outputs, no execution counts, an explanation first."""
    first, *others = read(name).cells
    assert first.cell_type == "markdown"
    assert not [cell.id for cell in others if cell.get("outputs") or cell.get("execution_count")]

"""The public list is guarded: names, signatures, documentation, and that every element is listed and tested."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys

import pytest
from public_names import SNAPSHOT, public_list
from source import PACKAGE, REPOSITORY, modules, parsed

import nbapp
from nbapp.elements import container

HEAVY = {"IPython", "altair", "anywidget", "asyncio", "comm", "ipykernel", "ipywidgets", "jupyter_client"}
HEAVY |= {"jupyter_server", "matplotlib", "numpy", "pandas", "pyarrow", "tornado", "traitlets", "voila", "zmq"}
HEAVY |= {"PIL", "sqlalchemy"}


def elements() -> list[str]:
    """List the elements as chapter/name: files whose function of the same name takes the place first."""
    found = []
    for path in sorted((PACKAGE / "elements").glob("*/*.py")):
        functions = (node for node in parsed(path).body if isinstance(node, ast.FunctionDef))
        if any(node.name == path.stem and first_parameter(node) == "here" for node in functions):
            found.append(f"{path.parent.name}/{path.stem}")
    return found


def first_parameter(function: ast.FunctionDef) -> str | None:
    """Name the first parameter of a function."""
    parameters = [*function.args.posonlyargs, *function.args.args]
    return parameters[0].arg if parameters else None


def test_public_names_and_signatures_are_as_written_down() -> None:
    """A change of the public list is a deliberate line in the diff: `make public` writes it."""
    assert public_list() == SNAPSHOT.read_text(encoding="utf-8")


def is_module(name: str) -> bool:
    """Tell whether a public name is one of our modules, with its own names inside: `nbapp.errors`."""
    return inspect.ismodule(getattr(nbapp, name))


@pytest.mark.parametrize("name", [name for name in sorted(nbapp.__all__) if not is_module(name)])
def test_public_name_is_documented(name: str) -> None:
    """Every public name has a docstring with an example."""
    text = inspect.getdoc(getattr(nbapp, name)) or ""
    assert ">>>" in text, f"nbapp.{name} has no example"


@pytest.mark.parametrize("element", elements())
def test_element_is_listed_and_tested(element: str) -> None:
    """An element stands in the list of the container or the package, and has a test."""
    chapter, name = element.split("/")
    classes = [kind for kind in vars(container).values() if inspect.isclass(kind)]
    assert name in nbapp.__all__, f"nbapp/__init__.py does not list {name}"
    assert any(hasattr(kind, name) for kind in classes), f"nbapp/elements/container.py does not list {name}"
    assert (REPOSITORY / "tests" / "elements" / chapter / f"test_{name}.py").is_file()


def test_no_room_hides_a_public_name() -> None:
    """A submodule import would replace the public function of the same name."""
    rooms = {name.split(".")[1] for name in modules() if "." in name}
    assert not {name for name in rooms & set(nbapp.__all__) if not is_module(name)}


def test_import_is_quick() -> None:
    """Importing the package imports none of what an app may need later."""
    program = "import sys, nbapp; print(' '.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert not sorted({module.split(".")[0] for module in loaded} & HEAVY)

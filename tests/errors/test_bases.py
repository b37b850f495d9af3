"""The classes of errors: Streamlit's names with Streamlit's bases, each raised by a test."""

from __future__ import annotations

import ast
import inspect
import subprocess
from pathlib import Path

import pytest

from bench.peer import streamlit_python
from nbapp import errors

HERE = Path(__file__).parent
SNAPSHOT = HERE / "streamlit_1_67.txt"

# Streamlit's classes that nbapp has no use for, and why.
WITHOUT_USE = {
    "BidiComponentError": "custom components are anywidgets",
    "BidiComponentInvalidCallbackNameError": "custom components are anywidgets",
    "BidiComponentInvalidDefaultKeyError": "custom components are anywidgets",
    "BidiComponentInvalidIdError": "custom components are anywidgets",
    "BidiComponentUnserializableDataError": "custom components are anywidgets",
    "StreamlitComponentRegistryError": "custom components are anywidgets",
    "FragmentHandledException": "passes inside of Streamlit alone",
    "FragmentStorageKeyError": "passes inside of Streamlit alone",
    "StreamlitMaxRetriesError": "passes inside of Streamlit alone",
    "NoSessionContext": "outside of an app, elements are shown in the cell",
    "StreamlitInvalidThemeError": "the theme is the notebook's",
    "StreamlitInvalidThemeOptionError": "the theme is the notebook's",
    "StreamlitInvalidThemeSectionError": "the theme is the notebook's",
    "StreamlitMissingAuthlibError": "logins are the server's",
    "CacheError": "passes inside of Streamlit alone",
    "CacheKeyNotFoundError": "passes inside of Streamlit alone",
    "UnserializableSessionStateError": "`session_state` holds anything",
}

# Classes that nothing raises: `except` clauses name them.
ROOTS = {"Error", "MarkdownFormattedException", "StreamlitAPIException", "StreamlitAPIWarning"}
ROOTS |= {"LocalizableStreamlitException", "DuplicateWidgetID"}


def streamlits() -> dict[str, list[str]]:
    """Streamlit's classes with the names of all their bases, from the nearest to Exception."""
    lines = SNAPSHOT.read_text(encoding="utf-8").splitlines()
    return {name: bases.split() for name, bases in (line.split(":") for line in lines)}


def ours() -> dict[str, type]:
    """The exceptions of nbapp."""
    found = {name: getattr(errors, name) for name in errors.__all__}
    return {name: kind for name, kind in found.items() if inspect.isclass(kind) and issubclass(kind, BaseException)}


@pytest.mark.parametrize("name", [name for name in streamlits() if name not in WITHOUT_USE])
def test_bases_are_streamlits(name: str) -> None:
    """An `except` clause catches what it caught."""
    kind = getattr(errors, name)
    bases = [base.__name__ for base in kind.__mro__[1:]]
    assert [base for base in bases if base in streamlits()[name]] == streamlits()[name]


def test_the_list_is_streamlits_own() -> None:
    """`python tests/errors/streamlit_classes.py > tests/errors/streamlit_1_67.txt` in its environment writes it."""
    command = [streamlit_python(None), "-W", "ignore", str(HERE / "streamlit_classes.py")]
    listed = subprocess.run(command, capture_output=True, text=True, check=True)
    assert listed.stdout == SNAPSHOT.read_text(encoding="utf-8")


def test_what_is_left_out_is_not_there() -> None:
    """The list of exceptions to the rule is no longer than it must be."""
    assert not {name for name in WITHOUT_USE if hasattr(errors, name)}
    assert set(WITHOUT_USE) <= set(streamlits())


def test_every_error_of_the_room_is_exported() -> None:
    """`nbapp.errors` has all names; one that is not of the public list would have no test."""
    files = Path(errors.__file__).parent.glob("*.py")
    classes = {
        node.name
        for path in files
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
    }
    assert classes == set(ours())


def test_every_error_is_raised_by_a_test() -> None:
    """Each class is named by a test outside of its imports."""
    named: set[str] = set()
    for path in HERE.parent.rglob("test_*.py"):
        if path.name != Path(__file__).name:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            named |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
            named |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
            named |= {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and node.value in ours()}
    untested = sorted(ours().keys() - named - ROOTS)
    assert not untested, f"no test raises {', '.join(untested)}"

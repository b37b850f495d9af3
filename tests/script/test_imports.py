"""Imports of a script that takes nbapp for Streamlit, and of the modules beside it."""

from __future__ import annotations

import builtins
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import nbapp
from nbapp.errors import NoSuchModuleError, NoSuchNameError
from nbapp.script.builtin_names import script_builtins, stand_in_for_streamlit
from nbapp.script.imports import is_beside


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a script; its modules are forgotten afterwards."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    for name in set(sys.modules) - before:
        if name.startswith("nbapp_beside"):
            del sys.modules[name]


def run(code: str) -> dict[str, Any]:
    """Run a script that takes nbapp for Streamlit; returns its names."""
    names: dict[str, Any] = {"__builtins__": script_builtins(stand_in_for_streamlit()), "__name__": "script"}
    exec(code, names)
    return names


def test_streamlit_is_nbapp() -> None:
    """Under each of the ways to import it."""
    names = run(
        "import streamlit as st, streamlit\n"
        "from streamlit import session_state, write as w\n"
        "import streamlit.components.v1 as components\n"
        "import streamlit.errors\n"
        "from streamlit.errors import StreamlitAPIException\n"
        "from streamlit import runtime, delta_generator\n"
        "from streamlit.runtime.scriptrunner import add_script_run_ctx\n"
    )
    st = names["st"]
    assert (st, names["session_state"], names["w"]) == (names["streamlit"], nbapp.session_state, nbapp.write)
    assert (st.slider, names["components"].html) == (nbapp.slider, nbapp.components.v1.html)
    assert st.errors.StreamlitAPIException is nbapp.errors.StreamlitAPIException
    assert names["StreamlitAPIException"] is nbapp.errors.StreamlitAPIException
    assert st.__version__ == "1.67.0"
    assert names["delta_generator"].DeltaGenerator is type(nbapp.sidebar).__mro__[1]


def test_r124_a_missing_name_explains_itself() -> None:
    """Also those that Streamlit has removed, and nbapp uses for a room of its own."""
    with pytest.raises(AttributeError, match=r"use `cache_data`"):
        run("import streamlit as st\nst.cache")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("from streamlit import nope", r"nbapp has no `nope`\.$"),
        ("from streamlit import buton", r"Did you mean `nbapp\.button`"),
        ("from streamlit import snow", "Streamlit 1.67 has it and this version of nbapp does not"),
        ("from streamlit import experimental_rerun", "use `rerun`"),
        (
            "from streamlit.components import v3",
            r"has no `streamlit\.components\.v3`\. docs/migration\.md",
        ),
    ],
)
def test_r124_an_import_of_a_missing_name_explains_itself(code: str, said: str) -> None:
    """As an access to it does."""
    with pytest.raises(NoSuchNameError, match=said) as caught:
        run(code)
    assert isinstance(caught.value, ImportError)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("import streamlit.web.cli", "Streamlit's own server"),
        ("from streamlit.web import cli", "Streamlit's own server"),
        ("import streamlit.nope", r"nope`\. docs"),
        ("from streamlit.typing import UploadedFile", "this version of nbapp does not"),
    ],
)
def test_a_missing_module_explains_itself(code: str, said: str) -> None:
    """What belongs to Streamlit's server, and what is not there yet."""
    with pytest.raises(NoSuchModuleError, match=rf"has no `streamlit\..*{said}") as caught:
        run(code)
    assert isinstance(caught.value, ModuleNotFoundError)
    assert caught.value.name.startswith("streamlit.")


def test_a_module_beside_the_script_takes_it_so_too(folder: Path) -> None:
    """In a package, in what that imports, and in its functions later on."""
    package = folder / "nbapp_beside"
    package.mkdir()
    (package / "__init__.py").write_text("from .part import st\n")
    (package / "part.py").write_text(
        "import streamlit as st\ndef later():\n    import streamlit\n    return streamlit\n"
    )
    (folder / "nbapp_beside_alone.py").write_text("import nbapp_beside.part as part\n")
    names = run("import nbapp_beside_alone\nfrom nbapp_beside.part import later\nfrom nbapp_beside import st\n")
    assert names["nbapp_beside_alone"].part.st is names["st"] is names["later"]() is stand_in_for_streamlit()
    assert "streamlit" not in sys.modules


def test_others_are_left_alone(folder: Path) -> None:
    """Those who do not ask for it, installed modules, other threads."""
    (folder / "nbapp_beside_plain.py").write_text("import builtins\nkept = __builtins__\n")
    finders = list(sys.meta_path)
    names = run("import xml.dom.minidom, nbapp_beside_plain\n")
    assert names["xml"].dom.minidom.__builtins__ is not names["__builtins__"]
    assert names["nbapp_beside_plain"].kept is names["__builtins__"]
    assert sys.meta_path == finders
    del sys.modules["nbapp_beside_plain"]
    import nbapp_beside_plain  # type: ignore[import-not-found]

    assert nbapp_beside_plain.kept["__import__"] is builtins.__import__


def test_what_fails_while_it_is_imported_fails_as_ever(folder: Path) -> None:
    """With the module's own error, and no finder left behind."""
    (folder / "nbapp_beside_broken.py").write_text("1 / 0\n")
    finders = list(sys.meta_path)
    with pytest.raises(ZeroDivisionError):
        run("import nbapp_beside_broken")
    with pytest.raises(ModuleNotFoundError, match="nbapp_beside_nowhere"):
        run("import nbapp_beside_nowhere")
    assert sys.meta_path == finders


def test_whose_file_is_beside() -> None:
    """A user's own, nobody else's."""
    assert is_beside("/users/ada/app/pets.py")
    for module in (threading, pytest, nbapp):
        assert not is_beside(str(module.__file__))

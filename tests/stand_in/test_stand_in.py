"""What `import streamlit` gives: the modules that scripts import, by Streamlit's paths."""

from __future__ import annotations

import importlib
import json
import logging
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import nbapp
from bench.peer import streamlit_python
from nbapp import stand_in
from nbapp.stand_in.logger import get_logger
from nbapp.stand_in.runtime import exists
from nbapp.stand_in.runtime.scriptrunner import RerunException, StopException, add_script_run_ctx, get_script_run_ctx

ROOM = Path(stand_in.__file__).parent
MODULES = sorted(
    ".".join(path.relative_to(ROOM).with_suffix("").parts).removesuffix(".__init__")
    for path in ROOM.rglob("*.py")
    if path.parent != ROOM or path.name != "__init__.py"
)
LISTED = """
import importlib, json, sys
names = {}
for name in sys.argv[1:]:
    names[name] = dir(importlib.import_module(f"streamlit.{name}"))
print(json.dumps(names))
"""


@pytest.mark.parametrize("name", MODULES)
def test_each_module_has_what_it_says(name: str) -> None:
    """They import, and hand on what is there."""
    module = importlib.import_module(f"nbapp.stand_in.{name}")
    for public in getattr(module, "__all__", ()):
        assert hasattr(module, public)


def test_streamlit_has_the_same_modules() -> None:
    """With the names in them; nbapp has errors of its own besides."""
    command = [streamlit_python(None), "-W", "ignore", "-c", LISTED, *MODULES]
    theirs = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    for name in [name for name in MODULES if name != "errors"]:
        module = importlib.import_module(f"nbapp.stand_in.{name}")
        assert not set(getattr(module, "__all__", ())) - set(theirs[name]), name


def test_it_has_the_names_of_nbapp() -> None:
    """And lists them."""
    assert set(nbapp.__all__) < set(dir(stand_in))
    assert stand_in.session_state is nbapp.session_state
    names: dict[str, object] = {}
    exec("from nbapp.stand_in import *", names)
    assert names["button"] is nbapp.button


def test_modules_are_attributes_without_an_import_of_their_own() -> None:
    """A fresh process, in which nothing else has imported them."""
    reached = (
        "st.delta_generator.DeltaGenerator, st.logger.get_logger, st.version.STREAMLIT_VERSION_STRING, "
        "st.runtime.scriptrunner.add_script_run_ctx, st.runtime.state.SessionStateProxy, st.runtime.exists, "
        "st.runtime.caching.cache_data, st.errors.Error, st.connections.SQLConnection, st.components.v1.html"
    )
    for python, module in ((sys.executable, "nbapp.stand_in"), (streamlit_python(None), "streamlit")):
        code = f"import {module} as st; {reached}; assert 'logger' in dir(st)"
        subprocess.run([python, "-W", "ignore", "-c", code], check=True, capture_output=True)


def test_r13_a_thread_draws_when_it_is_given_the_run(sheet) -> None:
    """Before it starts, or by itself."""

    def script() -> None:
        context = get_script_run_ctx()
        first = add_script_run_ctx(threading.Thread(target=nbapp.text, args=("first",)))
        second = threading.Thread(target=lambda: (add_script_run_ctx(ctx=context), nbapp.text("second")))
        for thread in (first, second):
            thread.start()
            thread.join()
        assert add_script_run_ctx() is threading.current_thread()

    sheet.play(script)
    assert sheet.bodies == ["first", "second"]


def test_outside_of_an_app_there_is_no_run() -> None:
    """And nothing to give."""
    assert get_script_run_ctx(suppress_warning=True) is None
    assert exists() is False
    thread = threading.Thread()
    assert add_script_run_ctx(thread) is thread


def test_a_run_is_there(sheet) -> None:
    """Scripts ask, to start themselves otherwise."""
    assert sheet.play(exists) is True


def test_what_ends_a_run_has_its_name(sheet) -> None:
    """Scripts let it pass."""

    def script() -> str:
        try:
            nbapp.stop()
        except StopException:
            return "stopped"

    assert sheet.play(script) == "stopped"
    assert issubclass(RerunException, BaseException)


def test_a_logger_is_pythons() -> None:
    """By its name."""
    assert get_logger("pets") is logging.getLogger("pets")

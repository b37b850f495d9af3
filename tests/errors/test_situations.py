"""Errors that are met in no other room's tests by name: each is raised as a user meets it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from sheet import Sheet

import nbapp
from nbapp.errors import (
    BreakpointInRunError,
    CachedWidgetWarning,
    FrontEndMissingError,
    InputInRunError,
    InvalidJsonError,
    SecretKeyError,
    StateKeyError,
    StreamlitAPIException,
)
from nbapp.kernel.prompts import Prompts
from nbapp.view import assets


@pytest.fixture
def prompts() -> Any:
    """What a kernel puts in the place of `input` and `breakpoint`."""
    prompts = Prompts(None)
    prompts.install()
    yield prompts
    prompts.uninstall()


def test_input_in_a_run(sheet: Sheet, prompts: Prompts) -> None:
    """It would wait for a line that nobody can type."""
    with pytest.raises(InputInRunError, match=r"nbapp\.text_input"):
        sheet.play(lambda: input("name?"))


def test_breakpoint_in_a_run(sheet: Sheet, prompts: Prompts, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is at its prompt."""
    monkeypatch.setitem(sys.modules, "debugpy", None)
    with pytest.raises(BreakpointInRunError, match="debugger"):
        sheet.play(lambda: breakpoint())


def test_a_missing_key_of_the_state() -> None:
    """It is a KeyError, and its sentence is not quoted once more."""
    with pytest.raises(StateKeyError) as caught:
        nbapp.session_state["no such key"]
    assert str(caught.value).startswith("`session_state` has no key 'no such key'.")


def test_a_missing_key_of_the_secrets(sheet: Sheet) -> None:
    """Likewise."""
    sheet.session.surroundings.secrets = {"a": 1}
    with pytest.raises(SecretKeyError) as caught:
        sheet.play(lambda: nbapp.secrets["b"])
    assert str(caught.value) == "`secrets` has no key 'b'. It holds: 'a'. Add it to `secrets.toml`."


def test_an_input_in_a_cached_function(sheet: Sheet) -> None:
    """It is shown above the input, and the script goes on."""

    @nbapp.cache_data
    def asked() -> bool:
        return nbapp.checkbox("Sure?")

    assert sheet.play(asked) is False
    ((_, warning),) = [node for node in sheet.nodes if node[0] == "exception"]
    assert warning["type"] == CachedWidgetWarning.__name__
    assert issubclass(CachedWidgetWarning, (StreamlitAPIException, Warning))


def test_a_text_that_is_no_json(sheet: Sheet) -> None:
    """It says where."""
    with pytest.raises(InvalidJsonError, match="not JSON"):
        sheet.place.json("{a: 1}")


def test_a_package_without_its_front_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clone that was not built."""
    monkeypatch.setattr(assets, "STATIC", tmp_path)
    assets.manifest.cache_clear()
    with pytest.raises(FrontEndMissingError, match="make front-end"):
        assets.asset("core.js")

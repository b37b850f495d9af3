"""Whose names magics work with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from desk import Desk

from nbapp.kernel.run_names import RunNames
from nbapp.script.current import entered
from nbapp.script.requests import Mailbox
from nbapp.script.run import ScriptRun


class New:
    """A shell of today: its names are a property."""

    def __init__(self) -> None:
        self._names = {"cell": 1}

    @property
    def user_ns(self) -> dict[str, Any]:
        """The names of cells."""
        return self._names

    @user_ns.setter
    def user_ns(self, names: dict[str, Any]) -> None:
        self._names = names

    @property
    def user_global_ns(self) -> dict[str, Any]:
        """The same."""
        return self._names


class Old:
    """A shell of yesterday: they are an attribute."""

    def __init__(self) -> None:
        self.user_ns = self.user_global_ns = {"cell": 1}


@pytest.fixture
def run() -> Iterator[ScriptRun]:
    """A run."""
    desk = Desk()
    yield ScriptRun(desk.session, desk.page, Mailbox())
    desk.session.close()


@pytest.mark.parametrize("kind", [New, Old])
def test_in_a_run_they_are_the_runs(kind: Any, run: ScriptRun) -> None:
    """Elsewhere those of cells, which can be replaced meanwhile; afterwards the shell is as it was."""
    shell: Any = kind()
    before = dict(vars(kind))
    names = RunNames(shell)
    names.install()
    names.set(run, {"script": 2})
    with entered(run):
        assert shell.user_ns is shell.user_global_ns
        assert shell.user_ns == {"script": 2}
    assert shell.user_ns == {"cell": 1}
    shell.user_ns = {"cell": 3}
    assert shell.user_ns == {"cell": 3}
    names.uninstall()
    assert dict(vars(kind)) == before
    with entered(run):
        assert shell.user_ns == {"cell": 3}


def test_a_run_beside_another_has_its_names(run: ScriptRun) -> None:
    """A parallel fragment; and a run that has none sees those of cells."""
    shell: Any = New()
    names = RunNames(shell)
    names.install()
    beside = ScriptRun(run.session, run.page, run.mailbox)
    with entered(beside):
        assert shell.user_ns == {"cell": 1}
    beside.main = run
    names.set(run, {"script": 2})
    with entered(beside):
        assert shell.user_ns == {"script": 2}
    names.uninstall()

"""Which run this thread or task is in: the one ambient variable of nbapp, read only at its edge."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nbapp.script.run import ScriptRun

_current: ContextVar[ScriptRun | None] = ContextVar("nbapp_run", default=None)

get_run = _current.get
"""The run this code is part of, or None. (The variable's own method: it stands on the hot path.)"""


@contextmanager
def entered(run: ScriptRun | None) -> Iterator[None]:
    """Be in a run, or in none, for the length of a `with` block."""
    token = _current.set(run)
    try:
        yield
    finally:
        _current.reset(token)


def enter(run: ScriptRun) -> None:
    """Be in a run from now on, as long as this thread or task lasts."""
    _current.set(run)

"""Which run this code is in."""

from __future__ import annotations

import contextvars
import threading

import pytest
from stage import Stage

from nbapp.script.current import entered, get_run


def test_a_script_is_in_its_run_and_nobody_else_is() -> None:
    """Not the code after it, nor another thread."""
    seen: list[object] = []

    def script(here: object) -> None:
        thread = threading.Thread(target=lambda: seen.append(get_run()))
        thread.start()
        thread.join()
        seen.append(get_run())

    with Stage(script):
        assert get_run() is None
    assert seen[0] is None
    assert seen[1] is not None


def test_a_copied_context_stays_in_the_run() -> None:
    """So a task or an executor that copies it draws on the page."""
    seen: list[object] = []
    with Stage(lambda here: seen.append((get_run(), contextvars.copy_context().run(get_run)))):
        assert seen[0][0] is seen[0][1]  # type: ignore[index]


def test_none_can_be_entered_inside() -> None:
    """And the run comes back after it, whatever happens."""
    seen: list[object] = []

    def fail() -> None:
        with entered(None):
            seen.append(get_run())
            raise ZeroDivisionError

    def script(here: object) -> None:
        with pytest.raises(ZeroDivisionError):
            fail()
        seen.append(get_run())

    with Stage(script):
        assert seen[0] is None
    assert seen[1] is not None

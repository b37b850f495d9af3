"""A handler's stand-in: equal to it, called on the script's turn, noted at any other time."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from nbapp.session.actor import Actor, acting
from nbapp.session.deferred import Deferred, mark_of


class Home:
    """Keeps what is noted."""

    def __init__(self) -> None:
        self.noted: list[Any] = []

    def defer(self, entry: Deferred, args: Any, kwargs: Any) -> None:
        """Note a call."""
        self.noted.append(args)


@pytest.mark.parametrize(
    ("who", "called", "noted"),
    [
        (Actor.SCRIPT, [1], []),
        (Actor.CALLBACK, [1], []),
        (Actor.BROWSER, [], [(1,)]),
        (None, [], [(1,)]),
        (Actor.NBAPP, [], []),
    ],
)
def test_when_it_is_called(who: Any, called: list[int], noted: list[Any]) -> None:
    """On the script's turn at once; what nbapp does itself is no event."""
    home, calls = Home(), []
    entry = Deferred(calls.append, home, "value")  # type: ignore[arg-type]
    with acting(who):
        entry(1)
    assert (calls, home.noted) == (called, noted)


def test_it_equals_its_handler() -> None:
    """So that `unobserve` finds it in a list."""
    entry = Deferred(print, Home(), None)  # type: ignore[arg-type]
    assert [entry].index(print) == 0  # type: ignore[arg-type]
    assert entry != len


def test_marks_tell_lines_apart() -> None:
    """Two executions of one line have one mark."""
    one, other = [lambda: 1 for _ in range(2)]
    assert mark_of(one) == mark_of(other) == mark_of(partial(other))
    assert mark_of(one) != mark_of(lambda: 1)
    assert mark_of([].append) != mark_of(len)

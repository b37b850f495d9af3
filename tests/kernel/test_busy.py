"""The kernel's status while a run works."""

from __future__ import annotations

import time

from nbapp.kernel import busy
from nbapp.kernel.busy import Busy


def test_a_brief_run_is_not_announced() -> None:
    """Nobody would see it."""
    said: list[str] = []
    one = Busy(said.append)
    one.begin(lambda: said.append("told"))
    assert not one.end()
    time.sleep(busy.DELAY + 0.1)
    assert said == []


def test_a_long_run_is_announced_and_ended() -> None:
    """To the page once, to the kernel's front ends again and again."""
    said: list[str] = []
    one = Busy(said.append)
    one.begin(lambda: said.append("told"))
    time.sleep(busy.DELAY + 0.1)
    assert said == ["busy", "told"]
    assert one.end()
    assert said == ["busy", "told", "idle"]


def test_runs_that_follow_each_other_are_told_apart() -> None:
    """The announcement of one that has ended is not made for the next."""
    said: list[str] = []
    one = Busy(said.append)
    for _ in range(4):
        one.begin(lambda: said.append("told"))
        time.sleep(busy.DELAY / 2)
        one.end()
    assert said == []

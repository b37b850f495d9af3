"""The kernel's status while a run works."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from nbapp.kernel import busy
from nbapp.kernel.busy import Busy


def soon(condition: Callable[[], bool]) -> bool:
    """Whether something becomes true within a few seconds."""
    end = time.monotonic() + 10
    while not condition() and time.monotonic() < end:
        time.sleep(0.005)
    return condition()


def test_a_brief_run_is_not_announced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody would see it."""
    monkeypatch.setattr(busy, "DELAY", 0.5)
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
    assert soon(lambda: said.count("busy") == 2)
    assert one.end()
    assert said[:2] == ["busy", "told"]
    assert set(said[2:-1]) == {"busy"}
    assert said[-1] == "idle"


def test_runs_that_follow_each_other_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """The announcement of one that has ended is not made for the next."""
    monkeypatch.setattr(busy, "DELAY", 1.0)
    said: list[str] = []
    one = Busy(said.append)
    for _ in range(4):
        one.begin(lambda: said.append("told"))
        time.sleep(0.3)
        one.end()
    assert said == []

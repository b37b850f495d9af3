"""A clock that rings alarms, on one thread that ends by itself."""

from __future__ import annotations

import threading
import time

import pytest

from nbapp.clock import Clock


def test_alarms_ring_in_their_order() -> None:
    """Whichever was set first."""
    clock, rung, done = Clock(), list[int](), threading.Event()
    clock.after(0.4, lambda: (rung.append(2), done.set()))
    clock.after(0.01, lambda: rung.append(1))
    assert done.wait(5)
    assert rung == [1, 2]


def test_cancelled_alarm_does_not_ring() -> None:
    """Also when it is due already."""
    clock, rung = Clock(), list[int]()
    clock.after(0.2, lambda: rung.append(1)).cancel()
    time.sleep(0.3)
    assert rung == []


def test_cancelling_waits_for_a_call_that_has_begun() -> None:
    """Afterwards nothing happens any more."""
    clock, begun, ended = Clock(), threading.Event(), list[int]()

    def act() -> None:
        begun.set()
        time.sleep(0.03)
        ended.append(1)

    alarm = clock.after(0, act)
    assert begun.wait(5)
    alarm.cancel()
    assert ended == [1]


def test_failing_alarm_does_not_stop_the_clock(caplog: pytest.LogCaptureFixture) -> None:
    """It is logged, and the next one rings."""
    clock, done = Clock(), threading.Event()
    clock.after(0, lambda: 1 / 0)
    clock.after(0.01, done.set)
    assert done.wait(5)
    assert "ZeroDivisionError" in caplog.text


def test_thread_ends_and_begins_again() -> None:
    """A clock that nobody waits for has no thread."""
    clock = Clock()
    for _ in range(2):
        done = threading.Event()
        clock.after(0, done.set)
        assert done.wait(5)
        deadline = time.monotonic() + 5
        while clock._runs and time.monotonic() < deadline:
            time.sleep(0.001)
        assert not clock._runs

"""Timers of fragments: a run when one rings, and no more than its time allows (R85)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from reading import Reader

import nbapp
from nbapp.elements.container import Container
from nbapp.script.timers import Timers


class Clocked(Reader):
    """A reader whose page tells when a timer rings."""

    def __init__(self, script: Callable[[Container], Any]) -> None:
        super().__init__(script)
        self.timers = Timers(self.runner)

    @property
    def slots(self) -> list[int]:
        """The fragments on the page."""
        return [slot.id for slot in self.page.walk() if slot.node.kind == "fragment"]


def ticking(every: float | None = 0.001) -> tuple[Callable[[Container], Any], list[str]]:
    """A script with a fragment that runs by itself, and what ran."""
    ran: list[str] = []

    @nbapp.fragment(run_every=every)
    def clock() -> None:
        ran.append("clock")
        nbapp.text(len(ran))

    def script(here: Container) -> None:
        ran.append("all")
        if here.checkbox("show", True):
            clock()

    return script, ran


def test_it_runs_alone() -> None:
    """The rest of the script stays as it is."""
    script, ran = ticking()
    with Clocked(script) as stage:
        assert stage.timers.ring(stage.slots[0])
        stage.settle()
        assert (ran, stage.texts) == (["all", "clock", "clock"], ["3"])


def test_it_rings_no_sooner_than_its_time_allows() -> None:
    """Several views of one page, or one that is not to be trusted."""
    script, ran = ticking(3600.0)
    with Clocked(script) as stage:
        assert [stage.timers.ring(stage.slots[0]) for _ in range(5)] == [True, False, False, False, False]
        stage.settle()
        assert not stage.timers.ring(stage.slots[0])
        assert ran == ["all", "clock", "clock"]


@pytest.mark.parametrize("slot", [0, 99, -1, None, "1", [1], {}, True, 1.0])
def test_what_is_no_timer_does_not_ring(slot: Any) -> None:
    """Whatever the page says is one."""
    with Clocked(ticking(None)[0]) as stage:
        assert not stage.timers.ring(slot)
        assert not stage.timers.ring(stage.slots[0])
        assert not stage.mailbox.has_waiting


def test_it_stops_with_its_fragment() -> None:
    """One that the last whole run did not draw; a ring that was under way then runs nothing."""
    script, ran = ticking()
    with Clocked(script) as stage:
        (slot,) = stage.slots
        stage.touch("show", False)
        assert not stage.timers.ring(slot)
        stage.mailbox.post_tick(slot)
        ran.clear()
        stage.settle()
        assert ran == []


def test_it_skips_what_waits_or_is_under_way() -> None:
    """Its own run is never ended by its timer."""
    rung: list[bool] = []

    @nbapp.fragment(run_every=0.001)
    def clock() -> None:
        if stage.outcomes:
            stage.runner.run._started -= 60  # type: ignore[union-attr]
            rung.append(stage.timers.ring(stage.slots[0]))
            stage.runner.notice()
            nbapp.text("still here")

    stage = Clocked(lambda here: clock())
    with stage:
        stage.mailbox.post_rerun()
        assert not stage.timers.ring(stage.slots[0])
        stage.settle()
        assert stage.timers.ring(stage.slots[0])
        assert not stage.timers.ring(stage.slots[0])
        stage.settle()
        assert rung == [False, False]
        assert stage.outcomes == ["complete"] * 3


def test_it_ends_no_other_run() -> None:
    """Neither another fragment's nor a script's that came between."""
    script, _ = ticking()
    with Clocked(script) as stage:
        stage.mailbox.post_tick(stage.slots[0])
        assert not stage.mailbox.outdates(None)
        assert not stage.mailbox.outdates(stage.slots)
        stage.settle()

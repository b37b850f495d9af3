"""One run: its yield points, and what it hands out."""

from __future__ import annotations

from typing import Any

import pytest
from reading import Reader

import nbapp
from nbapp.script.inbox import Inbox
from nbapp.script.requests import Mailbox
from nbapp.script.run import ScriptRun
from nbapp.session.session import Session
from nbapp.session.state import State
from nbapp.signals import RerunScript, StopScript
from nbapp.tree.page import Page


def a_run(mailbox: Mailbox, **more: object) -> ScriptRun:
    """A run of an app with nothing in it."""
    return ScriptRun(Session(State(), Inbox(mailbox)), Page(), mailbox, **more)  # type: ignore[arg-type]


def test_a_quiet_run_passes_its_yield_points() -> None:
    """Nothing is to be looked at."""
    run = a_run(Mailbox())
    run.touch()
    assert not run.attention


def test_a_newer_request_ends_it_at_a_yield_point() -> None:
    """And each one after that, whatever catches the first."""
    mailbox = Mailbox()
    run = a_run(mailbox)
    mailbox.post_change("n", 1)
    for _ in range(2):
        with pytest.raises(RerunScript):
            run.touch()


def test_a_quiet_change_does_not() -> None:
    """It waits for the next run."""
    mailbox = Mailbox()
    run = a_run(mailbox)
    mailbox.post_change("n", 1, quiet=True)
    run.touch()


def test_a_second_click_on_the_same_trigger_does_not() -> None:
    """The next run would be the same as this one."""
    mailbox = Mailbox()
    mailbox.post_click("b")
    mailbox.post_click("b")
    mailbox.take()
    run = a_run(mailbox, usual=3.0)
    assert mailbox.has_waiting
    run.touch()


def test_an_interrupt_wakes_its_sleep_and_ends_it() -> None:
    """With the signal that was asked for."""
    run = a_run(Mailbox())
    run.interrupt(StopScript)
    assert run.wake.is_set()
    with pytest.raises(StopScript):
        run.touch()


def test_a_callback_is_not_abandoned() -> None:
    """It runs exactly once; what it ends, it ends itself."""
    mailbox = Mailbox()
    run = a_run(mailbox)
    run.in_callback = True
    mailbox.post_change("n", 1)
    run.touch()
    with pytest.raises(StopScript):
        run.end(StopScript())
    assert run.ended is None


@pytest.mark.parametrize("fails_in", ["callback", "function"])
def test_an_error_of_a_fragment_that_is_outdated_by_then(monkeypatch: pytest.MonkeyPatch, fails_in: str) -> None:
    """It is drawn, which is no yield point, and the newer run follows."""
    monkeypatch.setattr("nbapp.script.policy.BRIEF", 0.0)

    def fail(where: str) -> None:
        if where == fails_in and nbapp.session_state.n == 1:
            stage.post("n", 2)
            raise ValueError(where)

    @nbapp.fragment
    def part() -> None:
        nbapp.number_input("n", 0, 9, key="n", on_change=fail, args=("callback",))
        fail("function")

    stage = Reader(lambda here: part())
    with stage:
        stage.touch("n", 1)
        assert stage.outcomes == ["complete", "failed", "complete"]


def test_the_place_of_a_fragment_is_entered_once() -> None:
    """In a run of its own as in one of all; an error in it is drawn there."""

    @nbapp.fragment
    def part() -> None:
        nbapp.button("go")
        entered.append(nbapp.session_state.get("fails"))
        if nbapp.session_state.get("fails"):
            raise ValueError("failed")

    entered: list[object] = []
    with Reader(lambda here: part()) as stage:
        (fragment,) = stage.session.fragments
        place = fragment.place

        def enter(run: Any) -> Any:
            entered.append("place")
            return place(run)

        fragment.place = enter
        stage.touch("go")
        assert entered == [None, "place", None]
        stage.state.assign("fails", True)
        assert stage.touch("go") == ["ValueError: failed"]
        (slot,) = stage.page.roots["main"].slots
        assert slot.branch is not None
        assert slot.branch.slots[-1].node.props["body"] == "ValueError: failed"

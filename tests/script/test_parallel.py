"""Fragments that are drawn beside the script (R88): on threads of their own, in one run."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from reader import opened
from reading import Reader

import nbapp
from nbapp.elements.container import Container
from nbapp.errors import StreamlitInvalidLayoutContextError


class Stage(Reader):
    """A stage whose page may be drawn on by several threads."""

    def __init__(self, script: Callable[[Container], Any]) -> None:
        super().__init__(script)
        self.page.lock = threading.RLock()


def test_the_script_goes_on() -> None:
    """Both wait for each other here; the call returns None, and the run ends when all have."""
    script_is_past, part_is_in = threading.Event(), threading.Event()
    threads: list[str] = []

    @nbapp.fragment(parallel=True)
    def part(name: str) -> int:
        part_is_in.set()
        assert script_is_past.wait(5)
        threads.append(threading.current_thread().name)
        nbapp.text(name)
        return 1

    def script(here: Container) -> None:
        returned = [part("a"), part("b")]
        assert part_is_in.wait(5)
        script_is_past.set()
        here.text(returned)

    with Stage(script) as stage:
        assert stage.texts == ["a", "b", "[None, None]"]
        assert all(name.startswith("nbapp-parallel") for name in threads)
        assert stage.outcomes == ["complete"]


def test_its_own_runs_are_in_turn() -> None:
    """On the worker, with the return value dropped; inputs and `session_state` work in both."""
    threads: set[str] = set()

    @nbapp.fragment(parallel=True)
    def part() -> None:
        threads.add(threading.current_thread().name)
        nbapp.text(f"{nbapp.number_input('n', 0, 9)} {nbapp.session_state.setdefault('kept', 'k')}")

    with Stage(lambda here: part()) as stage:
        assert stage.touch("n", 4) == ["4 k"]
        assert stage.go().texts == ["4 k"]
        assert len(threads) >= 2
        assert threading.main_thread().name in threads


@pytest.mark.parametrize("what", ["text", "checkbox", "container", "with"])
def test_it_draws_nothing_outside(what: str) -> None:
    """Nothing says which of the two comes first."""

    @nbapp.fragment(parallel=True)
    def part(box: Container) -> None:
        if what == "with":
            with box:
                nbapp.text("x")
        else:
            getattr(box, what)(*([] if what == "container" else ["x"]))

    def script(here: Container) -> None:
        part(here.container())

    with Stage(script) as stage:
        assert stage.texts[-1].startswith(StreamlitInvalidLayoutContextError.__name__)


def test_each_error_is_shown_in_its_place() -> None:
    """The script goes on to its end; the run has failed."""

    @nbapp.fragment(parallel=True)
    def part(name: str) -> None:
        nbapp.text(f"in {name}")
        raise ValueError(name)

    with Stage(lambda here: (part("a"), part("b"), here.text("end"))) as stage:
        assert stage.texts == ["in a", "ValueError: a", "in b", "ValueError: b", "end"]
        assert stage.outcomes == ["failed"]


def test_an_error_of_the_script_ends_them() -> None:
    """They end at their next yield point."""
    ended: list[str] = []

    @nbapp.fragment(parallel=True)
    def part() -> None:
        try:
            for _ in range(1000):
                time.sleep(0.005)
                nbapp.empty()
        finally:
            ended.append("ended")

    def script(here: Container) -> None:
        part()
        raise ValueError("script")

    with Stage(script) as stage:
        assert stage.outcomes == ["failed"]
        assert (stage.texts[-1], ended) == ("ValueError: script", ["ended"])


def test_stop_in_one_ends_the_run() -> None:
    """The others are drawn; the run is over when they have been."""

    @nbapp.fragment(parallel=True)
    def part(name: str) -> None:
        nbapp.text(name)
        if name == "a":
            nbapp.stop()
        nbapp.text(f"{name} after")

    with Stage(lambda here: (part("a"), part("b"))) as stage:
        assert (stage.texts, stage.outcomes) == (["a", "b", "b after"], ["stopped"])


@pytest.mark.parametrize("draws", [True, False], ids=["at a yield point", "wherever it is"])
def test_an_interrupt_reaches_them(draws: bool) -> None:
    """As it does the script."""
    begun, deadline = threading.Event(), time.monotonic() + 20

    @nbapp.fragment(parallel=True)
    def part() -> None:
        begun.set()
        while time.monotonic() < deadline:
            if draws:
                time.sleep(0.005)
                nbapp.empty()

    def interrupt() -> None:
        begun.wait(5)
        assert stages[0].runner.run is not None
        stages[0].runner.run.interrupt(KeyboardInterrupt)

    class Noted(Stage):
        def __enter__(self) -> Any:
            stages.append(self)
            helper.start()
            return super().__enter__()

    stages: list[Stage] = []
    helper = threading.Thread(target=interrupt)
    with Noted(lambda here: part()) as stage:
        assert stage.outcomes == ["interrupted"]
    helper.join()


def test_one_inside_another() -> None:
    """Is drawn by it, at once, and runs alone like any."""

    @nbapp.fragment(parallel=True)
    def inner() -> None:
        nbapp.text(f"inner {nbapp.number_input('n', 0, 9)}")

    @nbapp.fragment(parallel=True)
    def outer() -> None:
        inner()
        nbapp.text("outer")

    with Stage(lambda here: outer()) as stage:
        assert stage.texts == ["inner 0", "outer"]
        assert stage.touch("n", 3) == ["inner 3", "outer"]


def test_many_with_inputs_of_their_own() -> None:
    """Each input is made once, however the threads take turns; a key in two of them is refused."""

    @nbapp.fragment(parallel=True)
    def part(i: int, key: str) -> None:
        for j in range(5):
            nbapp.text(f"{i} {nbapp.number_input(f'n{i}{j}', 0, 99, i * j)}")
        nbapp.checkbox("tick", key=key)

    keys = [f"k{i}" for i in range(12)]
    with Stage(lambda here: [part(i, keys[i]) for i in range(12)]) as stage:
        expected = [f"{i} {i * j}" for i in range(12) for j in range(5)]
        for _ in range(3):
            assert stage.texts == expected
            stage.go()
        assert stage.touch("n34", 7)[19] == "3 7"
        keys[5] = keys[7] = "same"
        assert any("same" in text for text in stage.go().texts)


def test_a_click_in_one_is_seen_once() -> None:
    """By a run of its own, or by a whole run that happens to be asked for."""
    seen: list[bool] = []

    @nbapp.fragment(parallel=True)
    def part() -> None:
        seen.append(nbapp.button("go"))

    with Stage(lambda here: part()) as stage:
        stage.touch("go")
        stage.post("go")
        stage.go()
        assert (seen.count(True), len(seen)) == (2, 3)


def test_widgets_of_the_scripts_own() -> None:
    """Found again in whole runs and in those of the fragment; none is left over, and none reruns the app by itself."""
    import ipywidgets

    made: set[str] = set()

    @nbapp.fragment(parallel=True)
    def part() -> None:
        slider = ipywidgets.IntSlider()
        slider.description = f"run {len(made)}"
        nbapp.write(slider)
        made.add(slider.model_id)
        nbapp.button("go")

    with Stage(lambda here: part()) as stage:
        before = opened()
        for _ in range(5):
            stage.go()
            stage.touch("go")
        assert (len(made), stage.runs, opened()) == (1, 11, before)


def test_a_newer_request_ends_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """They give way at their yield points, as the script does: nobody waits for what is outdated."""
    monkeypatch.setattr("nbapp.script.policy.BRIEF", 0.0)
    drawn: list[int] = []

    @nbapp.fragment(parallel=True)
    def part() -> None:
        for step in range(100 if stage.runs == 2 else 1):
            nbapp.text(step)
            drawn.append(step)
            if step == 5:
                stage.mailbox.post_rerun()

    stage = Stage(lambda here: part())
    with stage:
        stage.go()
        assert (stage.outcomes, drawn) == (["complete", "outdated", "complete"], [0, 0, 1, 2, 3, 4, 5, 0])

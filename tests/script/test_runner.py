"""The runner: what a run is given, how it ends, and what its end leaves."""

from __future__ import annotations

import time
from collections import Counter

import ipywidgets
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reader import tell
from stage import Stage

from nbapp.elements.container import Container
from nbapp.script import policy
from nbapp.script.control import rerun, stop
from nbapp.script.policy import GLANCE
from nbapp.script.runner import Runner
from nbapp.signals import RerunScript


def test_a_complete_run_trims() -> None:
    """What it did not draw is gone."""
    with Stage(shrinking) as stage:
        assert stage.texts == ["0", "1", "2"]
        assert stage.go().texts == ["0", "1"]


def test_an_error_is_drawn_where_it_happened() -> None:
    """After what stood before it; the rest of the last page goes."""
    calls: list[int] = []

    def script(here: Container) -> None:
        calls.append(1)
        with here.container() as box:
            box.text("before")
            if len(calls) == 2:
                raise ValueError("here")
        here.text("after")

    with Stage(script) as stage:
        stage.go()
        assert (stage.texts, stage.outcomes) == (["before", "ValueError: here"], ["complete", "failed"])
        assert stage.go().texts == ["before", "after"]


def test_stop_is_sticky() -> None:
    """Whatever catches it, nothing more is drawn (R94); what the last run drew below goes (R95)."""

    def script(here: Container) -> None:
        here.text("a")
        try:
            stop()
        except BaseException:  # noqa: BLE001
            here.text("b")

    with Stage(script) as stage:
        assert (stage.texts, stage.outcomes) == (["a"], ["stopped"])


def test_rerun_begins_another_and_clears_nothing() -> None:
    """The page of the first stays until the second draws over it (R96)."""
    pages: list[list[str]] = []

    def script(here: Container) -> None:
        pages.append(stages[0].texts if stages else [])
        here.text(len(pages))
        here.text("second")
        if len(pages) == 2:
            rerun()

    stages: list[Stage] = []
    with Stage(script) as stage:
        stages.append(stage)
        stage.go()
        assert pages == [[], ["1", "second"], ["2", "second"]]
        assert stage.outcomes == ["complete", "rerun", "complete"]


@pytest.mark.parametrize(("brief", "pauses"), [(0.0, [GLANCE]), (60.0, [])])
def test_a_page_that_was_slow_to_come_is_seen(
    monkeypatch: pytest.MonkeyPatch, brief: float, pauses: list[float]
) -> None:
    """Before what waits already draws over it; where nothing waits, nobody does."""
    slept: list[float] = []
    monkeypatch.setattr(policy, "BRIEF", brief)
    monkeypatch.setattr(time, "sleep", slept.append)

    def script(here: Container) -> None:
        here.text("a")
        if stage.runs == 1:
            stage.mailbox.post_rerun()

    stage = Stage(script)
    with stage:
        assert (stage.outcomes, slept) == (["complete", "complete"], pauses)


def test_exit_is_stop() -> None:
    """`sys.exit()` ends the run in silence."""

    def script(here: Container) -> None:
        here.text("a")
        raise SystemExit(1)

    with Stage(script) as stage:
        assert (stage.texts, stage.outcomes) == (["a"], ["stopped"])


def test_an_outdated_run_removes_nothing() -> None:
    """Neither elements nor inputs that it did not come to."""

    def script(here: Container) -> None:
        n = here.slider("n", 0, 9)
        here.text(n)
        if n == 1:
            stage.runner.run._started -= 60  # type: ignore[union-attr]
            stage.send({"method": "update", "state": {"value": 2}})
            stage.runner.notice()
        here.slider("late", 0, 9)

    with Stage(script) as stage:
        late = stage.live(1)
        stage.give(1)
        assert stage.outcomes == ["complete", "outdated", "complete"]
        assert (stage.texts, stage.live(1)) == (["2"], late)


def test_a_callback_that_reruns_begins_another_run() -> None:
    """The clicks that came with it are not true in it."""
    seen: list[bool] = []
    with Stage(lambda here: seen.append(here.button("b", on_click=lambda: rerun()))) as stage:
        stage.click()
        assert (seen, stage.outcomes) == ([False, False], ["complete", "rerun", "complete"])


def test_an_error_in_a_callback_is_shown() -> None:
    """On the page; the next run is an ordinary one."""
    with Stage(lambda here: here.button("b", on_click=lambda: 1 / 0)) as stage:
        stage.click()
        assert stage.texts == ["ZeroDivisionError: division by zero"]
        assert stage.go().texts == []


def shrinking(here: Container) -> None:
    """Draws less in every run."""
    left = here.run.session.state.values
    left["left"] = left.get("left", 4) - 1
    for i in range(left["left"]):
        here.text(i)


events = st.lists(st.tuples(st.sampled_from("ABn"), st.integers(0, 7)), max_size=25)
paces = st.lists(st.sampled_from([0.0, 0.1, 0.6, 3.0]), min_size=1, max_size=10)


class Reader:
    """Clicks and drags at given steps of the script, whose runs last as long as it says."""

    def __init__(self, happenings: list[tuple[str, int]], paces: list[float]) -> None:
        self.waiting = list(happenings)
        self.paces = paces
        self.moved = 0
        self.effects: Counter[str] = Counter()
        self.called: Counter[str] = Counter()
        self.seen: list[int] = []

    def script(self, here: Container) -> None:
        """Two buttons and a slider, and elements between them."""
        self.step(here, 0)
        n = here.slider("n", 0, 100)
        self.step(here, 1)
        for name, at in (("A", 2), ("B", 4)):
            here.text(f"above {name}")
            self.step(here, at)
            if here.button(name, on_click=self.called.update, args=(name,)):
                self.effects.update(name)
            self.step(here, at + 1)
        here.text("below")
        self.step(here, 6)
        here.text("end")
        self.step(here, 7)
        self.seen.append(n)

    def step(self, here: Container, at: int) -> None:
        """Do what is due at this step, and let time pass."""
        runner: Runner | None = getattr(self, "runner", None)
        if runner is None:
            return
        here.run._started -= self.paces[at % len(self.paces)]
        while self.waiting and self.waiting[0][1] == at:
            self.happen(self.waiting.pop(0)[0])
            runner.notice()

    def happen(self, name: str) -> None:
        """Click, or drag one further."""
        if name == "n":
            self.moved += 1
            self.stage.send({"method": "update", "state": {"value": self.moved}}, 0)
        else:
            self.stage.send({"method": "custom", "content": {"event": "click"}}, 1 + "AB".index(name))

    def read(self, stage: Stage) -> None:
        """Do all, at their steps or between runs."""
        self.stage, self.runner = stage, stage.runner
        while self.waiting:
            self.happen(self.waiting.pop(0)[0])
            stage.settle()


@settings(max_examples=300, deadline=None)
@given(events, paces)
def test_each_click_takes_effect_once(happenings: list[tuple[str, int]], paces: list[float]) -> None:
    """Clicks and changes arrive at random yield points of runs that are abandoned; effects and calls are counted."""
    reader = Reader(happenings, paces)
    with Stage(reader.script) as stage:
        reader.read(stage)
    clicks = Counter(name for name, _ in happenings if name != "n")
    assert reader.effects == clicks
    assert reader.called == clicks
    assert reader.seen[-1] == reader.moved


@pytest.mark.parametrize("error", [RerunScript(asked=True), ValueError()])
def test_what_one_callback_of_a_widget_raises(error: BaseException) -> None:
    """After `rerun()` the others are called still, after an error not (R49, R51): not with the next click either."""
    called: list[str] = []

    def script(here: Container) -> None:
        stage.button = ipywidgets.Button()
        for each in (fail, lambda _: called.append("next")):
            stage.button.on_click(each)

    def fail(_: object) -> None:
        called.append("first")
        raise error

    class Staged(Stage):
        button: ipywidgets.Button

    stage = Staged(script)
    with stage:
        for _ in range(2):
            tell(stage.button, event="click")
            stage.settle()
    assert called == ["first", *(["next"] if isinstance(error, RerunScript) else [])] * 2

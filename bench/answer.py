"""How long an answer takes: from the key press on the slider to the painted frame."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from statistics import median, quantiles

from playwright.sync_api import Page

from bench.cases import Case
from bench.pages import Pages
from bench.wire import Traffic, traffic

PAUSE = 150
"""Milliseconds between two key presses that have nothing to do with each other."""

SETTLE = 800
"""Milliseconds a new page has for itself before the first key."""


@dataclass
class Times:
    """Milliseconds, of many key presses.

    Attributes
    ----------
    painted : list of float
        Until the frame with the answer was painted.
    there : list of float
        Until the answer was in the document; the frame comes at the screen's next beat.
    """

    painted: list[float] = field(default_factory=list)
    there: list[float] = field(default_factory=list)

    def add(self, pairs: Iterable[tuple[float, float]]) -> None:
        """Add what the probe has measured."""
        for there, painted in pairs:
            self.there.append(there)
            self.painted.append(painted)

    def summary(self) -> dict[str, float]:
        """The figures that a table shows."""
        last = quantiles(self.painted, n=10)[-1] if len(self.painted) > 1 else self.painted[0]
        return {
            "painted": median(self.painted),
            "painted_p90": last,
            "painted_mean": sum(self.painted) / len(self.painted),
            "there": median(self.there),
            "presses": len(self.painted),
        }


@dataclass
class Answer:
    """What was measured of one case.

    Attributes
    ----------
    case : Case
        Of which.
    paused : Times
        Each key pressed after a pause.
    rapid : Times
        Each key pressed as soon as the frame of the last one was painted.
    traffic : Traffic or None
        What one answer sends over the websocket.
    """

    case: Case
    paused: Times = field(default_factory=Times)
    rapid: Times = field(default_factory=Times)
    traffic: Traffic | None = None

    def as_json(self) -> dict[str, object]:
        """The figures, for a file."""
        where = {"chapter": self.case.chapter, "system": self.case.system, "host": self.case.host}
        timed = {"paused": self.paused.summary(), "rapid": self.rapid.summary()} if self.paused.painted else {}
        return {**where, "title": self.case.title, **timed, "traffic": self.traffic and vars(self.traffic)}


@dataclass(frozen=True)
class Effort:
    """How often keys are pressed: in each of some rounds, in which the cases take turns."""

    rounds: int
    paused: int
    rapid: int
    warming: int = 6


def compare(cases: list[Case], pages: Pages, effort: Effort) -> list[Answer]:
    """Time the cases of a chapter, taking turns, so that a change of the machine's mood meets them all."""
    answers = [Answer(case) for case in cases]
    with ExitStack() as stack:
        opened = [(answer, stack.enter_context(pages.open(answer.case))) for answer in answers]
        for answer, page in opened:
            page.bring_to_front()
            page.wait_for_timeout(SETTLE)
            answer.traffic = traffic(page)
            if answer.case.system != "bare":
                press(page, effort.warming, 0)
        timed = [(answer, page) for answer, page in opened if answer.case.system != "bare"]
        for _ in range(effort.rounds):
            for answer, page in timed:
                page.bring_to_front()
                answer.paused.add(press(page, effort.paused, PAUSE))
                answer.rapid.add(press(page, effort.rapid, None))
    return answers


def press(page: Page, count: int, pause: int | None) -> list[tuple[float, float]]:
    """Have the probe press the key."""
    times = page.evaluate("([count, pause]) => probe.press(count, pause)", [count, pause])
    return [(there, painted) for there, painted in times]

"""What must be reached, and whether it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bench.cases import LAB, VOILA
from bench.hits import TITLES

Results = Mapping[str, Any]
Figure = Callable[[Results], float | None]


@dataclass(frozen=True)
class Target:
    """One figure and its limit.

    Attributes
    ----------
    title : str
        What is measured.
    figure : callable
        Finds it among the results; None where that part was not run.
    limit : float
        It must not be more.
    unit : str
        Of both.
    """

    title: str
    figure: Figure
    limit: float
    unit: str


@dataclass(frozen=True)
class Verdict:
    """A target and what was measured."""

    title: str
    value: float
    limit: float
    unit: str

    @property
    def reached(self) -> bool:
        """Whether it is within the limit."""
        return self.value <= self.limit


def answer(results: Results, chapter: str, system: str, host: str) -> Any:
    """The figures of one case, None where it was not run."""
    wanted = (chapter, system, host)
    found = (one for one in results.get("answers", ()) if (one["chapter"], one["system"], one["host"]) == wanted)
    return next(found, None)


def painted(chapter: str, system: str, host: str, manner: str) -> Figure:
    """The milliseconds to the painted frame."""

    def figure(results: Results) -> float | None:
        found = answer(results, chapter, system, host)
        return None if found is None else float(found[manner]["painted"])

    return figure


def beyond(chapter: str) -> Figure:
    """The bytes of one answer, both ways, that a slider alone does not send."""

    def figure(results: Results) -> float | None:
        ours, bare = answer(results, chapter, "nbapp", VOILA), answer(results, "line", "bare", VOILA)
        if ours is None or bare is None:
            return None
        return sum(float(ours["traffic"][way]) - float(bare["traffic"][way]) for way in ("up", "down"))

    return figure


def patches(chapter: str) -> Figure:
    """The patches of one answer."""

    def figure(results: Results) -> float | None:
        found = answer(results, chapter, "nbapp", VOILA)
        return None if found is None else float(found["traffic"]["patches"])

    return figure


def ratio(of: Figure, to: Figure) -> Figure:
    """One figure in terms of another."""

    def figure(results: Results) -> float | None:
        above, below = of(results), to(results)
        return None if above is None or below is None else above / below

    return figure


def bookkeeping(job: str) -> Figure:
    """The milliseconds that nbapp adds to a script."""

    def figure(results: Results) -> float | None:
        found = results.get("bookkeeping", {}).get(job)
        return None if found is None else float(found["bookkeeping"])

    return figure


def inside(title: str) -> Figure:
    """The milliseconds that a script takes for something, timed by itself."""

    def figure(results: Results) -> float | None:
        found = (one["nbapp"] for one in results.get("hits", ()) if one["title"] == title)
        return next(found, None)

    return figure


def core(results: Results) -> float | None:
    """The kilobytes of the view's core."""
    return None if "core" not in results else results["core"] / 1024


PAUSED = painted("line", "nbapp", VOILA, "paused")
TARGETS = (
    Target(
        "a line in Voilà, paused: nbapp / observe", ratio(PAUSED, painted("line", "observe", VOILA, "paused")), 1.3, "x"
    ),
    Target("a line in Voilà, key after key", painted("line", "nbapp", VOILA, "rapid"), 20, "ms"),
    Target("a line in JupyterLab, key after key", painted("line", "nbapp", LAB, "rapid"), 24, "ms"),
    Target(
        "1,000 lines in Voilà / one line, paused", ratio(painted("1000", "nbapp", VOILA, "paused"), PAUSED), 1.3, "x"
    ),
    Target("1,000 lines: patches for one that changes", patches("1000"), 1, ""),
    Target("1,000 lines: bytes beyond ipywidgets' own", beyond("1000"), 600, "B"),
    Target("a rerun of 1,000 lines, on top of the script", bookkeeping("one"), 4, "ms"),
    Target("a rerun of 200 inputs, on top of the script", bookkeeping("inputs"), 4, "ms"),
    Target("a rerun of 200 inputs of five kinds", bookkeeping("mixed"), 4, "ms"),
    Target("a cache hit on ten million rows", inside(TITLES["large"]), 0.5, "ms"),
    Target("ten cached functions, decorated and hit", inside(TITLES["ten"]), 2, "ms"),
    Target("the view's core", core, 150, "KB"),
)


def verdicts(results: Results) -> list[Verdict]:
    """Compare what was measured with what must be reached."""
    measured = ((target, target.figure(results)) for target in TARGETS)
    return [Verdict(target.title, value, target.limit, target.unit) for target, value in measured if value is not None]

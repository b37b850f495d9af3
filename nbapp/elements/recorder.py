"""The recorder: a run tells it what a cached function draws; and how that is drawn again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nbapp.cache.replay import Recording, Step, replay
from nbapp.elements.place import Place
from nbapp.script.run import ScriptRun
from nbapp.session.sources import Source
from nbapp.tree.node import Node


class Recorder:
    """Notes what a cached function draws in a run, and passes it on to the one of the cached function around it.

    Parameters
    ----------
    run : ScriptRun
        The run that calls the function.
    asked : callable
        Called with the place of the first input that the function asks for.
    """

    def __init__(self, run: ScriptRun, asked: Callable[[Place], object]) -> None:
        self.recording = Recording(standing(run), run.page.roots)
        self._run = run
        self._outer: Recorder | None = None
        self._asked: Callable[[Place], object] | None = asked

    def begin(self) -> None:
        """Listen to the run."""
        self._outer, self._run.recorder = self._run.recorder, self

    def end(self) -> None:
        """Listen no more. Where coroutines overlap, the last to begin need not be the first to end."""
        if self._run.recorder is self:
            self._run.recorder = self._outer
            return
        inner = self._run.recorder
        while inner is not None:
            if inner._outer is self:
                inner._outer = self._outer
            inner = inner._outer

    def drew(self, place: Place, handle: Place, node: Node) -> None:
        """Note an element."""
        if node.kind == "widget":
            self.asked(place, None)
            return
        props = node.props
        if "source" in props:
            props = {**props, "source": self._run.session.sources[props["source"]]}
        self.recording.drew(place, handle, node.kind, props, node.key)
        if self._outer is not None:
            self._outer.drew(place, handle, node)

    def opened(self, place: Place, inside: Place, node: Node, single: bool) -> None:
        """Note a container."""
        self.recording.opened(place, inside, node.kind, node.props, node.key, single)
        if self._outer is not None:
            self._outer.opened(place, inside, node, single)

    def asked(self, place: Place, spec: object) -> None:
        """Warn of an input, once: it is not drawn again."""
        warn, self._asked = self._asked, None
        if warn is not None:
            listening, self._run.recorder = self._run.recorder, None
            try:
                warn(place)
            finally:
                self._run.recorder = listening


def standing(run: ScriptRun) -> Place:
    """The place that module functions draw in."""
    return run.here or Place(run, run.page.roots["main"])


def redraw(steps: list[Step], run: ScriptRun) -> None:
    """Draw what a cached function drew, where it is called now.

    Parameters
    ----------
    steps : list
        What was noted.
    run : ScriptRun
        The run that calls the function.
    """
    replay([_here(step, run) for step in steps], standing(run), lambda name: Place(run, run.page.roots[name]))


def _here(step: Step, run: ScriptRun) -> Step:
    """A step as this run draws it: a table's rows belong to the session."""
    source: Any = step.props.get("source")
    if not isinstance(source, Source):
        return step
    mine = run.session.sources.add(source.frame, source.index, source.shown, source.formats)
    return step._replace(props={**step.props, "source": mine.id})

"""The recorder: a run tells it what a cached function draws; and how that is drawn again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NamedTuple

from nbapp.cache.replay import Recording, Step, replay
from nbapp.elements.place import Place
from nbapp.script.current import entered
from nbapp.script.inbox import Inbox
from nbapp.script.requests import Mailbox
from nbapp.script.run import ScriptRun
from nbapp.session.session import Session
from nbapp.session.state import shared
from nbapp.tree.node import Node
from nbapp.tree.page import Page

_listening: ContextVar[tuple[Recorder, ...]] = ContextVar("nbapp_listening", default=())
"""Whose functions the task that draws is in: where coroutines overlap, each draws for its own."""


class Rows(NamedTuple):
    """What a table shows, apart from any session."""

    frame: Any
    indexed: bool
    shown: Any
    formats: dict[int, str]


class Recorder:
    """Notes what a cached function draws in a run, and passes it on to the one of the cached function around it.

    Parameters
    ----------
    run : ScriptRun
        The run that calls the function.
    asked : callable
        Called with the place of the first input that the function asks for.

    Attributes
    ----------
    recording : Recording
        What was drawn so far.
    """

    def __init__(self, run: ScriptRun, asked: Callable[[Place], object]) -> None:
        self.recording = Recording(standing(run), run.page.roots)
        self.run = run
        self._outer: Recorder | None = None
        self._asked: Callable[[Place], object] | None = asked
        self._thread = threading.get_ident()

    def begin(self) -> None:
        """Listen to the run."""
        self._outer, self.run.recorder = self.run.recorder, self
        _listening.set((*_listening.get(), self))

    def end(self) -> None:
        """Listen no more. Where coroutines overlap, the last to begin need not be the first to end."""
        _listening.set(tuple(each for each in _listening.get() if each is not self))
        if self.run.recorder is self:
            self.run.recorder = self._outer
            return
        inner = self.run.recorder
        while inner is not None:
            if inner._outer is self:
                inner._outer = self._outer
            inner = inner._outer

    def drew(self, place: Place, handle: Place, node: Node) -> None:
        """Note an element."""
        if node.kind == "widget":
            self.asked(place, None)
            return
        if self._hears():
            props = node.props
            if "source" in props:
                source = self.run.session.sources[props["source"]]
                props = {**props, "source": Rows(source.frame, source.index, source.shown, source.formats)}
            self.recording.drew(place, handle, node.kind, props, node.key)
        if self._outer is not None:
            self._outer.drew(place, handle, node)

    def opened(self, place: Place, inside: Place, node: Node, single: bool) -> None:
        """Note a container."""
        if self._hears():
            # What the reader opens of it is not drawn again, as no input is: only the container.
            props = {name: value for name, value in node.props.items() if name != "model_id"}
            self.recording.opened(place, inside, node.kind, props, node.key, single)
        if self._outer is not None:
            self._outer.opened(place, inside, node, single)

    def asked(self, place: Place, spec: object) -> None:
        """Warn of an input, once: it is not drawn again."""
        if not self._hears():
            if self._outer is not None:
                self._outer.asked(place, spec)
            return
        warn, self._asked = self._asked, None
        if warn is not None:
            listening, self.run.recorder = self.run.recorder, None
            try:
                warn(place)
            finally:
                self.run.recorder = listening

    def _hears(self) -> bool:
        """Whether it is this one's function that draws, or a thread of it."""
        return self in _listening.get() or threading.get_ident() != self._thread


def standing(run: ScriptRun) -> Place:
    """The place that module functions draw in."""
    return run.here or Place.root_class(run, run.page.roots["main"])


def redraw(steps: list[Step], run: ScriptRun) -> None:
    """Draw what a cached function drew, where it is called now.

    Parameters
    ----------
    steps : list
        What was noted.
    run : ScriptRun
        The run that calls the function.
    """
    replay(
        [_here(step, run) for step in steps], standing(run), lambda name: Place.root_class(run, run.page.roots[name])
    )


def _here(step: Step, run: ScriptRun) -> Step:
    """A step as this run draws it: a table's rows belong to the session."""
    rows: Any = step.props.get("source")
    if not isinstance(rows, Rows):
        return step
    return step._replace(props={**step.props, "source": run.session.sources.add(*rows).id})


@contextmanager
def unseen() -> Iterator[None]:
    """Be in a run whose page nobody looks at: what a function draws in the background goes nowhere."""
    session = Session(shared, Inbox(Mailbox()))
    try:
        with entered(ScriptRun(session, Page(), Mailbox())):
            yield
    finally:
        session.close()

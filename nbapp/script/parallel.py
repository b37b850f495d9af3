"""Fragments that are drawn on threads of their own while the script goes on."""

from __future__ import annotations

import sys
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from typing import TYPE_CHECKING

from nbapp.script.current import entered
from nbapp.script.run import ScriptRun
from nbapp.signals import StopScript

if TYPE_CHECKING:
    from nbapp.session.fragments import Fragment

THREADS = 8
"""How many fragments of one run are drawn at the same time."""


class Parallel:
    """The fragments of one run that are drawn beside it.

    Parameters
    ----------
    run : ScriptRun
        The run; it ends when all of them have.
    """

    def __init__(self, run: ScriptRun) -> None:
        self._run = run
        self._pool = ThreadPoolExecutor(THREADS, "nbapp-parallel")
        self._runs: list[ScriptRun] = []
        self._begun: list[Future[None]] = []

    def begin(self, fragment: Fragment) -> None:
        """Begin to draw a fragment, and return at once."""
        run = self._run
        beside = ScriptRun(run.session, run.page, run.mailbox, published=run.published, starved=run.starved)
        beside.main, beside.page_name, beside.unread_clicks = run, run.page_name, run.unread_clicks
        beside.delivered_click, beside.host = run.delivered_click, run.host
        run.attention = True  # from now on each yield point asks who draws
        self._runs.append(beside)
        self._begun.append(self._pool.submit(copy_context().run, draw, beside, fragment))

    def has(self, run: ScriptRun) -> bool:
        """Whether a run is that of one of them."""
        return run in self._runs

    def interrupt(self, signal: type[BaseException]) -> None:
        """Ask all of them to end at their next yield point."""
        for beside in self._runs:
            beside.interrupt(signal)

    def join(self, hurry: bool = False) -> None:
        """Wait until all have ended; the first error is raised, each other one is shown where it happened.

        Parameters
        ----------
        hurry : bool
            The script has failed or was ended: they are asked to end, and nothing is raised.
        """
        if hurry:
            self.interrupt(StopScript)
        self._pool.shutdown(wait=True)
        first: BaseException | None = None
        for beside, future in zip(self._runs, self._begun, strict=True):
            beside.over = beside.attention = True
            error = future.exception()
            if error is None or hurry:
                continue
            if first is None:
                first, self._run.error_place = error, beside.error_place
            elif isinstance(error, Exception) and self._run.host is not None:
                self._run.host.draw_error(beside, error)
        if first is not None:
            raise first


def draw(beside: ScriptRun, fragment: Fragment) -> None:
    """Draw a fragment on this thread."""
    with entered(beside), beside.session.adoption.on_this_thread(), fragment.place(beside):
        beside.draw(fragment, fragment.call)


def begin(run: ScriptRun, fragment: Fragment) -> None:
    """Draw a fragment while the script goes on; at once where there are no threads."""
    if sys.platform == "emscripten":
        with fragment.place(run):
            run.draw(fragment, fragment.call)
        return
    if run.parallel is None:
        run.parallel = Parallel(run)
    run.parallel.begin(fragment)

"""Fragments that are drawn on threads of their own while the script goes on."""

from __future__ import annotations

import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from typing import TYPE_CHECKING

from nbapp.clock import clock
from nbapp.script.current import entered
from nbapp.script.policy import GRACE
from nbapp.script.run import ScriptRun
from nbapp.script.threads import raise_in_thread
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
        self._gate = threading.Lock()
        self._drawing: dict[int, ScriptRun] = {}  # by the threads that are at it

    def begin(self, fragment: Fragment) -> None:
        """Begin to draw a fragment, and return at once."""
        run = self._run
        beside = ScriptRun(run.session, run.page, run.mailbox, published=run.published)
        beside.main, beside.page_name, beside.unread_clicks = run, run.page_name, run.unread_clicks
        beside.delivered_click, beside.host = run.delivered_click, run.host
        run.attention = beside.attention = True  # from now on each yield point asks who draws, and what came meanwhile
        self._runs.append(beside)
        self._begun.append(self._pool.submit(copy_context().run, self._draw, beside, fragment))

    def has(self, run: ScriptRun) -> bool:
        """Whether a run is that of one of them."""
        return run in self._runs

    def interrupt(self, signal: type[BaseException]) -> None:
        """Ask all of them to end at their next yield point; after a moment's grace, end them wherever they are."""
        self._ask(signal)

        def strike() -> None:
            with self._gate:
                for ident, beside in self._drawing.items():
                    if beside.ended is None:
                        raise_in_thread(ident, signal)

        clock.after(GRACE, strike)

    def _ask(self, signal: type[BaseException]) -> None:
        for beside in self._runs:
            beside.interrupt(signal)

    def _draw(self, beside: ScriptRun, fragment: Fragment) -> None:
        ident = threading.get_ident()
        with self._gate:
            self._drawing[ident] = beside
        try:
            draw(beside, fragment)
        finally:
            with self._gate:
                del self._drawing[ident]

    def join(self, hurry: bool = False) -> None:
        """Wait until all have ended; the first error is raised, each other one is shown where it happened.

        Parameters
        ----------
        hurry : bool
            The script has failed or was ended: they are asked to end, and nothing is raised.
        """
        if hurry:
            self._ask(StopScript)
        try:
            self._pool.shutdown(wait=True)
        except (KeyboardInterrupt, StopScript):  # it struck this thread while it waited; the others were told, too
            self._pool.shutdown(wait=True)
            raise
        first: BaseException | None = None
        for beside, future in zip(self._runs, self._begun, strict=True):
            beside.over = beside.attention = True
            error = future.exception()
            if error is None or hurry:
                continue
            if first is None:
                first = error
                self._run.fails_in(beside.place_of(error), error)
            elif isinstance(error, Exception) and self._run.host is not None:
                self._run.host.draw_error(beside, error)
        if first is not None:
            raise first


def draw(beside: ScriptRun, fragment: Fragment) -> None:
    """Draw a fragment on this thread."""
    with entered(beside), beside.session.adoption.on_this_thread():
        beside.draw(fragment, fragment.call)


def begin(run: ScriptRun, fragment: Fragment) -> None:
    """Draw a fragment while the script goes on; at once where there are no threads."""
    if sys.platform == "emscripten":
        run.draw(fragment, fragment.call)
        return
    if run.parallel is None:
        run.parallel = Parallel(run)
    run.parallel.begin(fragment)

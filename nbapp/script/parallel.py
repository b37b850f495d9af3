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
        self._begun: list[tuple[ScriptRun, Future[None]]] = []

    def begin(self, fragment: Fragment) -> None:
        """Begin to draw a fragment, and return at once."""
        run = self._run
        beside = ScriptRun(run.session, run.page, run.mailbox, published=run.published, starved=run.starved)
        beside.main, beside.page_name, beside.unread_clicks = run, run.page_name, run.unread_clicks
        beside.delivered_click = run.delivered_click
        self._begun.append((beside, self._pool.submit(copy_context().run, draw, beside, fragment)))

    def interrupt(self, signal: type[BaseException]) -> None:
        """Ask all of them to end at their next yield point."""
        for beside, _ in self._begun:
            beside.interrupt(signal)

    def join(self, hurry: bool = False) -> None:
        """Wait until all have ended; the first error is raised, and belongs where it happened.

        Parameters
        ----------
        hurry : bool
            The script has failed or was ended: they are asked to end, and nothing is raised.
        """
        if hurry:
            self.interrupt(StopScript)
        self._pool.shutdown(wait=True)
        for beside, future in self._begun:
            beside.over = beside.attention = True
            error = future.exception()
            if error is not None and not hurry:
                self._run.error_place = beside.error_place
                raise error


def draw(beside: ScriptRun, fragment: Fragment) -> None:
    """Draw a fragment on this thread."""
    with entered(beside), fragment.place(beside):
        beside.fragment = fragment
        fragment.call()


def begin(run: ScriptRun, fragment: Fragment) -> None:
    """Draw a fragment while the script goes on; at once where there are no threads."""
    if sys.platform == "emscripten":
        with fragment.place(run):
            run.draw(fragment, fragment.call)
        return
    if run.parallel is None:
        run.parallel = Parallel(run)
    run.parallel.begin(fragment)

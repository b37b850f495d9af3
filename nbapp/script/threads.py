"""Threads that a script starts: each draws in the script's run if it was given it (R13), and nowhere otherwise."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from nbapp.script.current import enter, entered, get_run
from nbapp.script.run import ScriptRun
from nbapp.signals import RerunScript, StopScript

if TYPE_CHECKING:
    from threading import Thread

_given: WeakKeyDictionary[Thread, ScriptRun] = WeakKeyDictionary()
"""Threads that had begun before they were given a run."""


class ThreadRun(ScriptRun):
    """What a thread draws with: the run of the script that gave it away, but standing where the thread stands.

    Parameters
    ----------
    main : ScriptRun
        The script's run.
    """

    __slots__ = ()

    main: ScriptRun

    def __init__(self, main: ScriptRun) -> None:
        super().__init__(main.session, main.page, main.mailbox, published=main.published)
        self.main = main
        self.page_name, self.fragment, self.host = main.page_name, main.fragment, main.host
        self.unread_clicks = main.unread_clicks
        self.attention = True  # each yield point asks the script's run

    def touch(self) -> None:
        """Pass a yield point of the script's run, from this thread."""
        if self.ended is not None:
            raise self.ended
        self.main.touch()


def give(thread: Thread, run: ScriptRun) -> None:
    """Let a thread draw in a run.

    Parameters
    ----------
    thread : Thread
        One that has not begun, one that has, or this one.
    run : ScriptRun
        What it draws with.
    """
    main = run.main if isinstance(run, ThreadRun) else run
    if thread is threading.current_thread():
        enter(ThreadRun(main))
        return
    if thread.ident is not None:
        _given[thread] = ThreadRun(main)
        return
    ordinary = thread.run

    def run_inside() -> None:
        with entered(ThreadRun(main)):
            try:
                ordinary()
            except (StopScript, RerunScript):
                pass  # the script's run ended, and the thread with it

    thread.run = run_inside  # type: ignore[method-assign]


def given_run() -> ScriptRun | None:
    """The run that this thread was given after it had begun, or None."""
    return _given.get(threading.current_thread())


def is_strange() -> bool:
    """Whether this is a thread that neither the kernel nor nbapp runs code of cells on, and no run was given to it."""
    thread = threading.current_thread()
    cells = thread is threading.main_thread() or type(thread).__module__.startswith("ipykernel.")
    return not cells and get_run() is None


def raise_in_thread(ident: int, error: type[BaseException]) -> None:
    """Raise an error in a thread, between two instructions of its Python; a call into C ends first."""
    import ctypes

    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(ident), ctypes.py_object(error))

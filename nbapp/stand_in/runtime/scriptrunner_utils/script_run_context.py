"""`streamlit.runtime.scriptrunner_utils.script_run_context`: a thread draws in the run that it is given."""

from __future__ import annotations

import threading

from nbapp.script.current import get_run
from nbapp.script.run import ScriptRun
from nbapp.script.threads import give, given_run

__all__ = ["add_script_run_ctx", "get_script_run_ctx"]


def add_script_run_ctx(thread: threading.Thread | None = None, ctx: ScriptRun | None = None) -> threading.Thread:
    """Let a thread draw in a run.

    Parameters
    ----------
    thread : Thread, optional
        One that has not begun, one that has, or (None) this one.
    ctx : ScriptRun, optional
        What `get_script_run_ctx` gave; None for the run that this code is in.

    Returns
    -------
    Thread
        The thread.
    """
    this = threading.current_thread()
    chosen, run = thread or this, ctx or get_script_run_ctx()
    if run is not None and not (chosen is this and run is get_run()):
        give(chosen, run)
    return chosen


def get_script_run_ctx(suppress_warning: bool = False) -> ScriptRun | None:
    """Return the run that this code is in, for another thread; None outside of an app.

    Parameters
    ----------
    suppress_warning : bool
        Taken for Streamlit's sake; nothing is warned of here.
    """
    return get_run() or given_run()

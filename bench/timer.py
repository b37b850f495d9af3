"""Runs inside the kernel, as an ordinary cell: times the reruns of an app by the clock of the thread that runs it."""

import json
import threading
import time
from statistics import median
from typing import Any

from IPython import get_ipython

from nbapp.kernel.runtime import load


def nothing(*args: Any, **kwargs: Any) -> None:
    """Do nothing: what an element costs when it is free."""


def measure(name: str, own: str, reruns: int) -> str:
    """Time an app's reruns, and its script's own work.

    Returns
    -------
    str
        The medians as JSON: milliseconds of a rerun, milliseconds of the own work.
    """
    app = load(get_ipython()).apps[name]  # type: ignore[index]
    step, done = app.runner.step, threading.Event()
    times: list[float] = []
    works: list[float] = []

    def timed() -> bool:
        began = time.thread_time()
        left = step()
        times.append(time.thread_time() - began)
        done.set()
        return left

    app.runner.step = timed  # type: ignore[method-assign]
    code = compile(own, "<own>", "exec")
    names = {"nothing": nothing, "numbers": iter(range(10**9))}
    for _ in range(reruns + 5):
        done.clear()
        app.mailbox.post_rerun()
        done.wait()
        began = time.thread_time()
        exec(code, dict(names))
        works.append(time.thread_time() - began)
    return json.dumps([median(times[5:]) * 1000, median(works[5:]) * 1000])


def end(name: str) -> None:
    """Close an app, so that the next one is alone."""
    load(get_ipython()).apps.pop(name).close()  # type: ignore[call-overload]

"""Stopping a run: from the kernel's interrupt, from the Stop button, in a sleep.

ipykernel ignores SIGINT while it executes no cell, which is when reruns happen, and Python gives signals to the main
thread only. So a handler of ours marks the run under way, wakes its sleep and, should it reach no yield point, raises
in the worker's thread.
"""

from __future__ import annotations

import functools
import signal
import threading
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

from nbapp.script.current import get_run


class Interrupts:
    """Takes over SIGINT between cells, and `time.sleep` inside runs.

    Parameters
    ----------
    stop_runs : callable
        Interrupts the run under way; returns whether there was one.
    """

    def __init__(self, stop_runs: Callable[[], bool]) -> None:
        self._stop_runs = stop_runs
        self._sleep: Any = None
        self._before: Any = None

    def install(self, kernel: Any) -> None:
        """Begin; to be called on the main thread."""
        if self._sleep is None:
            self._sleep = time.sleep
            time.sleep = stoppable(time.sleep)
        if threading.current_thread() is not threading.main_thread():
            return
        self._before = signal.getsignal(signal.SIGINT)
        if getattr(kernel, "saved_sigint_handler", None) is not None:
            # A cell executes right now: ipykernel puts this one back when the cell has ended.
            self._before = kernel.saved_sigint_handler
            kernel.saved_sigint_handler = self._handle
        elif kernel is not None:
            signal.signal(signal.SIGINT, self._handle)

    def uninstall(self, kernel: Any) -> None:
        """End."""
        if self._sleep is not None:
            time.sleep = self._sleep
            self._sleep = None
        if getattr(kernel, "saved_sigint_handler", None) == self._handle:
            kernel.saved_sigint_handler = self._before

    def _handle(self, number: int, frame: FrameType | None) -> None:
        if not self._stop_runs() and callable(self._before):
            self._before(number, frame)


def stoppable(sleep: Callable[[float], None]) -> Any:
    """A `time.sleep` that ends when the run it is called in is stopped."""

    @functools.wraps(sleep)
    def sleep_(seconds: float, /) -> None:
        run = get_run()
        if run is None or not isinstance(seconds, (int, float)) or seconds <= 0:
            sleep(seconds)
        elif run.wake.wait(seconds):
            run.touch()

    return sleep_

"""The kernel's status while a run works: JupyterLab shows it, and nobody culls a kernel that is busy.

A brief run says nothing: two messages for each step of a slider would cost more than the run.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from nbapp.clock import clock

DELAY = 0.2
"""Seconds a run may take before it is announced."""

REPEAT = 1.0
"""Seconds after which it is said again: every message the kernel answers meanwhile ends in an idle of its own."""


class Busy:
    """Announces long runs.

    Parameters
    ----------
    announce : callable
        Takes "busy" or "idle".
    """

    def __init__(self, announce: Callable[[str], None]) -> None:
        self._announce = announce
        self._lock = threading.Lock()
        self._run: object | None = None
        self._announced = False

    def begin(self, tell: Callable[[], None]) -> None:
        """A run begins.

        Parameters
        ----------
        tell : callable
            Called once the run has lasted long enough to be announced.
        """
        run = object()
        with self._lock:
            self._run = run
        clock.after(DELAY, lambda: self._say(run, tell))

    def end(self) -> bool:
        """It has ended.

        Returns
        -------
        bool
            Whether it was announced.
        """
        with self._lock:
            self._run = None
            announced, self._announced = self._announced, False
        if announced:
            self._announce("idle")
        return announced

    def _say(self, run: object, tell: Callable[[], None]) -> None:
        """Announce a run, and go on to do so, unless it has ended."""
        with self._lock:
            if self._run is not run:
                return
            first, self._announced = not self._announced, True
            self._announce("busy")
            if first:
                tell()  # under the lock: what `end` leads to comes after it
        clock.after(REPEAT, lambda: self._say(run, tell))


def announcer(kernel: Any) -> Callable[[str], None]:
    """Make a function that publishes the kernel's status, as the answer to no request: it is no cell's end.

    Parameters
    ----------
    kernel : ipykernel.kernelbase.Kernel or None
        Whose status it is; in a shell without a kernel nobody looks.
    """

    def announce(state: str) -> None:
        if kernel is not None:
            topic = kernel._topic("status")
            kernel.session.send(kernel.iopub_socket, "status", {"execution_state": state}, parent={}, ident=topic)

    return announce

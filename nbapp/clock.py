"""A clock: calls something later, unless it is called off, on one thread that lives only while somebody waits."""

from __future__ import annotations

import heapq
import itertools
import logging
import threading
import time
from collections.abc import Callable

LOG = logging.getLogger("nbapp")


class Alarm:
    """One call to come; `cancel` calls it off.

    Parameters
    ----------
    act : callable
        What to call.
    """

    __slots__ = ("_lock", "act")

    def __init__(self, act: Callable[[], object]) -> None:
        self.act: Callable[[], object] | None = act
        self._lock = threading.Lock()

    def cancel(self) -> None:
        """Call it off; waits for the end of a call that has begun."""
        self.act = None
        with self._lock:
            pass

    def ring(self) -> None:
        """Call it now, if it is not called off."""
        with self._lock:
            if (act := self.act) is not None:
                try:
                    act()
                except Exception:
                    LOG.exception("a delayed call failed")


class Clock:
    """Rings alarms. Setting one and calling it off costs no thread: an alarm that is off is dropped when it is due."""

    def __init__(self) -> None:
        self._change = threading.Condition()
        self._waiting: list[tuple[float, int, Alarm]] = []
        self._count = itertools.count()
        self._runs = False

    def after(self, seconds: float, act: Callable[[], object]) -> Alarm:
        """Call `act` in `seconds`, on the clock's thread.

        Parameters
        ----------
        seconds : float
            How long to wait.
        act : callable
            What to call.

        Returns
        -------
        Alarm
            To call it off. Where there are no threads (Pyodide) it never rings.
        """
        alarm = Alarm(act)
        due = time.monotonic() + seconds
        with self._change:
            first = not self._waiting or due < self._waiting[0][0]
            heapq.heappush(self._waiting, (due, next(self._count), alarm))
            if not self._runs:
                self._start()
            elif first:
                self._change.notify()
        return alarm

    def _start(self) -> None:
        try:
            threading.Thread(target=self._tick, name="nbapp-clock", daemon=True).start()
        except RuntimeError:
            self._waiting.clear()
        else:
            self._runs = True

    def _tick(self) -> None:
        while (alarm := self._next()) is not None:
            alarm.ring()

    def _next(self) -> Alarm | None:
        """The next alarm, when it is due; None, and the thread ends, when nobody waits."""
        with self._change:
            while self._waiting:
                due, _, alarm = self._waiting[0]
                rest = due - time.monotonic()
                if rest <= 0:
                    heapq.heappop(self._waiting)
                    return alarm
                self._change.wait(rest)
            self._runs = False
            return None


clock = Clock()
"""The kernel's."""

"""The worker: the one thread of a kernel on which scripts run, taking turns among the apps."""

from __future__ import annotations

import asyncio
import logging
import sys
import threading
from collections import deque
from collections.abc import Callable, Coroutine
from typing import Any

from nbapp.clock import clock
from nbapp.script.policy import GRACE
from nbapp.script.threads import raise_in_thread
from nbapp.signals import StopScript

log = logging.getLogger("nbapp")


class Worker:
    """Calls each task that was submitted, one at a time, until it says that nothing is left to do.

    A task returns True to be called once more, after the others that wait.
    """

    def __init__(self) -> None:
        self._ready: deque[Callable[[], bool]] = deque()
        self._bell = threading.Condition()
        self._thread: threading.Thread | None = None
        self._busy = False
        self._closed = False
        self._gate = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._awaited: asyncio.Task[Any] | None = None

    @property
    def is_worker(self) -> bool:
        """Whether the calling thread is the worker's."""
        return self._thread is threading.current_thread()

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        """The loop that top-level `await` runs on; it lasts as long as the worker."""
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
        return self._loop

    def run_coroutine(self, coroutine: Coroutine[Any, Any, Any]) -> None:
        """Run a coroutine to its end, on the lasting loop. Tasks that it leaves behind end with it.

        Raises
        ------
        asyncio.CancelledError
            If the task under way was to be ended meanwhile.
        """
        self._awaited = task = self.loop.create_task(coroutine)
        try:
            self.loop.run_until_complete(task)
        finally:
            self._awaited = None
            self._cancel_what_is_left()

    def _cancel_what_is_left(self) -> None:
        """Cancel the tasks of the loop: they would go on in later runs, and add up."""
        left = asyncio.all_tasks(self.loop)
        for task in left:
            task.cancel()
        if left:
            self.loop.run_until_complete(asyncio.wait(left, timeout=GRACE))

    def submit(self, task: Callable[[], bool]) -> None:
        """Have a task called; it is not called twice for having been submitted twice."""
        with self._bell:
            if task in self._ready or self._closed:
                return
            self._ready.append(task)
            if sys.platform == "emscripten":  # no threads there: the caller's turn is the worker's
                self._bell.release()
                try:
                    self._drain()
                finally:
                    self._bell.acquire()
                return
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="nbapp-worker", daemon=True)
                self._thread.start()
            self._bell.notify()

    def close(self) -> None:
        """End the thread after the tasks that wait."""
        with self._bell:
            self._closed = True
            self._bell.notify()
        if self._thread is not None and not self.is_worker:
            self._thread.join(timeout=5)
        if self._loop is not None:
            self._loop.close()

    def raise_in_task(self, error: type[BaseException], still_wanted: Callable[[], bool]) -> None:
        """Raise an error inside the task under way, should it still be wanted after a moment's grace.

        What it awaits is cancelled first. Python raises it between two instructions: a call into C (a long query, a
        lock) ends first.
        """

        def strike(again: bool) -> None:
            with self._gate:
                if not (self._busy and still_wanted()):
                    return
                awaited = self._awaited
                if awaited is not None and again:
                    self.loop.call_soon_threadsafe(awaited.cancel)
                    clock.after(GRACE, lambda: strike(again=False))
                elif self._thread is not None and self._thread.ident is not None:
                    raise_in_thread(self._thread.ident, error)

        clock.after(GRACE, lambda: strike(again=True))

    def _work(self) -> None:
        asyncio.set_event_loop(self.loop)
        while True:
            try:
                with self._bell:
                    while not self._ready and not self._closed:
                        self._bell.wait()
                    if not self._ready:
                        return
                self._drain()
            except (KeyboardInterrupt, StopScript):
                continue  # struck a moment after the task had ended

    def _drain(self) -> None:
        while self._ready:
            with self._bell:
                task = self._ready.popleft()
            if self._call(task):
                self.submit(task)

    def _call(self, task: Callable[[], bool]) -> bool:
        self._busy = True
        try:
            return task()
        except (KeyboardInterrupt, StopScript):
            raise
        except BaseException:  # whatever it is, the other apps go on
            log.exception("A run ended in an error of nbapp itself")
            return False
        finally:
            with self._gate:
                self._busy = False

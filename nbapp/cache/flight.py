"""A computation that is under way, and how a thread or a task waits for it."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import Future, TimeoutError
from typing import Any, Protocol, TypeVar

from nbapp.cache.entry import Computed, Entry

PATIENCE = 0.1
"""Seconds after which who waits looks up, so that he can be stopped."""

Result = TypeVar("Result")


class Flight:
    """A computation that is under way.

    Parameters
    ----------
    owner : object
        The thread or task that computes.

    Attributes
    ----------
    wanted : bool
        Nobody has cleared its key meanwhile.
    landed : Future
        Its entry; None if it failed, or never began.
    """

    def __init__(self, owner: object) -> None:
        self.owner = owner
        self.wanted = True
        self.landed: Future[Entry | None] = Future()
        self.landed.set_running_or_notify_cancel()


class Caller(Protocol):
    """Who asks for a result, and can compute it."""

    async def compute(self) -> Computed:
        """Call the function."""

    async def wait(self, flight: Flight) -> Entry | None:
        """Wait for somebody else's computation; None if that fails."""

    async def pause(self) -> None:
        """Wait a moment."""


class ThreadCaller:
    """A thread that asks: it waits where it stands, and so none of its coroutines is ever suspended.

    Parameters
    ----------
    compute : callable
        Calls the function.
    touch : callable
        Called when it looks up; raises to end the waiting.
    """

    def __init__(self, compute: Callable[[], Computed], touch: Callable[[], object]) -> None:
        self._compute = compute
        self._touch = touch

    async def compute(self) -> Computed:
        """Call the function."""
        return self._compute()

    async def wait(self, flight: Flight) -> Entry | None:
        """Wait for somebody else's computation."""
        while True:
            try:
                return flight.landed.result(PATIENCE)
            except TimeoutError:
                self._touch()

    async def pause(self) -> None:
        """Wait a moment."""
        time.sleep(PATIENCE)
        self._touch()


class TaskCaller:
    """A task that asks: others of its loop go on while it waits.

    Parameters
    ----------
    compute : callable
        Calls the coroutine function.
    touch : callable
        As for `ThreadCaller`.
    """

    def __init__(self, compute: Callable[[], Awaitable[Computed]], touch: Callable[[], object]) -> None:
        self._compute = compute
        self._touch = touch

    async def compute(self) -> Computed:
        """Call the function."""
        return await self._compute()

    async def wait(self, flight: Flight) -> Entry | None:
        """Wait for somebody else's computation."""
        import asyncio

        return await asyncio.wrap_future(flight.landed)

    async def pause(self) -> None:
        """Wait a moment."""
        import asyncio

        await asyncio.sleep(PATIENCE)
        self._touch()


def finished(coroutine: Coroutine[Any, Any, Result]) -> Result:
    """Run a coroutine that is never suspended to its end."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        result: Result = end.value
        return result
    raise AssertionError("a thread's coroutine was suspended")

"""Entries on a Redis server, shared by all machines that use it."""

from __future__ import annotations

import importlib
import math
import time
from contextlib import suppress
from typing import Any

from nbapp.cache.parcel import STAMP
from nbapp.clock import clock
from nbapp.errors import missing_package

LEASE = 10.0
"""Seconds after which the lock of a process that has died is anybody's; one that lives renews it in time."""

LOCK = ":lock"
"""How the name of an entry's lock ends."""

CONNECT, ANSWER = 2.0, 10.0
"""Seconds to wait for a connection, and for an answer."""


class Redis:
    """Entries on a server: `nbapp:FUNCTION:KEY` for each, and `nbapp:FUNCTION` for when which was used.

    Parameters
    ----------
    address : str
        Such as "redis://localhost:6379/0", or "rediss://" or "unix://".

    Raises
    ------
    ModuleNotFoundError
        If `redis` is not installed.
    """

    trust = 1.0
    back = 0.0

    def __init__(self, address: str) -> None:
        try:
            redis = importlib.import_module("redis")
        except ImportError:
            raise ModuleNotFoundError(missing_package("redis", "redis", "redis"), name="redis") from None
        self.away: tuple[type[Exception], ...] = (redis.ConnectionError, redis.TimeoutError, OSError)
        self.failures: tuple[type[Exception], ...] = (redis.RedisError,)
        once = redis.retry.Retry(redis.backoff.NoBackoff(), 1)  # a connection that was idle may have been closed
        self._server: Any = redis.Redis.from_url(
            address, socket_connect_timeout=CONNECT, socket_timeout=ANSWER, retry=once
        )

    def __str__(self) -> str:
        about = self._server.connection_pool.connection_kwargs
        return f"Redis at {about.get('path') or '{}:{}'.format(about.get('host'), about.get('port'))}"

    def stamp(self, function: str, key: str) -> object:
        """Tell which version of an entry is there: its digest."""
        return self._server.getrange(_name(function, key), STAMP.start, STAMP.stop - 1) or None

    def read(self, function: str, key: str) -> tuple[bytes, object] | None:
        """Return an entry's bytes and its stamp."""
        data = self._server.get(_name(function, key))
        return None if data is None else (data, data[STAMP])

    def write(self, function: str, key: str, parts: list[bytes], ttl: float | None) -> object:
        """Put an entry there; the server forgets it after `ttl` seconds."""
        data, now = b"".join(parts), time.time()
        end = None if ttl is None else max(1, math.ceil(ttl * 1000))
        with self._server.pipeline() as together:
            together.set(_name(function, key), data, px=end)
            together.zadd(_name(function), {key: now})
            if ttl is not None and end is not None:  # nobody else tells the list that entries have ended
                together.zremrangebyscore(_name(function), "-inf", now - ttl)
                together.pexpire(_name(function), end)
            together.execute()
        return data[STAMP]

    def use(self, function: str, key: str) -> None:
        """Note that an entry is used."""
        self._server.zadd(_name(function), {key: time.time()}, xx=True)

    def trim(self, function: str, most: int | None, room: int | None) -> None:
        """Drop the entries used longest ago, and forget those that have ended by themselves."""
        keys = [key.decode() for key in self._server.zrange(_name(function), 0, -1)]
        with self._server.pipeline() as together:
            for key in keys:
                together.strlen(_name(function, key))
            sizes = dict(zip(keys, together.execute(), strict=True))
        size, count = sum(sizes.values()), sum(map(bool, sizes.values()))
        for key in keys[:-1]:
            if sizes[key] and (most is None or count <= most) and (room is None or size <= room):
                continue
            self._server.unlink(_name(function, key))
            self._server.zrem(_name(function), key)
            size, count = size - sizes[key], count - bool(sizes[key])

    def drop(self, function: str | None = None, key: str | None = None) -> None:
        """Drop an entry, those of a function, or all that nbapp has there."""
        if key is not None:
            assert function is not None
            self._server.unlink(_name(function, key), _name(function, key) + LOCK)
            self._server.zrem(_name(function), key)
            return
        for name in self._server.scan_iter(match=f"{_name(function)}:*" if function else "nbapp:*", count=1000):
            self._server.unlink(name)
        if function is not None:
            self._server.unlink(_name(function))

    def try_lock(self, function: str, key: str) -> _Lease | None:
        """Have an entry for oneself, as long as this process lives."""
        lock = self._server.lock(_name(function, key) + LOCK, timeout=LEASE, thread_local=False)
        return _Lease(lock, (*self.away, *self.failures)) if lock.acquire(blocking=False) else None


class _Lease:
    """A lock that is renewed until its end.

    Parameters
    ----------
    lock : redis.lock.Lock
        Held by this process.
    failures : tuple
        The errors by which it says that it is lost, or that the server is away: then another process may have it.
    """

    def __init__(self, lock: Any, failures: tuple[type[Exception], ...]) -> None:
        self._lock = lock
        self._failures = failures
        self._ended = False
        self._alarm = clock.after(LEASE / 3, self._renew)

    def lasts(self) -> bool:
        """Whether it is this process' still: nobody has cleared its entry, and the server has not lost it."""
        lasts: bool = self._lock.owned()
        return lasts

    def end(self) -> None:
        """Give the lock up."""
        self._ended = True
        for _ in range(2):  # the first one may have set another meanwhile
            self._alarm.cancel()
        with suppress(*self._failures):
            self._lock.release()

    def _renew(self) -> None:
        if not self._ended:
            with suppress(*self._failures):
                self._lock.reacquire()
            self._alarm = clock.after(LEASE / 3, self._renew)


def _name(*parts: str) -> str:
    return ":".join(("nbapp", *parts))

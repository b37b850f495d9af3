"""One computation for a key, however many ask at the same time."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from nbapp.cache.data import DataCache, Entry, Options, cache_of, clear_all


def entry(value: Any) -> Entry:
    """An entry of a plain value."""
    return Entry(lambda: value, [], False)


def together(count: int, work: Callable[[], Any]) -> list[Any]:
    """What several threads get that begin at the same moment."""
    gate = threading.Barrier(count)
    with ThreadPoolExecutor(count) as pool:
        futures = [pool.submit(lambda: (gate.wait(), work())[1]) for _ in range(count)]
        return [future.exception() or future.result() for future in futures]


def test_many_threads_one_computation() -> None:
    """R155: the others wait and get the same entry."""
    cache, calls = DataCache(Options()), []

    def compute() -> Entry:
        calls.append(1)
        time.sleep(0.05)
        return entry(len(calls))

    assert {found.give() for found in together(8, lambda: cache.get(b"a", compute))} == {1}
    assert len(calls) == 1


def test_different_keys_are_computed_side_by_side() -> None:
    """R155: one key does not wait for another."""
    cache, both = DataCache(Options()), threading.Barrier(2, timeout=5)
    keys = iter([b"a", b"b"])
    together(2, lambda: cache.get(next(keys), lambda: (both.wait(), entry(1))[1]))


def test_failure_is_not_kept() -> None:
    """R154, R155: each waiter tries in turn, and gets the error of his own attempt."""
    cache, calls = DataCache(Options()), []

    def compute() -> Entry:
        calls.append(1)
        time.sleep(0.02)
        raise ValueError(len(calls))

    errors = together(3, lambda: cache.get(b"a", compute))
    assert sorted(str(error) for error in errors) == ["1", "2", "3"]
    assert cache.find(b"a") is None


def test_function_that_calls_itself_with_the_same_key() -> None:
    """It recurses as it would without a cache, instead of waiting for itself."""
    cache = DataCache(Options())

    def compute() -> Entry:
        return cache.get(b"a", compute)

    with pytest.raises(RecursionError):
        cache.get(b"a", compute)


def test_clearing_in_the_middle_of_a_computation() -> None:
    """What was begun before the clearing is not kept after it."""
    cache = DataCache(Options())

    def compute() -> Entry:
        cache.clear(b"a")
        return entry(1)

    assert cache.get(b"a", compute).give() == 1
    assert cache.find(b"a") is None


def test_many_tasks_one_computation() -> None:
    """Coroutines share a computation as threads do, and a cancelled waiter does no harm."""
    cache, calls = DataCache(Options()), []

    async def compute() -> Entry:
        calls.append(1)
        await asyncio.sleep(0.02)
        return entry(7)

    async def main() -> list[Any]:
        tasks = [asyncio.ensure_future(cache.get_async(b"a", compute)) for _ in range(4)]
        await asyncio.sleep(0.005)
        tasks[1].cancel()
        return await asyncio.gather(*tasks, return_exceptions=True)

    found = asyncio.run(main())
    assert isinstance(found[1], asyncio.CancelledError)
    assert [found[i].give() for i in (0, 2, 3)] == [7, 7, 7]
    assert len(calls) == 1


def test_cache_of_a_function_is_found_again() -> None:
    """The next run finds the cache of the last one, unless the options are others."""
    key = ("module", "f", b"source")
    cache = cache_of(key, Options(ttl=5))
    assert cache_of(key, Options(ttl=5)) is cache
    assert cache_of(key, Options(ttl=6)) is not cache


def test_old_versions_of_a_function_are_forgotten() -> None:
    """Who edits a function for an hour does not keep the results of every version."""
    first = cache_of(("module", "edited", b"0"), Options())
    for version in range(1, 9):
        cache_of(("module", "edited", b"%d" % version), Options())
    assert cache_of(("module", "edited", b"0"), Options()) is not first


def test_clear_all() -> None:
    """Every function forgets."""
    cache = cache_of(("module", "g", b""), Options())
    cache.get(b"a", lambda: entry(1))
    clear_all()
    assert cache.find(b"a") is None

"""One computation for a key, however many ask at the same time."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from asking import Counter, ask, computed, nothing

from nbapp.cache import cache as cache_room
from nbapp.cache.cache import Cache
from nbapp.cache.caches import Caches
from nbapp.cache.entry import Care, Computed, Entry, Options
from nbapp.cache.flight import TaskCaller, ThreadCaller, finished
from nbapp.signals import StopScript


def together(count: int, work: Callable[[], Any]) -> list[Any]:
    """What several threads get that begin at the same moment."""
    gate = threading.Barrier(count)
    with ThreadPoolExecutor(count) as pool:
        futures = [pool.submit(lambda: (gate.wait(), work())[1]) for _ in range(count)]
        return [future.exception() or future.result() for future in futures]


def soon(condition: Callable[[], bool]) -> bool:
    """Whether something becomes true within a few seconds."""
    end = time.monotonic() + 10
    while not condition() and time.monotonic() < end:
        time.sleep(0.005)
    return condition()


def test_many_threads_one_computation() -> None:
    """R155: the others wait and get the same entry."""
    cache, count = Cache("f", Options()), Counter(0.05)
    assert set(together(8, lambda: ask(cache, count))) == {1}
    assert count.calls == 1


def test_different_keys_are_computed_side_by_side() -> None:
    """R155: one key does not wait for another."""
    cache, both = Cache("f", Options()), threading.Barrier(2, timeout=5)
    keys = iter([b"a", b"b"])
    found = together(2, lambda: ask(cache, lambda: (both.wait(), computed(1))[1], next(keys)))
    assert found == [1, 1]


def test_failure_is_not_kept() -> None:
    """R154, R155: each waiter tries in turn, and gets the error of his own attempt."""
    cache, count = Cache("f", Options()), Counter(0.02, ValueError)
    errors = together(3, lambda: ask(cache, count))
    assert sorted(str(error) for error in errors) == ["1", "2", "3"]
    assert cache.find(b"a") is None


def test_who_waits_can_be_stopped() -> None:
    """R111: a waiting thread looks up; it is stopped alone, and the computation goes on."""
    cache, begun, end = Cache("f", Options()), threading.Event(), threading.Event()

    def compute() -> Computed:
        begun.set()
        end.wait(5)
        return computed(1)

    def stop() -> None:
        raise KeyboardInterrupt

    owner = threading.Thread(target=ask, args=(cache, compute))
    owner.start()
    begun.wait(5)
    with pytest.raises(KeyboardInterrupt):
        ask(cache, compute, touch=stop)
    end.set()
    owner.join()
    assert cache.find(b"a") is not None


def test_interrupted_computation_leaves_nobody_waiting() -> None:
    """An interrupt in the function ends its flight; the next caller computes."""
    cache = Cache("f", Options())

    def struck() -> Computed:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ask(cache, struck)
    assert ask(cache, Counter()) == 1


def test_function_that_calls_itself_with_the_same_key() -> None:
    """It recurses as it would without a cache, instead of waiting for itself."""
    cache = Cache("f", Options())

    def compute() -> Computed:
        return computed(ask(cache, compute))

    with pytest.raises(RecursionError):
        ask(cache, compute)


def test_clearing_in_the_middle_of_a_computation() -> None:
    """What was begun before the clearing is not kept after it."""
    cache = Cache("f", Options())
    assert ask(cache, lambda: (cache.clear(b"a"), computed(1))[1]) == 1
    assert cache.find(b"a") is None


@pytest.mark.parametrize("stored", [False, True])
def test_asking_after_a_clearing(stored: bool, tmp_path: Path) -> None:
    """What was begun before it is given to those who waited before it, and to nobody else."""
    cache = Caches().of(("nbapp.cache", "f", b""), Options(persist=str(tmp_path) if stored else None))
    begun, end = threading.Event(), threading.Event()
    early: list[Any] = []

    def slow() -> Computed:
        begun.set()
        end.wait(5)
        return computed("early")

    owner = threading.Thread(target=lambda: early.append(ask(cache, slow)))
    owner.start()
    begun.wait(5)
    cache.clear()
    with ThreadPoolExecutor(1) as pool:
        late = pool.submit(ask, cache, lambda: computed("late"))
        time.sleep(0.01)
        end.set()
        assert late.result(5) == "late"
    owner.join()
    assert early == ["early"]
    assert ask(cache, Counter()) == "late"


def test_many_tasks_one_computation() -> None:
    """Coroutines share a computation as threads do, and a cancelled waiter does no harm."""
    cache, calls = Cache("f", Options()), []

    async def compute() -> Computed:
        calls.append(1)
        await asyncio.sleep(0.02)
        return computed(7)

    async def ask_() -> Any:
        found = await cache.get(b"a", asyncio.current_task(), TaskCaller(compute, nothing))
        return found.give() if isinstance(found, Entry) else found.kept.first

    async def main() -> list[Any]:
        tasks = [asyncio.ensure_future(ask_()) for _ in range(4)]
        await asyncio.sleep(0.005)
        tasks[1].cancel()
        return await asyncio.gather(*tasks, return_exceptions=True)

    found = asyncio.run(main())
    assert isinstance(found[1], asyncio.CancelledError)
    assert [found[i] for i in (0, 2, 3)] == [7, 7, 7]
    assert len(calls) == 1


def test_object_that_is_no_longer_good_is_made_anew() -> None:
    """R159: at each hit it is looked at; a bad one is let go."""
    cache, released = Cache("f", Options()), []
    cache.care = Care(validate=lambda value: value != 1, on_release=released.append)
    count = Counter()
    assert [ask(cache, count), ask(cache, count), ask(cache, count)] == [1, 2, 2]
    assert released == [1]


def test_objects_are_released() -> None:
    """R159: when they are too many, cleared, or too old; before the new one is made."""
    told: list[Any] = []
    cache = Cache("f", Options(max_entries=2))
    cache.care = Care(on_release=told.append)
    for key in (b"a", b"b", b"c"):
        ask(cache, lambda key=key: computed(key), key)
    assert told == [b"a"]
    cache.clear(b"b")
    cache.clear()
    assert told == [b"a", b"b", b"c"]

    brief = Cache("f", Options(ttl=0.0))
    brief.care = Care(on_release=lambda value: told.append("released"))
    ask(brief, lambda: computed(1))
    told.clear()
    ask(brief, lambda: (told.append("made"), computed(2))[1])
    assert told == ["released", "made"]


def test_release_that_fails_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """It is no error of whoever happens to call; the others are released all the same."""
    cache, released = Cache("f", Options()), []

    def fail_once(value: Any) -> None:
        released.append(value)
        raise OSError("closed already")

    cache.care = Care(on_release=fail_once)
    for key in (b"a", b"b"):
        ask(cache, lambda key=key: computed(key), key)
    cache.clear()
    assert released == [b"a", b"b"]
    assert len(caplog.records) == 2


def test_stale_entry_is_given_while_it_is_computed_anew() -> None:
    """R160: once the new one is there, it is given, and the old object let go."""
    cache, released = Cache("f", Options(ttl=10, background=True)), []
    cache.care = Care(on_release=released.append)
    count = Counter()
    assert ask(cache, count) == 1
    cache.refresh(b"a", count)
    cache._store._now = lambda: time.monotonic() + 11
    gate = threading.Event()
    for _ in range(5):
        cache.refresh(b"a", lambda: (gate.wait(5), count())[1])
    assert ask(cache, count) == 1
    gate.set()
    assert soon(lambda: ask(cache, count) == 2)
    assert (count.calls, released) == (2, [1])


def test_entry_twice_as_old_is_computed_in_the_foreground() -> None:
    """R160: at twice `ttl` it is gone."""
    cache, count = Cache("f", Options(ttl=0.02, background=True)), Counter()
    ask(cache, count)
    time.sleep(0.05)
    assert ask(cache, count) == 2


def test_refresh_that_fails_waits(caplog: pytest.LogCaptureFixture) -> None:
    """It is logged, the old entry stays, and it is not tried again at every hit."""
    cache, count = Cache("f", Options(ttl=100, background=True)), Counter(error=ValueError)
    ask(cache, lambda: computed(1))
    cache._store._now = lambda: time.monotonic() + 101
    for _ in range(3):
        cache.refresh(b"a", count)
        assert soon(lambda: not cache._flights)
        time.sleep(0.01)
    assert ask(cache, count) == 1
    assert count.calls == 1
    assert "ValueError" in caplog.text


def test_refresh_of_what_was_cleared_is_let_go() -> None:
    """R159: nobody else would release what nobody got."""
    cache, released = Cache("f", Options(ttl=100, background=True)), []
    cache.care = Care(on_release=released.append)
    ask(cache, lambda: computed(1))
    cache._store._now = lambda: time.monotonic() + 101
    cache.refresh(b"a", lambda: (cache.clear(), computed(2))[1])
    assert soon(lambda: released == [1, 2])
    assert cache.find(b"a") is None


def test_refresh_that_is_stopped(caplog: pytest.LogCaptureFixture) -> None:
    """`stop` in a function ends its computation, as an error does; no thread dies of it."""
    cache = Cache("f", Options(ttl=100, background=True))
    ask(cache, lambda: computed(1))
    cache._store._now = lambda: time.monotonic() + 101

    def stopped() -> Computed:
        raise StopScript

    cache.refresh(b"a", stopped)
    assert soon(lambda: "failed in the background" in caplog.text)
    assert soon(lambda: not cache._flights)


@pytest.mark.parametrize("where", ["_board", "find"])
def test_interrupt_anywhere_leaves_nobody_waiting(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also between the beginning of a flight and its computation."""
    cache = Cache("f", Options())
    real = getattr(cache, where)

    def struck(*args: Any) -> Any:
        real(*args)
        raise KeyboardInterrupt

    monkeypatch.setattr(cache, where, struck)
    with pytest.raises(KeyboardInterrupt):
        finished(cache.get(b"a", threading.get_ident(), ThreadCaller(Counter(), nothing)))
    monkeypatch.setattr(cache, where, real)
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(ask, cache, Counter()).result(10) == 1


def test_few_refreshes_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What finds no thread stays stale until the next hit."""
    monkeypatch.setattr(cache_room, "AT_ONCE", threading.BoundedSemaphore(1))
    cache, gate, count = Cache("f", Options(ttl=100, background=True)), threading.Event(), Counter()
    for key in (b"a", b"b"):
        ask(cache, lambda: computed(0), key)
    cache._store._now = lambda: time.monotonic() + 101
    cache.refresh(b"a", lambda: (gate.wait(5), computed(1))[1])
    cache.refresh(b"b", count)
    gate.set()
    assert soon(lambda: not cache._flights)
    assert count.calls == 0


def test_size_counts(caplog: pytest.LogCaptureFixture) -> None:
    """R156: the entries used longest ago go; a single one that is too large stays, with a warning."""
    cache = Cache("f", Options(max_size=1000))
    for key, size in ((b"a", 400), (b"b", 400), (b"c", 400)):
        ask(cache, lambda size=size: computed(b"x" * size), key)
    assert cache.find(b"a") is None
    assert cache.find(b"b") is not None
    ask(cache, lambda: computed(b"x" * 2000), b"d")
    assert [cache.find(key) is not None for key in (b"b", b"c", b"d")] == [False, False, True]
    assert "more than the `max_size`" in caplog.text

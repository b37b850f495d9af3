"""Entries on a Redis server: a real one."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import redis.connection
import redis_server
from asking import Counter, ask, computed
from processes import Machine

from nbapp.cache import redis as redis_room
from nbapp.cache.caches import Caches
from nbapp.cache.entry import Options
from nbapp.cache.redis import Redis

F, G = "f" * 32, "0" * 32


@pytest.fixture(autouse=True)
def short_leases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Locks are renewed five times a second: no test waits long for the end of that."""
    monkeypatch.setattr(redis_room, "LEASE", 0.6)


@pytest.fixture
def server(redis_address: str) -> Iterator[Redis]:
    """An empty one."""
    server = Redis(redis_address)
    server._server.flushall()
    yield server
    server._server.close()


def put(server: Redis, key: str, data: bytes, function: str = F, ttl: float | None = None) -> object:
    """Put an entry there."""
    stamp = server.write(function, key, [data], ttl)
    time.sleep(0.002)
    return stamp


def keys(server: Redis) -> set[str]:
    """The keys of a function that have an entry."""
    return {key for key in "abcd" if server.read(F, key) is not None}


def test_entry_comes_back_with_its_stamp(server: Redis) -> None:
    """Another version has another stamp."""
    assert (server.read(F, "a"), server.stamp(F, "a")) == (None, None)
    stamp = put(server, "a", bytes(range(100)))
    assert server.read(F, "a") == (bytes(range(100)), stamp)
    assert server.stamp(F, "a") == stamp
    assert put(server, "a", bytes(range(1, 101))) != stamp


def test_server_forgets_by_itself(server: Redis) -> None:
    """After `ttl` seconds."""
    put(server, "a", b"x" * 50, ttl=0.05)
    time.sleep(0.06)
    assert server.read(F, "a") is None
    assert server._server.keys() == []


def test_what_has_ended_leaves_no_trace(server: Redis) -> None:
    """The list of what was used when does not grow for ever, where a function is asked for ever."""
    for key in "abcd":
        put(server, key, b"x" * 50, ttl=0.05)
        time.sleep(0.03)
    assert server._server.zcard(f"nbapp:{F}") <= 2


def test_entries_used_longest_ago_go(server: Redis) -> None:
    """Down to a number, or to a size; one that has ended by itself does not count."""
    put(server, "d", b"x" * 50, ttl=0.001)
    for key in "abc":
        put(server, key, b"x" * 50)
    server.use(F, "a")
    server.use(F, "never there")
    server.trim(F, 3, None)
    assert keys(server) == {"a", "b", "c"}
    server.trim(F, 2, None)
    assert keys(server) == {"a", "c"}
    server.trim(F, None, 40)
    assert keys(server) == {"a"}


def test_dropping(server: Redis) -> None:
    """One entry, those of a function, all; nobody else's keys."""
    server._server.set("theirs", b"1")
    for key in "ab":
        put(server, key, b"x" * 50)
        put(server, key, b"x" * 50, function=G)
    server.drop(F, "a")
    assert keys(server) == {"b"}
    server.drop(F)
    assert (keys(server), server.read(G, "a") is None) == (set(), False)
    server.drop()
    assert server._server.keys() == [b"theirs"]


def test_lock_is_renewed_until_it_is_given_up(
    server: Redis, redis_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A long computation keeps it; afterwards it is anybody's."""
    monkeypatch.setattr(redis_room, "LEASE", 1.5)
    other = Redis(redis_address)
    hold = server.try_lock(F, "a")
    assert hold is not None
    time.sleep(2.0)
    assert other.try_lock(F, "a") is None
    assert hold.lasts()
    hold.end()
    again = other.try_lock(F, "a")
    assert again is not None
    again.end()
    other._server.close()


def test_machines_compute_once(tmp_path: Path, redis_address: str, server: Redis) -> None:
    """Processes in different folders, as on different machines."""
    machines = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        machines.append(Machine(tmp_path / name, "redis", NBAPP_REDIS_URL=redis_address))
    started = [machine.start(0.5) for machine in machines]
    assert [process.communicate(timeout=30)[0].splitlines()[-1] for process in started] == ["{'number': [3]}"] * 2
    assert sum(machine.calls for machine in machines) == 1


def kernels(address: str, **options: Any) -> list[Any]:
    """The cache of one function in two kernels."""
    return [Caches().of(("nbapp.cache", "f", b""), Options(persist=address, **options)) for _ in range(2)]


def test_what_another_kernel_clears_is_gone_soon(
    redis_address: str, server: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What memory has is given away for a second before the server is asked again."""
    one, other = kernels(redis_address)
    count = Counter()
    assert [ask(one, count), ask(other, count)] == [1, 1]
    one.clear()
    assert ask(other, count) == 1
    monkeypatch.setattr(Redis, "trust", 0.0)
    assert ask(other, count) == 2


@pytest.mark.parametrize("key", [(), (b"a",)], ids=["function", "entry"])
def test_clearing_by_another_kernel_in_the_middle_of_a_computation(redis_address: str, server: Redis, key: Any) -> None:
    """R164: what was begun before it is given to the caller, and kept nowhere."""
    one, other = kernels(redis_address)
    assert ask(one, lambda: (other.clear(*key), computed("early"))[1]) == "early"
    assert server._server.keys() == []
    assert [ask(one, lambda: computed("late")), ask(other, Counter())] == ["late", "late"]


def test_damaged_entry_is_computed_anew(redis_address: str, server: Redis, caplog: pytest.LogCaptureFixture) -> None:
    """As on disk."""
    one, other = kernels(redis_address)
    count = Counter()
    ask(one, count)
    (name,) = server._server.keys("nbapp:*:61")
    server._server.setrange(name, 60, b"?")
    assert ask(other, count) == 2
    assert "computed anew" in caplog.text


def test_app_goes_on_without_the_server(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is tried and told once, not for each call; when the server is back, it is used again."""
    tries, connect = [], redis.connection.AbstractConnection.connect
    monkeypatch.setattr(
        redis.connection.AbstractConnection, "connect", lambda one: (tries.append(one), connect(one))[1]
    )
    port = redis_server.free_port()
    one = kernels(f"redis://:secret@127.0.0.1:{port}/0")[0]
    count = Counter()
    assert [ask(one, count), ask(one, count), ask(one, count, b"b")] == [1, 1, 2]
    assert len(tries) == 1
    assert len([record for record in caplog.records if "cannot be reached" in record.getMessage()]) == 1
    assert f"127.0.0.1:{port}" in caplog.text
    assert "secret" not in caplog.text
    with redis_server.running(tmp_path, port):
        one.shelf.parcels.back = 0.0
        assert ask(one, count, b"c") == 3


def test_server_that_goes_away_meanwhile(tmp_path: Path) -> None:
    """Between the lock and the result, or between two hits: what memory has counts."""
    port = redis_server.free_port()
    address = f"redis://127.0.0.1:{port}/0"
    one = kernels(address)[0]
    count = Counter()
    with redis_server.running(tmp_path, port) as running:
        ask(one, count)
        assert ask(one, lambda: (running.terminate(), running.wait(), count())[2], b"b") == 2
    assert [ask(one, count), ask(one, count, b"b")] == [1, 2]


def test_too_large_for_the_server(redis_address: str, server: Redis, caplog: pytest.LogCaptureFixture) -> None:
    """It is kept in memory, and the server is used for others."""
    server._server.config_set("proto-max-bulk-len", 2**20)
    try:
        one = kernels(redis_address)[0]
        big = b"x" * 2**21
        assert ask(one, lambda: computed(big)) == ask(one, Counter()) == big
        assert "kept in this process alone" in caplog.text
    finally:
        server._server.config_set("proto-max-bulk-len", 2**29)


def test_package_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the extra that has it."""
    monkeypatch.setitem(sys.modules, "redis", None)
    with pytest.raises(ModuleNotFoundError, match=r"nbapp\[redis\]"):
        Redis("redis://localhost")

"""Entries by key, for a while, up to a number."""

from __future__ import annotations

from nbapp.cache.store import Store


class Watch:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


def test_entry_is_kept_and_removed() -> None:
    """What was set is there until it is removed."""
    store: Store[int] = Store()
    store.set(b"a", 1)
    assert store.get(b"a") == 1
    store.remove(b"a")
    store.remove(b"a")
    assert store.get(b"a") is None


def test_entry_expires() -> None:
    """After `ttl` seconds an entry no longer counts, and its memory is given back by the next one."""
    watch = Watch()
    store: Store[int] = Store(ttl=10, now=watch)
    store.set(b"a", 1)
    watch.time += 9.9
    assert store.get(b"a") == 1
    watch.time += 0.2
    store.set(b"b", 2)
    assert len(store) == 1
    assert store.get(b"a") is None


def test_entry_used_longest_ago_goes_first() -> None:
    """Above `max_entries` the least recently used entry is dropped."""
    store: Store[int] = Store(max_entries=2)
    store.set(b"a", 1)
    store.set(b"b", 2)
    store.get(b"a")
    store.set(b"c", 3)
    assert store.get(b"b") is None
    assert (store.get(b"a"), store.get(b"c")) == (1, 3)


def test_clear_drops_everything() -> None:
    """Nothing is left after `clear`."""
    store: Store[int] = Store()
    store.set(b"a", 1)
    store.clear()
    assert len(store) == 0


def test_size_counts() -> None:
    """The entries used longest ago make room; one that is too large alone stays until the next."""
    store: Store[int] = Store(max_size=100)
    assert store.set(b"a", 1, 60) == []
    assert store.set(b"b", 2, 40) == []
    store.get(b"a")
    assert store.set(b"c", 3, 10) == [2]
    assert store.set(b"d", 4, 500) == [1, 3]
    assert store.set(b"e", 5, 1) == [4]


def test_entry_that_was_made_before() -> None:
    """What another process made is as old as it is."""
    watch = Watch()
    store: Store[int] = Store(ttl=10, now=watch)
    store.set(b"a", 1, age=8)
    assert store.age(b"a") == 8
    watch.time += 2
    assert store.get(b"a") is None
    assert store.sweep() == [1]
    assert store.age(b"a") == 0


def test_only_the_entry_that_is_meant_is_removed() -> None:
    """Another thread may have set a new one meanwhile."""
    store: Store[list[int]] = Store()
    old, new = [1], [1]
    store.set(b"a", old)
    assert store.set(b"a", new) == [old]
    assert store.remove(b"a", old) == []
    assert store.remove(b"a", new) == [new]

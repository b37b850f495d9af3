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

"""The caches of all functions, and of sessions."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

from asking import ask, computed

from nbapp.cache.caches import Caches
from nbapp.cache.entry import Care, Options


class Session:
    """Stands for one."""


def test_cache_of_a_function_is_found_again() -> None:
    """The next run finds the cache of the last one."""
    caches, key = Caches(), ("module", "f", b"source")
    cache = caches.of(key, Options(ttl=5))
    assert caches.of(key, Options(ttl=5)) is cache
    assert caches.of(("module", "f", b"edited"), Options(ttl=5)) is not cache


def test_functions_that_differ_in_their_options_alone() -> None:
    """A factory may make two: neither empties the other's cache, and both are cleared with all."""
    caches, key = Caches(), ("module", "f", b"source")
    for _ in range(2):
        brief, long = (caches.of(key, Options(ttl=ttl)) for ttl in (5, 6))
        assert [ask(brief, lambda: computed("brief")), ask(long, lambda: computed("long"))] == ["brief", "long"]
    assert (caches.of(key, Options(ttl=5)), caches.of(key, Options(ttl=6))) == (brief, long)
    caches.clear()
    assert [cache.find(b"a") for cache in (brief, long)] == [None, None]


def test_old_versions_of_a_function_are_forgotten() -> None:
    """Who edits a function for an hour does not keep the results of every version."""
    caches = Caches()
    first, released = caches.of(("module", "edited", b"0"), Options()), []
    first.care = Care(on_release=released.append)
    ask(first, lambda: computed(1))
    for version in range(1, 9):
        caches.of(("module", "edited", b"%d" % version), Options())
    assert caches.of(("module", "edited", b"0"), Options()) is not first
    assert released == [1]


def test_functions_of_a_module_that_is_gone_are_forgotten() -> None:
    """Their objects are released; those of other modules stay."""
    caches, released = Caches(), []
    for module in ("gone", "here"):
        cache = caches.of((module, "f", b""), Options())
        cache.care = Care(on_release=released.append)
        ask(cache, lambda module=module: computed(module))
    caches.forget({"gone"})
    assert released == ["gone"]
    assert caches.of(("here", "f", b""), Options()).find(b"a") is not None


def test_clear() -> None:
    """Every function forgets, in every session."""
    caches = Caches()
    session = Session()
    for owner in (caches.of(("module", "g", b""), Options()), caches.of(("module", "g", b""), Options(), session)):
        ask(owner, lambda: computed(1))
    caches.clear()
    assert caches.of(("module", "g", b""), Options()).find(b"a") is None
    assert caches.of(("module", "g", b""), Options(), session).find(b"a") is None


def test_caches_of_a_session_end_with_it() -> None:
    """R158: its objects are released; one that is forgotten without an end is forgotten here too."""
    caches, one, other, released = Caches(), Session(), Session(), []
    for owner in (one, other):
        cache = caches.of(("module", "f", b""), Options(), owner)
        cache.care = Care(on_release=released.append)
        ask(cache, lambda owner=owner: computed(owner is one))
    assert caches.has(one)
    caches.end(one)
    caches.end(one)
    assert released == [True]
    assert not caches.has(one)
    assert caches.has(other)
    released.clear()
    del owner, other, cache
    gc.collect()
    assert len(caches._of) == 0


def test_stores_are_emptied_only_where_that_is_wanted(tmp_path: Path) -> None:
    """A stranger's page forgets what its own kernel has."""
    caches, key = Caches(), ("module", "f", b"")

    def cached() -> Any:
        return ask(
            caches.of(key, Options(persist=str(tmp_path))), lambda: computed(len(list(tmp_path.rglob("*.entry"))))
        )

    assert cached() == 0
    caches.clear(stores=False)
    assert cached() == 0
    assert len(list(tmp_path.rglob("*.entry"))) == 1
    caches.clear()
    assert not list(tmp_path.rglob("*.entry"))

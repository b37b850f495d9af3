"""The caches of all functions of one decorator: those of the kernel, and those of each session."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Collection
from pathlib import Path
from weakref import WeakKeyDictionary

from nbapp.cache.cache import Cache
from nbapp.cache.disk import Disk
from nbapp.cache.entry import Options
from nbapp.cache.function import origin_of
from nbapp.cache.redis import Redis
from nbapp.cache.shelf import Parcels, Shelf

VERSIONS = 8
"""How many functions of one name, told apart by their source, keep a cache at the same time."""

Key = tuple[str, str, bytes]
"""A function: its module, its name, a digest of its source (`function.function_key`)."""


class Owner:
    """Whose caches they are: the kernel's, or those of a session (any object that can be referred to weakly)."""


KERNEL = Owner()

_Versions = dict[tuple[str, str], OrderedDict[bytes, Cache]]


class Caches:
    """Finds the cache of a function, the next run the one of the last.

    Examples
    --------
    >>> caches = Caches()
    >>> caches.of(("module", "f", b"source"), Options()) is caches.of(("module", "f", b"source"), Options())
    True
    """

    def __init__(self) -> None:
        self._of: WeakKeyDictionary[object, _Versions] = WeakKeyDictionary()
        self._lock = threading.Lock()

    def of(self, function: Key, options: Options, owner: object = KERNEL) -> Cache:
        """Return the cache of a function: the one it had, unless its options are others now.

        Parameters
        ----------
        function : tuple
            Module, name and source.
        options : Options
            How long, how many, where.
        owner : object
            Whose it is.
        """
        module, name, source = function
        gone = []
        with self._lock:
            versions = self._of.setdefault(owner, {}).setdefault((module, name), OrderedDict())
            cache = versions.get(source)
            if cache is None or cache.options != options:
                gone = [cache] if cache is not None else []
                cache = versions[source] = Cache(name, options, shelf_of(function, options))
            versions.move_to_end(source)
            while len(versions) > VERSIONS:
                gone.append(versions.popitem(last=False)[1])
        for old in gone:
            old.clear(shelf=False)
        return cache

    def has(self, owner: object) -> bool:
        """Whether a session has caches."""
        return owner in self._of

    def clear(self, stores: bool = True) -> None:
        """Drop the entries of every function, of every session.

        Parameters
        ----------
        stores : bool
            Empty the stores outside of the process too.
        """
        with self._lock:
            caches = [
                cache for owned in self._of.values() for versions in owned.values() for cache in versions.values()
            ]
        for cache in caches:
            cache.clear(shelf=False)
        if stores:
            for shelf in {id(cache.shelf.parcels): cache.shelf for cache in caches if cache.shelf is not None}.values():
                shelf.drop_all()

    def end(self, owner: object) -> None:
        """Drop the caches of a session that has ended."""
        with self._lock:
            owned = self._of.pop(owner, {})
        for versions in owned.values():
            for cache in versions.values():
                cache.clear()

    def forget(self, modules: Collection[str]) -> None:
        """Drop the caches of the functions of modules that nobody runs any more; what stores outside hold stays.

        Parameters
        ----------
        modules : collection of str
            Their names.
        """
        gone: list[Cache] = []
        with self._lock:
            for owned in self._of.values():
                for function in [each for each in owned if each[0] in modules]:
                    gone += owned.pop(function).values()
        for cache in gone:
            cache.clear(shelf=False)


_stores: dict[str, Parcels] = {}


def shelf_of(function: Key, options: Options) -> Shelf | None:
    """Return where a function's entries are kept outside of the process, None for nowhere.

    Raises
    ------
    CacheFolderRefusedError, ModuleNotFoundError
        If the store cannot be used.
    """
    if options.persist is None:
        return None
    place, on_disk = options.persist, "://" not in options.persist
    if place not in _stores:
        _stores[place] = Disk(Path(place)) if on_disk else Redis(place)
    return Shelf(function[1], _stores[place], origin_of(function, shared=not on_disk), options)


data = Caches()
"""Those of `cache_data`."""

resources = Caches()
"""Those of `cache_resource`."""

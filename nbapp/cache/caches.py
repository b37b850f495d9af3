"""The caches of all functions of one decorator: those of the kernel, and those of each session."""

from __future__ import annotations

import logging
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
from nbapp.errors import NO_STORE

log = logging.getLogger("nbapp")

VERSIONS = 8
"""How many functions of one name, told apart by their source and options, keep a cache at the same time."""

Key = tuple[str, str, bytes]
"""A function: its module, its name, a digest of its source (`function.function_key`)."""


class Owner:
    """Whose caches they are: the kernel's, or those of a session (any object that can be referred to weakly)."""


KERNEL = Owner()

_Versions = dict[tuple[str, str], OrderedDict[tuple[bytes, Options], Cache]]


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
        """Return the cache of a function, the one it had; where its source or its options are others, another one.

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
        gone, version = [], (source, options)
        with self._lock:
            versions = self._of.setdefault(owner, {}).setdefault((module, name), OrderedDict())
            if version not in versions:
                versions[version] = Cache(name, options, shelf_of(function, options))
            cache = versions[version]
            versions.move_to_end(version)
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
    """Return where a function's entries are kept outside of the process; None for nowhere, or if no folder can be made.

    Raises
    ------
    CacheFolderRefusedError, ModuleNotFoundError
        If the store cannot be used.
    """
    if options.persist is None:
        return None
    place, on_disk = options.persist, "://" not in options.persist
    if place not in _stores:
        try:
            _stores[place] = Disk(Path(place)) if on_disk else Redis(place)
        except OSError as error:
            log.warning(NO_STORE, function[1], error)
            return None
    return Shelf(function[1], _stores[place], origin_of(function, shared=not on_disk), options)


data = Caches()
"""Those of `cache_data`."""

resources = Caches()
"""Those of `cache_resource`."""

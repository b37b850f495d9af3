"""The query: what stands behind the `?` of the address, as texts by name."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import parse_qs, urlencode
from weakref import WeakMethod

from nbapp.errors import (
    RESERVED_PARAMETER,
    StreamlitAPIException,
    StreamlitInvalidParameterTypeError,
    StreamlitQueryParamDictValueError,
)

PAGE = "nbapp-page"
"""The parameter that names the page."""

RESERVED = frozenset({PAGE, "embed", "embed_options"})
"""Parameters that no script sees or sets."""

LONGEST = 512 * 1024
"""Characters of the longest query that is read."""

FIELDS = 1000
"""Parameters that a query has at most."""

Texts = dict[str, list[str]]

Given = Mapping[str, Any] | Iterable[tuple[str, Any]]
"""Parameters as a script gives them: a mapping or pairs; each value a text, or several."""


def read(text: str) -> Texts:
    """Read what stands behind the `?` of an address; what is too long counts as nothing.

    Examples
    --------
    >>> read("a=1&b=&a=2&embed=true")
    {'a': ['1', '2'], 'b': ['']}
    """
    if len(text) > LONGEST:
        return {}
    try:
        found = parse_qs(text, keep_blank_values=True, max_num_fields=FIELDS)
    except ValueError:
        return {}
    return {name: values for name, values in found.items() if not is_reserved(name)}


def written(texts: Mapping[str, Iterable[str]]) -> str:
    """Write texts as they stand behind the `?`.

    Examples
    --------
    >>> written({"a": ["1", "2"], "b": ["x y"]})
    'a=1&a=2&b=x+y'
    """
    return urlencode([(name, value) for name, values in texts.items() for value in values], errors="replace")


def is_reserved(name: str) -> bool:
    """Whether a name is one of those that no script sees or sets."""
    return name.lower() in RESERVED


def checked_texts(given: Any) -> Texts:
    """Return the parameters that a script gives as texts; a name that comes twice among pairs is repeated.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If they are neither a mapping nor pairs.
    StreamlitAPIException
        If a name is reserved.
    StreamlitQueryParamDictValueError
        If a value is a dict.

    Examples
    --------
    >>> checked_texts({"a": 1, "b": ["x", True]}), checked_texts([("a", 1), ("a", 2)])
    ({'a': ['1'], 'b': ['x', 'True']}, {'a': ['1', '2']})
    """
    texts: Texts = {}
    for name, value in _pairs(given):
        key = str(name)
        if isinstance(value, Mapping):
            raise StreamlitQueryParamDictValueError(key)
        if is_reserved(key):
            raise StreamlitAPIException(RESERVED_PARAMETER.format(key=key))
        several = isinstance(value, Iterable) and not isinstance(value, (str, bytes))
        texts.setdefault(key, []).extend([str(each) for each in value] if several else [str(value)])
    return texts


def _pairs(given: Any) -> list[tuple[Any, Any]]:
    """The names and values of a mapping, or of pairs."""
    if hasattr(given, "keys") and hasattr(given, "__getitem__"):
        return [(name, given[name]) for name in given.keys()]  # noqa: SIM118  all that it needs to have
    pairs = list(given) if isinstance(given, Iterable) and not isinstance(given, (str, bytes)) else [given]
    if all(isinstance(pair, (tuple, list)) and len(pair) == 2 for pair in pairs):
        return [(name, value) for name, value in pairs]
    raise StreamlitInvalidParameterTypeError("query_params", ["a mapping", "pairs of name and value"], given)


class Query:
    """The query of one address: that of a kernel, which its apps share, or that of a test.

    Whoever shows it is told of changes. A parameter that shows the value of an input is *bound* to it. The address has
    room for one page: where several apps have pages, it names that of the app whose reader turned last.
    """

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._texts: Texts = {}
        self._bound: dict[str, set[int]] = {}
        self._told: dict[int, WeakMethod[Callable[[bool | None], None]]] = {}
        self._pages: dict[int, frozenset[str]] = {}
        self._named: int | None = None

    def __iter__(self) -> Iterator[str]:
        return iter(list(self._texts))

    def __len__(self) -> int:
        return len(self._texts)

    def __contains__(self, name: object) -> bool:
        return name in self._texts

    def __str__(self) -> str:
        with self._lock:
            return written(self._texts)

    def get(self, name: str) -> list[str] | None:
        """Return the texts of a name, None where it is absent."""
        with self._lock:
            texts = self._texts.get(name)
            return None if texts is None else list(texts)

    def replace(self, texts: Mapping[str, Iterable[str]], by: int | None = None, history: bool | None = None) -> None:
        """Take a whole new query.

        Parameters
        ----------
        texts : mapping
            All of it.
        by : int, optional
            The watcher that knows of it; the others are told.
        history : bool, optional
            A reader went to another address: back or forward, or by opening it. None where a script did it.
        """
        with self._lock:
            after = {name: list(values) for name, values in texts.items() if not is_reserved(name)}
            if after == self._texts:
                return
            self._texts = after
        self._tell(by, history)

    def set(self, name: str, texts: Iterable[str]) -> bool:
        """Set one parameter, and tell nobody: who sets several calls `tell` afterwards.

        Returns
        -------
        bool
            Whether that changed anything.
        """
        with self._lock:
            after = list(texts)
            if self._texts.get(name) == after:
                return False
            self._texts[name] = after
            return True

    def remove(self, name: str) -> bool:
        """Remove one parameter, in the same way."""
        with self._lock:
            return self._texts.pop(name, None) is not None

    def begin(self) -> None:
        """A run of an app begins: what has no values is not in the address, and now is gone."""
        with self._lock:
            for name in [name for name, texts in self._texts.items() if not texts]:
                del self._texts[name]

    def tell(self) -> None:
        """Tell all who show it that a script has changed it."""
        self._tell(None, None)

    def bind(self, name: str, holder: int) -> None:
        """Say that a parameter shows the value of an input."""
        with self._lock:
            self._bound.setdefault(name, set()).add(holder)

    def unbind(self, name: str, holder: int) -> None:
        """Say that it does so no more; without an input it is not in the address either."""
        with self._lock:
            holders = self._bound.get(name, set())
            holders.discard(holder)
            if not holders:
                self._bound.pop(name, None)

    def is_bound(self, name: str) -> bool:
        """Whether a parameter shows the value of an input."""
        return name in self._bound

    def watch(self, watcher: int, told: Callable[[bool | None], None]) -> None:
        """Have somebody told, for as long as it exists.

        Parameters
        ----------
        watcher : int
            Its number.
        told : bound method
            Takes how a reader came to the new address: True for back and forward; None where a script set it.
        """
        self._told[watcher] = WeakMethod(told, lambda _: self.unwatch(watcher))

    def unwatch(self, watcher: int) -> None:
        """Tell it no more; its pages are gone."""
        self._told.pop(watcher, None)
        self._pages.pop(watcher, None)
        if self._named == watcher:
            self._named = None

    def list_pages(self, watcher: int, names: Iterable[str]) -> None:
        """Say which pages an app has."""
        self._pages[watcher] = frozenset(names)

    def is_elsewhere(self, name: str, watcher: int) -> bool:
        """Whether another app than this has a page of that name."""
        return any(name in names for other, names in list(self._pages.items()) if other != watcher)

    def names_page_of(self, watcher: int) -> bool:
        """Whether the address names the page of this app, or of none yet."""
        return self._named in (None, watcher)

    def name_page_of(self, watcher: int) -> None:
        """Have the address name the page of this app; the others are told."""
        before, self._named = self._named, watcher
        if before != watcher:
            self._tell(watcher, None)

    def _tell(self, by: int | None, history: bool | None) -> None:
        for watcher, reference in list(self._told.items()):
            told = reference() if watcher != by else None
            if told is not None:
                told(history)


shared = Query()
"""The query of this process: every app of a kernel, and its ordinary cells, share it, as they share one address."""

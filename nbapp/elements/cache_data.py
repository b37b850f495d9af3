"""`cache_data`: a function whose results are kept, and with them what it drew."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Literal, ParamSpec, TypeVar, overload

from nbapp.cache.caches import data
from nbapp.cache.copies import kept
from nbapp.cache.disk import default_folder
from nbapp.cache.entry import Care
from nbapp.cache.hashing import HashFuncs
from nbapp.cache.size import bytes_of
from nbapp.elements.cached import CachedFunction, Manner, checked_options, decorated
from nbapp.errors import REDIS_MISSING, StreamlitIncompatibleParametersError, StreamlitValueError

Params = ParamSpec("Params")
Result = TypeVar("Result")

SERVERS = ("redis://", "rediss://", "unix://")
"""How the address of a Redis server begins."""


class CacheData:
    """Decorate a function, so that its results are kept for the next call with the same arguments.

    Results live in the kernel and outlive reruns. Each caller gets a value of his own: changing it never changes what
    is kept. Data that cannot be harmed is shared instead of copied: plain values, Arrow tables, polars frames, numbers
    in pandas frames where pandas copies on write, read-only arrays. Arguments whose name begins with an underscore do
    not count. What the function draws is drawn again when its result comes from the cache. `clear()`, of the decorated
    function or of `cache_data` itself, forgets. It can be `async`, or a method whose first parameter is `_self`.

    Parameters
    ----------
    func : callable
        The function; without it, a decorator is returned.
    ttl : float, timedelta or str, optional
        How long a result counts: seconds, or a text such as "1d2h".
    max_entries : int, optional
        How many results are kept; the one used longest ago goes first.
    max_size : int or str, optional
        How many bytes the results have together when pickled: a number, or a text such as "200MB".
    show_spinner : bool or str
        Whether a reader sees that the function works, or what he reads meanwhile.
    show_time : bool
        Count the seconds meanwhile.
    persist : str or bool, optional
        Keep results outside of the kernel too: "disk" (or True) for a folder that all kernels of this user share,
        "redis" for the server that `NBAPP_REDIS_URL` names, or the address of one.
    hash_funcs : dict, optional
        Functions by type (or by "module.Type") that turn an argument into one that can be hashed.
    scope : str
        "global", or "session": each app has results of its own, and they end with it.
    refresh_mode : str
        "foreground", or "background": a result older than `ttl` is given once more, up to twice that age, while it is
        computed anew.

    Returns
    -------
    CachedFunction
        The function, with `clear()`.

    Raises
    ------
    StreamlitValueError and others
        If a parameter cannot be used: each says what is allowed.

    Examples
    --------
    >>> import nbapp
    >>> @nbapp.cache_data(ttl="1h")
    ... def square(number):
    ...     return number**2
    >>> square(3)
    9
    """

    @overload
    def __call__(self, func: Callable[Params, Result]) -> CachedFunction[Params, Result]: ...

    @overload
    def __call__(
        self,
        func: None = None,
        *,
        ttl: float | timedelta | str | None = None,
        max_entries: int | None = None,
        max_size: int | str | None = None,
        show_spinner: bool | str = True,
        show_time: bool = False,
        persist: str | bool | None = None,
        hash_funcs: HashFuncs | None = None,
        scope: Literal["global", "session"] = "global",
        refresh_mode: Literal["foreground", "background"] = "foreground",
    ) -> Callable[[Callable[Params, Result]], CachedFunction[Params, Result]]: ...

    def __call__(
        self,
        func: Callable[..., Any] | None = None,
        *,
        ttl: float | timedelta | str | None = None,
        max_entries: int | None = None,
        max_size: int | str | None = None,
        show_spinner: bool | str = True,
        show_time: bool = False,
        persist: str | bool | None = None,
        hash_funcs: HashFuncs | None = None,
        scope: Literal["global", "session"] = "global",
        refresh_mode: Literal["foreground", "background"] = "foreground",
    ) -> Any:
        """Decorate a function, or return what does."""
        options = checked_options(ttl, max_entries, refresh_mode, scope)
        store = checked_store(persist)
        if store is not None and (options.background or scope == "session"):
            other = "scope" if scope == "session" else "refresh_mode"
            raise StreamlitIncompatibleParametersError(other, "persist", f"Leave one of the two out: {WHY[other]}")
        options = options._replace(max_size=bytes_of(max_size), persist=store)
        return decorated(func, Manner(data, kept, options, Care(), scope, hash_funcs, show_spinner, show_time))

    def clear(self) -> None:
        """Forget the results of all functions, in every session, on disk and on Redis."""
        data.clear()


WHY = {
    "scope": "the results of a session end with it, those outside of the kernel are everybody's.",
    "refresh_mode": "results outside of the kernel are computed anew when they are too old, in the foreground.",
}


def checked_store(persist: str | bool | None) -> str | None:
    """Return where results are kept outside of the kernel: a folder, the address of a Redis server, or None.

    Raises
    ------
    StreamlitValueError
        If `persist` is none of that, or no server is named.
    """
    if persist is None or persist is False:
        return None
    if persist is True or persist == "disk":
        return str(default_folder())
    if persist == "redis" and not os.environ.get("NBAPP_REDIS_URL"):
        raise StreamlitValueError("persist", ["'disk'", "'redis'", "None"], persist, REDIS_MISSING)
    address = os.environ["NBAPP_REDIS_URL"] if persist == "redis" else persist
    if not isinstance(address, str) or not address.startswith(SERVERS):
        raise StreamlitValueError("persist", ["'disk'", "'redis'", "the address of a Redis server", "None"], persist)
    return address


cache_data = CacheData()
"""The decorator that keeps a function's results."""

"""`cache_resource`: a function whose result all callers share."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Literal, ParamSpec, TypeVar, overload

from nbapp.cache.caches import resources
from nbapp.cache.copies import as_it_is
from nbapp.cache.entry import Care
from nbapp.cache.hashing import HashFuncs
from nbapp.elements.cached import CachedFunction, Manner, checked_options, decorated
from nbapp.errors import StreamlitInvalidParameterTypeError

Params = ParamSpec("Params")
Result = TypeVar("Result")


class CacheResource:
    """Decorate a function that makes what all callers share: a connection, a model, a client.

    The object lives in the kernel and outlives reruns. Every call with the same arguments gives that very object, so
    it must bear being used by several threads. Everything else is as for `cache_data`.

    Parameters
    ----------
    func : callable
        The function; without it, a decorator is returned.
    ttl : float, timedelta or str, optional
        How long an object counts: seconds, or a text such as "1d2h".
    max_entries : int, optional
        How many objects are kept; the one used longest ago goes first.
    show_spinner : bool or str
        Whether a reader sees that the function works, or what he reads meanwhile.
    show_time : bool
        Count the seconds meanwhile.
    validate : callable, optional
        Called with the object at each call; if it returns False, the object is let go and made anew.
    hash_funcs : dict, optional
        Functions by type (or by "module.Type") that turn an argument into one that can be hashed.
    on_release : callable, optional
        Called with each object that the cache lets go: to close it. It may be called on any thread; its errors are
        logged. It is not called when the kernel ends.
    scope : str
        "global", or "session": each app has objects of its own, and they are let go when it is closed.
    refresh_mode : str
        "foreground", or "background": an object older than `ttl` is given once more, up to twice that age, while a new
        one is made.

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
    >>> @nbapp.cache_resource
    ... def registry():
    ...     return {}
    >>> registry()["seen"] = True
    >>> registry()
    {'seen': True}
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
        show_spinner: bool | str = True,
        show_time: bool = False,
        validate: Callable[[Any], bool] | None = None,
        hash_funcs: HashFuncs | None = None,
        on_release: Callable[[Any], object] | None = None,
        scope: Literal["global", "session"] = "global",
        refresh_mode: Literal["foreground", "background"] = "foreground",
    ) -> Callable[[Callable[Params, Result]], CachedFunction[Params, Result]]: ...

    def __call__(
        self,
        func: Callable[..., Any] | None = None,
        *,
        ttl: float | timedelta | str | None = None,
        max_entries: int | None = None,
        show_spinner: bool | str = True,
        show_time: bool = False,
        validate: Callable[[Any], bool] | None = None,
        hash_funcs: HashFuncs | None = None,
        on_release: Callable[[Any], object] | None = None,
        scope: Literal["global", "session"] = "global",
        refresh_mode: Literal["foreground", "background"] = "foreground",
    ) -> Any:
        """Decorate a function, or return what does."""
        options = checked_options(ttl, max_entries, refresh_mode, scope)
        care = Care(checked_call("validate", validate), checked_call("on_release", on_release))
        return decorated(func, Manner(resources, as_it_is, options, care, scope, hash_funcs, show_spinner, show_time))

    def clear(self) -> None:
        """Let go of the objects of all functions, in every session."""
        resources.clear()


def checked_call(parameter: str, call: Callable[..., Any] | None) -> Callable[..., Any] | None:
    """Check that a function is not `async`: nobody would await it.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If it is, or is no function.
    """
    if call is None:
        return None
    inner = getattr(type(call), "__call__", None)  # noqa: B004  an object with an async __call__ counts as well
    if not callable(call) or inspect.iscoroutinefunction(call) or inspect.iscoroutinefunction(inner):
        raise StreamlitInvalidParameterTypeError(parameter, ["a function that is not `async`", "None"], call)
    return call


cache_resource = CacheResource()
"""The decorator that keeps what a function makes, for all callers."""

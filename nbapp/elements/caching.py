"""`cache_data`: a function whose results are kept, and with them what it drew."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import timedelta
from typing import Any, Generic, ParamSpec, TypeVar, cast, overload

from nbapp.cache.copies import kept
from nbapp.cache.data import DataCache, Entry, Options, cache_of, clear_all
from nbapp.cache.duration import seconds_of
from nbapp.cache.function import Signature, function_key
from nbapp.cache.hashing import HashFuncs
from nbapp.elements.recorder import Recorder, redraw, standing
from nbapp.elements.status.exception import exception
from nbapp.elements.status.spinner import spinner
from nbapp.errors import (
    CachedFunctionReturnedAwaitableError,
    CachedWidgetWarning,
    CacheReplayClosureError,
    StreamlitInvalidParameterTypeError,
    UnserializableReturnValueError,
)
from nbapp.script.current import get_run

Params = ParamSpec("Params")
Result = TypeVar("Result")


class CachedFunction(Generic[Params, Result]):
    """A function that remembers its results.

    Parameters
    ----------
    function : callable
        What is called when a result is not there yet.
    cache : DataCache
        Where results are kept.
    hash_funcs : mapping, optional
        How to hash arguments that nbapp cannot.
    waiting : str, optional
        What a reader sees meanwhile; None for nothing.
    show_time : bool
        Count the seconds meanwhile.
    """

    def __init__(
        self,
        function: Callable[Params, Result],
        cache: DataCache,
        hash_funcs: HashFuncs | None = None,
        waiting: str | None = None,
        show_time: bool = False,
    ) -> None:
        functools.update_wrapper(self, function)
        self._function = function
        self._cache = cache
        self._hash_funcs = hash_funcs
        self._waiting = waiting
        self._show_time = show_time
        self._signature = Signature(function)
        self._is_async = inspect.iscoroutinefunction(function)

    def __call__(self, *args: Params.args, **kwargs: Params.kwargs) -> Result:
        """Return the result for these arguments, from the cache if it is there."""
        key = self._signature.key(args, kwargs, self._hash_funcs)
        if self._is_async:
            return cast(Result, self._call_async(key, args, kwargs))
        entry = self._cache.find(key)
        if entry is None:
            fresh: list[Any] = []
            entry = self._cache.get(key, lambda: self._compute(fresh, args, kwargs))
            if fresh:
                return cast(Result, fresh[0])
        return cast(Result, self._given(entry))

    def __get__(self, owner: Any, kind: type | None = None) -> Any:
        return self if owner is None else BoundCachedFunction(self, owner)

    def __repr__(self) -> str:
        return f"<cached {self._function!r}>"

    def clear(self, *args: Any, **kwargs: Any) -> None:
        """Forget all results; with arguments, the result for these alone."""
        if args or kwargs:
            self._cache.clear(self._signature.key(args, kwargs, self._hash_funcs))
        else:
            self._cache.clear()

    async def _call_async(self, key: bytes, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        entry = self._cache.find(key)
        if entry is None:
            fresh: list[Any] = []
            entry = await self._cache.get_async(key, lambda: self._compute_async(fresh, args, kwargs))
            if fresh:
                return fresh[0]
        return self._given(entry)

    def _given(self, entry: Entry) -> Any:
        """The value for one more caller, after drawing what its function drew."""
        if (entry.steps or entry.outside) and (run := get_run()) is not None:
            if entry.outside:
                raise CacheReplayClosureError(self._signature.name)
            redraw(entry.steps, run)
        return entry.give()

    def _compute(self, fresh: list[Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Entry:
        with self._watched() as recorder:
            value: Any = cast(Callable[..., Any], self._function)(*args, **kwargs)
        if inspect.isawaitable(value):
            if inspect.iscoroutine(value):
                value.close()
            raise CachedFunctionReturnedAwaitableError(self._signature.name)
        return self._entry(value, fresh, recorder)

    async def _compute_async(self, fresh: list[Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Entry:
        with self._watched() as recorder:
            value = await cast(Callable[..., Any], self._function)(*args, **kwargs)
        return self._entry(value, fresh, recorder)

    def _entry(self, value: Any, fresh: list[Any], recorder: Recorder | None) -> Entry:
        """What is kept of a result; the caller gets his own as `fresh`."""
        try:
            copies = kept(value)
        except Exception as error:
            raise UnserializableReturnValueError(self._signature.name, value) from error
        fresh.append(copies.first)
        if recorder is None:
            return Entry(copies.give, [], False)
        return Entry(copies.give, recorder.recording.steps, recorder.recording.outside)

    @contextmanager
    def _watched(self) -> Iterator[Recorder | None]:
        """Note what is drawn, and show that something works, if there is a run to show it in."""
        run = get_run()
        if run is None:
            yield None
            return
        recorder = Recorder(run, lambda place: exception(place, CachedWidgetWarning(self._signature.name)))
        quiet = self._waiting is None or run.recorder is not None
        with nullcontext() if quiet else spinner(standing(run), self._waiting or "", show_time=self._show_time):
            recorder.begin()
            try:
                yield recorder
            finally:
                recorder.end()


class BoundCachedFunction:
    """A cached method of one object.

    Parameters
    ----------
    function : CachedFunction
        The cached function of the class.
    owner : object
        Its first argument.
    """

    def __init__(self, function: CachedFunction[..., Any], owner: Any) -> None:
        functools.update_wrapper(self, function)
        self._function = function
        self._owner = owner

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Return the result for these arguments."""
        return self._function(self._owner, *args, **kwargs)

    def clear(self, *args: Any, **kwargs: Any) -> None:
        """Forget all results; with arguments, the result for these alone."""
        if args or kwargs:
            self._function.clear(self._owner, *args, **kwargs)
        else:
            self._function.clear()


class CacheData:
    """Decorate a function, so that its results are kept for the next call with the same arguments.

    Results live in the kernel and outlive reruns. Each caller gets a value of his own: changing it never changes what
    is kept. Data that cannot be harmed is shared instead of copied: plain values, Arrow tables, polars frames, pandas
    frames where pandas copies on write. Arguments whose name begins with an underscore do not count. What the
    function draws is drawn again when its result comes from the cache. `clear()`, of the decorated function or of
    `cache_data` itself, forgets.

    Parameters
    ----------
    func : callable
        The function; without it, a decorator is returned.
    ttl : float, timedelta or str, optional
        How long a result counts: seconds, or a text such as "1d2h".
    max_entries : int, optional
        How many results are kept; the one used longest ago goes first.
    show_spinner : bool or str
        Whether a reader sees that the function works, or what he reads meanwhile.
    show_time : bool
        Count the seconds meanwhile.
    hash_funcs : dict, optional
        Functions by type (or by "module.Type") that turn an argument into one that can be hashed.

    Returns
    -------
    CachedFunction
        The function, with `clear()`.

    Raises
    ------
    StreamlitBadTimeStringError
        If `ttl` cannot be read.

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
        show_spinner: bool | str = True,
        show_time: bool = False,
        hash_funcs: HashFuncs | None = None,
    ) -> Callable[[Callable[Params, Result]], CachedFunction[Params, Result]]: ...

    def __call__(
        self,
        func: Callable[..., Any] | None = None,
        *,
        ttl: float | timedelta | str | None = None,
        max_entries: int | None = None,
        show_spinner: bool | str = True,
        show_time: bool = False,
        hash_funcs: HashFuncs | None = None,
    ) -> Any:
        """Decorate a function, or return what does."""
        options = Options(seconds_of(ttl), max_entries)

        def decorate(function: Callable[..., Any]) -> CachedFunction[..., Any]:
            if not callable(function) or inspect.isasyncgenfunction(function):
                raise StreamlitInvalidParameterTypeError("func", ["a function that returns a value"], function)
            cache = cache_of(function_key(function), options)
            waiting = show_spinner if isinstance(show_spinner, str) else None
            if show_spinner is True:
                waiting = f"Running `{function.__qualname__.rpartition('<locals>.')[2]}(...)`."
            return CachedFunction(function, cache, hash_funcs, waiting, show_time)

        return decorate if func is None else decorate(func)

    def clear(self) -> None:
        """Forget the results of all functions."""
        clear_all()


cache_data = CacheData()
"""The decorator that keeps a function's results."""

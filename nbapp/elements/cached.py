"""A cached function: calls another one, or gives its kept result and draws again what it drew."""

from __future__ import annotations

import functools
import inspect
import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Generic, ParamSpec, TypeVar, cast

from nbapp.cache.cache import Cache
from nbapp.cache.caches import KERNEL, Caches
from nbapp.cache.copies import Kept
from nbapp.cache.duration import seconds_of
from nbapp.cache.entry import Care, Computed, Entry, Options
from nbapp.cache.flight import TaskCaller, ThreadCaller, finished
from nbapp.cache.function import Signature, function_key
from nbapp.cache.hashing import HashFuncs
from nbapp.elements.recorder import Recorder, redraw, standing, unseen
from nbapp.elements.status.exception import exception
from nbapp.elements.status.spinner import spinner
from nbapp.errors import (
    TTL_MISSING,
    CachedFunctionReturnedAwaitableError,
    CachedStFunctionInBackgroundModeWarning,
    CachedWidgetWarning,
    CacheReplayClosureError,
    SessionCacheError,
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
    UnevaluatedDataFrameError,
    UnserializableReturnValueError,
)
from nbapp.script.current import get_run

log = logging.getLogger("nbapp")

Params = ParamSpec("Params")
Result = TypeVar("Result")

QUERIES = frozenset(
    {
        ("duckdb", "DuckDBPyRelation"),
        ("pyspark", "DataFrame"),
        ("snowflake", "DataFrame"),
        ("snowflake", "Table"),
        ("sqlite3", "Cursor"),
    }
)
"""Libraries and their types that are queries which have not been run."""


@dataclass(frozen=True)
class Manner:
    """How a function is cached: what `cache_data` or `cache_resource` was asked for.

    Parameters
    ----------
    caches : Caches
        Where results are kept.
    keep : callable
        Makes of a result what later callers get.
    options : Options
        How long, how many, where.
    care : Care
        How shared objects are looked after.
    scope : str
        "global", or "session": each session has results of its own.
    hash_funcs : mapping, optional
        How to hash arguments that nbapp cannot.
    show_spinner : bool or str
        Whether a reader sees that the function works, or what he reads meanwhile.
    show_time : bool
        Count the seconds meanwhile.
    """

    caches: Caches
    keep: Callable[[Any], Kept]
    options: Options
    care: Care
    scope: str
    hash_funcs: HashFuncs | None
    show_spinner: bool | str
    show_time: bool


class CachedFunction(Generic[Params, Result]):
    """A function that remembers its results.

    Parameters
    ----------
    function : callable
        What is called when a result is not there yet.
    manner : Manner
        How it is cached.
    """

    def __init__(self, function: Callable[Params, Result], manner: Manner) -> None:
        functools.update_wrapper(self, function)
        self._function = cast(Callable[..., Any], function)
        self._manner = manner
        self._key = function_key(function)
        self._signature = Signature(function)
        self._is_async = inspect.iscoroutinefunction(function)
        self._global = self._cache_of(KERNEL) if manner.scope == "global" else None

    def __call__(self, *args: Params.args, **kwargs: Params.kwargs) -> Result:
        """Return the result for these arguments, from the cache if it is there."""
        key = self._signature.key(args, kwargs, self._manner.hash_funcs)
        cache = self._global or self._session_cache()
        if self._is_async:
            return cast(Result, self._call_async(cache, key, args, kwargs))
        found: Entry | Computed | None = cache.find(key)
        if found is None:
            caller = ThreadCaller(lambda: self._compute(args, kwargs), touch)
            found = finished(cache.get(key, threading.get_ident(), caller))
        elif cache.options.background:
            cache.refresh(key, lambda: self._compute_unseen(args, kwargs))
        return cast(Result, self._given(found))

    def __get__(self, owner: Any, kind: type | None = None) -> Any:
        return self if owner is None else BoundCachedFunction(self, owner)

    def __repr__(self) -> str:
        return f"<cached {self._function!r}>"

    def clear(self, *args: Any, **kwargs: Any) -> None:
        """Forget all results; with arguments, the result for these alone."""
        cache = self._global or self._session_cache()
        if args or kwargs:
            cache.clear(self._signature.key(args, kwargs, self._manner.hash_funcs))
        else:
            cache.clear()

    async def _call_async(self, cache: Cache, key: bytes, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        import asyncio

        found: Entry | Computed | None = cache.find(key)
        if found is None:
            caller = TaskCaller(lambda: self._compute_async(args, kwargs), touch)
            found = await cache.get(key, asyncio.current_task(), caller)
        return self._given(found)

    def _cache_of(self, owner: object) -> Cache:
        cache = self._manner.caches.of(self._key, self._manner.options, owner)
        cache.care = self._manner.care  # of the newest run: its functions are the ones the author sees
        return cache

    def _session_cache(self) -> Cache:
        """The cache of the session that calls; it ends with the session."""
        run = get_run()
        if run is None:
            raise SessionCacheError(self._signature.name)
        session, caches = run.session, self._manner.caches
        if not caches.has(session):
            session.at_close.append(caches.end)
        return self._cache_of(session)

    def _given(self, found: Entry | Computed) -> Any:
        """The value for the caller; who has not computed it himself sees again what its function drew."""
        if isinstance(found, Computed):
            return found.kept.first
        if (found.steps or found.outside) and (run := get_run()) is not None:
            if found.outside:
                raise CacheReplayClosureError(self._signature.name)
            redraw(found.steps, run)
        return found.give()

    def _compute(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Computed:
        with self._watched(bool(args or kwargs)) as recorder:
            value = self._call(args, kwargs)
        return self._computed(value, recorder)

    async def _compute_async(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Computed:
        with self._watched(bool(args or kwargs)) as recorder:
            value = await self._function(*args, **kwargs)
        return self._computed(value, recorder)

    def _compute_unseen(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Computed:
        with unseen():
            return self._computed(self._call(args, kwargs), None)

    def _call(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        value = self._function(*args, **kwargs)
        if inspect.isawaitable(value):
            if inspect.iscoroutine(value) and inspect.getcoroutinestate(value) == inspect.CORO_CREATED:
                value.close()
            raise CachedFunctionReturnedAwaitableError(self._signature.name)
        return value

    def _computed(self, value: Any, recorder: Recorder | None) -> Computed:
        name = self._signature.name
        try:
            kept = self._manner.keep(value)
        except Exception as error:
            if (type(value).__module__.partition(".")[0], type(value).__name__) in QUERIES:
                raise UnevaluatedDataFrameError(name, value) from error
            raise UnserializableReturnValueError(name, value) from error
        if recorder is None:
            return Computed(kept, [], False)
        recording = recorder.recording
        if self._manner.options.background and (recording.steps or recording.outside):
            warning = CachedStFunctionInBackgroundModeWarning(name)
            log.warning("%s", warning)
            exception(standing(recorder.run), warning)
            return Computed(kept, [], False)
        return Computed(kept, recording.steps, recording.outside)

    @contextmanager
    def _watched(self, has_arguments: bool) -> Iterator[Recorder | None]:
        """Note what is drawn, and show that something works, if there is a run to show it in."""
        run = get_run()
        if run is None:
            yield None
            return
        recorder = Recorder(run, lambda place: exception(place, CachedWidgetWarning(self._signature.name)))
        text = self._manner.show_spinner
        if text is True:
            text = f"Running `{self._signature.name}({'...' if has_arguments else ''})`."
        quiet = text is False or run.recorder is not None
        with nullcontext() if quiet else spinner(standing(run), str(text), show_time=self._manner.show_time):
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


def decorated(func: Callable[..., Any] | None, manner: Manner) -> Any:
    """Cache a function, or return what does.

    Parameters
    ----------
    func : callable, optional
        The function.
    manner : Manner
        How it is cached.
    """

    def decorate(function: Callable[..., Any]) -> CachedFunction[..., Any]:
        if not hasattr(function, "__qualname__") or not callable(function) or inspect.isasyncgenfunction(function):
            raise StreamlitInvalidParameterTypeError("func", ["a function that returns a value"], function)
        if manner.options.background and inspect.iscoroutinefunction(function):
            raise StreamlitValueError(
                "refresh_mode", ["'foreground'"], "background", "What is `async` is not computed in the background."
            )
        return CachedFunction(function, manner)

    return decorate if func is None else decorate(func)


def checked_options(
    ttl: float | timedelta | str | None, max_entries: int | None, refresh_mode: str, scope: str
) -> Options:
    """Check what both decorators are asked for.

    Raises
    ------
    StreamlitBadTimeStringError
        If `ttl` cannot be read.
    StreamlitMissingRequiredParameterError
        If results are to be computed in the background and never grow old.
    StreamlitValueError
        If another parameter has none of the values allowed.
    """
    seconds = seconds_of(ttl)
    if scope not in ("global", "session"):
        raise StreamlitValueError("scope", ["'global'", "'session'"], scope)
    if refresh_mode not in ("foreground", "background"):
        raise StreamlitValueError("refresh_mode", ["'foreground'", "'background'"], refresh_mode)
    if max_entries is not None and max_entries < 1:
        raise StreamlitValueError("max_entries", ["a positive whole number", "None"], max_entries)
    if refresh_mode == "background":
        if seconds is None:
            raise StreamlitMissingRequiredParameterError("ttl", TTL_MISSING)
        if seconds <= 0:
            raise StreamlitValueError("ttl", ["a positive length of time"], ttl, TTL_MISSING)
    return Options(seconds, max_entries, background=refresh_mode == "background")


def touch() -> None:
    """Pass a yield point, if there is a run."""
    run = get_run()
    if run is not None:
        run.touch()

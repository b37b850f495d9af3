"""Errors of cached functions."""

from __future__ import annotations

from nbapp.errors.roots import (
    LocalizableStreamlitException,
    MarkdownFormattedException,
    StreamlitAPIException,
    StreamlitAPIWarning,
)


class UnhashableTypeError(Exception):
    """A value of a type that a cache cannot tell apart from others."""


class UnhashableParamError(StreamlitAPIException):
    """An argument of a cached function cannot be told apart from others."""

    def __init__(self, function: str, parameter: str | None, value: object) -> None:
        kind = f"{type(value).__module__}.{type(value).__qualname__}"
        name = parameter or "arguments"
        super().__init__(
            f"`{name}` of the cached function `{function}` is of type `{kind}`, which nbapp cannot hash. Rename it to "
            f"`_{name}` if its value does not matter to the result, or say how to hash it: "
            f"`hash_funcs={{{kind!r}: ...}}`."
        )


class UserHashError(StreamlitAPIException):
    """A function of `hash_funcs` failed."""

    def __init__(self, kind: str, function: str, error: BaseException) -> None:
        super().__init__(
            f"The function that `hash_funcs` has for `{kind}` failed in `{function}`: {type(error).__name__}: {error}. "
            "It is given the value, and must return something that can be hashed, such as a string or a number."
        )


class UnserializableReturnValueError(MarkdownFormattedException):
    """What a cached function returned cannot be copied for the next caller."""

    def __init__(self, function: str, value: object) -> None:
        kind = f"{type(value).__module__}.{type(value).__qualname__}"
        super().__init__(
            f"`{function}` returned a `{kind}`, which cannot be pickled, and `cache_data` gives each caller a copy. "
            "Return plain data (a list instead of a generator, say), or decorate it with `cache_resource`, which gives "
            "all callers the same object."
        )


class CachedFunctionReturnedAwaitableError(StreamlitAPIException):
    """A cached function that is not `async` returned something to await."""

    def __init__(self, function: str) -> None:
        super().__init__(
            f"`{function}` returned an awaitable, which can be awaited only once and so cannot be cached. Make it "
            f"`async def {function}(...)` and await inside."
        )


class CacheReplayClosureError(StreamlitAPIException):
    """A cached function drew on a place made outside of it."""

    def __init__(self, function: str) -> None:
        super().__init__(
            f"`{function}` is cached and draws into a container that was made outside of it, which cannot be repeated "
            "when its result comes from the cache. Make the container inside the function, or draw after the call."
        )


class CachedWidgetWarning(StreamlitAPIWarning):
    """A cached function has an input."""

    def __init__(self, function: str) -> None:
        super().__init__(
            f"`{function}` is cached and has an input, which is shown only when its result is not in the cache yet. "
            "Draw the input before the call, and hand its value in as an argument."
        )


class SessionCacheError(StreamlitAPIException):
    """The cache of a session was asked for where there is no session."""

    def __init__(self, function: str) -> None:
        super().__init__(
            f"`{function}` is cached with `scope='session'` and was called outside of an app's run, in an ordinary "
            "cell or a thread, where there is no session. Call it in the app, and hand its result on."
        )


class CachedStFunctionInBackgroundModeWarning(StreamlitAPIWarning):
    """A function whose results are computed anew in the background draws."""

    def __init__(self, function: str) -> None:
        super().__init__(
            f"`{function}` draws, and `refresh_mode='background'` keeps its result alone: the next time, nothing is "
            "drawn. Draw after the call, or use `refresh_mode='foreground'`."
        )


class UnevaluatedDataFrameError(StreamlitAPIException):
    """A cached function returned a frame that is a query still."""

    def __init__(self, function: str, value: object) -> None:
        kind = f"{type(value).__module__}.{type(value).__qualname__}"
        super().__init__(
            f"`{function}` returned a `{kind}`, a query that has not been run, which `cache_data` cannot copy. Return "
            "its rows, as a pandas frame for instance."
        )


class CacheFolderRefusedError(StreamlitAPIException):
    """The folder for results on disk is not this user's alone: what is in it cannot be trusted."""

    def __init__(self, folder: object, why: str) -> None:
        super().__init__(
            f"{folder} {why}, so that somebody else could have put results there, and reading one runs code. Give "
            "nbapp a folder that is yours alone (`chmod 700`), or name another one in `NBAPP_CACHE_DIR`."
        )


class ParcelError(Exception):
    """What a store holds for an entry is not one that nbapp wrote for it."""


class StreamlitBadTimeStringError(LocalizableStreamlitException):
    """A length of time that cannot be read."""

    def __init__(self, given: object) -> None:
        super().__init__(
            f"`ttl` is {given!r}, which is no length of time. Give seconds, a `timedelta`, or a text such as '1d2h34m'."
        )


def missing_package(persist: str, package: str, extra: str) -> str:
    """Say which package a store outside of the process needs."""
    return f"`persist={persist!r}` needs the package `{package}`, which is not here: `pip install 'nbapp[{extra}]'`."


TTL_MISSING = "`refresh_mode='background'` needs to know when a result is old: give a positive `ttl`, such as '1h'."

REDIS_MISSING = "For 'redis', name the server in the environment variable `NBAPP_REDIS_URL`, or here in place of it."

TOO_LARGE = "A result of `%s` has %d bytes, more than the `max_size` of %d: it is the only one kept."

NOT_RELEASED = "`on_release` of the cached function `%s` failed"

NOT_REFRESHED = "`%s` failed in the background; its old result stays for a while, and in a minute it is tried again"

NOT_TRUSTED = "A stored result of `%s` is not used, but computed anew: %s (%s)"

NOT_STORED = "A result of `%s` is kept in this process alone; %s does not take it: %s"

NO_STORE = "Results of `%s` are kept in this process alone; there is no folder for them: %s"

STORE_AWAY = "%s cannot be reached (%s). Results are kept in this process alone; it is tried again in %d seconds."

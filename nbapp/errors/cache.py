"""Errors of cached functions."""

from __future__ import annotations

from nbapp.errors.roots import LocalizableStreamlitException, MarkdownFormattedException, StreamlitAPIException


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


class CachedWidgetWarning(StreamlitAPIException, Warning):
    """A cached function has an input."""

    def __init__(self, function: str) -> None:
        super().__init__(
            f"`{function}` is cached and has an input, which is shown only when its result is not in the cache yet. "
            "Draw the input before the call, and hand its value in as an argument."
        )


class StreamlitBadTimeStringError(LocalizableStreamlitException):
    """A length of time that cannot be read."""

    def __init__(self, given: object) -> None:
        super().__init__(
            f"`ttl` is {given!r}, which is no length of time. Give seconds, a `timedelta`, or a text such as '1d2h34m'."
        )

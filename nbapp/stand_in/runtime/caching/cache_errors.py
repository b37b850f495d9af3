"""`streamlit.runtime.caching.cache_errors`."""

from __future__ import annotations

from nbapp.errors import (
    CachedFunctionReturnedAwaitableError,
    CacheReplayClosureError,
    UnevaluatedDataFrameError,
    UnhashableParamError,
    UnhashableTypeError,
    UnserializableReturnValueError,
)

__all__ = [
    "CacheReplayClosureError",
    "CachedFunctionReturnedAwaitableError",
    "UnevaluatedDataFrameError",
    "UnhashableParamError",
    "UnhashableTypeError",
    "UnserializableReturnValueError",
]

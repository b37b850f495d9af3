"""`streamlit.runtime.caching`."""

from __future__ import annotations

from nbapp import cache_data, cache_resource

__all__ = ["cache_data", "cache_resource"]

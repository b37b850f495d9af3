"""`streamlit.runtime`."""

from __future__ import annotations

from nbapp.script.current import get_run
from nbapp.stand_in.runtime import caching, scriptrunner, state

__all__ = ["caching", "exists", "scriptrunner", "state"]


def exists() -> bool:
    """Tell whether an app runs this."""
    return get_run() is not None

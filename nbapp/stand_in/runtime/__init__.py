"""`streamlit.runtime`."""

from __future__ import annotations

from nbapp.script.current import get_run


def exists() -> bool:
    """Tell whether an app runs this."""
    return get_run() is not None

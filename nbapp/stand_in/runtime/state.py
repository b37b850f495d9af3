"""`streamlit.runtime.state`: scripts name the class in annotations."""

from __future__ import annotations

from nbapp.elements.ambient import SessionState
from nbapp.elements.ambient import SessionState as SessionStateProxy

__all__ = ["SessionState", "SessionStateProxy"]

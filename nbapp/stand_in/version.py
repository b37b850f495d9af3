"""`streamlit.version`."""

from __future__ import annotations

STREAMLIT_VERSION_STRING = "1.67.0"

"""`streamlit.errors`."""

from __future__ import annotations

from nbapp.errors import *  # noqa: F403

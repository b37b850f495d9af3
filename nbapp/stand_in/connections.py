"""`streamlit.connections`."""

from __future__ import annotations

from nbapp.connections import *  # noqa: F403

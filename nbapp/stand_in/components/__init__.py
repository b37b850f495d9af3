"""`streamlit.components`."""

from __future__ import annotations

from nbapp.stand_in.components import v1

__all__ = ["v1"]

"""`streamlit.components.v1`."""

from __future__ import annotations

from nbapp.components.v1 import declare_component, html, iframe

__all__ = ["declare_component", "html", "iframe"]

"""Components by Streamlit's names: `components.v1` shows HTML and other pages in frames.

A component of one's own is an anywidget here: constructed in the script, it is an input like any other.
"""

from __future__ import annotations

from nbapp.components import v1

__all__ = ["v1"]

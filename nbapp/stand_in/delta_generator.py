"""`streamlit.delta_generator`: scripts name the class in annotations."""

from __future__ import annotations

from nbapp.elements.container import Container as DeltaGenerator

__all__ = ["DeltaGenerator"]

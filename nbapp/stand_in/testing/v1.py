"""`streamlit.testing.v1`."""

from __future__ import annotations

from nbapp.errors import AppTestError
from nbapp.testing import AppTest

__all__ = ["AppTest", "AppTestError"]

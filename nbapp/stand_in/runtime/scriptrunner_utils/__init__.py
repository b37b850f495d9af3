"""`streamlit.runtime.scriptrunner_utils`."""

from __future__ import annotations

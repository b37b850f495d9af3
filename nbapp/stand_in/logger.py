"""`streamlit.logger`."""

from __future__ import annotations

import logging


def get_logger(name: str) -> logging.Logger:
    """Return the logger of a name."""
    return logging.getLogger(name)

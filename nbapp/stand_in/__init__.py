"""What `import streamlit` gives a script that asks for it (`%%app --streamlit`): nbapp by Streamlit's names.

Each module of Streamlit that scripts import is a file of the same path here; most hand on what nbapp has.
`script.imports` brings scripts here. Nothing in nbapp imports this room.
"""

from __future__ import annotations

from typing import Any

import nbapp
from nbapp import __all__ as __all__
from nbapp.errors import missing_name
from nbapp.stand_in import delta_generator, logger, runtime, version

MODULES = (delta_generator, logger, runtime, version)
"""Modules that `import streamlit` alone makes attributes, beside those that nbapp has too."""

__version__ = "1.67.0"
"""The Streamlit whose names and meaning these are: scripts compare it."""


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(nbapp, name)
    raise AttributeError(missing_name(name, __all__))


def __dir__() -> list[str]:
    return [*__all__, *(module.__name__.rpartition(".")[2] for module in MODULES), "__version__"]

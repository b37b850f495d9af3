"""The builtins of a script: `exit()` ends its run, and `import streamlit` may mean nbapp."""

from __future__ import annotations

import builtins
import importlib
import sys
from types import ModuleType
from typing import Any

from nbapp.script.imports import importer


def script_builtins(stand_in: ModuleType | None) -> dict[str, Any]:
    """The builtins that a script runs with.

    Parameters
    ----------
    stand_in : module, optional
        What `import streamlit` gives.
    """
    names = dict(vars(builtins))
    names["exit"] = names["quit"] = sys.exit
    if stand_in is not None:
        names["__import__"] = importer(stand_in, names)
    return names


def stand_in_for_streamlit() -> ModuleType:
    """What `import streamlit` gives a script that asks for it; imported by its name, since it stands on top of all."""
    return importlib.import_module("nbapp.stand_in")

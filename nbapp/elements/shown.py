"""What becomes of the bare expressions of a script (R139), for whoever runs it."""

from __future__ import annotations

from typing import Any

from nbapp.elements.bare import here
from nbapp.elements.place import Place
from nbapp.elements.write import write


def show_expression(*values: Any) -> None:
    """Show a bare expression as `write` does."""
    write(here(), *values)


def is_shown(called: Any, value: Any) -> bool:
    """Whether the value of a cell's last expression is shown, as Jupyter does: never that of a call of nbapp's own.

    Parameters
    ----------
    called : callable or None
        What the expression calls.
    value : object
        Its value.
    """
    return not (value is None or isinstance(value, Place) or is_own(called))


def is_own(function: Any) -> bool:
    """Whether a function is one of nbapp's."""
    module = getattr(function, "__module__", None)
    return isinstance(module, str) and (module == "nbapp" or module.startswith("nbapp."))

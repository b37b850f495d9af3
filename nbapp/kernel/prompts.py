"""What waits for a line of text cannot do so in a run: `input()`, `getpass()`, `pdb` and `breakpoint()` say why not."""

from __future__ import annotations

import builtins
import functools
import sys
from collections.abc import Callable
from typing import Any

from nbapp.errors import BreakpointInRunError, InputInRunError
from nbapp.kernel.replaced import Replacements
from nbapp.script.current import get_run


class Prompts:
    """Has prompts ask whether a run calls them.

    Parameters
    ----------
    kernel : ipykernel.kernelbase.Kernel or None
        Asks its front end for a line, while it executes a cell.
    """

    def __init__(self, kernel: Any) -> None:
        self._kernel = kernel
        self._replacements = Replacements()

    def install(self) -> None:
        """Begin."""
        self._replacements.put(builtins, "input", refused_in_run(builtins.input, InputInRunError))
        self._replacements.put(sys, "breakpointhook", refused_in_run(sys.breakpointhook, refuse_breakpoint))
        for name in ("raw_input", "getpass"):
            if hasattr(self._kernel, name):
                method = refused_in_run(getattr(self._kernel, name), InputInRunError)
                self._replacements.put(self._kernel, name, method)

    def uninstall(self) -> None:
        """End."""
        self._replacements.undo()


def refused_in_run(ask: Callable[..., Any], refusal: Callable[[], Exception | None]) -> Callable[..., Any]:
    """Make a function that raises in a run, and is the ordinary one elsewhere."""

    @functools.wraps(ask)
    def ask_(*args: Any, **kwargs: Any) -> Any:
        error = None if get_run() is None else refusal()
        if error is not None:
            raise error
        return ask(*args, **kwargs)

    return ask_


def refuse_breakpoint() -> Exception | None:
    """Say that nobody would stop here; None where a debugger is attached."""
    debugpy = sys.modules.get("debugpy")
    attached = debugpy is not None and debugpy.is_client_connected()
    return None if attached else BreakpointInRunError()

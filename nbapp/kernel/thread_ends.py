"""How a script's threads end: in silence where the script's run was ended, and they with it."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable
from typing import Any

from nbapp.kernel.replaced import Replacements
from nbapp.signals import RerunScript, StopScript


class ThreadEnds:
    """Has Python say nothing of a thread that ends by a signal of its run."""

    def __init__(self) -> None:
        self._replacements = Replacements()

    def install(self) -> None:
        """Begin."""
        self._replacements.put(threading, "excepthook", quiet(threading.excepthook))

    def uninstall(self) -> None:
        """End."""
        self._replacements.undo()


def quiet(ordinary: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Make a hook that passes over the signals of a run."""

    @functools.wraps(ordinary)
    def excepthook(args: Any) -> Any:
        if not (isinstance(args.exc_type, type) and issubclass(args.exc_type, (StopScript, RerunScript))):
            ordinary(args)

    return excepthook

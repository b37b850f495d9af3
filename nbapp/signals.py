"""What ends a script run early.

They derive from `BaseException`, so that a script's own `except Exception` does not swallow them.
"""

from __future__ import annotations

from collections.abc import Sequence

from nbapp.types import SlotId


class StopScript(BaseException):
    """Ends the run in silence: `stop()`, the Stop button, `sys.exit()`."""


class RerunScript(BaseException):
    """Ends the run because another is to begin: `rerun()`, or a newer request that outdates this one.

    Parameters
    ----------
    asked : bool
        True for `rerun()`: the script itself wants one more run. False where a newer request already waits.
    fragments : sequence of SlotId
        What is to run, instead of the whole script.
    """

    def __init__(self, asked: bool = False, fragments: Sequence[SlotId] = ()) -> None:
        super().__init__()
        self.asked = asked
        self.fragments = fragments

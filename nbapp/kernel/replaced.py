"""Attributes of other people's modules and classes that nbapp replaces, and how they come back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Replacements:
    """Puts values in the place of others, and undoes it in reverse order."""

    def __init__(self) -> None:
        self._undo: list[Callable[[], None]] = []

    def put(self, owner: Any, name: str, value: Any) -> None:
        """Set an attribute, and remember what it was."""
        before = getattr(owner, name)
        setattr(owner, name, value)
        self._undo.append(lambda: setattr(owner, name, before))

    def undo(self) -> None:
        """Put everything back."""
        while self._undo:
            self._undo.pop()()

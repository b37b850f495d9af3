"""Whose names: a run sees those of ordinary cells, never those that an app left behind."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import ModuleType
from typing import Any

from IPython.core.autocall import IPyAutocall

MISSING = object()

PRIVATE = frozenset({"__name__", "__doc__", "__builtins__", "__loader__", "__spec__", "__package__"})


class Names:
    """The notebook's namespace as apps see it.

    Parameters
    ----------
    notebook : dict
        The namespace of ordinary cells.
    """

    def __init__(self, notebook: dict[str, Any]) -> None:
        self._notebook = notebook
        self._exported: dict[str, Any] = {}
        self._covered: dict[str, Any] = {}
        self._left_by: dict[str, frozenset[str]] = {}

    def for_run(self, module_name: str, extra: Mapping[str, Any]) -> dict[str, Any]:
        """Make the names that a run begins with: a new module's, over those of ordinary cells.

        Parameters
        ----------
        module_name : str
            The app's module; its classes belong to it, so that pickle finds them.
        extra : mapping
            Names that the runtime adds.

        Returns
        -------
        dict
            The module's own namespace.
        """
        module = ModuleType(module_name)
        names = module.__dict__
        for name, value in list(self._notebook.items()):  # a cell may be setting names just now
            if name in PRIVATE or isinstance(value, IPyAutocall):  # IPython's `exit` would end the kernel
                continue
            if name in self._exported and self._exported[name] is value:
                value = self._covered[name]
                if value is MISSING:
                    continue
            names[name] = value
        names.update(extra)
        sys.modules[module_name] = module
        return names

    def export(self, module_name: str, names: Mapping[str, Any], begun_with: Mapping[str, Any]) -> None:
        """Put what a complete run set into the notebook's namespace, for the next cell to look at.

        Parameters
        ----------
        module_name : str
            The app's; what its last run left and this one did not set is taken back.
        names : mapping
            The run's names at its end.
        begun_with : mapping
            What it began with; of that, only what it set anew is exported.
        """
        before = self._left_by.get(module_name, frozenset())
        mine = {
            name: value
            for name, value in list(names.items())
            if not name.startswith("__") and begun_with.get(name, MISSING) is not value
        }
        self._left_by[module_name] = frozenset(mine)
        for name in before - mine.keys():
            self._take_back(name)
        for name, value in mine.items():
            present = self._notebook.get(name, MISSING)
            if not (name in self._exported and self._exported[name] is present):
                self._covered[name] = present
            self._exported[name] = value
            self._notebook[name] = value

    def forget(self, module_name: str) -> None:
        """Let go of an app's module: the app is closed. What it left in the notebook stays there to be looked at."""
        sys.modules.pop(module_name, None)

    def _take_back(self, name: str) -> None:
        """Undo an export, unless an ordinary cell has set the name since."""
        exported, covered = self._exported.pop(name, MISSING), self._covered.pop(name, MISSING)
        if exported is not MISSING and self._notebook.get(name, MISSING) is exported:
            if covered is MISSING:
                del self._notebook[name]
            else:
                self._notebook[name] = covered

"""Calls a function once a module has been imported, without importing it first."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any


class AfterImport(MetaPathFinder):
    """Watches for the import of one module.

    Parameters
    ----------
    name : str
        The module.
    call : callable
        Called after it was imported; at once if it was already.
    """

    def __init__(self, name: str, call: Callable[[], Any]) -> None:
        self._name = name
        self._call = call

    def install(self) -> None:
        """Begin to watch."""
        if self._name in sys.modules:
            self._call()
        else:
            sys.meta_path.insert(0, self)

    def uninstall(self) -> None:
        """Stop watching."""
        if self in sys.meta_path:
            sys.meta_path.remove(self)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find the watched module as everybody would, with a call after its code."""
        if fullname != self._name:
            return None
        self.uninstall()
        spec = importlib.util.find_spec(fullname)
        if spec is not None and spec.loader is not None:
            execute = spec.loader.exec_module

            def exec_module(module: ModuleType) -> None:
                execute(module)
                self._call()

            spec.loader.exec_module = exec_module  # type: ignore[method-assign]
        return spec

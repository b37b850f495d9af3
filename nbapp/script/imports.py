"""Imports of a script: of modules beside it, and of Streamlit where the script takes nbapp for that."""

from __future__ import annotations

import builtins
import sys
import sysconfig
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any

from nbapp.errors import NoSuchModuleError, NoSuchNameError

Import = Callable[..., Any]

INSTALLED = {"site-packages", "dist-packages"}
LIBRARY = Path(sysconfig.get_path("stdlib")).resolve()
OURS = Path(__file__).resolve().parents[1]


def importer(stand_in: ModuleType, names: dict[str, Any]) -> Import:
    """Make an `__import__` that gives a stand-in for `streamlit`.

    Parameters
    ----------
    stand_in : module
        A package with a submodule for each one of Streamlit's that it answers for.
    names : dict
        The builtins that the script runs with; modules beside it are given them too.

    Returns
    -------
    callable
        Takes what `__import__` takes.
    """
    ordinary = builtins.__import__

    def import_(
        name: str,
        globals: dict[str, Any] | None = None,
        locals: dict[str, Any] | None = None,
        fromlist: Sequence[str] = (),
        level: int = 0,
    ) -> Any:
        if level == 0 and (name == "streamlit" or name.startswith("streamlit.")):
            return _stand_in_for(name, stand_in, fromlist, ordinary)
        if level == 0 and _is_there(name, fromlist):
            return ordinary(name, globals, locals, fromlist, level)
        with _lent(names):
            return ordinary(name, globals, locals, fromlist, level)

    return import_


def _stand_in_for(name: str, stand_in: ModuleType, fromlist: Sequence[str], ordinary: Import) -> Any:
    own = stand_in.__name__ + name.removeprefix("streamlit")
    try:
        found = ordinary(own, None, None, fromlist or ("__name__",), 0)
    except ModuleNotFoundError as error:
        if error.name is None or not error.name.startswith(stand_in.__name__):
            raise
        raise NoSuchModuleError("streamlit" + error.name.removeprefix(stand_in.__name__)) from None
    for part in fromlist or ():
        if part != "*" and not hasattr(found, part):
            raise NoSuchNameError(name, part, dir(found))
    return found if fromlist else stand_in


def _is_there(name: str, fromlist: Sequence[str]) -> bool:
    """Whether nothing has to be run for an import."""
    module = sys.modules.get(name)
    return module is not None and all(hasattr(module, part) for part in fromlist or ())


@contextmanager
def _lent(names: dict[str, Any]) -> Iterator[None]:
    """Give the modules beside a script, which this thread imports meanwhile, the script's builtins."""
    finder = _Beside(names)
    sys.meta_path = [finder, *sys.meta_path]  # a new list: another thread may be going through the old one
    try:
        yield
    finally:
        sys.meta_path = [other for other in sys.meta_path if other is not finder]


class _Beside(MetaPathFinder):
    """Finds the modules beside a script, which take nbapp for Streamlit as it does; passes over those installed."""

    def __init__(self, names: dict[str, Any]) -> None:
        self._names = names
        self._thread = threading.get_ident()

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find a module as everybody does, with a loader of its own if it is beside the script."""
        if threading.get_ident() != self._thread or fullname.partition(".")[0] in sys.builtin_module_names:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is None or type(spec.loader) is not SourceFileLoader or not is_beside(spec.loader.path):
            return None
        spec.loader = _Lender(spec.loader, self._names)
        return spec


class _Lender(SourceFileLoader):
    """Runs a module with the builtins of a script."""

    def __init__(self, loader: SourceFileLoader, names: dict[str, Any]) -> None:
        super().__init__(loader.name, loader.path)
        self._names = names

    def exec_module(self, module: ModuleType) -> None:
        """Run it."""
        module.__dict__["__builtins__"] = self._names
        super().exec_module(module)


def is_beside(file: str) -> bool:
    """Whether a module is a user's own: neither installed, nor of Python's library, nor nbapp.

    Examples
    --------
    >>> is_beside("/users/ada/app/pets.py"), is_beside(threading.__file__)
    (True, False)
    """
    path = Path(file).resolve()
    return not (INSTALLED & set(path.parts) or path.is_relative_to(LIBRARY) or path.is_relative_to(OURS))


@contextmanager
def first_on_path(*folders: Path) -> Iterator[None]:
    """Have imports look into these folders first, for the length of a block (R4)."""
    added = [name for name in map(str, folders) if name not in sys.path]
    sys.path[:0] = added
    try:
        yield
    finally:
        for name in added:
            if name in sys.path:
                sys.path.remove(name)

"""Whose names magics work with: inside a run, the run's; elsewhere, the notebook's.

`%time x = f()` or `%%capture` in a page's notebook set names where the shell keeps those of the notebook. An ordinary
cell may be executing at the same time, so that they cannot simply change places: the shell is asked on which thread.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from nbapp.script.current import get_run

if TYPE_CHECKING:
    from nbapp.script.run import ScriptRun

NAMES = dict[str, Any]

ATTRIBUTES = ("user_ns", "user_global_ns")
"""Where IPython keeps the names of cells: the same dict twice."""


class RunNames:
    """Stands where a shell keeps its names.

    Parameters
    ----------
    shell : InteractiveShell
        The kernel's shell.
    """

    def __init__(self, shell: Any) -> None:
        self._kind: Any = type(shell)
        self._names: WeakKeyDictionary[ScriptRun, NAMES] = WeakKeyDictionary()
        self._undo: list[Callable[[], None]] = []

    def set(self, run: ScriptRun, names: NAMES) -> None:
        """Say which names a run has."""
        self._names[run] = names

    def install(self) -> None:
        """Begin to stand in."""
        for name in ATTRIBUTES:
            self._take_over(name)

    def uninstall(self) -> None:
        """End."""
        while self._undo:
            self._undo.pop()()

    def of_run(self) -> NAMES | None:
        """The names of the run that the caller is in; None where there is none, or it has none."""
        run = get_run()
        while run is not None and run not in self._names:
            run = run.main  # that of a parallel fragment
        return None if run is None else self._names[run]

    def _take_over(self, name: str) -> None:
        kind, ordinary = self._kind, getattr(self._kind, name, None)

        def get(shell: Any) -> Any:
            names = self.of_run()
            if names is not None:
                return names
            return shell.__dict__[name] if ordinary is None else ordinary.__get__(shell, kind)

        def put(shell: Any, value: Any) -> None:
            if ordinary is None:
                shell.__dict__[name] = value
            else:
                ordinary.__set__(shell, value)

        own = vars(kind).get(name)
        setattr(kind, name, property(get, put))
        self._undo.append(lambda: delattr(kind, name) if own is None else setattr(kind, name, own))

"""Pyplot's open figures: a run has its own, so that a cell executed meanwhile neither shows nor closes them."""

from __future__ import annotations

import sys
import weakref
from collections import OrderedDict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from nbapp.script.current import get_run

if TYPE_CHECKING:
    from nbapp.script.run import ScriptRun


class FiguresByRun(OrderedDict[Any, Any]):
    """Stands where pyplot keeps its figure managers, and asks which run the caller is in.

    Parameters
    ----------
    ordinary : OrderedDict
        The figures of ordinary cells.
    """

    def __init__(self, ordinary: OrderedDict[Any, Any]) -> None:
        super().__init__()
        self.ordinary = ordinary
        self._of_runs: weakref.WeakKeyDictionary[Any, OrderedDict[Any, Any]] = weakref.WeakKeyDictionary()

    def mine(self) -> OrderedDict[Any, Any]:
        """The figures of the run the caller is in, or of ordinary cells."""
        run = get_run()
        return self.ordinary if run is None else self.of_run(run)

    def of_run(self, run: ScriptRun) -> OrderedDict[Any, Any]:
        """The figures of a run."""
        return self._of_runs.setdefault(run, OrderedDict())

    def __getitem__(self, key: Any) -> Any:
        return self.mine()[key]

    def __setitem__(self, key: Any, value: Any) -> None:
        self.mine()[key] = value

    def __delitem__(self, key: Any) -> None:
        del self.mine()[key]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.mine())

    def __reversed__(self) -> Any:
        return reversed(self.mine())

    def __len__(self) -> int:
        return len(self.mine())

    def __bool__(self) -> bool:
        return bool(self.mine())

    def __contains__(self, key: object) -> bool:
        return key in self.mine()

    def get(self, key: Any, default: Any = None) -> Any:
        return self.mine().get(key, default)

    def pop(self, key: Any, *default: Any) -> Any:
        return self.mine().pop(key, *default)

    def keys(self) -> Any:
        return self.mine().keys()

    def values(self) -> Any:
        return self.mine().values()

    def items(self) -> Any:
        return self.mine().items()

    def clear(self) -> None:
        self.mine().clear()

    def move_to_end(self, key: Any, last: bool = True) -> None:
        self.mine().move_to_end(key, last)


def separate() -> FiguresByRun | None:
    """Give runs figures of their own, once pyplot is there.

    Returns
    -------
    FiguresByRun or None
        None while no code has imported pyplot.
    """
    helpers = sys.modules.get("matplotlib._pylab_helpers")
    if helpers is None:
        return None
    figures = helpers.Gcf.figs
    if not isinstance(figures, FiguresByRun):
        figures = helpers.Gcf.figs = FiguresByRun(figures)
    return figures


def rejoin() -> None:
    """Undo `separate`."""
    helpers = sys.modules.get("matplotlib._pylab_helpers")
    if helpers is not None and isinstance(helpers.Gcf.figs, FiguresByRun):
        helpers.Gcf.figs = helpers.Gcf.figs.ordinary


def let_go(value: object) -> None:
    """Have pyplot forget a figure that is shown by itself, so that the end of the run does not show it again."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is None:
        return
    for figure in (value, getattr(value, "figure", None)):  # a grid of seaborn holds its figure
        if isinstance(figure, pyplot.Figure):
            pyplot.close(figure)


def show_left_open() -> None:
    """Show the figures that the run made with pyplot and did not show, as a cell does at its end, and close them."""
    figures = separate()
    if not figures:
        return
    import matplotlib.pyplot

    if "inline" in matplotlib.pyplot.get_backend().lower():
        matplotlib.pyplot.show()
    matplotlib.pyplot.close("all")

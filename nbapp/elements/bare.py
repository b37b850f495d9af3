"""The module functions: each element once more, without the place, for the place the code stands in."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from types import TracebackType
from typing import Concatenate, ParamSpec, TypeVar

from nbapp.elements.container import Container
from nbapp.elements.outside import outside
from nbapp.script.current import get_run
from nbapp.script.run import ScriptRun
from nbapp.script.threads import given_run
from nbapp.tree.branch import Branch, Slot

Params = ParamSpec("Params")
Result = TypeVar("Result")


def here() -> Container:
    """The place that module functions draw in: the innermost `with`, else the main root, else a cell's output."""
    run = get_run() or given_run()
    if run is None:
        return outside(Container)
    place: Container | None = run.here
    if place is None:
        run.here = place = root(run, "main")
    return place


def root(run: ScriptRun, name: str) -> Container:
    """One of the page's roots, as a place."""
    return Container(run, run.page.roots[name])


class Sidebar(Container):
    """The sidebar of the page: every element is a method of it, and `with sidebar:` draws there.

    Examples
    --------
    >>> import nbapp
    >>> with nbapp.sidebar:
    ...     year = nbapp.slider("Year", 2000, 2026, 2026)
    """

    __slots__ = ()

    def __init__(self) -> None:
        self.slot = None

    @property
    def run(self) -> ScriptRun:  # type: ignore[override]
        """The run that draws."""
        return get_run() or given_run() or outside(Container).run

    @property
    def branch(self) -> Branch:  # type: ignore[override]
        """The sidebar of its page."""
        run = get_run() or given_run()
        return outside(Container).branch if run is None else run.page.roots["sidebar"]

    def __enter__(self) -> Container:  # type: ignore[override]
        """Stand in the sidebar of the run that is under way: this object is shared by all."""
        run = get_run() or given_run()
        place = outside(Container) if run is None else root(run, "sidebar")
        return place.__enter__()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        here().__exit__(kind, error, trace)

    @classmethod
    def at(cls, run: ScriptRun, branch: Branch, slot: Slot | None = None) -> Container:  # type: ignore[override]
        """What is drawn in the sidebar is a place like any other."""
        return Container(run, branch, slot)


sidebar = Sidebar()
"""The sidebar of the page."""


def bare(element: Callable[Concatenate[Container, Params], Result]) -> Callable[Params, Result]:
    """Make the module function of an element.

    Parameters
    ----------
    element : callable
        A plain function whose first parameter is the place.

    Returns
    -------
    callable
        The same without that parameter.
    """

    @functools.wraps(element)
    def function(*args: Params.args, **kwargs: Params.kwargs) -> Result:
        return element(here(), *args, **kwargs)

    signature = inspect.signature(element)
    function.__signature__ = signature.replace(  # type: ignore[attr-defined]
        parameters=list(signature.parameters.values())[1:]
    )
    return function

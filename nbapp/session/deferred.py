"""A handler that a script registered: called at once on the script's turn, noted for it at any other time."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from types import FunctionType, MethodType
from typing import TYPE_CHECKING, Any

from nbapp.session.actor import Actor, actor

if TYPE_CHECKING:
    from nbapp.session.adopted import AdoptedWidget


class Deferred:
    """Stands in the lists of a widget in the place of a handler, and equals it, so that it can be taken back.

    Parameters
    ----------
    handler : callable
        What the script registered.
    home : AdoptedWidget
        Where calls are noted.
    name : str or None
        The observed trait; None for a dispatcher's callback.
    """

    __slots__ = ("handler", "home", "mark", "name", "run")

    def __init__(self, handler: Callable[..., Any], home: AdoptedWidget, name: str | None) -> None:
        self.handler = handler
        self.home = home
        self.name = name
        self.run = 0
        self.mark: tuple[Hashable, int] = (None, 0)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the handler now or have it called."""
        who = actor()
        if who is Actor.SCRIPT or who is Actor.CALLBACK:
            return self.handler(*args, **kwargs)
        if who is not Actor.NBAPP:  # what nbapp brings up to date is no event
            self.home.defer(self, args, kwargs)
        return None

    def __eq__(self, other: object) -> bool:
        """Whether it stands for that handler."""
        handler = other.handler if isinstance(other, Deferred) else other
        return bool(self.handler == handler)

    __hash__ = None  # type: ignore[assignment]  # handlers need not be hashable


def mark_of(handler: Any) -> Hashable:
    """What makes two handlers of two runs the same line of the script."""
    if isinstance(handler, partial):
        return mark_of(handler.func)
    if isinstance(handler, MethodType):
        return (id(handler.__self__), mark_of(handler.__func__))
    if isinstance(handler, FunctionType):
        code = handler.__code__
        return (code.co_filename, code.co_firstlineno, code.co_name)
    return id(handler)

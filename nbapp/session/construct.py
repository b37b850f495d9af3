"""The hook on the construction of ipywidgets: an adoption sees each widget that its script constructs.

All widget classes share one metaclass, whose call makes every instance. The hook replaces that call once per kernel.
It costs one look at a thread-local where no script runs.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

Constructor = Callable[[type[Any], tuple[Any, ...], dict[str, Any]], Any]
"""Takes class, arguments and keyword arguments of a construction; returns the widget that it results in."""


class _Here(threading.local):
    construct: Constructor | None = None


_here = _Here()
_original: Constructor | None = None


def install() -> None:
    """Set the hook; setting it again changes nothing."""
    global _original
    if _original is not None:
        return
    from ipywidgets import Widget

    meta: Any = type(Widget)
    original = meta.__call__

    def call(cls: type[Any], /, *args: Any, **kwargs: Any) -> Any:
        construct = _here.construct
        if construct is None or not issubclass(cls, Widget):
            return original(cls, *args, **kwargs)
        return construct(cls, args, kwargs)

    _original = lambda cls, args, kwargs: original(cls, *args, **kwargs)  # noqa: E731
    meta.__call__ = call


def uninstall() -> None:
    """Take the hook away again."""
    global _original
    if _original is None:
        return
    from ipywidgets import Widget

    meta: Any = type(Widget)
    del meta.__call__
    _original = None


@contextmanager
def diverted(to: Constructor | None) -> Iterator[None]:
    """Have the constructions of this thread done by somebody else, for the length of a block."""
    before, _here.construct = _here.construct, to
    try:
        yield
    finally:
        _here.construct = before


def aside() -> Any:
    """Make widgets that no adoption is to see: those of nbapp itself.

    Returns
    -------
    context manager
        Within it, constructions are ordinary ones.
    """
    return diverted(None)


def build(cls: type[Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Any, list[Any]]:
    """Construct a widget and note which others its construction makes (its layout, its style, its children).

    Parameters
    ----------
    cls : type
        The widget's class.
    args, kwargs : tuple, dict
        Its arguments.

    Returns
    -------
    tuple
        The widget, and the others in the order in which they were ready. None of those is left open if it raises.
    """
    assert _original is not None, "the hook is set when an adoption is made"
    original = _original
    made: list[Any] = []

    def collect(inner: type[Any], inner_args: tuple[Any, ...], inner_kwargs: dict[str, Any]) -> Any:
        widget = original(inner, inner_args, inner_kwargs)
        made.append(widget)
        return widget

    with diverted(collect):
        try:
            return original(cls, args, kwargs), made
        except BaseException:
            for widget in made:
                widget.close()
            raise

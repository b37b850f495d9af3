"""`spinner`: something turns while a block works."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from nbapp.clock import clock
from nbapp.elements.place import Place
from nbapp.elements.prose import cleaned
from nbapp.elements.sizes import Width, checked_width
from nbapp.tree.branch import Slot
from nbapp.tree.node import Node

PATIENCE = 0.5
"""Seconds a block may take before a reader sees that something works."""


@contextmanager
def spinner(
    here: Place, text: str = "In progress...", *, show_time: bool = False, width: Width = "content"
) -> Iterator[None]:
    """Show a turning wheel while the block of a `with` works, if that takes longer than half a second.

    It leaves no element behind, and does not move those after it. It decorates functions too.

    Parameters
    ----------
    text : str
        Markdown beside the wheel.
    show_time : bool
        Count the seconds after the text.
    width : int or str
        CSS pixels, "stretch" or "content".

    Examples
    --------
    >>> import nbapp
    >>> with nbapp.spinner("Fitting the model"):  # doctest: +SKIP
    ...     model.fit(x, y)
    """
    props: dict[str, object] = {"text": cleaned(text)}
    if show_time:
        props["show_time"] = True
    if width != "content":
        props["width"] = checked_width(width)
    branch, shown = here.branch, list[Slot]()
    anchor = here.slot or branch.last_drawn()

    def show() -> None:
        shown.append(branch.slip_in(anchor, Node("spinner", props, ("spinner", id(shown)))))

    alarm = clock.after(PATIENCE, show)
    try:
        yield
    finally:
        alarm.cancel()
        for slot in shown:
            branch.take_out(slot)

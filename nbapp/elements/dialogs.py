"""`dialog`: a function whose elements stand in a window over the page, and that runs by itself."""

from __future__ import annotations

import functools
from collections.abc import Callable
from numbers import Integral
from typing import Any, Literal, ParamSpec

from nbapp.elements.fragments import name_of, register
from nbapp.elements.icon import checked_icon
from nbapp.elements.place import Place
from nbapp.elements.recorder import standing
from nbapp.elements.sizes import checked_word
from nbapp.errors import (
    DIALOG_IN_DIALOG,
    DIALOG_IN_PARALLEL,
    ONE_DIALOG,
    StreamlitInvalidLayoutContextError,
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)
from nbapp.script.current import get_run
from nbapp.script.run import ScriptRun
from nbapp.types import SlotId

Params = ParamSpec("Params")
OnDismiss = Callable[..., Any] | Literal["ignore", "rerun"]

WIDTHS = ("small", "medium", "large")
POSITIONS = ("center", "left", "right")


def dialog(
    title: str,
    *,
    width: int | Literal["small", "medium", "large"] = "small",
    position: Literal["center", "left", "right"] = "center",
    dismissible: bool = True,
    icon: str | None = None,
    on_dismiss: OnDismiss = "ignore",
) -> Callable[[Callable[Params, Any]], Callable[Params, None]]:
    """Decorate a function, so that calling it opens a window over the page, with what the function draws.

    An input in the window runs only this function again, with the arguments of its last call. The window closes when
    the script runs without calling the function, as after `rerun()`, and when its reader closes it.

    Parameters
    ----------
    title : str
        What stands above it, Markdown.
    width : "small", "medium", "large" or int
        At most 500, 750 or 1280 CSS pixels, or so many.
    position : "center", "left" or "right"
        In the middle, or at a side of the page from top to bottom.
    dismissible : bool
        Whether its reader can close it: by its X, by Escape, by a click beside it.
    icon : str, optional
        An emoji or ":material/name:" before the title.
    on_dismiss : callable, "ignore" or "rerun"
        What that does besides: nothing, run the script, or run it after calling this.

    Returns
    -------
    callable
        The decorator.

    Raises
    ------
    StreamlitMissingRequiredParameterError
        If there is no title.
    StreamlitInvalidLayoutContextError
        When the function is called: if the run has opened a dialog already, or this is inside of one.

    Examples
    --------
    >>> import nbapp
    >>> @nbapp.dialog("Delete the file?")
    ... def confirm(name):
    ...     nbapp.write(f"{name} will be gone.")
    ...     if nbapp.button("Delete"):
    ...         nbapp.rerun()
    >>> if nbapp.button("Delete ..."):
    ...     confirm("notes.txt")
    """
    if not isinstance(title, str) or not title:
        raise StreamlitMissingRequiredParameterError("title", 'Write `@dialog("What it is about")`.')
    props: dict[str, Any] = {
        "title": title,
        "width": checked_dialog_width(width),
        "position": checked_word("position", position, POSITIONS),
        "dismissible": bool(dismissible),
    }
    mark = checked_icon(icon)
    if mark:
        props["icon"] = mark
    closing = checked_dismissal(on_dismiss) if dismissible else None

    def decorate(function: Callable[Params, Any]) -> Callable[Params, None]:
        if not callable(function):
            raise StreamlitInvalidParameterTypeError("dialog", ["used on a function"], function)

        @functools.wraps(function)
        def call(*args: Params.args, **kwargs: Params.kwargs) -> None:
            run = get_run()
            if run is None:  # outside of an app: what it draws is shown in the cell
                function(*args, **kwargs)
                return
            place = opening(run)
            inside = place.nest("dialog", props, ("dialog", *name_of(function)))
            inside.branch.fragment = SlotId(int(inside.branch.parent))
            this = register(run, inside, functools.partial(function, *args, **kwargs), function)
            this.within, this.on_dismiss = place.part(run), closing
            run.draw(this, this.call)

        return call

    return decorate


def opening(run: ScriptRun) -> Place:
    """Where a run may open a dialog now.

    Raises
    ------
    StreamlitInvalidLayoutContextError
        If it may not: R88, R91.
    """
    if run.main is not None:
        raise StreamlitInvalidLayoutContextError(DIALOG_IN_PARALLEL)
    around = standing(run)
    if "dialog" in (around.branch.root, run.fragment and run.fragment.branch.root):
        raise StreamlitInvalidLayoutContextError(DIALOG_IN_DIALOG)
    if run.dialog_opened:
        raise StreamlitInvalidLayoutContextError(ONE_DIALOG)
    run.dialog_opened = True
    return around.at(run, run.page.roots["dialog"])


def checked_dialog_width(width: Any) -> str | int:
    """Return the width of a dialog if it is a word for one or a positive number of pixels."""
    if isinstance(width, str) and width in WIDTHS:
        return width
    if isinstance(width, Integral) and not isinstance(width, bool) and int(width) > 0:
        return int(width)
    raise StreamlitValueError("width", [*map(repr, WIDTHS), "a positive number of pixels"], width)


def checked_dismissal(on_dismiss: Any) -> OnDismiss:
    """Return what closing a dialog does, if it is a function or one of the words."""
    if callable(on_dismiss) or on_dismiss in ("ignore", "rerun"):
        answer: OnDismiss = on_dismiss
        return answer
    raise StreamlitValueError("on_dismiss", ["a function", "'ignore'", "'rerun'"], on_dismiss)

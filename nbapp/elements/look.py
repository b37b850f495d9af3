"""What every input shows beside its widget, and what it does when it changes: checked once for all of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Literal

from nbapp.elements.sizes import FILLS, checked_width, checked_word
from nbapp.errors import (
    StreamlitAPIException,
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)

LabelVisibility = Literal["visible", "hidden", "collapsed"]
OnChange = Callable[..., Any] | Literal["rerun", "ignore"] | None
PersistState = Literal["page", "session"] | None
Key = str | int

VISIBILITIES = ("visible", "hidden", "collapsed")


@lru_cache(maxsize=1024)
def look(
    help: str | None,
    label_visibility: str,
    width: str | int,
    words: tuple[str, ...] = FILLS,
    extra: tuple[tuple[str, Any], ...] = (),
) -> dict[str, Any]:
    """Return the properties of an input's node, for sharing: nobody may change them.

    Parameters
    ----------
    help : str or None
        The tooltip, Markdown.
    label_visibility : str
        "visible", "hidden" (its room is kept) or "collapsed".
    width : int or str
        In CSS pixels or as one of `words`.
    words : tuple of str
        The words this input allows as a width.
    extra : tuple of pairs
        Properties of this input alone, by name; `attrs` (HTML attributes of its box) as pairs again.

    Raises
    ------
    StreamlitValueError, StreamlitInvalidWidthError
        If one of them is not allowed.
    """
    props: dict[str, Any] = {"width": checked_width(width, words)}
    if checked_word("label_visibility", label_visibility, VISIBILITIES) != "visible":
        props["visibility"] = label_visibility
    if help is not None:
        props["help"] = str(help)
    for name, value in extra:
        props[name] = dict(value) if name == "attrs" else list(value) if isinstance(value, tuple) else value
    return props


def checked_change(on_change: Any) -> OnChange:
    """Return `on_change` if it is a function, "rerun", "ignore" or None.

    Raises
    ------
    StreamlitValueError
        If it is anything else.
    """
    if on_change is None or on_change == "rerun" or on_change == "ignore" or callable(on_change):
        answer: OnChange = on_change
        return answer
    raise StreamlitValueError("on_change", ["a function", "'rerun'", "'ignore'", "None"], on_change)


def checked_flag(value: Any) -> bool:
    """Return a value that is True or False, as numbers and NumPy say it too.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If it is anything else.
    """
    if isinstance(value, int) or type(value).__name__ == "bool_":
        return bool(value)
    raise StreamlitInvalidParameterTypeError("value", ["True", "False"], value)


def checked_persistence(persist_state: Any, key: Key | None) -> PersistState:
    """Return `persist_state` if it is "page", "session" or None (R41).

    Raises
    ------
    StreamlitMissingRequiredParameterError
        If there is no key by which the value could be found again.
    StreamlitValueError
        If it is anything else.
    """
    if persist_state is None:
        return None
    if persist_state != "page" and persist_state != "session":
        raise StreamlitValueError("persist_state", ["'page'", "'session'", "None"], persist_state)
    if key is None:
        raise StreamlitMissingRequiredParameterError("key", "`persist_state` keeps a value by its key: give one.")
    answer: PersistState = persist_state
    return answer


def checked_click(on_click: Any) -> Callable[..., Any] | None:
    """Return `on_click` if it is a function or None (R36).

    Raises
    ------
    StreamlitAPIException
        If it is "rerun" or "ignore", which a button cannot honour.
    StreamlitValueError
        If it is anything else.
    """
    if on_click is None or callable(on_click):
        answer: Callable[..., Any] | None = on_click
        return answer
    if isinstance(on_click, str) and on_click in ("rerun", "ignore"):
        raise StreamlitAPIException(
            f"`on_click` is {on_click!r}, but every click of a button reruns. Pass a function, or leave it out."
        )
    raise StreamlitValueError("on_click", ["a function", "None"], on_click)

"""Containers whose reader's choice is an input: with `on_change` or `bind`, the script knows what is open (R127)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from nbapp.elements.look import checked_change
from nbapp.errors import StreamlitValueError

OnToggle = Callable[..., Any] | Literal["rerun", "ignore"]


def is_tracked(on_change: Any, bind: Any) -> bool:
    """Say whether a container is an input: the reader's choice reruns the script, and stands in its value.

    Parameters
    ----------
    on_change : object
        What the caller was given: a function, "rerun" or "ignore".
    bind : object
        What the caller was given: "query-params" or None.

    Raises
    ------
    StreamlitValueError
        If either is anything else.
    """
    if on_change is None:
        raise StreamlitValueError("on_change", ["a function", "'rerun'", "'ignore'"], on_change)
    if bind is not None and bind != "query-params":
        raise StreamlitValueError("bind", ["'query-params'", "None"], bind)
    return checked_change(on_change) != "ignore" or bind is not None


def told(on_change: OnToggle) -> OnToggle:
    """Return what a change calls: one that is bound to the address reruns even with "ignore"."""
    return "rerun" if on_change == "ignore" else on_change

"""The one way in which a run writes to a live widget, and the one in which widgets end."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ipywidgets import Widget


def set_traits(
    widget: Widget,
    traits: Mapping[str, Any],
    value_trait: str,
    value: Any,
    lock: threading.RLock,
    *,
    trigger: bool = False,
) -> None:
    """Write traits and value in one message; what the browser has already is not sent.

    Parameters
    ----------
    widget : Widget
        A live widget.
    traits : mapping
        Traits beside the value; bounds may move past the old ones.
    value_trait : str
        The trait that carries the value.
    value : object
        What the trait is to be afterwards.
    lock : threading.RLock
        Held by incoming messages too, so that neither sees the other half done.
    trigger : bool
        The widget has no value.
    """
    with lock, widget.hold_sync():
        if traits:
            with widget.hold_trait_notifications():
                for name, trait_value in traits.items():
                    setattr(widget, name, trait_value)
        if not trigger:
            setattr(widget, value_trait, value)


def close_widget(widget: Widget, lock: threading.RLock) -> None:
    """Close a widget with its layout and its style: three models in the browser, three comms in the kernel."""
    with lock:
        companions = [getattr(widget, name, None) for name in ("layout", "style")]
        widget.close()
        for companion in companions:
            if companion is not None and hasattr(companion, "close"):
                companion.close()

"""What a page sends to a widget: the same comm messages that a browser sends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ipywidgets import Widget


def send_values(widget: Widget, values: dict[str, Any]) -> list[str]:
    """Set traits of a widget as a page does.

    Parameters
    ----------
    widget : Widget
        A live widget.
    values : dict
        Values of its traits by name, as the kernel holds them.

    Returns
    -------
    list of str
        The names of those that the kernel did not take.
    """
    wire = {name: on_wire(widget, name, value) for name, value in values.items()}
    state, paths, buffers = _without_buffers(wire)
    sent = json.loads(json.dumps(state))
    _send(widget, {"method": "update", "state": sent, "buffer_paths": paths}, buffers)
    return [name for name, value in wire.items() if on_wire(widget, name, getattr(widget, name)) != value]


def send_custom(widget: Widget, content: Any, buffers: list[bytes] | None = None) -> None:
    """Send a custom message to a widget, such as a click."""
    _send(widget, {"method": "custom", "content": content}, buffers or [])


def on_wire(widget: Widget, name: str, value: Any) -> Any:
    """A value of a trait as it travels."""
    to_json = widget.trait_metadata(name, "to_json", widget._trait_to_json)
    return _listed(to_json(value, widget))


def _listed(value: Any) -> Any:
    """The same with lists for tuples, as JSON has them."""
    if isinstance(value, dict):
        return {name: _listed(each) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_listed(each) for each in value]
    return value


def _without_buffers(state: dict[str, Any]) -> tuple[dict[str, Any], list[Any], list[Any]]:
    from ipywidgets.widgets.widget import _remove_buffers

    stripped, paths, buffers = _remove_buffers(state)
    return stripped, paths, buffers


def _send(widget: Widget, data: dict[str, Any], buffers: list[Any]) -> None:
    widget.comm.handle_msg({"content": {"data": data}, "buffers": [memoryview(buffer) for buffer in buffers]})

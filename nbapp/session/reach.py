"""Which widgets hang on a widget: the children of a box, the layers of a map, the marks of a figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from ipywidgets import Widget

_names: WeakKeyDictionary[type[Any], tuple[str, ...]] = WeakKeyDictionary()


def children(widget: Widget) -> list[Widget]:
    """The widgets that a widget's synced traits hold, its layout and style left out.

    Parameters
    ----------
    widget : Widget
        Any widget.

    Returns
    -------
    list of Widget
        In the order of its traits.
    """
    names = _names.get(type(widget))
    if names is None:
        names = _names[type(widget)] = tuple(
            name
            for name, trait in widget.traits(sync=True).items()
            if "to_json" in trait.metadata and name not in ("layout", "style")
        )
    if not names:
        return []
    values = widget._trait_values
    return [each for name in names for each in _widgets_in(values.get(name))]


def reachable(widgets: Iterable[Widget]) -> set[int]:
    """The ids of widgets and of all that hangs on them, layouts and styles included."""
    found: set[int] = set()
    waiting = list(widgets)
    while waiting:
        widget = waiting.pop()
        if id(widget) in found:
            continue
        found.add(id(widget))
        waiting += children(widget)
        values = widget._trait_values
        waiting += [each for name in ("layout", "style") for each in _widgets_in(values.get(name))]
    return found


def _widgets_in(value: Any) -> Iterator[Widget]:
    from ipywidgets import Widget

    if isinstance(value, Widget):
        yield value
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _widgets_in(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _widgets_in(each)

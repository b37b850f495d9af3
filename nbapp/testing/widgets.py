"""The ipywidgets that a script makes or shows itself, for a test to use as a reader does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from nbapp.errors import (
    NOT_ACCEPTED,
    SEVERAL_WIDGETS,
    AppTestError,
    GoneError,
    NotFoundError,
    RefusedValueError,
    listed,
)
from nbapp.session.reach import children
from nbapp.session.trust import accepted_names, value_names
from nbapp.testing.messages import send_custom, send_values

if TYPE_CHECKING:
    from ipywidgets import Widget
    from typing_extensions import Self

    from nbapp.testing.app_test import AppTest
    from nbapp.tree.branch import Slot


class WidgetElement:
    """A live ipywidget that the page shows, by itself or inside another one.

    Attributes
    ----------
    widget : Widget
        The live widget; reading its traits is the way to look at it.
    type : str
        The name of its class.
    """

    def __init__(self, at: AppTest, widget: Widget) -> None:
        self._at = at
        self.widget = widget
        self.type = type(widget).__name__

    @property
    def label(self) -> str:
        """Its description."""
        return str(getattr(self.widget, "description", ""))

    @property
    def key(self) -> Any:
        """What it was made with, in `nbapp.widget(factory, key=...)`."""
        return self._at.session.adoption.key_of(self.widget)

    @property
    def value(self) -> Any:
        """Its value, if widgets of its class have one."""
        return getattr(self.widget, "value", None)

    def set_value(self, value: Any) -> Self:
        """Choose a value as a reader does; the app runs at the next `run`.

        Raises
        ------
        AppTestError
            If the page may not set the value, or the widget does not take it.
        """
        if "value" not in accepted_names(self.widget) and "index" in accepted_names(self.widget):
            return self._choose(value)
        return self.set(value=value)

    def set(self, **values: Any) -> Self:
        """Set traits as the page does; the app runs at the next `run`.

        Raises
        ------
        AppTestError
            If the page may not set one of them, or the widget does not take it.
        """
        widget = self.widget
        if widget.comm is None:
            raise GoneError(self.type, self.label)
        accepted = accepted_names(widget)
        strange = [name for name in values if name not in accepted]
        if strange:
            may = sorted(name for name in accepted if not name.startswith("_")) or ["nothing"]
            raise AppTestError(NOT_ACCEPTED.format(names=listed(strange), kind=self.type, accepted=listed(may)))
        if getattr(widget, "disabled", False):
            raise RefusedValueError(self.type, self.label, values, "it is disabled")
        refused = send_values(widget, values)
        if refused:
            raise RefusedValueError(self.type, self.label, {name: values[name] for name in refused})
        return self

    def click(self) -> Self:
        """Click it; the app runs at the next `run`."""
        if getattr(self.widget, "disabled", False):
            raise RefusedValueError(self.type, self.label, "a click", "it is disabled")
        return self.send({"event": "click"})

    def send(self, content: Any, buffers: list[bytes] | None = None) -> Self:
        """Send a custom message, as the code of an anywidget does; the app runs at the next `run`."""
        if self.widget.comm is None:
            raise GoneError(self.type, self.label)
        send_custom(self.widget, content, buffers)
        return self

    def run(self, *, timeout: float | None = None) -> AppTest:
        """Run the app for what was done; see `AppTest.run`."""
        return self._at.run(timeout=timeout)

    def _choose(self, value: Any) -> Self:
        """Choose an option of a stock list: the page knows options by their places."""
        widget: Any = self.widget
        options = [option for _, option in widget._options_full]
        several = "index" in value_names(type(widget)) and isinstance(getattr(widget, "index", None), tuple)
        try:
            place = tuple(map(options.index, value)) if several else None if value is None else options.index(value)
        except ValueError:
            raise RefusedValueError(self.type, self.label, value, f"it offers {options}") from None
        return self.set(index=place)

    def __repr__(self) -> str:
        return f"{self.type}({self.label!r}, value={self.value!r})"


def widgets_of(at: AppTest, slots: Iterable[Slot]) -> list[WidgetElement]:
    """List the widgets that slots show, each followed by those inside it."""
    from ipywidgets.widgets.widget import _instances

    shown = [_instances.get(slot.node.props["model_id"]) for slot in slots if slot.node.kind == "widget"]
    found: dict[int, Widget] = {}
    for widget in shown:
        for each in [] if widget is None else below(widget, set()):
            found.setdefault(id(each), each)
    return [WidgetElement(at, widget) for widget in found.values()]


def below(widget: Widget, seen: set[int]) -> Iterator[Widget]:
    """A widget, and all that hang on it."""
    if id(widget) in seen:
        return
    seen.add(id(widget))
    yield widget
    for child in children(widget):
        yield from below(child, seen)


def find_widget(
    there: list[WidgetElement], kind: type[Widget] | None, label: str | None, key: Any, index: int | None
) -> WidgetElement:
    """Return the one of these widgets that is meant.

    Raises
    ------
    NotFoundError
        If none is.
    AppTestError
        If several are.
    """
    wanted = {"class": kind and kind.__name__, "label": label, "key": key}
    found = [
        each
        for each in there
        if (kind is None or isinstance(each.widget, kind))
        and (label is None or each.label == label)
        and (key is None or each.key == key)
    ]
    said = ", ".join(f"{name} {value!r}" for name, value in wanted.items() if value is not None)
    if not found or (index is not None and not -len(found) <= index < len(found)):
        raise NotFoundError(f"widget with {said or 'that index'}", there)
    if index is None and len(found) > 1:
        raise AppTestError(SEVERAL_WIDGETS.format(found=listed(map(repr, found))))
    return found[index or 0]

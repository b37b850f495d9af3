"""The inputs of a page, for a test to use as a reader does: what is done reaches the app by the widget's own comm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nbapp.errors import DisabledInputError, GoneError, RefusedValueError
from nbapp.testing.element import Element
from nbapp.testing.messages import on_wire, send_values

if TYPE_CHECKING:
    from typing_extensions import Self

    from nbapp.session.inputs import Input
    from nbapp.testing.app_test import AppTest
    from nbapp.tree.branch import Slot


class InputElement(Element):
    """An input that is on the page.

    Attributes
    ----------
    label : str
        What stands above it.
    disabled : bool
        Whether it takes no value.
    """

    def __init__(self, at: AppTest, slot: Slot) -> None:
        super().__init__(at, slot)
        self._identity = slot.node.key
        self._last = self._live()

    @property
    def label(self) -> str:
        """What stands above it."""
        return str(self.props["label"])

    @property
    def disabled(self) -> bool:
        """Whether it takes no value."""
        return bool(self.props.get("disabled"))

    @property
    def help(self) -> str:
        """Its tooltip."""
        return str(self.props.get("help", ""))

    @property
    def id(self) -> str:
        """The same as long as it is the same input."""
        return str(self.props["model_id"])

    @property
    def form_id(self) -> str:
        """The form that it stands in, or an empty text."""
        return self._last.form or ""

    @property
    def value(self) -> Any:
        """What the reader sees: the value of the last run, or what was chosen since."""
        live = self._last
        spec = live.spec
        if spec.trigger:
            return live.value
        raw = getattr(live.widget, spec.trait)
        if on_wire(live.widget, spec.trait, raw) == on_wire(live.widget, spec.trait, spec.to_widget(live.value)):
            return live.value
        return spec.from_widget(raw)

    @property
    def widget(self) -> Any:
        """The live ipywidget that the reader touches."""
        return self._last.widget

    def set_value(self, value: Any) -> Self:
        """Choose a value as a reader does; the app runs at the next `run`.

        Raises
        ------
        AppTestError
            If the input is disabled, is gone, or does not offer the value.
        """
        live = self._usable()
        spec = live.spec
        try:
            raw = spec.to_widget(value)
            spec.check(spec.from_widget(on_wire(live.widget, spec.trait, raw)))
        except Exception as reason:
            raise RefusedValueError(spec.kind, spec.label, value, reason) from reason
        if send_values(live.widget, {spec.trait: raw}):
            raise RefusedValueError(spec.kind, spec.label, value)
        return self

    def _trait(self, name: str) -> Any:
        """A trait of the widget, in the script's terms."""
        raw = getattr(self._last.widget, name)
        if raw is None or isinstance(self._last.value, str):
            return raw
        value = self._last.value
        paired = isinstance(value, tuple) and isinstance(getattr(self._last.widget, self._last.spec.trait), tuple)
        try:
            return self._last.spec.from_widget((raw, raw))[0] if paired else self._last.spec.from_widget(raw)
        except Exception:  # noqa: BLE001  a bound that is no value of its own
            return raw

    def _live(self) -> Input:
        live = self._at.session.inputs.find(self._identity)
        if live is None:
            raise GoneError(self.type, str(self._node.props.get("label")))
        return live

    def _usable(self) -> Input:
        live = self._last = self._live()
        if live.spec.disabled:
            raise DisabledInputError(live.spec.kind, live.spec.label)
        return live


class Button(InputElement):
    """A button: true in the one run that follows a click."""

    @property
    def value(self) -> bool:
        """Whether the last run saw the click, or the next one will."""
        return self._at.is_clicked(self._identity)

    def click(self) -> Self:
        """Click it; the app runs at the next `run`."""
        return self.set_value(True)

    def set_value(self, value: Any) -> Self:
        """Click it, or think better of it before the next `run`."""
        self._usable()
        self._at.click(self._identity, bool(value))
        return self


class Checkbox(InputElement):
    """A checkbox."""

    def check(self) -> Self:
        """Tick it."""
        return self.set_value(True)

    def uncheck(self) -> Self:
        """Take the tick away."""
        return self.set_value(False)

    def set_value(self, value: Any) -> Self:
        """Tick it, or take the tick away."""
        return super().set_value(bool(value))


class TextInput(InputElement):
    """A box for text.

    Attributes
    ----------
    placeholder : str
        What stands in it while it is empty.
    max_chars : int
        How many characters it takes; 0 for any number.
    autocomplete : str
        What the browser is told to offer.
    """

    @property
    def placeholder(self) -> str:
        """What stands in it while it is empty."""
        return str(self._last.widget.placeholder)

    @property
    def max_chars(self) -> int:
        """How many characters it takes; 0 for any number."""
        return int(self.props.get("attrs", {}).get("maxlength", 0))

    @property
    def autocomplete(self) -> str:
        """What the browser is told to offer."""
        return str(self.props.get("attrs", {}).get("autocomplete", ""))

    def input(self, value: str) -> Self:
        """Write a text into it."""
        return self.set_value(value)


class NumberInput(InputElement):
    """A box for a number.

    Attributes
    ----------
    min, max : int, float or None
        The bounds.
    step : int or float
        What a step adds.
    """

    @property
    def min(self) -> Any:
        """The lower bound."""
        return self._last.widget.min

    @property
    def max(self) -> Any:
        """The upper bound."""
        return self._last.widget.max

    @property
    def step(self) -> Any:
        """What a step adds."""
        return self._last.widget.step

    def increment(self) -> Self:
        """Press the button that adds a step."""
        return self._stepped(1)

    def decrement(self) -> Self:
        """Press the button that takes a step away."""
        return self._stepped(-1)

    def _stepped(self, sign: int) -> Self:
        number = self.value
        if number is None:
            return self
        number += sign * self.step
        if self.max is not None:
            number = min(number, self.max)
        return self.set_value(number if self.min is None else max(number, self.min))


class Slider(InputElement):
    """A slider.

    Attributes
    ----------
    min, max : object
        The bounds, as the script has them.
    step : int or float
        What a step adds; microseconds for dates and times.
    """

    @property
    def min(self) -> Any:
        """The lower bound."""
        return self._trait("min")

    @property
    def max(self) -> Any:
        """The upper bound."""
        return self._trait("max")

    @property
    def step(self) -> Any:
        """What a step adds."""
        return self._last.widget.step

    def set_range(self, lower: Any, upper: Any) -> Self:
        """Choose the two ends of a range."""
        return self.set_value((lower, upper))


class DateInput(InputElement):
    """A box for a day, or two for a range.

    Attributes
    ----------
    min, max : date
        The bounds.
    is_range : bool
        Whether it is for two days.
    """

    @property
    def is_range(self) -> bool:
        """Whether it is for two days."""
        return isinstance(self.value, tuple)

    @property
    def min(self) -> Any:
        """The first day that can be chosen."""
        return self._trait("min")

    @property
    def max(self) -> Any:
        """The last day that can be chosen."""
        return self._trait("max")

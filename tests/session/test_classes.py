"""Classes that each run defines anew are the same as long as their definition is."""

from __future__ import annotations

from typing import Any

import anywidget
import ipywidgets
import pytest
import traitlets

from nbapp.session.classes import rebind, same_class

DEFINITION = """
class Own(base):
    text = "a"
    unit = traitlets.Unicode("m").tag(sync=True)
    def method(self):
        return value
    @traitlets.observe("unit")
    def _seen(self, change):
        self.seen = value
    @property
    def twice(self):
        return 2
    @staticmethod
    def free():
        return 3
"""


def define(base: Any, source: str = DEFINITION, value: Any = 1) -> Any:
    """Execute the definition."""
    names = {"base": base, "traitlets": traitlets, "value": value, "__name__": "script"}
    exec(compile(source, "<script>", "exec"), names)
    return names["Own"]


@pytest.mark.parametrize("base", [ipywidgets.IntSlider, ipywidgets.DOMWidget, anywidget.AnyWidget])
def test_two_executions_are_the_same_class(base: Any) -> None:
    """Whatever values the globals have by then."""
    assert same_class(define(base), define(base, value=2))
    assert not same_class(define(base), base)


@pytest.mark.parametrize(
    "change", [('"a"', '"b"'), ('"m"', '"km"'), ("return 2", "return 4"), ("return 3", "return 5")]
)
def test_another_definition_is_another_class(change: tuple[str, str]) -> None:
    """Attributes, traits, properties and functions all count."""
    assert not same_class(define(ipywidgets.IntSlider), define(ipywidgets.IntSlider, DEFINITION.replace(*change)))


@pytest.mark.parametrize("base", [ipywidgets.IntSlider, anywidget.AnyWidget])
def test_rebinding_renews_methods_and_observers(base: Any) -> None:
    """A live widget becomes one of the new class, its values as they were."""
    old, new = define(base), define(base, value=2)
    widget = old(unit="s")
    rebind(widget, old, new)
    assert isinstance(widget, new)
    assert (widget.unit, widget.method()) == ("s", 2)
    widget.unit = "h"
    assert widget.seen == 2
    widget.close()

"""A page may set values, and nothing else."""

from __future__ import annotations

import logging
from typing import Any

import anywidget
import comm
import ipywidgets
import pytest
import traitlets
from ipywidgets import Widget

from nbapp.session.trust import STOCK, accepted, accepted_names, narrow, refuse_comm_open, triggers

ALWAYS = {"_view_count"}
INPUTS = {
    name: cls
    for name, cls in vars(ipywidgets).items()
    if isinstance(cls, type) and issubclass(cls, Widget) and name in STOCK
}
OTHERS = {
    name: cls
    for name, cls in vars(ipywidgets).items()
    if isinstance(cls, type) and issubclass(cls, Widget) and name not in STOCK
}


class Counter(anywidget.AnyWidget):  # type: ignore[misc]
    """A widget of a third party."""

    _esm = "export default {}"
    value = traitlets.Int(0).tag(sync=True)
    _state = traitlets.Int(0).tag(sync=True)
    kernel_only = traitlets.Int(0)


class Named(ipywidgets.IntSlider):  # type: ignore[misc]
    """A slider with one trait more."""

    unit = traitlets.Unicode().tag(sync=True)


@pytest.mark.parametrize("name", INPUTS)
def test_stock_inputs_accept_their_values(name: str) -> None:
    """What the table names exists and is all that a class accepts."""
    names = accepted_names(INPUTS[name])
    assert names - ALWAYS == STOCK[name]
    assert names <= set(INPUTS[name].class_traits(sync=True))


@pytest.mark.parametrize("name", OTHERS)
def test_other_stock_classes_accept_nothing(name: str) -> None:
    """Labels, boxes, layouts, styles and links are the kernel's."""
    assert accepted_names(OTHERS[name]) == ALWAYS


def test_every_input_of_ipywidgets_is_in_the_table() -> None:
    """A class with a value that no row names is one that only shows."""
    shown = {"HTML", "HTMLMath", "Label", "Image", "Audio", "Video", "Valid", "IntProgress", "FloatProgress"}
    valued = {name for name, cls in OTHERS.items() if {"value", "index"} & set(cls.class_traits(sync=True))}
    assert valued == shown


@pytest.mark.parametrize("subject", [Counter, Counter()])
def test_third_party_widgets_accept_their_own_traits(subject: Any) -> None:
    """Synced traits of its own, but never code or looks."""
    assert accepted_names(subject) - ALWAYS == {"value", "_state"}
    assert triggers(subject) == {"value"}


def test_a_subclass_accepts_what_it_adds() -> None:
    """What a class derived from a stock input declares itself is accepted besides the value."""
    assert accepted_names(Named) - ALWAYS == {"value", "unit"}


def test_an_app_can_narrow() -> None:
    """Narrowing closes, and never opens."""

    class Own(Counter):
        """A class of this test only."""

    widget = Own()
    narrow(Own, ["value", "_esm"])
    assert accepted(Own)("value")
    assert not accepted(Own)("_state")
    assert not accepted(Own)("_esm")
    narrow(widget, [])
    assert not accepted(widget)("value")
    assert accepted(Own)("value")
    widget.close()


@pytest.mark.parametrize(
    ("module", "name", "quiet"),
    [
        ("ipyleaflet", "Map", "window_url"),
        ("ipywidgets", "Controller", "timestamp"),
        ("ipywidgets", "Output", "outputs"),
    ],
)
def test_housekeeping_does_not_trigger(module: str, name: str, quiet: str) -> None:
    """What a page sends by itself is taken, and reruns nothing."""
    cls = getattr(pytest.importorskip(module), name)
    assert accepted(cls)(quiet)
    assert quiet not in triggers(cls)


def test_a_page_opens_no_model(caplog: pytest.LogCaptureFixture) -> None:
    """A `comm_open` for a widget is closed and logged; the control target stays."""
    manager = comm.base_comm.CommManager()
    manager.register_target("jupyter.widget", Widget.handle_comm_opened)
    manager.register_target("jupyter.widget.control", Widget.handle_control_comm_opened)
    refuse_comm_open(manager)
    wire = comm.DummyComm(comm_id="evil", primary=False)
    comm.get_comm_manager().register_comm(wire)
    with caplog.at_level(logging.WARNING, "nbapp"):
        message = {"content": {"data": {"state": {"_model_name": "IntSliderModel"}}}}
        manager.targets.get("jupyter.widget")(wire, message)
    assert wire._closed
    assert "IntSliderModel" in caplog.text
    assert manager.targets.get("jupyter.widget.control") == Widget.handle_control_comm_opened
    assert manager.targets.get("another") == manager.targets.get("jupyter.widget")

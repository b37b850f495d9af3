"""Writing to a live widget, and ending one."""

from __future__ import annotations

import threading

from ipywidgets import Dropdown, IntSlider
from reader import wired

from nbapp.session.widgets import close_widget, set_traits


def test_bounds_may_pass_the_old_ones_and_go_in_one_message() -> None:
    """With the value, which ipywidgets would have clamped on the way."""
    with wired() as sent:
        slider = IntSlider(5, 0, 10)
        sent.clear()
        set_traits(slider, {"min": 20, "max": 30}, "value", 25, threading.RLock())
        assert [set(data["state"]) for _, data in sent] == [{"min", "max", "value"}]
        assert slider.value == 25
        close_widget(slider, threading.RLock())


def test_options_and_choice_change_together() -> None:
    """The choice is not lost to the first option in between."""
    with wired():
        choice = Dropdown(options=["a", "b"], index=1)
        set_traits(choice, {"options": ["x", "a", "b"]}, "index", 2, threading.RLock())
        assert choice.value == "b"
        close_widget(choice, threading.RLock())


def test_what_the_browser_has_is_not_sent() -> None:
    """The same value again is silent."""
    with wired() as sent:
        slider = IntSlider(5)
        sent.clear()
        set_traits(slider, {"min": 0}, "value", 5, threading.RLock())
        assert [data["state"] for _, data in sent if data["state"]] == []
        close_widget(slider, threading.RLock())

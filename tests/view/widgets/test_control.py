"""Our own anywidgets: what they send, what they answer."""

from __future__ import annotations

from typing import Any

import pytest

from nbapp.view import assets
from nbapp.view.widgets.control import Control
from nbapp.view.widgets.date_range import DateRange
from nbapp.view.widgets.multiselect import Multiselect
from nbapp.view.widgets.number_input import NumberInput
from nbapp.view.widgets.select import Select
from nbapp.view.widgets.slider import Slider

CLASSES = [DateRange, Multiselect, NumberInput, Select, Slider]


@pytest.mark.parametrize("cls", CLASSES)
def test_what_is_sent(cls: type[Control]) -> None:
    """The small loader, and the name of the built file; no class is made for an instance."""
    widget = cls()
    state = widget.get_state()
    widget.close()
    assert state["_esm"] == assets.loader_source()
    assert state["app"] == {"static": "nbapp/static", "core": assets.asset(cls.module)}
    assert (assets.STATIC / state["app"]["core"]).exists()
    assert type(widget) is cls


def test_the_code_comes_over_the_comm_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that cannot fetch the file asks for it; it is given that file and no other."""
    widget = Select()
    sent: list[Any] = []
    monkeypatch.setattr(widget, "send", sent.append)
    widget._handle_custom_msg({"t": "module", "name": "core.js"}, [])
    widget._handle_custom_msg({"t": "rerun"}, [])
    widget.close()
    assert [(one["t"], one["name"]) for one in sent] == [("module", "core.js")]
    assert "combobox" in sent[0]["text"]

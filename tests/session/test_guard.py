"""What a page sends is sifted, checked, applied and told."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from ipywidgets import Button, Dropdown, FileUpload, IntSlider
from ipywidgets.widgets.widget import _instances
from reader import send, tell, wired

from nbapp.session.guard import guard, release
from nbapp.session.trust import accepted


def refuse_odd(name: str, raw: object) -> None:
    """Refuse what the script does not offer."""
    if isinstance(raw, int) and raw % 2:
        raise ValueError("odd")


@pytest.fixture
def told() -> Iterator[list[Any]]:
    """What listeners were told; the widgets of the test are closed after it."""
    before = set(_instances)
    yield []
    for model in set(_instances) - before:
        _instances.pop(model).close()


@pytest.fixture
def wire() -> Iterator[list[Any]]:
    """Messages to the page."""
    with wired() as sent:
        yield sent


def guarded(widget: Any, told: list[Any], check: Any = None) -> Any:
    """Guard a widget as what it is."""
    guard(
        widget,
        accepts=accepted(widget),
        check=check,
        changed=lambda _, changes: told.append(changes),
        custom=lambda _, content, buffers: told.append(content),
        lock=threading.RLock(),
    )
    return widget


@pytest.mark.parametrize(
    ("state", "value", "maximum"),
    [({"value": 4}, 4, 100), ({"value": 5}, 0, 100), ({"max": 9}, 0, 100), ({"value": 6, "max": 9}, 6, 100)],
)
def test_only_offered_values_pass(wire: Any, told: list[Any], state: Any, value: int, maximum: int) -> None:
    """Another trait, or a value that the check refuses, changes nothing; the page gets the true values back."""
    slider = guarded(IntSlider(), told, refuse_odd)
    wire.clear()
    send(slider, **state)
    assert (slider.value, slider.max) == (value, maximum)
    assert told == ([{"value": value}] if value else [])
    back = [data["state"] for _, data in wire if data.get("method") == "update"]
    refused = {name for name in state if getattr(slider, name) != state[name]}
    assert back == ([{name: getattr(slider, name) for name in state if name in refused}] if refused else [])


def test_a_value_that_the_widget_does_not_take(wire: Any, told: list[Any], caplog: pytest.LogCaptureFixture) -> None:
    """An index out of range is refused by the widget itself, without a traceback."""
    choice = guarded(Dropdown(options=["a", "b"]), told)
    send(choice, index=7)
    assert choice.index == 0
    assert told == []
    assert "Refused" in caplog.text
    assert wire[-1][1]["state"] == {"index": 0}


def test_an_unchanged_value_is_no_news(told: list[Any]) -> None:
    """What is equal to the value there is tells nobody."""
    slider = guarded(IntSlider(value=3), told)
    send(slider, value=3)
    assert told == []


def test_layout_and_style_are_closed(told: list[Any]) -> None:
    """No page changes how a widget looks."""
    slider = guarded(IntSlider(), told)
    send(slider.layout, width="1px")
    send(slider.style, handle_color="red")
    assert slider.layout.width is None
    assert slider.style.handle_color is None


def test_custom_messages_are_handled_and_told(told: list[Any]) -> None:
    """A click runs the button's own handlers, then tells."""
    button = guarded(Button(), told)
    button.on_click(lambda _: told.append("handler"))
    tell(button, event="click")
    assert told == ["handler", {"event": "click"}]


def test_binary_values_arrive(told: list[Any]) -> None:
    """Buffers are put in their place before the check and the widget see the state."""
    upload = guarded(FileUpload(), told)
    file = {"name": "a", "type": "t", "size": 2, "last_modified": 0}
    data = {"method": "update", "state": {"value": [file]}, "buffer_paths": [["value", 0, "content"]]}
    upload.comm._msg_callback({"content": {"data": data}, "buffers": [memoryview(b"ab")]})
    assert bytes(upload.value[0]["content"]) == b"ab"
    assert len(told) == 1


MALFORMED: list[Any] = [
    {},
    {"content": None},
    {"content": {"data": {"method": "update", "state": 5}}},
    {"content": {"data": {"method": "update", "state": {"value": {}}}}},
    {"content": {"data": {"method": "update", "state": {"value": "x" * 999}}}},
    {"content": {"data": {"method": "update", "state": {}, "buffer_paths": [["a", "b"]]}}, "buffers": [b""]},
    {"content": {"data": {"method": "dance"}}},
    {"content": {"data": {"method": "update"}}},
]


@pytest.mark.parametrize("message", MALFORMED)
def test_malformed_messages_do_not_raise(told: list[Any], message: Any) -> None:
    """Nothing that a page says reaches ipykernel as an exception."""
    slider = guarded(IntSlider(), told)
    slider.comm._msg_callback(message)
    assert slider.value == 0
    assert told == []


def test_several_listen_and_let_go(told: list[Any]) -> None:
    """Each listener is told; with the last one gone the widget is as ipywidgets made it."""
    slider = guarded(IntSlider(), told)

    def other(widget: Any, changes: Any) -> None:
        told.append("other")

    guard(slider, accepts=accepted(slider), changed=other, lock=threading.RLock())
    send(slider, value=1)
    assert told == [{"value": 1}, "other"]
    release(slider, other)
    send(slider, value=2)
    assert told[2:] == [{"value": 2}]

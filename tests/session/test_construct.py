"""The hook sees constructions of widgets on one thread only, the outermost ones, while somebody asks for them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from ipywidgets import Button, HBox, IntSlider, Widget
from ipywidgets.widgets.widget import _instances

from nbapp.session.construct import aside, build, diverted, install, uninstall


@pytest.fixture
def hook() -> Iterator[list[str]]:
    """The hook, with a constructor that notes the classes."""
    seen: list[str] = []

    def construct(cls: Any, args: Any, kwargs: Any) -> Any:
        seen.append(cls.__name__)
        return build(cls, args, kwargs)[0]

    install()
    before = set(_instances)
    with diverted(construct):
        yield seen
    for model in set(_instances) - before:
        _instances.pop(model).close()


def test_only_outermost_constructions_are_seen(hook: list[str]) -> None:
    """A slider's layout and style are part of it."""
    HBox([IntSlider(), IntSlider()])
    assert hook == ["IntSlider", "IntSlider", "HBox"]


def test_aside_and_other_threads_are_not_seen(hook: list[str]) -> None:
    """nbapp's own widgets and those of other threads are ordinary ones."""
    with aside():
        Button()
    thread = threading.Thread(target=Button)
    thread.start()
    thread.join()
    assert hook == []


def test_a_failed_construction_leaves_nothing_open(hook: list[str]) -> None:
    """What a constructor made before it raised is closed."""

    class Failing(HBox):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__([Button()])
            raise RuntimeError("no")

    before = set(_instances)
    with pytest.raises(RuntimeError):
        Failing()
    left = {type(_instances[each]).__name__ for each in set(_instances) - before}
    assert left <= {"Failing"}
    for each in set(_instances) - before:
        _instances[each].close()


def test_the_hook_can_be_taken_away() -> None:
    """Without the hook the metaclass is as it was."""
    uninstall()
    assert "__call__" not in vars(type(Widget))
    install()
    install()
    assert "__call__" in vars(type(Widget))

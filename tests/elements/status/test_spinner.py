"""`spinner` shows in a long block only, and leaves nothing (R129)."""

from __future__ import annotations

import threading
import time
from typing import Any

import pytest
from sheet import Sheet

import nbapp
from nbapp.elements.status import spinner as room


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show spinners at once."""
    monkeypatch.setattr(room, "PATIENCE", 0.0)


def shown(sheet: Sheet) -> None:
    """Wait until a spinner is on the page."""
    deadline = time.monotonic() + 5
    while "spinner" not in sheet.kinds and time.monotonic() < deadline:
        time.sleep(0.005)


def test_short_block_shows_nothing(sheet: Sheet) -> None:
    """Not even an op is sent."""
    with sheet.place.spinner("Wait"):
        pass
    assert sheet.ops == []


def test_long_block_shows_it_where_it_stands(sheet: Sheet, at_once: None) -> None:
    """It stands above what the block draws, and is gone afterwards."""
    sheet.place.text("above")
    with sheet.place.spinner("  Wait ", show_time=True, width="stretch"):
        shown(sheet)
        sheet.place.text("inside")
        assert sheet.kinds == ["text", "spinner", "text"]
        assert sheet.nodes[1][1] == {"text": "Wait", "show_time": True, "width": "stretch"}
    sheet.place.text("below")
    assert sheet.bodies == ["above", "inside", "below"]


def test_what_stands_below_is_not_touched(sheet: Sheet, at_once: None) -> None:
    """In a rerun a spinner comes and goes by two ops, and everything else stays."""

    def script(works: bool) -> None:
        nbapp.text("above")
        if works:
            with nbapp.spinner():
                shown(sheet)
        nbapp.text("below")

    sheet.play(lambda: script(False))
    sheet.play(lambda: script(True))
    assert [op[0] for op in sheet.ops] == ["insert", "remove"]


def test_spinner_in_an_empty(sheet: Sheet, at_once: None) -> None:
    """What the block draws there takes its place."""
    place = sheet.place.empty()
    with place, nbapp_spinner(place):
        shown(sheet)
        place.text("done")
    assert sheet.bodies == [None, "done"]


def nbapp_spinner(place: Any) -> Any:
    """The spinner of a place."""
    return place.spinner()


def test_error_takes_it_away(sheet: Sheet, at_once: None) -> None:
    """A block that fails leaves no spinner."""

    @sheet.place.spinner()
    def fail() -> None:
        shown(sheet)
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        fail()
    assert sheet.kinds == []


def test_it_decorates(sheet: Sheet, at_once: None) -> None:
    """A decorated function shows it at each call."""

    @sheet.place.spinner("Wait")
    def work() -> None:
        shown(sheet)
        assert sheet.kinds == ["spinner"]

    work()
    work()
    assert sheet.kinds == []


def test_many_short_blocks_share_a_thread(sheet: Sheet) -> None:
    """A thousand of them start at most one thread, which ends by itself."""
    for _ in range(1000):
        with sheet.place.spinner():
            pass
    assert [thread.name for thread in threading.enumerate()].count("nbapp-clock") <= 1

"""`session_state`: a mapping, and attributes."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from sheet import Sheet

from nbapp.elements.ambient import session_state
from nbapp.script.threads import give
from nbapp.session.state import shared
from nbapp.signals import StopScript


@pytest.fixture(autouse=True)
def clean() -> Iterator[None]:
    """Leave the state of the process empty."""
    yield
    shared.values.clear()
    shared.assigned.clear()


def test_items_and_attributes_are_the_same() -> None:
    """Either way in, either way out."""
    session_state.a = 1
    session_state["b"] = 2
    assert (session_state["a"], session_state.b, len(session_state), "a" in session_state) == (1, 2, 2, True)
    assert session_state.to_dict() == {"a": 1, "b": 2}
    del session_state.a
    assert list(session_state) == ["b"]


def test_r55_a_missing_key_says_what_there_is() -> None:
    """As KeyError and as AttributeError."""
    session_state.known = 1
    with pytest.raises(KeyError, match=r"'nope'.*'known'"):
        session_state["nope"]
    with pytest.raises(AttributeError, match="setdefault"):
        _ = session_state.nope
    with pytest.raises(KeyError, match="nope"):
        del session_state["nope"]


def test_a_run_has_the_state_of_its_session(sheet: Sheet) -> None:
    """A kernel's apps share theirs; a test's are its own."""
    sheet.play(lambda: session_state.update(inside=1))
    assert sheet.session.state.values == {"inside": 1}
    assert "inside" not in session_state


def test_r94_a_stopped_run_reads_nothing_more(sheet: Sheet) -> None:
    """Stopping is sticky."""

    def script() -> None:
        try:
            sheet.run.end(StopScript())
        except StopScript:
            session_state.get("a")

    with pytest.raises(StopScript):
        sheet.play(script)


def test_a_name_that_begins_with_a_low_line() -> None:
    """Is a key like any other; copy and pickle look for names with two."""
    session_state._name = "Ada"
    assert session_state._name == "Ada"
    assert session_state.__deepcopy__({}) == {"_name": "Ada"}
    assert not hasattr(session_state, "_ipython_display_")
    assert not hasattr(session_state, "__array__")


def test_a_thread_that_was_given_a_run_has_its_state(sheet: Sheet) -> None:
    """Also where it had begun before."""
    given = threading.Event()

    def work() -> None:
        given.wait(5)
        session_state.inside = 1

    def script() -> None:
        thread = threading.Thread(target=work)
        thread.start()
        give(thread, sheet.run)
        given.set()
        thread.join()

    sheet.play(script)
    assert sheet.session.state.values == {"inside": 1}

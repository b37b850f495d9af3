"""The values behind `session_state`."""

from __future__ import annotations

from nbapp.session.state import State


def test_what_a_reader_gives_is_not_assigned() -> None:
    """An assignment goes before what the input shows; a reader's value is what it shows."""
    state = State()
    state.assign("k", 1)
    state.receive("k", 2)
    assert (state.values, state.assigned) == ({"k": 2}, set())


def test_a_value_goes_with_the_last_app_that_shows_it() -> None:
    """Two apps may show the same key."""
    state = State()
    state.assign("k", 1)
    state.assigned.clear()
    state.hold("k", 1)
    state.hold("k", 2)
    state.release("k", 1)
    assert state.values == {"k": 1}
    state.release("k", 2)
    assert state.values == {}


def test_an_assigned_value_stays() -> None:
    """Somebody wants it for the next input of that key (R42)."""
    state = State()
    state.hold("k", 1)
    state.assign("k", 1)
    state.release("k", 1)
    assert state.values == {"k": 1}


def test_an_input_takes_its_key() -> None:
    """It says whether code had set it; what was set since is left alone."""
    state = State()
    state.assign("k", 1)
    assert state.take("k", 1.0, 1)
    assert (state.values, state.assigned) == ({"k": 1.0}, set())
    state.assign("k", 2)
    assert not state.take("k", 1.0, 1)
    assert (state.values, state.assigned) == ({"k": 2}, {"k"})

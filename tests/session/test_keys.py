"""The keys of inputs: taken once in a run, known by the input that is live under them."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from nbapp.errors import StreamlitAPIException, StreamlitDuplicateElementKey, StreamlitValueError
from nbapp.session.inputs import Input, InputSpec
from nbapp.session.keys import Keys
from nbapp.session.precedence import Known


def an_input(key: str, identity: str) -> Input:
    """An input without a widget."""
    widget: Any = None
    return Input(identity, InputSpec("kind", "label", None, lambda: widget, key=key), widget, None)


@pytest.fixture
def keys() -> Keys:
    """Those of a run."""
    return Keys(threading.RLock())


def test_a_key_is_taken_once_in_a_run(keys: Keys) -> None:
    """By what the run draws, or by what stands outside of it."""
    keys.claim("k")
    with pytest.raises(StreamlitDuplicateElementKey):
        keys.claim("k")
    keys.begin()
    keys.stays_out(an_input("k", "one"))
    with pytest.raises(StreamlitDuplicateElementKey):
        keys.claim("k")


@pytest.mark.parametrize(("key", "error"), [("", StreamlitValueError), ("$$ID-a", StreamlitAPIException)])
def test_what_is_no_key(keys: Keys, key: str, error: type[Exception]) -> None:
    """That is an error."""
    with pytest.raises(error):
        keys.claim(key)


def test_an_input_that_was_drawn_and_let_go(keys: Keys) -> None:
    """It is not drawn any more, but its key stays taken."""
    one = an_input("k", "one")
    keys.claim("k")
    keys.draw("k", one)
    assert keys.drawn("k") is one
    keys.let_go("k")
    keys.let_go("another")
    assert (keys.drawn("k"), keys.drawn("another")) == (None, None)
    with pytest.raises(StreamlitDuplicateElementKey):
        keys.claim("k")


def test_what_is_known_of_an_input(keys: Keys) -> None:
    """By who is live with its key, and who had it last."""
    one, two = an_input("k", "one"), an_input("k", "two")
    assert keys.known("k", None) is Known.NEW
    keys.add(one)
    keys.give("k", "one")
    assert (keys.known("k", None), keys.known("k", one)) == (Known.SUCCESSOR, Known.LIVE)
    keys.add(two)
    keys.give("k", "two")
    assert (keys.known("k", one), keys.known("k", two), keys.first("k")) == (Known.RETURNING, Known.LIVE, one)
    keys.remove(two)
    assert (keys.known("k", one), keys.known("k", None)) == (Known.LIVE, Known.SUCCESSOR)
    keys.remove(one)
    assert (keys.known("k", None), keys.first("k")) == (Known.NEW, None)

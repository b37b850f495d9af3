"""Inputs whose values stand in the address (R109, R110)."""

from __future__ import annotations

from typing import Any

import pytest
from desk import Desk

from nbapp.elements.ambient import session_state
from nbapp.elements.query_params import query_params
from nbapp.errors import StreamlitAPIException
from nbapp.session.route import Told


def slider(here: Any) -> Any:
    """A script of one bound slider."""
    return here.slider("n", 0, 10, 2, key="n", bind="query-params")


def address(desk: Desk) -> str:
    """What stands behind the `?`."""
    return str(desk.session.route.query)


def test_the_address_seeds_the_input(desk: Desk) -> None:
    """When it is drawn first; its live widget shows it too."""
    desk.session.route.query.replace({"n": ["7"]})
    assert desk.run(lambda here: (slider(here), session_state.n)) == (7, 7)
    assert desk.live().widget.value == 7


def test_the_address_goes_before_what_the_script_sets_first(desk: Desk) -> None:
    """So that a link can be handed on."""
    desk.session.route.query.replace({"n": ["7"]})

    def script(here: Any) -> Any:
        session_state.setdefault("n", 5)
        return slider(here)

    assert desk.run(script) == 7


def test_a_value_stands_in_the_address_unless_it_is_the_default(desk: Desk) -> None:
    """Whether a reader gave it or the script."""
    desk.run(slider)
    assert address(desk) == ""
    desk.give(5)
    assert address(desk) == "n=5"
    desk.give(2)
    assert address(desk) == ""

    def script(here: Any) -> Any:
        session_state.n = 9
        return slider(here)

    assert desk.run(script) == 9
    assert address(desk) == "n=9"


@pytest.mark.parametrize("text", ["11", "-1", "x", "", "2.5"])
def test_what_is_not_offered_goes_from_the_address(desk: Desk, text: str) -> None:
    """The input has its default."""
    desk.session.route.query.replace({"n": [text], "other": ["1"]})
    assert desk.run(slider) == 2
    assert address(desk) == "other=1"


def test_by_hand_it_cannot_be_set(desk: Desk) -> None:
    """The input owns it, as long as it is drawn."""
    desk.run(slider)

    def script(here: Any) -> Any:
        query_params["n"] = "3"

    with pytest.raises(StreamlitAPIException, match="bind="):
        desk.run(script)
    desk.run(lambda here: None)
    desk.run(script)
    assert address(desk) == "n=3"


def test_an_input_that_is_gone_leaves_the_address(desk: Desk) -> None:
    """And so does one that is bound no more."""
    desk.run(slider)
    desk.give(5)
    desk.run(lambda here: here.slider("n", 0, 10, 2, key="n"))
    assert address(desk) == ""
    desk.run(slider)
    assert address(desk) == "n=5"
    desk.run(lambda here: None)
    assert address(desk) == ""


def test_back_and_forward(desk: Desk) -> None:
    """The address wins, also where it names nothing; no callback is called, and earlier lines see it already (R110)."""
    calls: list[int] = []

    def script(here: Any) -> Any:
        before = session_state.get("n")
        return before, here.slider("n", 0, 10, 2, key="n", bind="query-params", on_change=lambda: calls.append(1))

    desk.run(script)
    desk.give(5)
    assert calls == [1]
    for texts, value in (({"n": ["7"]}, 7), ({}, 2), ({"n": ["nonsense"]}, 2)):
        told = Told(texts, "", history=True)
        desk.mailbox.post_rerun(call=lambda told=told: desk.session.route.take(told))
        assert desk.settle() == (value, value)
        assert desk.live().widget.value == value
    assert calls == [1]


def test_an_address_that_is_opened_late(desk: Desk) -> None:
    """The first run may be over when the page opens; what the address does not name stays."""
    desk.run(lambda here: (slider(here), here.slider("m", 0, 10, key="m", bind="query-params")))
    desk.give(4, at=1)
    desk.mailbox.post_rerun(call=lambda: desk.session.route.take(Told({"n": ["7"]}, "")))
    assert desk.settle() == (7, 4)
    assert address(desk) == "n=7&m=4"


def test_the_app_closes(desk: Desk) -> None:
    """The address stays for the next one, and is bound no more."""
    desk.run(slider)
    desk.give(5)
    desk.session.close()
    query = desk.session.route.query
    assert (str(query), query.is_bound("n")) == ("n=5", False)

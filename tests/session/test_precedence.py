"""The table of a keyed input's value, cell by cell: what it says, and that an app does so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from nbapp.session.precedence import VALUES, Held, Known, Side, side
from nbapp.testing import AppTest

SCRIPT = """
import nbapp as st

shown = st.session_state.get("shown")
if shown == "it":
    st.text_input("t", "default", key="k")
elif shown == "another":
    st.text_input("t", "other default", key="k", max_chars=20)
elif shown == "another, cut short":
    st.number_input("n", key="k")
    st.stop()
elif shown == "kept":
    st.text_input("t", "default", key="k", persist_state="session")
"""

EXPECTED = {
    (Known.LIVE, Held.NOTHING): "default",
    (Known.LIVE, Held.LEFT): "typed",
    (Known.LIVE, Held.OWN): "typed",
    (Known.LIVE, Held.SET): "set",
    (Known.RETURNING, Held.NOTHING): "default",
    (Known.RETURNING, Held.LEFT): "typed",
    (Known.RETURNING, Held.OWN): "typed",
    (Known.RETURNING, Held.SET): "set",
    (Known.SUCCESSOR, Held.NOTHING): "default",
    (Known.SUCCESSOR, Held.LEFT): "default",
    (Known.SUCCESSOR, Held.OWN): "own",
    (Known.SUCCESSOR, Held.SET): "set",
    (Known.NEW, Held.NOTHING): "default",
    (Known.NEW, Held.LEFT): "typed",
    (Known.NEW, Held.OWN): "own",
    (Known.NEW, Held.SET): "set",
}
CELLS = [pytest.param(*cell, id=f"{cell[0].name}-{cell[1].name}") for cell in EXPECTED]


@pytest.fixture
def at() -> Iterator[AppTest]:
    """An app that shows what `shown` says."""
    with AppTest.from_string(SCRIPT) as one:
        yield one


def show(at: AppTest, what: str) -> AppTest:
    """Have the app draw that, and nothing else."""
    at.session_state.shown = what
    return at.run()


def know(at: AppTest, known: Known, held: Held) -> None:
    """Bring about what the app knows of the input; where it knows one, its reader has typed."""
    if known in (Known.LIVE, Known.RETURNING):
        show(at, "it").text_input[0].input("typed").run()
        if known is Known.RETURNING:
            show(at, "another, cut short")
    elif known is Known.SUCCESSOR:
        show(at, "another").text_input[0].input("typed").run()
    elif held is Held.LEFT:
        show(at, "kept").text_input[0].input("typed").run()
        show(at, "nothing")


def test_every_cell_is_expected() -> None:
    """None is forgotten."""
    assert {(known, held) for known, row in VALUES.items() for held in row} == set(EXPECTED)


@pytest.mark.parametrize(("known", "held"), CELLS)
def test_the_value_of_a_cell(at: AppTest, known: Known, held: Held) -> None:
    """An input that is drawn has it, and `session_state` holds it."""
    at.run()
    if held is Held.OWN:
        at.session_state.k = "own"
        show(at, "nothing")
    know(at, known, held)
    if held is Held.NOTHING:
        at.session_state.pop("k", None)
    if held is Held.SET:
        at.session_state.k = "set"
    show(at, "it")
    assert (at.text_input("k").value, at.session_state.k) == (EXPECTED[known, held],) * 2


@pytest.mark.parametrize("held", Held)
@pytest.mark.parametrize("known", Known)
def test_the_address_goes_first(known: Known, held: Held) -> None:
    """For an input that is new on the page; one that is there has given its value to the address."""
    assert (side(known, held, address=True) is Side.ADDRESS) is (known in (Known.NEW, Known.SUCCESSOR))


def test_a_key_returns_to_what_it_was(at: AppTest) -> None:
    """What code set while no input had the key outlives the inputs (R104)."""
    at.run()
    at.session_state.k = "own"
    show(at, "nothing")
    show(at, "it").text_input[0].input("typed").run()
    show(at, "nothing")
    assert at.session_state.k == "own"
    del at.session_state["k"]
    show(at, "it")
    assert at.text_input("k").value == "default"


def test_of_what_reader_and_code_do_between_two_runs_the_newest_counts(at: AppTest) -> None:
    """Also if the reader gives the value again that the last run saw."""
    show(at, "it").text_input[0].input("typed").run()
    at.session_state.k = "set"
    assert at.text_input[0].input("typed").run().session_state.k == "typed"
    at.text_input[0].input("newer")
    at.session_state.k = "set"
    assert at.run().session_state.k == at.text_input[0].value == at.text_input[0].widget.value == "set"


def test_a_key_set_in_the_run_that_draws_its_input_goes_with_it() -> None:
    """It is the input's, not the key's own."""
    script = """
        import nbapp as st
        if not st.checkbox("hide"):
            st.session_state.k = "set"
            st.text_input("t", key="k")
    """
    with AppTest.from_string(script) as at:
        at.run().checkbox[0].check().run()
        assert "k" not in at.session_state

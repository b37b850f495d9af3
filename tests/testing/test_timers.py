"""The timers of fragments, by a clock of the test's own."""

from __future__ import annotations

from typing import Any

TICKING = """
log = st.session_state.setdefault("log", [])
@st.fragment(run_every=2)
def two(): log.append("two")
@st.fragment(run_every="3s")
def three(): log.append("three")
two()
if not st.checkbox("stop"): three()
st.text_input("t")
"""


def test_time_passes(app: Any) -> None:
    """Each runs when it is due, in that order."""
    at = app(TICKING)
    at.session_state.log.clear()
    at.advance(6)
    assert at.session_state.log == ["two", "three", "two", "two", "three"]
    assert {run.kind for run in at.runs[1:]} == {"fragment"}
    at.advance(1).advance(1)
    assert at.session_state.log[5:] == ["two"]


def test_a_timer_ends_with_its_fragment(app: Any) -> None:
    """And the others go on."""
    at = app(TICKING)
    at.checkbox[0].check().run()
    at.session_state.log.clear()
    assert at.advance(6).session_state.log == ["two"] * 3


def test_what_was_done_before_is_seen_first(app: Any) -> None:
    """Time does not pass between a deed and its run."""
    at = app(TICKING)
    at.text_input[0].input("x")
    at.advance(1)
    assert [run.kind for run in at.runs] == ["app", "app"]


def test_nothing_happens_without_timers(app: Any) -> None:
    """However long it takes."""
    at = app("st.write('x')")
    assert len(at.advance(1000).runs) == 1

"""When an outdated run is abandoned: never at a click's cost, and never so that a reader starves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nbapp.script.policy import PATIENCE, Progress, glance, may_abandon

seconds = st.floats(0, 60, allow_nan=False)


@given(seconds, st.none() | seconds, seconds)
def test_a_run_that_delivered_a_click_ends_first(elapsed: float, usual: float | None, starved: float) -> None:
    """Its effect may have been had: it must not be had again, nor lost."""
    assert not may_abandon(Progress(elapsed, usual, starved, delivered_click=True))


@given(seconds, st.none() | seconds)
def test_a_long_run_gives_way_at_first(elapsed: float, usual: float | None) -> None:
    """Without starving, whatever is not brief is abandoned at once."""
    if usual is None or elapsed >= 0.15:
        assert may_abandon(Progress(elapsed, usual))


@given(st.floats(0.001, 0.149), st.floats(0, 0.149))
def test_a_brief_run_is_finished(usual: float, elapsed: float) -> None:
    """Its page is there sooner than that of a new run."""
    assert not may_abandon(Progress(elapsed, usual))


def simulate(duration: float, gap: float, length: float) -> int:
    """Drag for some seconds, an event each `gap`, over a script that takes `duration`; count complete pages."""
    now, usual, starved_since, complete = 0.0, None, None, 0
    while now < length:
        starved = 0.0 if starved_since is None else now - starved_since
        elapsed = 0.0
        while elapsed < duration:
            elapsed += min(gap, duration - elapsed)
            if elapsed < duration and may_abandon(Progress(elapsed, usual, starved)):
                starved_since = now if starved_since is None else starved_since
                break
        else:
            complete, usual, starved_since = complete + 1, duration, None
        now += elapsed
    return complete


@given(st.floats(0.01, 4), st.floats(0.01, 0.1))
def test_nobody_starves_while_a_reader_drags(duration: float, gap: float) -> None:
    """Within any half minute of dragging, complete pages appear."""
    assert simulate(duration, gap, 30) >= 30 / (PATIENCE + 2 * max(duration, PATIENCE) + 1) - 1


def test_a_live_loop_never_holds_a_reader_up() -> None:
    """A script that never ends is protected only for a while."""
    assert may_abandon(Progress(elapsed=61, usual=None, starved=60))


@pytest.mark.parametrize(("complete", "took", "seen"), [(True, 0.3, True), (True, 0.01, False), (False, 0.3, False)])
def test_a_page_that_was_slow_to_come_is_seen(complete: bool, took: float, seen: bool) -> None:
    """For a moment, before the next run draws over it; a quick one makes nobody wait."""
    assert (glance(complete, took) > 0) is seen

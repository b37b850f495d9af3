"""The mailbox: the newest value of an input wins, and every click is delivered once."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from nbapp.script.requests import Mailbox

events = st.lists(
    st.one_of(
        st.tuples(st.just("change"), st.sampled_from("ab"), st.integers()),
        st.tuples(st.just("click"), st.sampled_from("xy"), st.just(0)),
        st.tuples(st.just("take"), st.just(""), st.just(0)),
    )
)


@given(events)
def test_newest_value_wins_and_no_click_is_lost(happened: list[tuple[str, str, int]]) -> None:
    """However events and runs interleave."""
    mailbox = Mailbox()
    values: dict[str, int] = {}
    clicked: Counter[str] = Counter()
    seen_values: dict[str, int] = {}
    seen_clicks: Counter[str] = Counter()
    last = ("take", "", 0)
    for kind, name, value in [*happened, *[last] * (len(happened) + 1)]:
        if kind == "change":
            mailbox.post_change(name, value)
            values[name] = value
        elif kind == "click":
            mailbox.post_click(name)
            clicked[name] += 1
        elif request := mailbox.take():
            seen_values.update(request.changes)
            assert len(set(request.clicks)) == len(request.clicks)
            seen_clicks.update(request.clicks)
    assert (seen_values, seen_clicks) == (values, clicked)
    assert mailbox.take() is None


def test_quiet_changes_wait_for_the_next_run() -> None:
    """What `on_change="ignore"` holds back comes with whatever comes next."""
    arrived: list[int] = []
    mailbox = Mailbox(lambda: arrived.append(1))
    mailbox.post_change("a", 1, quiet=True)
    assert (mailbox.take(), arrived) == (None, [])
    mailbox.post_change("b", 2)
    request = mailbox.take()
    assert request is not None
    assert (request.changes, arrived) == ({"a": 1, "b": 2}, [1])


def test_a_carried_click_comes_before_a_newer_one() -> None:
    """Its callback has run; the newer one's has not."""
    mailbox = Mailbox()
    mailbox.post_click("x")
    first = mailbox.take()
    assert first is not None
    mailbox.post_click("x")
    mailbox.carry({"x"})
    second, third = mailbox.take(), mailbox.take()
    assert second is not None
    assert third is not None
    assert (second.clicks, second.carried, third.clicks, third.carried) == (["x"], {"x"}, ["x"], set())


def test_a_form_that_is_submitted_twice_is_seen_twice() -> None:
    """Each run sees what was entered for its click, and a later submission overtakes no earlier one."""
    mailbox = Mailbox()
    mailbox.post_submit({"item": "apples"}, "add", form="f")
    mailbox.post_submit({"item": "pears"}, "add", form="f")
    mailbox.post_submit({}, "undo", form="f")
    mailbox.post_click("elsewhere")
    first, second = mailbox.take(), mailbox.take()
    assert first is not None
    assert second is not None
    assert (first.changes, first.clicks) == ({"item": "apples"}, ["add", "elsewhere"])
    assert (second.changes, second.clicks) == ({"item": "pears"}, ["add", "undo"])
    assert mailbox.take() is None


def test_a_carried_submission_is_not_overwritten() -> None:
    """What was entered since waits with its own click, whichever button of the form that is on."""
    mailbox = Mailbox()
    mailbox.post_submit({"item": "apples"}, "add", form="f")
    mailbox.take()
    mailbox.post_submit({"item": "pears"}, "other", form="f")
    mailbox.carry({"add"})
    second, third = mailbox.take(), mailbox.take()
    assert second is not None
    assert third is not None
    assert (second.changes, second.clicks) == ({}, ["add"])
    assert (third.changes, third.clicks) == ({"item": "pears"}, ["other"])


def test_what_was_set_elsewhere_outdates_what_was_submitted() -> None:
    """In every submission that waits."""
    mailbox = Mailbox()
    mailbox.post_submit({"item": "apples"}, "add", form="f")
    mailbox.forget_change("item")
    request = mailbox.take()
    assert request is not None
    assert (request.changes, request.clicks) == ({}, ["add"])

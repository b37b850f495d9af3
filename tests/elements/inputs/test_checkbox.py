"""`checkbox`: yes or no."""

from __future__ import annotations

from typing import Any

import pytest

from nbapp.errors import StreamlitDuplicateElementId, StreamlitDuplicateElementKey


def test_values(desk: Any) -> None:
    """False unless told otherwise; what the reader does comes back."""
    assert desk.run(lambda st: (st.checkbox("a"), st.checkbox("b", True))) == (False, True)
    assert desk.give(True, 0) == (True, True)


@pytest.mark.parametrize("raw", ["yes", None, [True]])
def test_what_is_not_offered_is_refused(desk: Any, raw: Any) -> None:
    """Only true and false are taken."""
    desk.run(lambda st: st.checkbox("a"))
    assert desk.give(raw) is False


def test_disabled_takes_nothing(desk: Any) -> None:
    """The kernel refuses, whatever the page says (R37)."""
    desk.run(lambda st: st.checkbox("a", disabled=True))
    assert desk.give(True) is False
    assert (desk.props()["disabled"], desk.live().widget.disabled) == (True, True)


def test_callbacks(desk: Any) -> None:
    """Called once for a change, before the script, with its arguments (R44 to R47)."""
    calls: list[Any] = []
    desk.run(lambda st: st.checkbox("a", on_change=lambda *args: calls.append(args), args=[1, 2]))
    desk.give(True)
    desk.give(True)
    assert calls == [(1, 2)]


def test_the_same_twice(desk: Any) -> None:
    """Two that nothing tells apart are an error, as is a key used twice (R23, R24)."""
    with pytest.raises(StreamlitDuplicateElementId):
        desk.run(lambda st: (st.checkbox("a"), st.checkbox("a", disabled=True)))
    with pytest.raises(StreamlitDuplicateElementKey):
        desk.run(lambda st: (st.checkbox("a", key="k"), st.button("b", key="k")))


def test_a_label_that_changes_under_a_key(desk: Any) -> None:
    """The value stays, the widget shows the new label (R19)."""
    label = ["a"]
    desk.run(lambda st: st.checkbox(label[0], key="k"))
    desk.give(True)
    label[0] = "b"
    assert desk.run() is True
    assert (desk.props()["label"], desk.live().widget.description) == ("b", "b")

"""`text_area`: lines of text."""

from __future__ import annotations

from typing import Any

import pytest

from nbapp.errors import StreamlitInvalidHeightError


def test_values(desk: Any) -> None:
    """Empty text first, then what the reader wrote; too much is refused."""
    desk.run(lambda st: st.text_area("a", max_chars=9))
    assert [desk.result, desk.give("one\ntwo"), desk.give("x" * 10)] == ["", "one\ntwo", "one\ntwo"]


def test_its_look(desk: Any) -> None:
    """Its height and its attributes are the node's."""
    desk.run(lambda st: st.text_area("a", height=200, max_chars=9, placeholder="write"))
    assert (desk.props()["height"], desk.props()["attrs"]) == (200, {"maxlength": 9})
    assert desk.live().widget.placeholder == "write"


def test_a_wrong_height(desk: Any) -> None:
    """A word that is none."""
    with pytest.raises(StreamlitInvalidHeightError):
        desk.run(lambda st: st.text_area("a", height="tall"))

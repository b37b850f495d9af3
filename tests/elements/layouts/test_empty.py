"""`empty`: a place for one element."""

from __future__ import annotations

from typing import Any

import pytest

from nbapp.errors import StreamlitAPIException


def bodies(page: list[Any]) -> list[Any]:
    """What stands in the first element."""
    return [[child[0], child[1].get("body")] for child in page[0][2]]


def test_the_last_stays(sheet: Any) -> None:
    """Each element replaces the one before, in a `with` too (R121)."""

    def script(st: Any) -> None:
        place = st.empty()
        place.text("one")
        with place as inside:
            inside.text("two")
            inside.text("three")

    assert bodies(sheet.draw(script)) == [["text", "three"]]


def test_it_holds_many_in_a_container(sheet: Any) -> None:
    """The container is the one element."""

    def script(st: Any) -> None:
        inside = st.empty().container()
        inside.text("a")
        inside.text("b")

    [[_, _, [container]]] = sheet.draw(script)
    assert [child[1]["body"] for child in container[2]] == ["a", "b"]


def test_it_is_cleared(sheet: Any) -> None:
    """`empty()` on it leaves nothing to see."""

    def script(st: Any) -> None:
        place = st.empty()
        place.text("gone")
        place.empty()

    assert bodies(sheet.draw(script)) in ([], [["empty", None]])


def test_many_at_once(sheet: Any) -> None:
    """`write` of several elements cannot fit (R121)."""
    with pytest.raises(StreamlitAPIException):
        sheet.draw(lambda st: st.empty().write("a", {"b": 1}))

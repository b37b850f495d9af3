"""`text_input`: what may be written."""

from __future__ import annotations

from typing import Any

import ipywidgets
import pytest

from nbapp.errors import StreamlitInvalidParameterTypeError, StreamlitValueError


@pytest.mark.parametrize(("given", "value"), [((), ""), (("x",), "x"), ((None,), None), ((5,), "5")])
def test_first_value(desk: Any, given: tuple[Any, ...], value: str | None) -> None:
    """Empty text, the default as text, or None until something is written."""
    assert desk.run(lambda st: st.text_input("a", *given)) == value
    assert desk.give("new") == "new"
    assert desk.give("") == ""


@pytest.mark.parametrize("raw", ["abcd", 3, None, ["a"]])
def test_what_is_not_offered_is_refused(desk: Any, raw: Any) -> None:
    """Too long, or no text."""
    desk.run(lambda st: st.text_input("a", "ab", max_chars=3))
    assert desk.give(raw) == "ab"
    assert desk.props()["attrs"]["maxlength"] == 3


def test_a_rule(desk: Any) -> None:
    """What does not match is refused; an empty box is not, unless it is required."""
    desk.run(lambda st: st.text_input("a", validate=(r"^\d+$", "digits only")))
    assert [desk.give(raw) for raw in ("12", "x", "")] == ["12", "12", ""]
    assert desk.props()["rule"] == [r"^\d+$", "digits only"]
    desk.run(lambda st: st.text_input("b", "x", required=True))
    assert desk.give("") == "x"


@pytest.mark.parametrize(
    ("type", "html", "good", "bad"),
    [("email", "email", "a@b.org", "a@b"), ("url", "url", "example.org/a", "a b"), ("password", "password", "x", None)],
)
def test_types(desk: Any, type: str, html: str, good: str, bad: str | None) -> None:
    """A type brings along HTML's own, and a rule."""
    desk.run(lambda st: st.text_input("a", type=type))
    assert desk.props()["attrs"]["type"] == html
    assert isinstance(desk.live().widget, ipywidgets.Password) is (type == "password")
    assert desk.give(good) == good
    if bad:
        assert desk.give(bad) == good


def test_live(desk: Any) -> None:
    """The widget sends while the reader types only if asked to."""
    desk.run(lambda st: (st.text_input("a"), st.text_input("b", live=True), st.text_input("c", live="300ms")))
    assert [desk.live(at).widget.continuous_update for at in range(3)] == [False, True, True]


def test_a_length_that_changes_under_a_key(desk: Any) -> None:
    """It makes another input (R18); a label does not."""
    limit = [9]
    desk.run(lambda st: st.text_input(f"up to {limit[0] // 5}", max_chars=limit[0], key="k"))
    desk.give("abc")
    first = desk.live().widget
    desk.run(lambda st: st.text_input("another", max_chars=9, key="k"))
    assert (desk.live().widget is first, desk.result) == (True, "abc")


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"type": "text"}, StreamlitValueError),
        ({"validate": 3}, StreamlitInvalidParameterTypeError),
        ({"validate": "("}, StreamlitValueError),
        ({"validate": ("a",)}, StreamlitValueError),
        ({"live": 300}, StreamlitInvalidParameterTypeError),
        ({"max_chars": -1}, StreamlitValueError),
    ],
)
def test_wrong_parameters(desk: Any, given: dict[str, Any], error: type[Exception]) -> None:
    """Each has an error of its own."""
    with pytest.raises(error):
        desk.run(lambda st: st.text_input("a", **given))

"""What all inputs share: label, help, width, callbacks, whether the value is kept."""

from __future__ import annotations

from typing import Any

import pytest

from nbapp.errors import (
    StreamlitInvalidWidthError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)


def test_properties(desk: Any) -> None:
    """Only what is out of the ordinary is told."""
    desk.run(lambda st: (st.checkbox("a"), st.slider("b", label_visibility="hidden", help="why", width=200)))
    assert {name: desk.props(0)[name] for name in ("element", "label", "width")} == {
        "element": "checkbox",
        "label": "a",
        "width": "content",
    }
    assert {name: desk.props(1)[name] for name in ("visibility", "help", "width")} == {
        "visibility": "hidden",
        "help": "why",
        "width": 200,
    }
    assert not {"help", "visibility", "disabled"} & desk.props(0).keys()


def test_shared_properties_are_not_mixed(desk: Any) -> None:
    """Two inputs with the same look have their own model."""
    desk.run(lambda st: (st.slider("a"), st.slider("b")))
    assert desk.props(0)["model_id"] != desk.props(1)["model_id"]


def test_kept_while_not_drawn(desk: Any) -> None:
    """`persist_state` keeps a keyed value; else it goes (R38, R41)."""
    shown = [True]
    desk.run(lambda st: [st.checkbox(k, key=k, persist_state=p) for k, p in (("a", None), ("b", "page")) if shown[0]])
    desk.give(True, 0)
    desk.give(True, 1)
    shown[0] = False
    desk.run()
    shown[0] = True
    assert desk.run() == [False, True]


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"label_visibility": "gone"}, StreamlitValueError),
        ({"width": 0}, StreamlitInvalidWidthError),
        ({"on_change": "always"}, StreamlitValueError),
        ({"persist_state": "ever", "key": "k"}, StreamlitValueError),
        ({"persist_state": "page"}, StreamlitMissingRequiredParameterError),
    ],
)
def test_wrong_parameters(desk: Any, given: dict[str, Any], error: type[Exception]) -> None:
    """Each has an error of its own."""
    with pytest.raises(error):
        desk.run(lambda st: st.checkbox("a", **given))

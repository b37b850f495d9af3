"""`expander`: opened and closed by the reader."""

from __future__ import annotations

from typing import Any

import pytest

import nbapp
from nbapp.errors import StreamlitAPIException, StreamlitMissingRequiredParameterError, StreamlitValueError


def test_it_holds_what_is_drawn_in_it(sheet: Any) -> None:
    """Open or closed, its content is there; they nest (R123)."""
    [[kind, props, [inner]]] = sheet.draw(lambda st: st.expander("out", True).expander("in", icon="🚀"))
    assert (kind, props) == ("expander", {"label": "out", "expanded": True, "width": "stretch"})
    assert inner[1]["icon"] == "🚀"


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"label": None}, StreamlitMissingRequiredParameterError),
        ({"label": "a", "type": "wide"}, StreamlitValueError),
        ({"label": "a", "icon": "x"}, StreamlitAPIException),
    ],
)
def test_wrong_parameters(sheet: Any, given: dict[str, Any], error: type[Exception]) -> None:
    """Each has an error of its own."""
    with pytest.raises(error):
        sheet.draw(lambda st: st.expander(**given))


def test_the_script_knows_whether_it_is_open(desk: Any) -> None:
    """Opening it reruns; what nobody sees need not be drawn."""

    def script(st: Any) -> Any:
        inside = st.expander("more", on_change="rerun", key="k")
        if inside.open:
            inside.text("a lot")
        return inside.open, nbapp.session_state.k

    assert desk.run(script) == (False, False)
    assert desk.give(True) == (True, True)
    expander, text = [slot.node for slot in desk.page.walk()]
    assert (expander.props["expanded"], text.props["body"]) == (True, "a lot")
    assert desk.give("wide") == (True, True)
    assert desk.runs == 2


def test_without_a_change_nobody_knows(sheet: Any) -> None:
    """Whether it is open is the page's own."""
    script_sees: list[Any] = []
    sheet.draw(lambda st: script_sees.append(st.expander("more", True, key="k").open))
    assert script_sees == [None]


def test_another_expander_begins_anew(desk: Any) -> None:
    """All that it was given makes it another one, in spite of a key (R18)."""
    label = ["one"]
    desk.run(lambda st: st.expander(label[0], on_change="rerun", key="k").open)
    assert desk.give(True) is True
    label[0] = "two"
    assert desk.run() is False


def test_the_address_says_whether_it_is_open(desk: Any) -> None:
    """As `true`; the default is not named."""
    query = desk.session.route.query
    query.set("k", ["true"])
    assert desk.run(lambda st: st.expander("more", key="k", bind="query-params").open) is True
    desk.give(False)
    assert query.get("k") is None
    desk.give(True)
    assert query.get("k") == ["true"]

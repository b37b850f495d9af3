"""`tabs`: one seen at a time."""

from __future__ import annotations

from typing import Any

import pytest

import nbapp
from nbapp.errors import (
    StreamlitInvalidFormCallbackError,
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)


def test_they_hold_what_is_drawn_in_them(sheet: Any) -> None:
    """All contents are computed; `default` names the one that is seen."""

    def script(st: Any) -> None:
        first, second = st.tabs(["a", "b"], default="b")
        second.text("2")
        first.text("1")

    [[kind, props, tabs]] = sheet.draw(script)
    assert (kind, props["default"]) == ("tabs", 1)
    assert [[tab[1]["label"], tab[2][0][1]["body"]] for tab in tabs] == [["a", "1"], ["b", "2"]]


@pytest.mark.parametrize(
    ("tabs", "given", "error"),
    [
        ([], {}, StreamlitMissingRequiredParameterError),
        (["a"], {"default": "b"}, StreamlitValueError),
        (["a", 1], {}, StreamlitInvalidParameterTypeError),
    ],
)
def test_wrong_parameters(sheet: Any, tabs: Any, given: dict[str, Any], error: type[Exception]) -> None:
    """Each has an error of its own."""
    with pytest.raises(error):
        sheet.draw(lambda st: st.tabs(tabs, **given))


LABELS = ["a", "b", "c"]


def test_without_a_change_nobody_knows_which_is_open(sheet: Any) -> None:
    """The choice is the page's own."""
    script_sees: list[Any] = []
    sheet.draw(lambda st: script_sees.extend(tab.open for tab in st.tabs(LABELS, key="k")))
    assert script_sees == [None, None, None]


def test_the_script_knows_which_is_open(desk: Any) -> None:
    """A choice reruns it, and what is not seen need not be drawn."""

    def script(st: Any) -> list[Any]:
        tabs = st.tabs(LABELS, default="b", on_change="rerun")
        for tab, label in zip(tabs, LABELS, strict=True):
            if tab.open:
                tab.text(label)
        return [tab.open for tab in tabs]

    assert desk.run(script) == [False, True, False]
    assert desk.give(2) == [False, False, True]
    shown = [slot.node for slot in desk.page.walk()]
    assert [node.props["body"] for node in shown if node.kind == "text"] == ["c"]
    assert shown[0].props["default"] == 2


@pytest.mark.parametrize("raw", [3, -1, None, "c", True])
def test_what_is_no_tab_is_refused(desk: Any, raw: Any) -> None:
    """The browser is not trusted."""
    desk.run(lambda st: [tab.open for tab in st.tabs(LABELS, on_change="rerun")])
    assert desk.give(raw) == [True, False, False]
    assert desk.runs == 1


def test_a_key_names_the_choice(desk: Any) -> None:
    """It can be read, called back for, and set; a label that is gone is the default again."""
    calls: list[Any] = []
    wanted: list[str] = []

    def chosen(word: str) -> None:
        calls.append((word, nbapp.session_state.k))

    def script(st: Any) -> Any:
        if wanted:
            nbapp.session_state.k = wanted.pop()
        st.tabs(LABELS, key="k", on_change=chosen, args=("now",))
        return nbapp.session_state.k

    assert desk.run(script) == "a"
    assert desk.give(1) == "b"
    assert calls == [("now", "b")]
    wanted.append("c")
    assert desk.run() == "c"
    assert desk.live().widget.index == 2
    wanted.append("gone")
    assert desk.run() == "a"
    assert len(calls) == 1


def test_in_a_form_they_do_not_wait(desk: Any) -> None:
    """Turning a tab submits nothing, and is nothing to submit."""

    def script(st: Any) -> Any:
        form = st.form("f")
        return [tab.open for tab in form.tabs(LABELS, on_change="rerun")]

    desk.run(script)
    assert desk.give(1) == [False, True, False]
    with pytest.raises(StreamlitInvalidFormCallbackError):
        desk.run(lambda st: st.form("f").tabs(LABELS, on_change=print))


def test_the_address_names_the_label(desk: Any) -> None:
    """`bind` alone makes them an input; the default is not named."""

    def script(st: Any) -> Any:
        return [tab.open for tab in st.tabs(LABELS, key="k", bind="query-params")]

    query = desk.session.route.query
    query.set("k", ["b"])
    assert desk.run(script) == [False, True, False]
    desk.give(2)
    assert query.get("k") == ["c"]
    desk.give(0)
    assert query.get("k") is None


@pytest.mark.parametrize(
    ("labels", "given", "error"),
    [
        (["a", ""], {"bind": "query-params", "key": "k"}, StreamlitValueError),
        (["a", "a"], {"bind": "query-params", "key": "k"}, StreamlitValueError),
        (["a"], {"bind": "query-params"}, StreamlitMissingRequiredParameterError),
        (["a"], {"bind": "url", "key": "k"}, StreamlitValueError),
        (["a"], {"on_change": None}, StreamlitValueError),
        (["a"], {"on_change": "always"}, StreamlitValueError),
    ],
)
def test_wrong_parameters_of_the_input(
    sheet: Any, labels: list[str], given: dict[str, Any], error: type[Exception]
) -> None:
    """The address needs a key, and labels that tell tabs apart."""
    with pytest.raises(error):
        sheet.draw(lambda st: st.tabs(labels, **given))

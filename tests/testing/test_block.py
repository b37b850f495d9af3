"""Containers, and how what is in them is found."""

from __future__ import annotations

from typing import Any

import pytest

import nbapp
from nbapp.elements.container import Container
from nbapp.errors import AppTestError
from nbapp.testing.block import Queries

NOT_LISTED = {"write", "spinner"}


def test_every_element_has_its_list() -> None:
    """Under the name of its function; charts and pictures are found by what they are."""
    charts = {"altair_chart", "bar_chart", "line_chart", "pyplot"}
    elements = {name for name in nbapp.__all__ if hasattr(Container, name)}
    assert not elements - charts - NOT_LISTED - set(vars(Queries))


def test_nested_blocks(app: Any) -> None:
    """Each has the same lists, and its children by place."""
    at = app(
        """
        left, right = st.columns([1, 3])
        left.write("left")
        with right:
            with st.expander("more"):
                st.checkbox("c")
        a, b = st.tabs(["A", "B"])
        b.write("in b")
        st.container(key="box").write("boxed")
        st.sidebar.write("side")
        with st.form("f"):
            st.form_submit_button("send")
        @st.fragment(run_every=5)
        def part(): st.write("part")
        part()
        """
    )
    assert [column.markdown.values for column in at.columns] == [["left"], []]
    assert at.columns[1].weight == 0.75
    assert at.columns[1].expander[0].label == "more"
    assert at.expander[0].checkbox[0].label == at.columns[1].checkbox[0].label == "c"
    assert [tab.label for tab in at.tabs] == ["A", "B"]
    assert at.tabs[1].value == ["in b"]
    assert at.get_by_key("box").children[0].value == "boxed"
    assert at.container[0].key == "box"
    assert at.sidebar.markdown.values == ["side"]
    assert at.form[0].form_submit_button[0].label == at.button[0].label == "send"
    assert (at.fragment[0].every, at.fragment[0][0].value) == (5, "part")
    assert len(at.main) == 5
    with pytest.raises(KeyError, match="box"):
        at.get_by_key("nope")


def test_a_block_shows_itself(app: Any) -> None:
    """With its label and what is in it."""
    at = app("st.expander('e').write('x')")
    assert repr(at.main) == "main([expander('e', [markdown(value='x')])])"
    assert at.expander[0].run().main.markdown.values == ["x"]


def test_a_dialog_is_dismissed(app: Any) -> None:
    """As its reader closes it; nothing else can be."""
    at = app(
        """
        @st.dialog("Hello", on_dismiss="rerun")
        def hello(): st.write("inside")
        if "seen" not in st.session_state:
            st.session_state.seen = True
            hello()
        st.container()
        """
    )
    assert (at.dialog[0].label, at.dialog[0].markdown.values) == ("Hello", ["inside"])
    at.dialog[0].dismiss().run()
    assert not at.dialog
    with pytest.raises(AppTestError, match="container"):
        at.container[0].dismiss()


def test_lists_by_name(app: Any) -> None:
    """`get` knows what the attributes know, and Streamlit's words for two containers."""
    at = app(
        """
        st.tabs(["a", "b"])
        st.container()
        st.button("b")
        st.form("f").form_submit_button("send")
        """
    )
    assert at.get("tabs") == at.tabs
    assert at.get("button") == at.button
    assert [len(at.get(name)) for name in ("tabs", "tab_container", "flex_container", "button", "nope")] == [
        2,
        1,
        1,
        2,
        0,
    ]


def test_a_key_that_two_have(app: Any) -> None:
    """A form has its keys for itself; asked for by kind, each is found."""
    at = app("st.text_input('t', key='k')\nst.form('k').form_submit_button()")
    with pytest.raises(AppTestError, match="Several elements have the key 'k': text_input"):
        at.get_by_key("k")
    assert (at.text_input("k").label, at.form("k").type) == ("t", "form")


def test_all_that_is_below(app: Any) -> None:
    """From the root down; a page of the app stands where it is called, and is no element itself."""
    at = app(
        """
        @st.dialog("Hello")
        def hello(): st.write("inside")
        def home():
            with st.container(): st.title("home")
        st.navigation([home]).run()
        hello()
        """
    )
    types = ["root", "main", "container", "title", "sidebar", "event", "dialog", "markdown"]
    assert [each.type for each in at] == types
    assert [each.type for each in at.main] == types[1:4]
    assert [each.type for each in at.main[0]] == types[2:4]
    assert (len(at), at[2][0].label, at.main.root is at, at.main.key) == (3, "Hello", True, None)

"""What differs from Streamlit on purpose (docs/differences.md): each difference is as it is meant, and the only one."""

from __future__ import annotations

import pytest
from oracle import Differ

HIDDEN = """
if st.button("set"):
    st.session_state.k = "set"
if not st.checkbox("hide"):
    st.text_input("t", "default", key="k")
st.write(st.session_state.get("k"))
"""


def test_r38_what_is_set_while_an_input_is_hidden_is_kept(differ: Differ) -> None:
    """In Streamlit it is gone after the next run."""
    differ(
        HIDDEN,
        "at.checkbox[0].check().run()",
        "at.button[0].click().run()",
        "at.run()",
        part="state",
        here={"k": "set"},
        there={},
    )


def test_r57_what_was_set_before_a_button_is_drawn_is_of_no_effect(differ: Differ) -> None:
    """In Streamlit the button is True in the next run, though nobody clicked."""
    differ(
        """
        if st.checkbox("set"):
            st.session_state.b = True
        st.write(st.button("b", key="b"))
        """,
        "at.checkbox[0].check().run()",
        "at.checkbox[0].uncheck().run()",
        here=[
            ["checkbox", "set", None, "False", False, {}],
            ["button", "b", "b", "False", False, {}],
            ["markdown", "`False`"],
        ],
        there=[
            ["checkbox", "set", None, "False", False, {}],
            ["button", "b", "b", "True", False, {}],
            ["markdown", "`True`"],
        ],
    )


@pytest.mark.parametrize("container", ["st.container()", "st.sidebar"])
def test_r135_an_error_is_drawn_where_it_happened(differ: Differ, container: str) -> None:
    """In Streamlit at the end of the main area."""
    shown, error = ["markdown", "in"], ["exception", "ValueError", "x"]
    inside = [["group", [shown, error]]] if "container" in container else [shown, error]
    differ(
        f"with {container}:\n    st.write('in')\n    raise ValueError('x')",
        here=inside,
        there=[["group", [shown]], error] if "container" in container else [shown],
        part="main" if "container" in container else "sidebar",
    )


IN_STATE = {
    "a slider, a text": ("'x'", "st.slider('s', 0, 10, key='k')", "StreamlitInvalidParameterTypeError", "ValueError"),
    "a text, a number": ("5", "st.text_input('t', key='k')", "StreamlitInvalidParameterTypeError", "TypeError"),
}


@pytest.mark.parametrize(("value", "call", "here", "there"), IN_STATE.values(), ids=list(IN_STATE))
def test_r34_a_value_of_another_type_is_named(differ: Differ, value: str, call: str, here: str, there: str) -> None:
    """Where Streamlit's own code fails."""
    message = {
        "ValueError": "could not convert string to float: 'x'",
        "TypeError": "bad argument type for built-in operation",
    }
    differ(
        f"st.session_state.k = {value}\n{call}",
        here=[["exception", here]],
        there=[["exception", there, message[there]]],
    )


FITTED = {
    "a whole number": ("3.0", "st.number_input('n', 0, 10, 5, key='k')", "3", "3.0"),
    "a truth value": ("1", "st.checkbox('c', key='k')", "True", "1"),
    "a list": ("('a',)", "st.multiselect('m', ['a', 'b'], key='k')", "['a']", "('a',)"),
}


@pytest.mark.parametrize(("value", "call", "here", "there"), FITTED.values(), ids=list(FITTED))
def test_r34_a_value_gets_the_type_of_its_input(differ: Differ, value: str, call: str, here: str, there: str) -> None:
    """In Streamlit an input returns whatever was set."""
    differ(f"st.session_state.k = {value}\n{call}", here={"k": here}, there={"k": there}, part="state")


def test_r34_a_date_may_be_set_as_text(differ: Differ) -> None:
    """As the parameter may; Streamlit fails."""
    differ(
        "st.session_state.k = '2024-01-05'\nst.write(st.date_input('d', key='k'))",
        here={"k": "datetime.date(2024, 1, 5)"},
        there={"k": "2024-01-05"},
        part="state",
    )


def test_r33_a_range_of_one_value_ends_at_the_bound(differ: Differ) -> None:
    """In Streamlit it has one end."""
    differ("st.slider('s', 0, 10, (5,), key='k')", here={"k": "(5, 10)"}, there={"k": "(5,)"}, part="state")


def test_r33_a_default_that_is_no_number_is_named(differ: Differ) -> None:
    """Streamlit speaks of its bounds."""
    differ(
        "st.number_input('n', value='x')",
        here=[["exception", "StreamlitMixedNumericTypesError"]],
        there=[["exception", "StreamlitJSNumberBoundsError"]],
    )


def test_r141_an_empty_tuple_is_written(differ: Differ) -> None:
    """In Streamlit it is nothing."""
    differ("()\nx = 1", here=[["markdown", "`()`"]], there=[])


def test_r119_a_container_is_what_with_gives(differ: Differ) -> None:
    """In Streamlit that is None."""
    script = "with st.container() as c:\n    pass\nst.write(c is None)"
    differ(script, here=[["group", []], ["markdown", "`False`"]], there=[["group", []], ["markdown", "`True`"]])


def test_r14_top_level_await_works(differ: Differ) -> None:
    """In Streamlit it is a syntax error, of which its AppTest says nothing."""
    script = "import asyncio\nst.write(await asyncio.sleep(0, 'awaited'))"
    differ(script, here=[["markdown", "awaited"]], there=[])


def test_r99_inputs_around_the_pages_keep_their_values(differ: Differ) -> None:
    """In Streamlit `switch_page` resets them for one run."""
    differ(
        """
        def home(): pass
        def about(): pass
        pages = [st.Page(home), st.Page(about)]
        st.navigation(pages)
        st.text_input("around", key="around")
        if st.button("to about"): st.switch_page(pages[1])
        """,
        "at.text_input[0].input('y').run()",
        "at.button[0].click().run()",
        part="state",
        here={"around": "y"},
        there={"around": ""},
    )


def test_r103_a_page_of_another_type_is_named(differ: Differ) -> None:
    """Streamlit asks for a title."""
    here, there = "StreamlitInvalidParameterTypeError", "StreamlitMissingRequiredParameterError"
    differ("st.Page(5)", here=[["exception", here]], there=[["exception", there]])


def test_r70_after_clear_on_submit_values_are_what_is_shown(differ: Differ) -> None:
    """In Streamlit the script still sees what was submitted."""
    box, send = ["text_input", "t", "t", "d", False, {}], ["button", "send", "FormSubmitter:f-send", "False", False, {}]
    differ(
        """
        with st.form("f", clear_on_submit=True):
            text = st.text_input("t", "d", key="t")
            st.form_submit_button("send")
        st.write(text)
        """,
        "at.text_input[0].input('typed'); at.button[0].click(); at.run(); at.run()",
        here=[["form", [box, send]], ["markdown", "d"]],
        there=[["form", [[*box[:3], "typed", *box[4:]], send]], ["markdown", "typed"]],
    )


def test_r10_what_is_printed_is_shown(differ: Differ) -> None:
    """In Streamlit it goes to the server's console."""
    differ(
        "print('printed')\nst.write('x')", here=[["stream", "printed\n"], ["markdown", "x"]], there=[["markdown", "x"]]
    )


def test_r64_a_click_that_a_rerun_came_before_is_not_lost(differ: Differ) -> None:
    """In Streamlit it is."""
    differ(
        """
        if st.checkbox("again") and "done" not in st.session_state:
            st.session_state.done = True
            st.rerun()
        st.session_state.clicked = st.button("b")
        """,
        "at.checkbox[0].check(); at.button[0].click(); at.run()",
        part="state",
        here={"clicked": "True", "done": "True"},
        there={"clicked": "False", "done": "True"},
    )


def test_r74_an_input_of_the_sidebar_is_not_in_the_form_around_it(differ: Differ) -> None:
    """In Streamlit it is, by `with`."""
    differ(
        "with st.form('f'):\n    with st.sidebar:\n        st.checkbox('c')\n    st.form_submit_button()",
        "at.checkbox[0].check().run()",
        part="sidebar",
        here=[["checkbox", "c", None, "True", False, {}]],
        there=[["checkbox", "c", None, "False", False, {}]],
    )

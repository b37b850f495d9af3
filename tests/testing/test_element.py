"""What stands on a page, for a test to look at."""

from __future__ import annotations

from typing import Any

import pytest

SHOWN = {
    "title('t')": ("title", "t"),
    "header('h')": ("header", "h"),
    "subheader('s')": ("subheader", "s"),
    "markdown('m')": ("markdown", "m"),
    "caption('c')": ("caption", "c"),
    "text('t')": ("text", "t"),
    "code('x = 1')": ("code", "x = 1"),
    "latex('x')": ("latex", "$$\nx\n$$"),
    "divider()": ("divider", "---"),
    "json({'ä': [1]})": ("json", '{"ä": [1]}'),
    "metric('m', 5)": ("metric", "5"),
    "progress(30)": ("progress", 30),
    "success('s')": ("success", "s"),
    "info('i')": ("info", "i"),
    "warning('w')": ("warning", "w"),
    "error('e')": ("error", "e"),
    "exception(ValueError('v'))": ("exception", "v"),
}


@pytest.mark.parametrize("call", SHOWN)
def test_values(app: Any, call: str) -> None:
    """Each kind has its list, and its value."""
    at = app(f"st.{call}")
    name, value = SHOWN[call]
    (element,) = getattr(at, name)
    assert (element.type, element.value) == (name, value)
    assert at.get(name).values == [value]


def test_tables(app: Any) -> None:
    """As frames."""
    at = app("st.dataframe({'a': [1, 2]})\nst.table({'b': ['x']})")
    assert at.dataframe[0].value["a"].tolist() == [1, 2]
    assert at.table[0].value["b"].tolist() == ["x"]
    assert at.table[0].value.index.name is None


def test_attributes(app: Any) -> None:
    """What the page knows, and what it leaves out; anything else is an error that says what there is."""
    at = app("st.metric('m', 5, 2, help='h')\nst.metric('n', 5)\nst.info('i')")
    assert (at.metric[0].label, at.metric[0].delta, at.metric[0].help, at.metric[0].proto.label) == ("m", "2", "h", "m")
    assert (at.metric[1].delta, at.info[0].icon) == ("", "")
    with pytest.raises(AttributeError, match="label"):
        at.metric[0].nope  # noqa: B018  read to see it fail


DERIVED = {
    "title('t')": {"tag": "h1", "hide_anchor": False},
    "header('t', anchor=False)": {"tag": "h2", "hide_anchor": True},
    "markdown('m', unsafe_allow_html=True)": {"allow_html": True, "is_caption": False},
    "caption('c')": {"allow_html": False, "is_caption": True},
    "code('x', line_numbers=True)": {"show_line_numbers": True, "wrap_lines": False, "language": "python"},
    "latex('x')": {"help": ""},
    "metric('m', 5, border=True)": {"show_border": True, "icon": "", "delta_description": ""},
    "page_link('https://a.b', label='x')": {"page": "https://a.b", "external": True, "disabled": False, "icon": ""},
    "number_input('n', placeholder='p')": {"placeholder": "p", "icon": ""},
    "selectbox('s', [], placeholder='p')": {"placeholder": "p", "icon": ""},
    "button('b', icon='🐧')": {"icon": "🐧", "shortcut": ""},
    "dataframe({'a': [1]})": {"editing_mode": "read_only"},
    "exception(ValueError('v'))": {"is_warning": False},
    "text_input('t', max_chars=5, placeholder='p', autocomplete='on')": {
        "max_chars": 5,
        "placeholder": "p",
        "autocomplete": "on",
    },
    "text_area('t')": {"max_chars": 0, "placeholder": ""},
    "multiselect('m', ['a'], max_selections=3)": {"max_selections": 3},
    "radio('r', ['a'], horizontal=True)": {"horizontal": True},
}


@pytest.mark.parametrize("call", DERIVED)
def test_attributes_by_the_names_of_streamlit(app: Any, call: str) -> None:
    """Also where the page calls them otherwise."""
    at = app(f"st.{call}")
    (element,) = getattr(at, call.split("(")[0])
    assert {name: getattr(element, name) for name in DERIVED[call]} == DERIVED[call]
    assert element.root is at


def test_equality(app: Any) -> None:
    """Of what is asked for twice, and of a list."""
    at = app("st.text('a')\nst.text('a')")
    assert at.text[0] == at.main[0] != at.text[1]
    assert at.text == list(at.main.children.values())
    assert at.title == []
    assert len({*at.text, *at.main.children.values()}) == 2


def test_an_error_has_its_class_and_its_lines(app: Any) -> None:
    """With the line of the script."""
    (error,) = app("x = 0\n1 / x").exception
    assert (error.type_name, error.message, error.is_markdown) == ("ZeroDivisionError", "division by zero", False)
    assert "1 / x" in error.stack_trace[0]
    assert repr(error) == "exception(ZeroDivisionError: division by zero)"


def test_lists(app: Any) -> None:
    """By place, by key, by label; what is not there is said."""
    at = app("st.text_input('a', key='k')\nst.text_input('b')\nst.text_input('c')")
    boxes = at.text_input
    assert (len(boxes), boxes.len, boxes[1].label, boxes[-1].label) == (3, 3, "b", "c")
    assert [each.label for each in boxes[1:]] == ["b", "c"]
    assert boxes("k").label == boxes(key="k").label == "a"
    assert boxes(label="b").label == "b"
    with pytest.raises(KeyError, match="'k'"):
        boxes("nope")
    with pytest.raises(KeyError, match="'a', 'b' or 'c'"):
        boxes(label="nope")
    with pytest.raises(IndexError, match="3 `text_input`"):
        boxes[3]


def test_an_element_stays_as_it_was(app: Any) -> None:
    """Those of the next run are asked for again."""
    at = app("st.write(st.session_state.get('n', 0))\nst.session_state.n = 1")
    before = at.markdown[0]
    assert at.run().markdown[0].value == "`1`"
    assert before.value == "`0`"
    assert before.run().markdown[0].value == "`1`"


def test_it_shows_itself(app: Any) -> None:
    """For the message of an assertion."""
    at = app("st.title('t')\nst.text_input('x', key='k')")
    assert repr(at) == "AppTest(main=[title(value='t'), text_input(key='k', label='x', value='')], sidebar=[])"

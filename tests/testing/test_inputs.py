"""The inputs of a page, as a reader uses them (R173)."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from nbapp.errors import AppTestError, DisabledInputError, GoneError, RefusedValueError


def test_checkbox(app: Any) -> None:
    """Ticked, and not."""
    at = app("st.write(st.checkbox('c'))")
    assert at.checkbox[0].check().run().markdown[0].value == "`True`"
    assert at.checkbox[0].uncheck().run().markdown[0].value == "`False`"
    assert at.checkbox[0].set_value(1).value is True


def test_button(app: Any) -> None:
    """Clicked for one run, unless the reader thinks better of it."""
    at = app("st.write(st.button('b'))")
    button = at.button[0]
    assert button.click().value is True
    assert at.run().markdown[0].value == "`True`"
    assert at.button[0].value is True
    assert at.run().button[0].value is False
    assert at.button[0].click().set_value(False).run().markdown[0].value == "`False`"


def test_texts(app: Any) -> None:
    """One line, many lines, and what they take."""
    at = app("st.write(st.text_input('t', max_chars=3), st.text_area('a'))")
    at.text_input[0].input("abc")
    at.text_area[0].set_value("x\ny").run()
    assert (at.text_input[0].value, at.text_area[0].value) == ("abc", "x\ny")
    with pytest.raises(AppTestError, match="at most 3"):
        at.text_input[0].input("abcd")


def test_number(app: Any) -> None:
    """Stepped up to its bounds."""
    at = app("st.write(st.number_input('n', 0, 4, 1, step=2))\nst.number_input('e', value=None)")
    number = at.number_input[0]
    assert (number.min, number.max, number.step) == (0, 4, 2)
    assert number.increment().increment().run().markdown[0].value == "`4`"
    assert at.number_input[0].decrement().value == 2
    assert at.number_input[1].increment().value is None
    with pytest.raises(AppTestError, match="above"):
        number.set_value(5)


@pytest.mark.parametrize(
    ("call", "given", "low"),
    [
        ("st.slider('s', 0, 10, 3)", 5, 0),
        ("st.slider('s', 0.0, 1.0)", 0.5, 0.0),
        ("st.slider('s', 0, 10, (2, 5))", (3, 4), 0),
        ("st.slider('s', value=__import__('datetime').time(12))", datetime.time(13, 30), datetime.time(0)),
        (
            "st.slider('s', value=(__import__('datetime').date(2024, 1, 1), __import__('datetime').date(2024, 1, 9)))",
            (datetime.date(2024, 1, 2), datetime.date(2024, 1, 5)),
            datetime.date(2023, 12, 18),
        ),
    ],
)
def test_slider(app: Any, call: str, given: Any, low: Any) -> None:
    """Over whatever it runs."""
    at = app(f"st.session_state.seen = {call}")
    assert at.slider[0].min == low
    assert at.slider[0].set_value(given).run().session_state.seen == given
    assert at.slider[0].value == given


def test_range(app: Any) -> None:
    """By its two ends."""
    at = app("st.write(st.slider('s', 0, 10, (2, 5)))")
    assert at.slider[0].set_range(1, 9).run().markdown[0].value == "`(1, 9)`"
    assert (at.slider[0].max, at.slider[0].step) == (10, 1)


def test_dates(app: Any) -> None:
    """One day, or two."""
    at = app("st.date_input('d', '2024-01-02')\nst.date_input('r', ['2024-01-02', '2024-01-05'])")
    day, days = at.date_input
    assert (day.is_range, days.is_range) == (False, True)
    assert day.min == datetime.date(2014, 1, 2)
    day.set_value(datetime.date(2024, 3, 1))
    days.set_value((datetime.date(2024, 3, 1), datetime.date(2024, 3, 5))).run()
    assert at.date_input[0].value == datetime.date(2024, 3, 1)
    assert at.date_input[1].value == (datetime.date(2024, 3, 1), datetime.date(2024, 3, 5))


@pytest.mark.parametrize("name", ["selectbox", "radio"])
def test_choice(app: Any, name: str) -> None:
    """By value or by place; what is not offered is refused."""
    at = app(f"st.session_state.seen = st.{name}('c', [1, 2, 3], format_func=lambda n: n * '*')")
    choice = getattr(at, name)[0]
    assert (choice.options, choice.index, choice.value) == (["*", "**", "***"], 0, 1)
    assert choice.set_value(2).run().session_state.seen == 2
    assert getattr(at, name)[0].select_index(2).run().session_state.seen == 3
    assert getattr(at, name)[0].index == 2
    with pytest.raises(RefusedValueError, match="does not take 4"):
        choice.select(4)
    with pytest.raises(AppTestError, match="does not take 9"):
        choice.select_index(9)


def test_multiselect(app: Any) -> None:
    """More, less, all at once, and new ones where the script allows that."""
    at = app("st.multiselect('m', ['a', 'b', 'c'], ['a'], max_selections=2, accept_new_options=True)")
    chosen = at.multiselect[0]
    assert (chosen.options, chosen.indices, chosen.values) == (["a", "b", "c"], [0], ["a"])
    assert chosen.select("c").select("c").run().multiselect[0].value == ["a", "c"]
    assert at.multiselect[0].unselect("a").run().multiselect[0].indices == [2]
    assert at.multiselect[0].set_value(["new"]).run().multiselect[0].values == ["new"]
    with pytest.raises(AppTestError, match="2"):
        at.multiselect[0].set_value(["a", "b", "c"])


@pytest.mark.parametrize(
    ("call", "deed"),
    [
        ("checkbox('x', disabled=True)", "at.checkbox[0].check()"),
        ("button('x', disabled=True)", "at.button[0].click()"),
        ("slider('x', disabled=True)", "at.slider[0].set_value(1)"),
        ("selectbox('x', [1], disabled=True)", "at.selectbox[0].select_index(0)"),
    ],
)
def test_a_disabled_input_is_refused(app: Any, call: str, deed: str) -> None:
    """No reader could use it."""
    at = app(f"st.{call}")
    with pytest.raises(DisabledInputError, match="'x' is disabled"):
        exec(deed, {"at": at})


def test_an_input_that_is_gone_is_refused(app: Any) -> None:
    """The page has no such input any more."""
    at = app("if not st.checkbox('hide'): st.text_input('t')")
    box = at.text_input[0]
    at.checkbox[0].check().run()
    with pytest.raises(GoneError, match="'t' is not on the page"):
        box.input("x")


def test_a_form_holds_back_until_it_is_submitted(app: Any) -> None:
    """What was typed stays on the page meanwhile (R69, R174)."""
    at = app(
        """
        with st.form("f"):
            text = st.text_input("t")
            sent = st.form_submit_button("send")
        st.write(text, sent)
        """
    )
    assert at.text_input[0].input("typed").run().markdown[0].value == "`False`"
    assert (at.text_input[0].value, at.text_input[0].form_id) == ("typed", "f")
    assert at.button[0].click().run().markdown[0].value == "typed `True`"


def test_on_change_ignore_waits_for_the_next_run(app: Any) -> None:
    """`run` is that (R36)."""
    at = app("st.write(st.text_input('t', on_change='ignore'))")
    assert at.text_input[0].input("x").run().markdown[0].value == "x"


def test_any_other_input_by_set_value(app: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also those that have no class of their own here."""
    monkeypatch.setattr("nbapp.testing.block.INPUTS", {})
    at = app("st.write(st.slider('s'))")
    assert type(at.slider[0]).__name__ == "InputElement"
    assert at.slider[0].set_value(4).run().markdown[0].value == "`4`"

"""The script's own ipywidgets, as a reader uses them."""

from __future__ import annotations

from typing import Any

import ipywidgets
import pytest

from nbapp.errors import AppTestError, NotFoundError

SCRIPT = """
import ipywidgets as w
number = w.IntSlider(description="number", max=20)
st.write(number)
text = w.Text(description="text")
go = w.Button(description="go")
pick = w.Dropdown(options=["a", "b"], description="pick")
many = w.SelectMultiple(options=["x", "y", "z"], description="many")
st.write(w.VBox([text, go, pick, many]))
go.on_click(lambda _: st.session_state.update(clicked=True))
st.write(number.value, text.value, pick.value, many.value, st.session_state.get("clicked", False))
for key in ("one", "two"):
    st.write(st.widget(lambda: w.FloatText(description="listed"), key=key))
"""


def said(at: Any) -> str:
    """What the script saw."""
    return str(at.markdown[0].value)


def test_by_class_label_and_key(app: Any) -> None:
    """Those inside others too."""
    at = app(SCRIPT)
    at.widget(ipywidgets.IntSlider).set_value(7)
    at.widget(label="text").set_value("typed")
    at.widget(ipywidgets.Button).click()
    at.widget(label="pick").set_value("b")
    at.widget(label="many").set_value(("x", "z"))
    at.widget(key="two").set(value=1.5)
    assert said(at.run()) == "`7` typed b `('x', 'z')` `True`"
    assert [(each.key, each.value) for each in at.widgets if each.label == "listed"] == [("one", 0.0), ("two", 1.5)]
    assert at.widget(ipywidgets.IntSlider).widget.value == 7
    assert repr(at.widget(label="text")) == "Text('text', value='typed')"


def test_which_one_must_be_said(app: Any) -> None:
    """Where there are several; where there is none, what there is is said."""
    at = app(SCRIPT)
    with pytest.raises(AppTestError, match="Several"):
        at.widget(label="listed")
    assert at.widget(label="listed", index=1).key == "two"
    with pytest.raises(NotFoundError, match="IntSlider"):
        at.widget(ipywidgets.Play)


def test_what_a_page_may_not_do(app: Any) -> None:
    """Is refused here as it is there."""
    at = app(SCRIPT)
    slider = at.widget(ipywidgets.IntSlider)
    with pytest.raises(AppTestError, match="It may set: value"):
        slider.set(max=100)
    with pytest.raises(AppTestError, match="does not take"):
        at.widget(label="pick").set_value("nope")
    with pytest.raises(AppTestError):
        slider.set_value("text")
    slider.widget.disabled = True
    with pytest.raises(AppTestError, match="disabled"):
        slider.set_value(3)


def test_a_custom_message(app: Any) -> None:
    """As the code of an anywidget sends it."""
    at = app(
        """
        import ipywidgets as w
        button = w.Button()
        button.on_msg(lambda _, content, buffers: st.session_state.update(got=(content, len(buffers))))
        st.write(button)
        """
    )
    at.widget(ipywidgets.Button).send({"a": 1}, [b"x"]).run()
    assert at.session_state.got == ({"a": 1}, 1)


def test_in_a_fragment(app: Any) -> None:
    """It runs that alone."""
    at = app(
        """
        import ipywidgets as w
        @st.fragment
        def part():
            st.write(w.IntText())
        part()
        """
    )
    at.widget(ipywidgets.IntText).set_value(4).run()
    assert at.runs[-1].kind == "fragment"

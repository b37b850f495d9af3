"""Forms (R69 to R75)."""

from __future__ import annotations

from cases import case, each
from oracle import Agree

FORM = """
with st.form("f"{}):
    text = st.text_input("t", "d", key="t")
    number = st.slider("n", 0, 10, 3)
    sent = st.form_submit_button("send")
st.write(text, number, sent)
st.button("other")
"""

CASES = {
    "R69 values come with the submit": case(
        FORM.format(""),
        "at.text_input[0].input('x'); at.button[0].click().run()",
        "at.button[1].click().run()",
        "at.slider[0].set_value(7); at.text_input[0].input('y'); at.button[0].click().run()",
    ),
    "R69 not before": case(FORM.format(""), "at.button[1].click().run()", "at.button[0].click().run()"),
    "R69 a callback of the submit sees the values": case(
        """
        log = st.session_state.setdefault("log", [])
        def called(): log.append(st.session_state.t)
        with st.form("f"):
            st.text_input("t", key="t")
            st.form_submit_button(on_click=called)
        st.write(*log)
        """,
        "at.text_input[0].input('x'); at.button[0].click().run()",
        "at.button[0].click().run()",
    ),
    "R72 without a submit button": case("with st.form('f'):\n    st.text_input('t')\nst.write('after')"),
    "R73 a form in a form": case("st.form('f').form('g')\nst.write('after')"),
    "R73 a key twice": case("st.form('f')\nst.form('f')\nst.write('after')"),
    "R73 submit outside": case("st.form_submit_button()\nst.write('after')"),
    "R73 two submits alike": case(
        "form = st.form('f')\nform.form_submit_button('a')\nform.form_submit_button('a')\nst.write('after')"
    ),
    "R73 two submits": case(
        """
        with st.form("f"):
            st.text_input("t", key="t")
            a = st.form_submit_button("a")
            b = st.form_submit_button("b")
        st.write(a, b, st.session_state.t)
        """,
        "at.text_input[0].input('x'); at.button[1].click().run()",
        "at.text_input[0].input('y'); at.button[0].click().run()",
    ),
    "R74 by object": case(
        """
        form = st.form("f")
        before = st.container()
        value = form.text_input("in")
        inner = form.container()
        with form:
            st.sidebar.checkbox("side")
            before.checkbox("before")
        inside = inner.text_input("inner")
        form.form_submit_button("send")
        st.write(value, inside)
        """,
        "at.sidebar.checkbox[0].check().run()",
        "at.text_input[0].input('x'); at.text_input[1].input('y'); at.button[0].click().run()",
    ),
    "R75 the key is none of the state": case(
        "with st.form('f'):\n    st.form_submit_button()\nst.write('f' in st.session_state, sorted(st.session_state))"
    ),
    "R57 the key of a form is read only": case("st.session_state.f = 1\nst.form('f')\nst.write('after')"),
    "R24 forms have their own keys": case("st.text_input('t', key='k')\nst.form('k')\nst.write('after')"),
    "R25 once in a form and once outside": case("st.text_input('t')\nst.form('f').text_input('t')"),
    "R17 into a form": case(
        """
        inside = st.checkbox("inside")
        form = st.form("f")
        st.write((form if inside else st).text_input("t"))
        """,
        "at.text_input[0].input('x').run()",
        "at.checkbox[0].check().run()",
    ),
    "R59 the submit button in the state": case(
        """
        with st.form("f"):
            st.form_submit_button("send")
        st.write(sorted(st.session_state))
        """
    ),
    "a submit button with a key": case(
        """
        with st.form("f"):
            st.text_input("t", key="t")
            sent = st.form_submit_button("send", key="go")
        st.write(sent, sorted(st.session_state))
        """,
        "at.text_input[0].input('x'); at.button(key='go').click().run()",
    ),
    "a form whose submit button is disabled": case(
        "with st.form('f'):\n    st.text_input('t')\n    st.form_submit_button(disabled=True)\nst.write('after')"
    ),
    "a form in a column": case(
        """
        with st.columns(2)[1]:
            with st.form("f"):
                a, b = st.columns(2)
                x = a.text_input("x")
                y = b.text_input("y")
                st.form_submit_button("send")
        st.write(x, y)
        """,
        "at.text_input[0].input('1'); at.text_input[1].input('2'); at.button[0].click().run()",
    ),
}


@each(CASES)
def test_agrees(agree: Agree, case) -> None:
    """Both show the same."""
    agree(case.script, *case.steps)

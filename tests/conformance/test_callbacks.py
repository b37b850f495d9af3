"""Callbacks (R44 to R54)."""

from __future__ import annotations

from cases import case, each
from oracle import Agree

LOGGED = "log = st.session_state.setdefault('log', [])\n"

CASES = {
    "R44 all new values are there": case(
        """
        log = st.session_state.setdefault("log", [])
        def called(): log.append((st.session_state.a, st.session_state.b))
        st.text_input("a", key="a", on_change=called)
        st.text_input("b", key="b")
        st.write(*log)
        """,
        "at.text_input[0].input('x'); at.text_input[1].input('y'); at.run()",
    ),
    "R45 the same value again": case(
        LOGGED + "st.text_input('a', key='a', on_change=log.append, args=['called'])\nst.write(*log)",
        "at.text_input[0].input('x').run()",
        "at.text_input[0].input('x').run()",
        "at.text_input[0].input('y').run()",
    ),
    "R45 there and back between two runs": case(
        LOGGED + "st.text_input('a', key='a', on_change=log.append, args=['called'])\nst.write(*log)",
        "at.text_input[0].input('x'); at.text_input[0].input(''); at.run()",
    ),
    "R46 of the last render": case(
        """
        log = st.session_state.setdefault("log", [])
        n = st.session_state.get("n", 0) + 1
        st.session_state.n = n
        st.button("b", on_click=log.append, args=(n,))
        st.write(*log)
        """,
        "at.button[0].click().run()",
        "at.button[0].click().run()",
    ),
    "R47 args and kwargs, what it returns": case(
        """
        log = st.session_state.setdefault("log", [])
        def called(*args, **kwargs):
            log.append((args, kwargs))
            return "ignored"
        st.button("b", on_click=called, args=[1, 2], kwargs={"x": 3})
        st.checkbox("c", on_change=called, args=(4,))
        st.write(*log)
        """,
        "at.button[0].click().run()",
        "at.checkbox[0].check().run()",
    ),
    "R48 one after another": case(
        LOGGED
        + """
st.checkbox("a", on_change=log.append, args="a")
st.checkbox("b", on_change=log.append, args="b")
st.write(sorted(log))
""",
        "at.checkbox[0].check(); at.checkbox[1].check(); at.run()",
    ),
    "R49 an error in a callback": case(
        """
        def fail(): raise ValueError("in a callback")
        st.write("body")
        st.button("b", on_click=fail)
        st.text_input("t", key="t")
        """,
        "at.text_input[0].input('kept').run()",
        "at.button[0].click().run()",
        "at.run()",
    ),
    "R49 later callbacks are not called": case(
        """
        log = st.session_state.setdefault("log", [])
        def fail():
            log.append("failing")
            raise ValueError("in a callback")
        st.checkbox("a", on_change=fail)
        st.checkbox("b", on_change=fail)
        st.write(*log)
        """,
        "at.checkbox[0].check(); at.checkbox[1].check(); at.run()",
        "at.run()",
    ),
    "R50 stop in a callback": case(
        """
        st.write("body")
        st.button("b", on_click=st.stop)
        st.text_input("t", key="t")
        """,
        "at.text_input[0].input('kept').run()",
        "at.button[0].click().run()",
        "at.run()",
    ),
    "R51 rerun in a callback": case(
        """
        log = st.session_state.setdefault("log", [])
        def again():
            log.append("before")
            st.rerun()
            log.append("after")
        log.append(f"body {st.button('b', on_click=again)}")
        st.checkbox("c", on_change=log.append, args=("other",))
        st.write(sorted(log))
        del st.session_state["log"]
        """,
        "at.button[0].click(); at.checkbox[0].check(); at.run()",
    ),
    "R52 what a callback draws": case(
        """
        def draw():
            st.write("from the callback")
            st.sidebar.write("in the sidebar")
        st.write("body")
        st.button("b", on_click=draw)
        """,
        "at.button[0].click().run()",
        "at.run()",
    ),
    "R53 a callback sets its own key": case(
        """
        log = st.session_state.setdefault("log", [])
        def upper():
            log.append("called")
            st.session_state.k = st.session_state.k.upper()
        st.write(st.text_input("t", key="k", on_change=upper), *log)
        """,
        "at.text_input[0].input('abc').run()",
        "at.run()",
        "at.text_input[0].input('def').run()",
    ),
    "R53 a callback sets the key of another": case(
        """
        def reset():
            st.session_state.k = 3
        st.slider("s", 0, 10, key="k")
        st.button("reset", on_click=reset)
        """,
        "at.slider[0].set_value(7).run()",
        "at.button[0].click().run()",
        "at.slider[0].set_value(8); at.button[0].click().run()",
    ),
    "R54 a callback in a form": case(
        """
        form = st.form("f")
        form.text_input("t", on_change=print)
        st.write("after")
        """,
    ),
    "R54 ignore in a form": case(
        """
        with st.form("f"):
            st.text_input("t", on_change="ignore")
            st.form_submit_button()
        st.write("after")
        """,
    ),
}


@each(CASES)
def test_agrees(agree: Agree, case) -> None:
    """Both show the same."""
    agree(case.script, *case.steps)

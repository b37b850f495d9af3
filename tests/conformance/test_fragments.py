"""Fragments and dialogs (R76 to R93), in runs of the whole script and alone."""

from __future__ import annotations

import pytest
from cases import case, each
from oracle import Agree

CASES = {
    "R76 runs inline and returns its value": case(
        """
        @st.fragment
        def f(x, *, y=1):
            st.write("inside", x, y)
            return x + y
        st.write("before")
        st.write(f(41))
        st.write(f(1, y=2))
        """
    ),
    "R27 keys are shared": case(
        """
        @st.fragment
        def f():
            st.button("b")
        f()
        f()
        st.write("after")
        """
    ),
    "R27 distinct inputs": case(
        """
        @st.fragment
        def f(n):
            st.write(st.text_input(f"t{n}"))
        f(1)
        f(2)
        """,
    ),
    "R80 an error in a fragment ends a whole run": case(
        """
        @st.fragment
        def f():
            st.write("inside")
            1 / 0
        f()
        st.write("after")
        """
    ),
    "R80 a stop in a fragment ends a whole run": case(
        """
        @st.fragment
        def f():
            st.write("inside")
            st.stop()
        f()
        st.write("after")
        """
    ),
    "R81 outside containers": case(
        """
        outside = st.container()
        @st.fragment
        def f():
            st.write("inside")
            outside.write("outside")
            st.sidebar.write("sidebar")
            outside.text_input("an input outside")
        outside.write("first")
        f()
        outside.write("last")
        """
    ),
    "R82 rerun in a fragment": case(
        """
        n = st.session_state.setdefault("n", 0)
        @st.fragment
        def f():
            if n < 2:
                st.session_state.n += 1
                st.rerun()
            st.write("inside", n)
        f()
        """
    ),
    "R82 rerun of the fragment in a whole run": case(
        """
        @st.fragment
        def f():
            st.rerun(scope="fragment")
        f()
        """
    ),
    "R83 reserved names": case("@st.fragment(key='app')\ndef f(): pass\nf()"),
    "R83 an empty key": case("@st.fragment(key='')\ndef f(): pass\nf()"),
    "R83 one key on two functions": case(
        """
        @st.fragment(key="k")
        def f(): st.write("f")
        @st.fragment(key="k")
        def g(): st.write("g")
        f()
        g()
        """
    ),
    "R83 one key, two places": case(
        """
        @st.fragment(key="k")
        def f(n): st.write(n)
        f(1)
        f(2)
        """
    ),
    "R85 run_every that cannot be read": case("@st.fragment(run_every='foo')\ndef f(): pass\nf()"),
    "R87 nested": case(
        """
        @st.fragment
        def inner(n):
            st.write("inner", n)
        @st.fragment
        def outer():
            st.write("outer")
            inner(1)
            with st.container():
                inner(2)
        outer()
        """
    ),
    "R88 parallel": case(
        """
        @st.fragment(parallel=True)
        def f():
            st.write("inside")
            return 5
        st.write("returns", f())
        st.write("after")
        """
    ),
    "R90 and R93 a dialog": case(
        """
        @st.dialog("Title")
        def d(x):
            st.write("inside", x)
            st.text_input("t")
        if st.button("open"):
            d(5)
        st.write("after")
        """,
        "at.button[0].click().run()",
        "at.run()",
    ),
    "R91 two dialogs": case(
        """
        @st.dialog("One")
        def one(): st.write("one")
        @st.dialog("Two")
        def two(): st.write("two")
        one()
        two()
        st.write("after")
        """
    ),
    "R91 a dialog in a dialog": case(
        """
        @st.dialog("One")
        def one(): st.write("one")
        @st.dialog("Two")
        def two():
            st.write("two")
            one()
        two()
        st.write("after")
        """
    ),
    "R91 a dialog without a title": case("@st.dialog\ndef d(): pass\nd()"),
    "R91 an empty title": case("@st.dialog('')\ndef d(): pass\nd()"),
    "R92 a width that is none": case("@st.dialog('t', width='nope')\ndef d(): pass\nd()"),
}


@each(CASES)
def test_agrees(agree: Agree, case) -> None:
    """Both show the same."""
    agree(case.script, *case.steps)


ALONE = {
    "R77 with the arguments and the names of the last whole run": case(
        """
        n = st.session_state["n"] = st.session_state.get("n", 0) + 1
        @st.fragment
        def f(given):
            st.write(given, n, st.session_state.n, st.checkbox("inside"))
        f(n)
        st.write("after", st.checkbox("outside"))
        """,
        "at.checkbox[0].check().run()",
        "at.session_state.n = 10; at.checkbox[0].uncheck().run()",
        "at.checkbox[1].check().run()",
    ),
    "R78 by where it is called": case(
        """
        @st.fragment
        def f(n):
            counted = st.session_state[n] = st.session_state.get(n, 0) + 1
            st.write(n, counted, st.checkbox(n))
        f("a")
        f("b")
        """,
        "at.checkbox[1].check().run()",
        "at.checkbox[0].check().run()",
        "at.checkbox[1].uncheck().run()",
    ),
    "R79 callbacks come first": case(
        """
        log = st.session_state.setdefault("log", [])
        @st.fragment
        def f():
            log.append("body")
            st.checkbox("c", on_change=log.append, args=("callback",))
            st.write(*log)
        f()
        log.append("after")
        """,
        "at.checkbox[0].check().run()",
        "at.checkbox[0].uncheck().run()",
    ),
    "R80 an error and a stop in a run of its own": case(
        """
        @st.fragment
        def f():
            if st.checkbox("fail"): 1 / 0
            if st.checkbox("stop"): st.stop()
            st.write("end")
        f()
        st.write("after")
        """,
        "at.checkbox[0].check().run()",
        "at.checkbox[0].uncheck().run()",
        "at.checkbox[1].check().run()",
        "at.checkbox[1].uncheck().run()",
    ),
    "R81 its part of what is outside": case(
        """
        outside = st.container()
        @st.fragment
        def f():
            n = st.session_state["n"] = st.session_state.get("n", 0) + 1
            st.checkbox("c")
            outside.write(f"outside {n}")
            st.sidebar.write(f"sidebar {n}")
        outside.write("first")
        f()
        outside.write("last")
        """,
        "at.checkbox[0].check().run()",
        "at.checkbox[0].uncheck().run()",
    ),
    "R82 rerun of the fragment, and of the script": case(
        """
        n = st.session_state["n"] = st.session_state.get("n", 0) + 1
        @st.fragment
        def f():
            m = st.session_state["m"] = st.session_state.get("m", 0) + 1
            if st.button("fragment"): st.rerun(scope="fragment")
            if st.button("app"): st.rerun()
            st.write(m)
        f()
        st.write(n)
        """,
        "at.button[0].click().run()",
        "at.button[1].click().run()",
        "at.button[0].click().run()",
    ),
    "R87 the inner, the outer": case(
        """
        def counted(name):
            st.session_state[name] = st.session_state.get(name, 0) + 1
            return st.session_state[name]
        @st.fragment
        def inner():
            st.write("inner", counted("inner"), st.text_input("t"))
        @st.fragment
        def outer():
            st.write("outer", counted("outer"))
            if st.checkbox("show", True): inner()
        outer()
        st.write("app", counted("app"))
        """,
        "at.text_input[0].input('x').run()",
        "at.checkbox[0].uncheck().run()",
    ),
    "R40 only its own inputs can become stale": case(
        """
        st.text_input("outside", key="outside")
        @st.fragment
        def f():
            if st.checkbox("show", True): st.text_input("inside", key="inside")
        f()
        st.write(sorted(st.session_state))
        """,
        "at.text_input('outside').input('x'); at.run()",
        "at.text_input('inside').input('y'); at.run()",
        "at.checkbox[0].uncheck().run()",
        "at.checkbox[0].check().run()",
    ),
    "R89 what it adds elsewhere stays": case(
        """
        seen = st.session_state.setdefault("seen", [])
        @st.fragment
        def f():
            seen.append(st.checkbox("c"))
        f()
        st.write(len(seen))
        """,
        "at.checkbox[0].check().run()",
        "at.checkbox[0].uncheck().run()",
        "at.run()",
    ),
    "R90 a dialog": case(
        """
        n = st.session_state["n"] = st.session_state.get("n", 0) + 1
        @st.dialog("title")
        def ask():
            st.write(n, st.text_input("t"))
        if st.checkbox("open"): ask()
        """,
        "at.checkbox[0].check().run()",
        "at.text_input[0].input('x').run()",
        "at.checkbox[0].uncheck().run()",
    ),
}


@each(ALONE)
def test_alone_agrees(agree: Agree, case) -> None:
    """Both show the same when a reader uses what stands in a fragment, which then runs alone."""
    agree(case.script, *case.steps, scoped=True)


VOTES = """
@st.fragment(key="part")
def part():
    st.session_state.parts = st.session_state.get("parts", 0) + 1
st.session_state.wholes = st.session_state.get("wholes", 0) + 1
part()
st.button("only the fragment", on_click=st.rerun, args=("part",))
st.checkbox("both", on_change=lambda: None)
"""


@pytest.mark.parametrize(
    ("step", "parts", "wholes"),
    [
        pytest.param("at.button[0].click().run()", 2, 1, id="R83 a key in a callback"),
        pytest.param("at.button[0].click(); at.checkbox[0].check(); at.run()", 2, 2, id="R84 another returns"),
    ],
)
def test_what_callbacks_ask_for(agree: Agree, step: str, parts: int, wholes: int) -> None:
    """Only the state is compared: after such a run, Streamlit's AppTest shows the fragment alone."""
    shown = agree(VOTES, step, part="state")
    assert shown[-1]["state"] == {"parts": str(parts), "wholes": str(wholes)}

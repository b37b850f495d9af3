"""`stop`, `rerun`, and how a run ends (R94 to R99)."""

from __future__ import annotations

from cases import case, each
from oracle import Agree

CASES = {
    "R94 stop": case("st.write('before')\nst.stop()\nst.write('after')"),
    "R94 stop is sticky": case(
        """
        st.write("before")
        try:
            st.stop()
        finally:
            st.write("in finally")
        """
    ),
    "R94 stop after a bare except": case(
        """
        try:
            st.stop()
        except:
            pass
        st.write("after")
        """
    ),
    "R94 state after stop": case(
        """
        try:
            st.stop()
        except BaseException:
            pass
        try:
            st.session_state.k = 1
        except BaseException:
            pass
        """,
        "at.run()",
    ),
    "R95 what is below a stop goes": case(
        """
        stop = st.checkbox("stop")
        st.write("above")
        if stop:
            st.stop()
        st.write("below")
        """,
        "at.checkbox[0].check().run()",
        "at.checkbox[0].uncheck().run()",
    ),
    "R95 what is below an error goes": case(
        """
        fail = st.checkbox("fail")
        st.write("above")
        if fail:
            raise ValueError("no")
        st.write("below")
        """,
        "at.checkbox[0].check().run()",
        "at.checkbox[0].uncheck().run()",
    ),
    "R96 rerun": case(
        """
        n = st.session_state.setdefault("n", 0)
        st.write("drawn", n)
        if n < 3:
            st.session_state.n += 1
            st.rerun()
        st.write("end")
        """,
        "at.run()",
    ),
    "R96 rerun in a with": case(
        """
        n = st.session_state.setdefault("n", 0)
        with st.expander("e"):
            st.write(n)
            if n < 1:
                st.session_state.n += 1
                st.rerun()
        st.write("end")
        """,
    ),
    "R96 a click and a rerun": case(
        """
        if st.button("add"):
            st.session_state.n = st.session_state.get("n", 0) + 1
            st.rerun()
        st.write(st.session_state.get("n"))
        """,
        "at.button[0].click().run()",
        "at.button[0].click().run()",
        "at.run()",
    ),
    "R96 a rerun keeps what was typed": case(
        """
        if st.button("again"):
            st.rerun()
        st.write(st.text_input("t"), st.slider("s", key="s"))
        """,
        "at.text_input[0].input('x'); at.slider[0].set_value(5); at.button[0].click().run()",
    ),
    "R97 an empty scope": case("st.rerun('')"),
    "R97 a scope of another type": case("st.rerun(3.5)"),
    "R97 a list that is empty": case("st.rerun([])"),
    "R97 a list with something else": case("st.rerun(['a', 1.5])"),
    "R82 a fragment's scope in a whole run": case("st.rerun(scope='fragment')"),
    "R83 a key outside a callback": case("st.rerun('c')"),
    "R83 an unknown key in a callback": case(
        "st.button('b', on_click=st.rerun, args=('zzz',))", "at.button[0].click().run()"
    ),
    "R115 what a cut run wrote stays": case(
        """
        n = st.session_state.setdefault("n", 0)
        st.session_state.n = n + 1
        st.session_state.setdefault("log", []).append(n)
        if n == 0:
            st.rerun()
        st.write(*st.session_state.log)
        """
    ),
}


@each(CASES)
def test_agrees(agree: Agree, case) -> None:
    """Both show the same."""
    agree(case.script, *case.steps)

"""Buttons (R63 to R68)."""

from __future__ import annotations

from cases import case, each
from oracle import Agree

CASES = {
    "R63 true for one run": case(
        "st.write(st.button('b'), st.button('k', key='k'))\nst.checkbox('c')",
        "at.button[0].click().run()",
        "at.checkbox[0].check().run()",
        "at.button[1].click().run()",
        "at.run()",
        "at.button[0].click(); at.button[1].click(); at.run()",
    ),
    "R64 consumed by a run that fails": case(
        """
        if st.checkbox("fail"):
            clicked = st.button("b")
            raise ValueError(str(clicked))
        st.write(st.button("b"))
        """,
        "at.checkbox[0].check().run()",
        "at.button[0].click(); at.checkbox[0].uncheck().run()",
        "at.checkbox[0].check().run()",
        "at.button[0].click().run()",
        "at.run()",
    ),
    "R64 consumed by a run that stops": case(
        """
        clicked = st.button("b")
        st.write(clicked)
        st.stop()
        """,
        "at.button[0].click().run()",
        "at.run()",
    ),
    "R67 a keyed button with a changing label": case(
        """
        n = st.session_state.setdefault("n", 0)
        if st.button(f"clicked {n}", key="b"):
            st.session_state.n += 1
        st.write(st.session_state.n)
        """,
        "at.button[0].click().run()",
        "at.button[0].click().run()",
        "at.run()",
    ),
    "R68 a button in a form": case("st.form('f').button('b')"),
    "a click taken back": case(
        "st.write(st.button('b'))", "at.button[0].set_value(True).set_value(False).run()", "at.button[0].click().run()"
    ),
    "a button that is gone when it is clicked": case(
        """
        if not st.checkbox("hide"):
            st.write(st.button("b"))
        """,
        "at.button[0].click(); at.checkbox[0].check(); at.run()",
        "at.checkbox[0].uncheck().run()",
        "at.run()",
    ),
}


@each(CASES)
def test_agrees(agree: Agree, case) -> None:
    """Both show the same."""
    agree(case.script, *case.steps)

"""`session_state` as a script sees it (R55 to R62)."""

from __future__ import annotations

from cases import case, each
from oracle import Agree

TYPED = "at.text_input[0].input('typed').run()"

CASES = {
    "R55 an item that is missing": case("st.session_state['nope']"),
    "R55 an attribute that is missing": case("st.write(st.session_state.nope)"),
    "R55 to delete what is missing": case("del st.session_state['nope']"),
    "R55 to delete an attribute that is missing": case("del st.session_state.nope"),
    "R55 asked for politely": case(
        """
        st.write(st.session_state.get("nope"), "nope" in st.session_state, hasattr(st.session_state, "nope"))
        """
    ),
    "R56 assigned after the input": case(
        """
        st.text_input("t", key="k")
        try:
            st.session_state.k = "late"
        except st.errors.StreamlitAPIException as error:
            st.write(type(error).__name__)
        st.session_state["k"] = "late"
        """,
    ),
    "R57 a button that was assigned": case("st.session_state.b = True\nst.button('b', key='b')"),
    "R58 deleted after the input": case(
        """
        st.text_input("t", "default", key="k")
        if st.button("delete"):
            del st.session_state["k"]
            st.session_state.there = "k" in st.session_state
            st.rerun()
        """,
        TYPED,
        "at.button[0].click().run()",
        "at.run()",
    ),
    "R58 deleted before the input": case(
        """
        if st.button("delete"):
            del st.session_state["k"]
        st.write(st.text_input("t", "default", key="k"))
        """,
        TYPED,
        "at.button[0].click().run()",
        "at.run()",
    ),
    "R59 keys, length, iteration": case(
        """
        st.session_state.own = 1
        st.text_input("unkeyed")
        st.text_input("t", key="k")
        st.write(sorted(st.session_state), len(st.session_state), st.session_state.to_dict() == dict(st.session_state))
        st.write(sorted(st.session_state.keys()), sorted(str(value) for value in st.session_state.values()))
        """,
        "at.text_input[1].input('x').run()",
    ),
    "R59 methods of a mapping": case(
        """
        state = st.session_state
        st.write(state.setdefault("a", 1), state.setdefault("a", 2), state.pop("a"), state.pop("a", "none"))
        state.update(b=2, c=3)
        st.write(sorted(state.items()))
        state.clear()
        st.write(len(state), bool(state))
        """,
    ),
    "R59 keys are texts": case(
        """
        st.session_state["1"] = "one"
        st.write("1" in st.session_state, list(st.session_state))
        """
    ),
    "R60 a trigger in the state": case(
        """
        before = st.session_state.get("b", "missing")
        st.button("b", key="b")
        st.write(before, st.session_state.b)
        """,
        "at.button[0].click().run()",
        "at.run()",
    ),
    "R61 values are kept by reference": case(
        """
        kept = st.session_state.setdefault("kept", [])
        kept.append(len(kept))
        st.session_state.alias = st.session_state.kept
        st.write(st.session_state.alias is kept, len(kept))
        st.session_state.lock = __import__("threading").Lock()
        del st.session_state["lock"]
        """,
        "at.run()",
    ),
    "the test sets a key": case(
        "st.write(st.text_input('t', 'default', key='k'), st.session_state.get('other'))",
        "at.session_state['k'] = 'by test'; at.run()",
        "at.session_state.other = 5; at.run()",
        TYPED,
        "del at.session_state['other']; at.run()",
    ),
    "the test sets a key that is typed too": case(
        "st.write(st.text_input('t', 'default', key='k'))",
        "at.session_state['k'] = 'by test'; at.text_input[0].input('typed').run()",
        "at.run()",
    ),
    "the test sets a key that the script sets again": case(
        """
        st.session_state.k = "by script"
        st.write(st.text_input("t", key="k"))
        """,
        "at.session_state['k'] = 'by test'; at.run()",
    ),
    "the test sets a key before the first use of an input": case(
        """
        if st.checkbox("show"):
            st.write(st.text_input("t", "default", key="k"))
        """,
        "at.session_state.k = 'early'; at.run()",
        "at.checkbox[0].check().run()",
        "at.checkbox[0].uncheck().run()",
        "at.checkbox[0].check().run()",
    ),
}


@each(CASES)
def test_agrees(agree: Agree, case) -> None:
    """Both show the same."""
    agree(case.script, *case.steps)

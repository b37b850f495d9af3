"""The value of an input from run to run (R29 to R43)."""

from __future__ import annotations

from cases import case, each
from oracle import Agree

FIRST = [
    "st.text_input('t')",
    "st.text_input('t', None)",
    "st.text_input('t', 5)",
    "st.text_area('t')",
    "st.text_area('t', None)",
    "st.number_input('n')",
    "st.number_input('n', min_value=0)",
    "st.number_input('n', min_value=2.5)",
    "st.number_input('n', value=None)",
    "st.number_input('n', 0, 10, 5)",
    "st.number_input('n', value=5)",
    "st.number_input('n', step=1)",
    "st.slider('s')",
    "st.slider('s', 5, 10)",
    "st.slider('s', 0.0, 2.0)",
    "st.slider('s', value=0.5)",
    "st.slider('s', 0, 10, (2, 5))",
    "st.slider('s', 0, 10, [2, 5])",
    "st.slider('s', 0, 10, (5, 2))",
    "st.slider('s', value=())",
    "st.slider('s', value=__import__('datetime').date(2024, 1, 1))",
    "st.slider('s', value=__import__('datetime').time(12, 0))",
    "st.selectbox('s', ['a', 'b'])",
    "st.selectbox('s', [])",
    "st.selectbox('s', ['a'], index=None)",
    "st.selectbox('s', (1, 2), index=1)",
    "st.selectbox('s', range(3))",
    "st.selectbox('s', {'a': 1, 'b': 2})",
    "st.selectbox('s', ['a'], accept_new_options=True)",
    "st.radio('s', ['a', 'b'])",
    "st.radio('s', [])",
    "st.radio('s', ['a'], index=None)",
    "st.multiselect('m', [1, 2])",
    "st.multiselect('m', [1, 2], 2)",
    "st.multiselect('m', [1, 2], [2, 1])",
    "st.multiselect('m', [])",
    "st.checkbox('c')",
    "st.checkbox('c', 1)",
    "st.date_input('d', None)",
    "st.date_input('d', '2024-01-02')",
    "st.date_input('d', [])",
    "st.date_input('d', ['2024-01-02'])",
    "st.date_input('d', ['2024-01-02', '2024-01-05'])",
    "st.button('b')",
]

BOUNDS = [
    "st.number_input('n', 5, 10, 2)",
    "st.number_input('n', 5, 10, 20)",
    "st.number_input('n', 0, 10.0)",
    "st.number_input('n', 10, 0)",
    "st.number_input('n', format='%x%x')",
    "st.number_input('n', 2**60, value=2**60)",
    "st.slider('s', 5, 5)",
    "st.slider('s', 5, 10, 2)",
    "st.slider('s', 5, 10, 20)",
    "st.slider('s', 10, 5)",
    "st.slider('s', 10, 5, 7)",
    "st.slider('s', 0, 10.0)",
    "st.slider('s', 0, 10, 'x')",
    "st.slider('s', 0, 10, (1, 2, 3))",
    "st.slider('s', 0, 2**60)",
    "st.slider('s', 0, 10, step=0)",
    "st.slider('s', 0.0, 1.0, 0.5, step=1)",
    "st.selectbox('s', ['a'], index=3)",
    "st.selectbox('s', ['a'], index=-1)",
    "st.selectbox('s', ['a'], index='a')",
    "st.selectbox('s', ['a'], index=0.5)",
    "st.radio('s', ['a'], index=3)",
    "st.radio('s', ['a'], index='a')",
    "st.multiselect('m', ['x'], ['y'])",
    "st.multiselect('m', ['x', 'y'], ['x', 'y'], max_selections=1)",
    "st.multiselect('m', ['x'], max_selections=0)",
    "st.text_input('t', max_chars=2, value='long')",
    "st.text_input('t', type='nope')",
    "st.text_input('t', width=0)",
    "st.text_input('t', label_visibility='nope')",
    "st.text_area('t', height=1)",
    "st.date_input('d', '2024-01-02', '2024-02-01')",
    "st.date_input('d', '2024-01-02', max_value='2023-02-01')",
    "st.date_input('d', 'nope')",
    "st.date_input('d', 5)",
    "st.date_input('d', '2024-01-02', format='nope')",
    "st.checkbox('c', key='')",
    "st.button('b', on_click='ignore')",
    "st.button('b', type='nope')",
    "st.text_input('t', on_change='nope')",
]

IN_STATE = {
    "a slider above": ("99", "st.slider('s', 0, 10, 5, key='k')"),
    "a slider below": ("-1", "st.slider('s', 0, 10, 5, key='k')"),
    "a slider, a pair": ("(2, 4)", "st.slider('s', 0, 10, key='k')"),
    "a number above": ("99", "st.number_input('n', 0, 10, 5, key='k')"),
    "a number, None": ("None", "st.number_input('n', 0, 10, key='k')"),
    "a text, None": ("None", "st.text_input('t', key='k')"),
    "a selectbox, None": ("None", "st.selectbox('s', ['a', 'b'], key='k')"),
    "a selectbox, another type": ("5", "st.selectbox('s', ['a', 'b'], key='k')"),
    "a selectbox, a new one": ("'new'", "st.selectbox('s', ['a', 'b'], key='k', accept_new_options=True)"),
    "a radio, none": ("None", "st.radio('s', ['a', 'b'], key='k')"),
    "a radio, another": ("'z'", "st.radio('s', ['a', 'b'], key='k')"),
    "a multiselect, missing": ("['a', 'z']", "st.multiselect('m', ['a', 'b'], key='k')"),
    "a multiselect, too many": ("['a', 'b']", "st.multiselect('m', ['a', 'b'], key='k', max_selections=1)"),
    "a date out of bounds": (
        "__import__('datetime').date(2030, 1, 1)",
        "st.date_input('d', '2024-01-01', '2024-01-01', '2024-02-01', key='k')",
    ),
}

CASES = {
    **{f"R32 {call}": case(f"st.write({call})\nst.write(type({call[:-1]}, key='k')).__name__)") for call in FIRST},
    **{f"R33 {call}": case(f"st.write({call})") for call in BOUNDS},
    **{
        f"R34 {name} in state": case(f"st.session_state.k = {value}\nst.write({call}, st.session_state.k)")
        for name, (value, call) in IN_STATE.items()
    },
    "R29 the default counts once": case(
        """
        first = st.checkbox("first", True)
        if not st.checkbox("hide"):
            st.write(st.text_input("t", "default"))
        """,
        "at.text_input[0].input('x').run()",
        "at.checkbox[1].check().run()",
        "at.checkbox[1].uncheck().run()",
    ),
    "R30 assigned before sent": case(
        """
        if st.button("set"):
            st.session_state.k = "assigned"
        st.write(st.text_input("t", key="k"))
        """,
        "at.text_input[0].input('typed').run()",
        "at.text_input[0].input('newer'); at.button[0].click().run()",
    ),
    "R30 sent before the last run's": case(
        "st.write(st.text_input('t', 'default', key='k'))",
        "at.text_input[0].input('a').run()",
        "at.text_input[0].input('b').run()",
        "at.run()",
    ),
    "R31 what is returned is a copy": case(
        """
        chosen = st.multiselect("m", ["a", "b"], ["a"], key="m")
        chosen.append("x")
        other = st.multiselect("o", ["a", "b"], ["a"])
        other.append("x")
        st.write(st.session_state.m)
        """,
        "at.run()",
        "at.multiselect[0].select('b').run()",
    ),
    "R36 ignore": case(
        """
        value = st.text_input("t", on_change="ignore")
        st.button("b")
        st.write(value)
        """,
        "at.text_input[0].input('x').run()",
        "at.button[0].click().run()",
    ),
    "R37 an assignment to a disabled input": case(
        """
        if st.button("set"):
            st.session_state.k = "assigned"
        st.write(st.text_input("t", key="k", disabled=True))
        """,
        "at.button[0].click().run()",
        "at.run()",
    ),
    "R38 cleanup at the end of the run": case(
        """
        hide = st.checkbox("hide")
        if not hide:
            st.text_input("t", key="name")
            st.text_input("unkeyed")
        st.write(st.session_state.get("name", "gone"))
        """,
        "at.text_input[0].input('bob').run()",
        "at.text_input[1].input('x').run()",
        "at.checkbox[0].check().run()",
        "at.run()",
        "at.checkbox[0].uncheck().run()",
    ),
    "R39 no cleanup after an error": case(
        """
        if st.checkbox("fail"):
            raise ValueError("no")
        st.write(st.text_input("t", key="name"))
        """,
        "at.text_input[0].input('bob').run()",
        "at.checkbox[0].check().run()",
        "at.checkbox[0].uncheck().run()",
    ),
    "R39 no cleanup after a stop": case(
        """
        if st.checkbox("stop"):
            st.stop()
        st.write(st.text_input("t"), st.text_input("u", key="u"))
        """,
        "at.text_input[0].input('bob').run()",
        "at.text_input[1].input('eve').run()",
        "at.checkbox[0].check().run()",
        "at.run()",
        "at.checkbox[0].uncheck().run()",
    ),
    "R39 no cleanup after a rerun": case(
        """
        if st.button("again"):
            st.rerun()
        st.write(st.text_input("t"), st.text_input("u", key="u"))
        """,
        "at.text_input[0].input('bob').run()",
        "at.text_input[1].input('eve').run()",
        "at.button[0].click().run()",
    ),
    "R41 persist_state": case(
        """
        if not st.checkbox("hide"):
            st.text_input("t", key="p", persist_state="page")
            st.text_input("t", key="s", persist_state="session")
            st.text_input("t", key="n")
        st.write(st.session_state.get("p"), st.session_state.get("s"), st.session_state.get("n"))
        """,
        "[box.input(box.key) for box in at.text_input]; at.run()",
        "at.checkbox[0].check().run()",
        "at.run()",
        "at.checkbox[0].uncheck().run()",
    ),
    "R41 persist_state needs a key": case("st.text_input('t', persist_state='page')"),
    "R41 persist_state is one of two": case("st.text_input('t', key='t', persist_state='nope')"),
    "R42 the old idiom": case(
        """
        if "k" in st.session_state:
            st.session_state.k = st.session_state.k
        if not st.checkbox("hide"):
            st.text_input("t", key="k")
        st.write(st.session_state.get("k"))
        """,
        "at.text_input[0].input('kept').run()",
        "at.checkbox[0].check().run()",
        "at.run()",
        "at.checkbox[0].uncheck().run()",
    ),
    "R43 a value by program": case(
        """
        st.session_state.k = "by program"
        st.write(st.text_input("t", "default", key="k"))
        """,
        "at.text_input[0].input('typed').run()",
    ),
    "R43 a value by program, once": case(
        """
        if "k" not in st.session_state:
            st.session_state.k = "by program"
        st.write(st.text_input("t", "default", key="k"))
        """,
        "at.text_input[0].input('typed').run()",
        "at.run()",
    ),
}


@each(CASES)
def test_agrees(agree: Agree, case) -> None:
    """Both show the same."""
    agree(case.script, *case.steps)

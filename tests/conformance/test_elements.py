"""Where elements stand, and what they show (R117 to R134)."""

from __future__ import annotations

from cases import case, each
from oracle import Agree

CALLS = [
    "st.columns(0)",
    "st.columns(-1)",
    "st.columns([])",
    "st.columns([1, 0])",
    "st.columns([1, -1])",
    "st.columns('ab')",
    "st.columns(2, gap='nope')",
    "st.columns(2, vertical_alignment='nope')",
    "st.progress(0)",
    "st.progress(1.0)",
    "st.progress(0.333, 'a text')",
    "st.progress(101)",
    "st.progress(1.1)",
    "st.progress(-1)",
    "st.progress('x')",
    "st.text('t', width=0)",
    "st.container(width=0)",
    "st.container(height=-5)",
    "st.container(gap='nope')",
    "st.text_input('t', label_visibility='nope')",
    "st.text_input('')",
    "st.tabs([])",
    "st.tabs(['a', 5])",
    "st.expander(None)",
    "st.markdown('  a\\n  b')",
    "st.markdown('a', help='h')",
    "st.caption('c')",
    "st.title('t', anchor=False)",
    "st.header('h', divider='red')",
    "st.header('h', divider='nope')",
    "st.subheader('s', divider=True)",
    "st.code('x = 1', 'python')",
    "st.code('  x\\n  y\\n')",
    "st.text(5)",
    "st.markdown(5)",
    "st.latex('x^2')",
    "st.json({'a': [1, None, True]})",
    "st.json('[1, 2]')",
    "st.json([1, 'a'])",
    "st.metric('m', 5)",
    "st.metric('m', 5.5, -1)",
    "st.metric('m', None)",
    "st.metric('m', 'a', '-b')",
    "st.metric('m', 1, 2, delta_color='nope')",
    "st.metric('m', [1])",
    "st.info('i')",
    "st.error(5)",
    "st.warning('w', icon='nope')",
    "st.success('  s  ')",
    "st.exception(ValueError('v'))",
    "st.exception(KeyError('k'))",
    "st.divider()",
    "st.dataframe({'a': [1, 2], 'b': ['x', 'y']})",
    "st.dataframe([1, 2])",
    "st.dataframe()",
    "st.table({'a': [1, 2], 'b': ['x', 'y']})",
    "st.table([[1, 2], [3, 4]])",
]

CASES = {
    **{f"R122 to R134 {call}": case(f"st.write('before')\n{call}\nst.write('after')") for call in CALLS},
    **{
        f"R124 {call}": case(call)
        for call in (
            "st.sidebar.set_page_config()",
            "st.sidebar.rerun()",
            "st.container().rerun()",
            "st.container().nope()",
            "st.nope()",
            "st.buton('x')",
            "st.cache",
        )
    },
    "R131 set_page_config": case(
        """
        st.set_page_config(page_title="x")
        st.write("between")
        st.set_page_config(layout="wide")
        """
    ),
    "R131 a layout that is none": case("st.set_page_config(layout='nope')"),
    "R117 a container keeps its place": case("c = st.container()\nst.write(1)\nc.write(0)"),
    "R117 containers in containers": case(
        """
        outer = st.container(border=True)
        inner = outer.container()
        outer.write("below")
        inner.write("above")
        with inner:
            st.write("still above")
        """
    ),
    "R118 with and methods": case(
        """
        a, b = st.columns(2)
        with a:
            st.write("in a")
            b.write("in b")
            st.sidebar.write("in the sidebar")
            with b:
                st.write("in b again")
            st.write("in a again")
        with st.sidebar:
            st.write("with")
            a.write("from the sidebar")
        st.write("below")
        """
    ),
    "R120 an element is replaced": case(
        """
        x = st.text("a")
        st.write("next")
        x.text("b")
        y = st.text("c")
        y.markdown("d")
        z = st.text("e")
        z.metric("m", 1)
        st.write(st.write("w"))
        """
    ),
    "R121 empty": case(
        """
        e = st.empty()
        st.write("below")
        e.write("one")
        e.text("two")
        with e:
            st.write("three")
            st.write("four")
        f = st.empty()
        f.container().write("in a container")
        g = st.empty()
        g.write("gone")
        g.empty()
        """
    ),
    "R121 empty holds many in a container": case(
        """
        e = st.empty()
        with e.container():
            st.write("one")
            st.write("two")
        """
    ),
    "R121 empty takes one": case("st.empty().write('a', 'b')"),
    "R121 inside empty the last one stays": case("with st.empty():\n    st.write('a', 1)\n    st.write('b', [1])"),
    "R121 empty with an input": case(
        """
        e = st.empty()
        e.text_input("first")
        e.text_input("second")
        """,
        "at.text_input[0].input('x').run()",
    ),
    "R122 columns": case("for place in st.columns([1, 2, 3]): place.write(type(place).__name__ is not None)"),
    "R123 no limits of nesting": case(
        """
        with st.columns(2)[0]:
            with st.columns(2)[1]:
                with st.columns(2)[0]:
                    st.write("deep")
        with st.expander("a"):
            with st.expander("b"):
                st.write("deep")
        with st.sidebar:
            with st.columns(2)[0]:
                st.write("deep")
        with st.tabs(["x", "y"])[1]:
            with st.tabs(["z"])[0]:
                st.write("deep")
        """
    ),
    "R125 what is not drawn again goes": case(
        """
        if not st.checkbox("less"):
            st.write("more")
            st.columns(2)[1].write("column")
        st.write("end")
        """,
        "at.checkbox[0].check().run()",
        "at.checkbox[0].uncheck().run()",
    ),
    "R125 another kind at the same place": case(
        """
        n = st.number_input("n", 0, 5)
        if n == 0:
            st.write("text")
        elif n == 1:
            st.columns(2)[0].write("column")
        elif n == 2:
            st.text_input("input")
        elif n == 3:
            st.expander("e").write("in e")
        elif n == 4:
            st.empty()
        st.write("end")
        """,
        *[f"at.number_input[0].set_value({n}).run()" for n in (1, 2, 3, 4, 5, 2, 1, 3, 0)],
    ),
    "R127 all that is hidden is computed": case(
        """
        with st.expander("closed"):
            st.write("computed")
        a, b = st.tabs(["a", "b"])
        with b:
            st.write("computed too")
        """
    ),
    "R129 a spinner leaves nothing": case(
        """
        with st.spinner("wait"):
            st.write("inside")
        st.write("after")
        """
    ),
    "R130 progress is updated": case(
        """
        bar = st.progress(0)
        for i in range(5):
            bar.progress((i + 1) * 20, text=f"step {i}")
        gone = st.progress(0)
        gone.empty()
        """
    ),
}


@each(CASES)
def test_agrees(agree: Agree, case) -> None:
    """Both show the same."""
    agree(case.script, *case.steps)

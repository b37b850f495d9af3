"""What a test goes through: the page as a tree, by place and from top to bottom, and the properties of its elements."""

from __future__ import annotations

import pytest
from oracle import Agree

PAGE = """
    st.title("title")
    left, right = st.columns([1, 3], gap="large")
    left.text("left")
    with right:
        with st.expander("more", icon="🐧"):
            st.button("b", key="b", icon="🐧", shortcut="ctrl+k")
    st.columns(2)[1].latex("x")
    one, two = st.tabs(["one", "two"])
    two.text("in two")
    with st.form("f"):
        st.form_submit_button("send")
    st.code("x = 1", wrap_lines=True)
    st.page_link("https://jupyter.org", label="Jupyter", icon="🐧", help="h")
    st.number_input("n", placeholder="type", key="n")
    st.selectbox("s", ["a"], key="s", index=None, placeholder="choose")
    st.radio("r", ["a"], key="r", captions=["first"])
    st.sidebar.text("side")
    """

LOOKS = {
    "the page by place": "len(at), at[0].type, at[1].type, at[1][0].value, at[0][1].children[0][0].value",
    "a part by place": "len(at.main), at.main[0].value, len(at.sidebar), at.sidebar[0].value, at.main.key",
    "a container by place": "len(at.columns[1]), at.columns[0][0].value, at.tabs[1][0].value, len(at.tabs[0])",
    "all of the page": "[each.value for each in at if each.type in ('title', 'text', 'latex', 'button', 'code')][:4]",
    "it begins with itself": "[each.type for each in at][:3], [each.type for each in at.sidebar]",
    "all of a part": "[each.value for each in at.main if each.type == 'text']",
    "all of a container": "[each.type for each in at.columns[1]], [each.type for each in at.tabs[0]]",
    "where it ends": "[each.type for each in at][-3:]",
    "gaps": "[column.gap for column in at.columns], [column.weight for column in at.columns]",
    "a button": "at.button[0].icon, at.button[0].shortcut, at.button[1].icon, at.button[1].help",
    "code": "at.code[0].wrap_lines, at.code[0].code_text, at.code[0].show_line_numbers",
    "a link": "[getattr(at.page_link[0], name) for name in 'page label icon help disabled external'.split()]",
    "a tooltip": "at.latex[0].help",
    "what stands in an empty box": "at.number_input[0].placeholder, at.selectbox[0].placeholder, at.selectbox[0].icon",
    "captions": "list(at.radio[0].captions), at.number_input[0].icon",
    "an id that lasts": "at.button[0].id == at.button[0].run().button[0].id != at.button[1].id",
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_a_test_sees_the_same(agree: Agree, look: str) -> None:
    """Both give the same to a test that looks; what it sees is put where the comparison finds it."""
    agree(PAGE, f"at.session_state['seen'] = {look}")

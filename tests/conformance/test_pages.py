"""Pages (R98 to R106)."""

from __future__ import annotations

from pathlib import Path

import pytest
from cases import case, each
from oracle import Agree

TWO = """
def home():
    st.title("Home")
    st.text_input("on home", key="home")
def about():
    st.title("About")
    st.text_input("on about", key="about")
    if st.button("back"): st.switch_page(pages[0])
pages = [st.Page(home), st.Page(about)]
page = st.navigation(pages)
st.text_input("around", key="around")
st.session_state.setdefault("own", 0)
st.session_state.own += 1
if st.button("to about"): st.switch_page(pages[1])
page.run()
st.write("after", page.title, page.url_path)
"""

ONE_KEY = """
st.write("above", st.session_state.get("k"))
def callback():
    st.session_state.k = "set"
def one():
    st.text_input("on one", key="k")
    if st.button("go"): st.switch_page(pages[1])
    if st.button("set, and go", on_click=callback): st.switch_page(pages[1])
    if st.button("set, and look", on_click=callback): st.switch_page(pages[2])
def two():
    st.text_input("on two", key="k")
def three():
    st.write(st.session_state.get("k"))
pages = [st.Page(one), st.Page(two), st.Page(three)]
st.navigation(pages).run()
"""

CASES = {
    "R104 the script above the pages does not see what the old one had": case(
        ONE_KEY, "at.text_input[0].input('x').run()", "at.button[0].click().run()", "at.run()"
    ),
    "R104 what a callback sets goes to the next page": case(
        ONE_KEY, "at.text_input[0].input('x').run()", "at.button[1].click().run()", "at.run()", "at.run()"
    ),
    "R104 also where no input is": case(ONE_KEY, "at.text_input[0].input('x').run()", "at.button[2].click().run()"),
    "R100 code around a page": case(TWO),
    "R98 switch_page": case(TWO, "at.button[0].click().run()", "at.button[1].click().run()"),
    "R104 values of a page that is left": case(
        TWO,
        "at.text_input('home').input('x').run()",
        "at.button[0].click().run()",
        "at.text_input('about').input('z').run()",
        "at.button[1].click().run()",
        "at.run()",
    ),
    "R104 a page does not see what another had": case(
        """
        def home():
            st.text_input("t", key="t")
            if st.button("go"): st.switch_page(pages[1])
        def more():
            st.write("t" in st.session_state, st.session_state.setdefault("u", "new"))
        pages = [st.Page(home), st.Page(more)]
        st.navigation(pages).run()
        """,
        "at.text_input[0].input('x').run()",
        "at.button[0].click().run()",
        "at.run()",
    ),
    "R98 an unknown page": case("st.switch_page('nope.py')"),
    "R101 a function sees the names around it": case(
        """
        x = 5
        def home(): st.write(x)
        st.navigation([home]).run()
        """
    ),
    "R102 run twice": case("p = st.navigation([lambda: st.write('x')])"),
    "R102 another page": case(
        """
        def a(): st.write("a")
        def b(): st.write("b")
        other = st.Page(b)
        st.navigation([a, other])
        other.run()
        """
    ),
    "R102 twice": case("def a(): st.write('a')\np = st.navigation([a])\np.run()\np.run()"),
    "R102 not run": case("def a(): st.write('a')\nst.navigation([a])\nst.write('only this')"),
    "R103 one name twice": case("def a(): pass\nst.navigation([st.Page(a), st.Page(a, title='b')])"),
    "R103 two defaults": case(
        "def a(): pass\ndef b(): pass\nst.navigation([st.Page(a, default=True), st.Page(b, default=True)])"
    ),
    "R103 no page": case("st.navigation([])"),
    "R103 a missing file": case("st.Page('nope.py')"),
    "R103 a nested path": case("def a(): pass\nst.Page(a, url_path='x/y')"),
    "R103 sections": case(
        """
        def a(): st.write("a")
        def b(): st.write("b")
        p = st.navigation({"One": [a], "Two": [st.Page(b, title="B", icon="🔥", default=True)]})
        p.run()
        st.write(p.title, p.icon, p.url_path)
        """
    ),
    "R103 titles": case(
        """
        def some_page(): pass
        p = st.Page(some_page)
        st.write(p.title, p.icon, p.url_path, isinstance(p, st.Page))
        """
    ),
    "R106 pages are objects, hidden or elsewhere": case(
        """
        def a(): st.write("a")
        pages = [st.Page(a, visibility="hidden"), st.Page("https://jupyter.org", title="Jupyter")]
        page = st.navigation(pages)
        page.run()
        st.write(page.title, isinstance(page, st.Page))
        """
    ),
    "R97 a position that is none": case("def a(): pass\nst.navigation([a], position='nope')"),
    "query parameters of a switch": case(
        """
        def a(): pass
        def b(): pass
        pages = [st.Page(a), st.Page(b)]
        p = st.navigation(pages)
        if st.button("go"): st.switch_page(pages[1], query_params={"x": "1"})
        st.write(p.title, st.query_params.to_dict())
        """,
        "at.button[0].click().run()",
    ),
}


@each(CASES)
def test_agrees(agree: Agree, case) -> None:
    """Both show the same."""
    agree(case.script, *case.steps)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A script with a `pages/` folder."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "main.py").write_text(
        "import streamlit as st\nx = 5\nst.title('Main')\nst.text_input('m', key='m')\n"
        "st.session_state.setdefault('own', 1)\nif st.button('go'): st.switch_page('pages/2_second.py')\n"
    )
    (tmp_path / "pages" / "1_first.py").write_text(
        "import streamlit as st\nst.title('First')\nst.write('x' in globals())\nst.text_input('f', key='f')\n'bare'\n"
    )
    (tmp_path / "pages" / "2_second.py").write_text(
        "import streamlit as st\nst.title('Second')\nst.text_input('m', key='m')\n"
        "st.write(st.session_state.get('own'))\n"
    )
    return tmp_path


@pytest.mark.parametrize(
    "steps",
    [
        pytest.param(["at.switch_page('pages/1_first.py').run()", "at.run()"], id="R105 a page of the folder"),
        pytest.param(
            [
                "at.text_input('m').input('typed').run()",
                "at.switch_page('pages/2_second.py').run()",
                "at.text_input('m').input('other').run()",
                "at.switch_page('main.py').run()",
                "at.run()",
            ],
            id="R104 one key on two pages",
        ),
        pytest.param(["at.button[0].click().run()", "at.run()"], id="R98 by its path"),
    ],
)
def test_a_folder_of_pages(agree: Agree, folder: Path, steps: list[str]) -> None:
    """Files have names of their own (R101)."""
    agree("", *steps, path=str(folder / "main.py"))

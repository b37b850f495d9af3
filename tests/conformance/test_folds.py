"""Tabs and expanders whose reader's choice is an input (R6, R24, R38, R109, R127)."""

from __future__ import annotations

import pytest
from cases import case, each
from oracle import Agree

TABS = "tabs = st.tabs(['a', 'b', 'c'], {})\nst.write([tab.open for tab in tabs])\n"
EXPANDER = "st.write(st.expander('more', {}).open)\n"
STATE = "st.write(st.session_state.to_dict())\n"

CASES = {
    "R127 nobody asks": case(TABS.format("key='k'") + EXPANDER.format("True, key='e'") + STATE),
    "R127 tabs": case(TABS.format("on_change='rerun'")),
    "R127 tabs with a default": case(TABS.format("default='b', on_change='rerun', key='k'") + STATE),
    "R127 tabs of the same label": case("st.write([t.open for t in st.tabs(['a', 'b', 'a'], on_change='rerun')])"),
    "R127 expander": case(EXPANDER.format("on_change='rerun', key='k'") + STATE),
    "R127 expander that begins open": case(EXPANDER.format("True, on_change='rerun'")),
    "R43 tabs turned by the script": case(
        TABS.format("on_change='rerun', key='k'") + STATE,
        "at.session_state['k'] = 'c'; at.run()",
        "at.run()",
        "at.session_state['k'] = 'nope'; at.run()",
        "at.run()",
    ),
    "R43 expander opened by the script": case(
        EXPANDER.format("on_change='rerun', key='k'") + STATE,
        "at.session_state['k'] = True; at.run()",
        "at.run()",
        "del at.session_state['k']; at.run()",
    ),
    "R56 assigned too late": case(TABS.format("on_change='rerun', key='k'") + "st.session_state.k = 'b'"),
    "R7 no callback of an assignment": case(
        "n = st.session_state.setdefault('n', [])\n"
        + TABS.format("on_change=lambda: n.append(1), key='k'")
        + "st.write(n)",
        "at.session_state['k'] = 'c'; at.run()",
        "at.run()",
    ),
    "R18 another default is another one": case(
        "d = st.selectbox('d', ['a', 'b'])\n" + TABS.format("default=d, on_change='rerun', key='k'"),
        "at.session_state['k'] = 'c'; at.run()",
        "at.selectbox[0].select('b').run()",
    ),
    "R18 another label is another one": case(
        "d = st.selectbox('d', ['a', 'b'])\nst.write(st.expander(d, on_change='rerun', key='k').open)",
        "at.session_state['k'] = True; at.run()",
        "at.selectbox[0].select('b').run()",
        "at.selectbox[0].select('a').run()",
    ),
    "R38 not drawn is forgotten": case(
        "if st.checkbox('c', True):\n    tabs = st.tabs(['a', 'b'], on_change='rerun', key='k')\n" + STATE,
        "at.session_state['k'] = 'b'; at.run()",
        "at.checkbox[0].uncheck().run()",
        "at.run()",
        "at.checkbox[0].check().run()",
    ),
    "R23 twice the same": case("st.tabs(['a'], on_change='rerun'); st.tabs(['a'], on_change='rerun')"),
    "R23 twice the same, unasked": case("st.tabs(['a']); st.tabs(['a']); st.expander('a'); st.expander('a')"),
    "R24 the key of another": case("st.text_input('t', key='k'); st.expander('e', on_change='rerun', key='k')"),
    "R54 a callback in a form": case("st.form('f').tabs(['a'], on_change=print)"),
    "R54 in a form": case("st.write([tab.open for tab in st.form('f').tabs(['a', 'b'], on_change='rerun')])"),
    "R109 without a key": case("st.tabs(['a'], bind='query-params')"),
    "R109 to another thing": case("st.expander('a', bind='nope', key='k')"),
    "R109 tabs of the same label": case("st.tabs(['a', 'a'], bind='query-params', key='k')"),
    "R109 a tab without label": case("st.tabs(['a', ''], bind='query-params', key='k')"),
    "R163 in a cached function": case(
        "@st.cache_data\ndef f():\n    st.expander('e', on_change='rerun').write('inside')\n    return 1\nst.write(f())"
    ),
    "R127 in a fragment": case(
        "@st.fragment\ndef f():\n    " + TABS.format("on_change='rerun', key='k'").replace("\nst", "\n    st") + "f()",
        "at.session_state['k'] = 'c'; at.run()",
        "at.run()",
    ),
    "R127 no change at all": case("st.tabs(['a'], on_change=None)"),
    "R127 another change": case("st.expander('a', on_change='always')"),
}


@each(CASES)
def test_open_and_closed(agree: Agree, case) -> None:
    """Both show the same."""
    agree(case.script, *case.steps)


@pytest.mark.parametrize("value", ["b", "a", "nope", ""])
def test_tabs_in_the_address(agree: Agree, value: object) -> None:
    """R109: it turns them, and goes where there is no such tab."""
    script = TABS.format("key='k', bind='query-params'") + "st.write(st.query_params.to_dict())\n" + STATE
    agree(script, "at.run()", first=f"at.query_params['k'] = {value!r}; at.run()")


@pytest.mark.parametrize("value", ["true", "false", "maybe", ""])
def test_an_expander_in_the_address(agree: Agree, value: object) -> None:
    """R109: it opens it."""
    script = EXPANDER.format("key='k', bind='query-params'") + "st.write(st.query_params.to_dict())\n" + STATE
    agree(script, "at.run()", first=f"at.query_params['k'] = {value!r}; at.run()")

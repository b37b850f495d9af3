"""Query parameters (R107 to R109)."""

from __future__ import annotations

import pytest
from cases import case, each
from oracle import Agree

SHOW = "st.write(st.query_params.to_dict())\n"

CASES = {
    "R107 a mapping of texts": case(
        """
        q = st.query_params
        q["a"] = 1
        q.b = True
        q["c"] = ["x", "y"]
        q["d"] = []
        st.write(q["a"], q.b, q["c"], q.get_all("c"), q.get("nope"), q.get_all("nope"), sorted(q), len(q), "a" in q)
        del q["a"]
        del q.b
        st.write(q.to_dict())
        q.update({"e": 5}, f=6)
        st.write(q.to_dict())
        q.from_dict({"g": ["1", "2"]})
        st.write(q.to_dict(), q.get_all("g"))
        q.clear()
        st.write(len(q))
        """
    ),
    "R107 from the address": case(
        SHOW, "at.query_params['a'] = '1'; at.run()", "at.query_params['b'] = ['x', 'y']; at.run()", "at.run()"
    ),
    "R107 assigned, and seen by the next run": case(
        SHOW + "if st.button('b'): st.query_params['a'] = 5", "at.button[0].click().run()", "at.run()"
    ),
    "R107 without values": case(
        SHOW + "if st.button('b'): st.query_params.update(k=[], a=1)\nst.write(sorted(st.query_params))",
        "at.query_params['k'] = 'x'; at.run()",
        "at.button[0].click().run()",
        "at.run()",
    ),
    "R107 without values, and a rerun": case(
        SHOW + "if st.button('b'):\n    st.query_params['k'] = []\n    st.rerun()", "at.button[0].click().run()"
    ),
    "R108 a missing item": case("st.query_params['nope']"),
    "R108 a missing attribute": case("st.query_params.nope"),
    "R108 a missing one to delete": case("del st.query_params['nope']"),
    "R108 a dict": case("st.query_params['a'] = {'b': 1}"),
    "R108 embed": case("st.query_params['embed'] = 'true'"),
    "R108 Embed_Options": case("st.query_params['Embed_Options'] = 'true'"),
    "R109 bind without a key": case("st.text_input('t', bind='query-params')"),
    "R109 bind to another thing": case("st.text_input('t', key='k', bind='nope')"),
    "R109 a bound one is not set by hand": case(
        "st.text_input('t', key='k', bind='query-params')\nst.query_params['k'] = 'x'"
    ),
}

BOUND = {
    "text_input": ("st.text_input('t', 'd', key='k', bind='query-params')", "x"),
    "number_input": ("st.number_input('n', 0, 10, 3, key='k', bind='query-params')", "7"),
    "number_input, out of bounds": ("st.number_input('n', 0, 10, 3, key='k', bind='query-params')", "70"),
    "number_input, no number": ("st.number_input('n', 0, 10, 3, key='k', bind='query-params')", "x"),
    "slider": ("st.slider('s', 0, 10, 3, key='k', bind='query-params')", "7"),
    "slider, out of bounds": ("st.slider('s', 0, 10, 3, key='k', bind='query-params')", "70"),
    "range": ("st.slider('s', 0, 10, (2, 5), key='k', bind='query-params')", ["3", "7"]),
    "checkbox": ("st.checkbox('c', key='k', bind='query-params')", "true"),
    "checkbox, nonsense": ("st.checkbox('c', key='k', bind='query-params')", "maybe"),
    "selectbox": ("st.selectbox('s', ['a', 'b'], key='k', bind='query-params')", "b"),
    "selectbox, not offered": ("st.selectbox('s', ['a', 'b'], key='k', bind='query-params')", "z"),
    "radio": ("st.radio('s', ['a', 'b'], key='k', bind='query-params')", "b"),
    "multiselect": ("st.multiselect('m', ['a', 'b', 'c'], key='k', bind='query-params')", ["c", "a"]),
    "multiselect, not offered": ("st.multiselect('m', ['a', 'b', 'c'], key='k', bind='query-params')", ["c", "z"]),
    "date_input": ("st.date_input('d', '2024-01-02', key='k', bind='query-params')", "2024-03-01"),
    "the default": ("st.text_input('t', 'd', key='k', bind='query-params')", "d"),
}


@each(CASES)
def test_agrees(agree: Agree, case) -> None:
    """Both show the same, and the address is the same."""
    agree(case.script, *case.steps)


@pytest.mark.parametrize(("call", "value"), BOUND.values(), ids=[f"R109 {name}" for name in BOUND])
def test_an_address_that_is_opened(agree: Agree, call: str, value: object) -> None:
    """Gives an input its value, where that is offered."""
    agree(f"st.write({call})", "at.run()", first=f"at.query_params['k'] = {value!r}; at.run()")

"""`query_params`: a mapping of texts (R107, R108)."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from sheet import Sheet

import nbapp as st
from nbapp.errors import QueryKeyError, StreamlitAPIException, StreamlitQueryParamDictValueError
from nbapp.script.current import entered
from nbapp.session.query import shared


@pytest.fixture(autouse=True)
def inside(sheet: Sheet) -> Iterator[Any]:
    """Every test is inside a run."""
    with entered(sheet.run):
        yield sheet.session.route


def test_it_is_a_mapping_of_texts() -> None:
    """Whatever is set, by name or as an attribute."""
    st.query_params["a"] = 1
    st.query_params.b = True
    st.query_params.c = "x"
    assert dict(st.query_params) == {"a": "1", "b": "True", "c": "x"} == st.query_params.to_dict()
    assert (st.query_params.a, st.query_params["b"], st.query_params.get("z"), len(st.query_params)) == (
        *("1", "True", None),
        3,
    )
    assert "a" in st.query_params
    assert "z" not in st.query_params
    del st.query_params["a"]
    del st.query_params.b
    assert list(st.query_params) == ["c"]
    assert repr(st.query_params) == "query_params({'c': 'x'})"
    assert copy.deepcopy(st.query_params) == {"c": "x"}


def test_repeated_names() -> None:
    """The last counts; all can be had, as a list of the caller's own."""
    st.query_params["a"] = ["1", 2]
    assert st.query_params["a"] == "2"
    st.query_params.get_all("a").append("3")
    assert st.query_params.get_all("a") == ["1", "2"]
    assert st.query_params.get_all("z") == []


def test_it_is_seen_at_once_and_told(inside: Any) -> None:
    """The address changes with the line, and once for several."""
    inside.arrive()
    told: list[Any] = []
    inside.show = lambda *address: told.append(address)
    st.query_params.update({"a": "1"}, b=["x", "y"])
    st.query_params.update(a="1")
    st.query_params.clear()
    assert [(query, replace) for query, _, replace, _ in told] == [("a=1&b=x&b=y", False), ("", False)]


def test_all_at_once() -> None:
    """`from_dict` leaves nothing else; if it cannot be, it leaves all as it was."""
    st.query_params["a"] = "1"
    for wrong in ({"b": {}}, {"embed": "true"}):
        with pytest.raises(StreamlitAPIException):
            st.query_params.from_dict(wrong)
    assert st.query_params.to_dict() == {"a": "1"}
    st.query_params.from_dict([("b", 1), ("b", 2)])
    assert st.query_params.get_all("b") == ["1", "2"]
    assert "a" not in st.query_params


def test_what_is_not_there() -> None:
    """The error is of the kind that the caller expects."""
    with pytest.raises(QueryKeyError, match="has no key 'a'"):
        st.query_params["a"]
    with pytest.raises(AttributeError, match="has no key 'a'"):
        st.query_params.a  # noqa: B018
    with pytest.raises(KeyError):
        del st.query_params["a"]
    with pytest.raises(AttributeError):
        del st.query_params.a
    with pytest.raises(AttributeError):
        st.query_params._repr_html_  # noqa: B018


@pytest.mark.parametrize("name", ["embed", "Embed_Options", "nbapp-page"])
def test_what_cannot_be_set(name: str) -> None:
    """Names that the address keeps for itself; dicts."""
    with pytest.raises(StreamlitAPIException, match="for itself"):
        st.query_params[name] = "1"
    with pytest.raises(StreamlitQueryParamDictValueError):
        st.query_params["a"] = {"b": 1}


def test_what_an_input_owns_cannot_be_set() -> None:
    """In no way."""
    st.slider("n", 0, 10, 1, key="n", bind="query-params")
    st.session_state.m = 3
    st.slider("m", 0, 10, 1, key="m", bind="query-params")
    ways = (
        *(lambda: st.query_params.update(n=1), lambda: st.query_params.from_dict({"n": 1})),
        *(lambda: st.query_params.clear(), lambda: st.query_params.pop("m")),
    )
    for way in ways:
        with pytest.raises(StreamlitAPIException, match="bind="):
            way()
    assert st.query_params.to_dict() == {"m": "3"}


def test_it_is_written_as_json(sheet: Sheet) -> None:
    """As other mappings (R143)."""
    st.query_params["a"] = "1"
    st.write(st.query_params)
    assert sheet.last == ("json", {"body": {"a": "1"}, "expanded": True})


def test_a_run_that_looks_minds(inside: Any) -> None:
    """Another address is another page for it."""
    assert not inside.reads
    st.query_params.get("a")
    assert inside.reads


def test_outside_of_a_run_it_is_the_kernels() -> None:
    """Ordinary cells read and set what the apps share."""
    with entered(None):
        st.query_params["a"] = "1"
        assert str(shared) == "a=1"
        st.query_params.clear()
    assert str(shared) == ""

"""The query: texts by name, read from an address and written to it, and who is told of changes."""

from __future__ import annotations

from typing import Any

import pytest

from nbapp.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError, StreamlitQueryParamDictValueError
from nbapp.session.query import FIELDS, LONGEST, Query, checked_texts, read, written


class Watcher:
    """Notes how it was told."""

    def __init__(self, query: Query) -> None:
        self.told: list[bool | None] = []
        query.watch(id(self), self.hear)

    def hear(self, history: bool | None) -> None:
        """Note it."""
        self.told.append(history)


@pytest.mark.parametrize("texts", [{}, {"a": ["1"]}, {"a": ["", "2"], "ü/&=?": ["x y", "+%"]}])
def test_what_is_written_is_read(texts: dict[str, list[str]]) -> None:
    """Whatever stands in it."""
    assert read(written(texts)) == texts


@pytest.mark.parametrize("text", ["a=" + "x" * LONGEST, "&".join(f"a{n}=1" for n in range(FIELDS + 1))])
def test_too_much_is_nothing(text: str) -> None:
    """A browser may send anything."""
    assert read(text) == {}


@pytest.mark.parametrize("name", ["embed", "EMBED_OPTIONS", "nbapp-page"])
def test_reserved_names_are_seen_and_set_by_nobody(name: str) -> None:
    """Neither from the address nor from a script (R108)."""
    assert read(f"{name}=1&a=2") == {"a": ["2"]}
    query = Query()
    query.replace({name: ["1"]})
    assert len(query) == 0
    with pytest.raises(StreamlitAPIException, match="for itself"):
        checked_texts({name: "1"})


def test_values_become_texts() -> None:
    """Also several of them; bytes are one value (R107)."""
    given = {"a": True, "b": (1, 2.5), "c": "text", "d": b"x", 5: None}
    assert checked_texts(given) == {"a": ["True"], "b": ["1", "2.5"], "c": ["text"], "d": ["b'x'"], "5": ["None"]}


@pytest.mark.parametrize("given", [3, "a=1", ["ab", "cd"], [("a",)]])
def test_neither_mapping_nor_pairs(given: Any) -> None:
    """That is an error, and so is a dict as a value."""
    with pytest.raises(StreamlitInvalidParameterTypeError):
        checked_texts(given)
    with pytest.raises(StreamlitQueryParamDictValueError):
        checked_texts({"a": {"b": 1}})


def test_who_is_told() -> None:
    """All who show it, but not who knows already; nobody of what changes nothing."""
    query = Query()
    one, other = Watcher(query), Watcher(query)
    query.replace({"a": ["1"]}, by=id(one), history=True)
    query.replace({"a": ["1"]})
    query.tell()
    assert (one.told, other.told) == ([None], [True, None])
    query.unwatch(id(other))
    query.tell()
    assert len(other.told) == 2


def test_a_watcher_may_go() -> None:
    """Nobody keeps it alive."""
    query = Query()
    Watcher(query)
    query.tell()


def test_bound_by_several() -> None:
    """Two apps may show one key; it is bound until both have let go."""
    query = Query()
    query.bind("a", 1)
    query.bind("a", 2)
    query.unbind("a", 1)
    assert query.is_bound("a")
    query.unbind("a", 2)
    assert not query.is_bound("a")


def test_whose_page_the_address_names() -> None:
    """Nobody's at first; then that of who asked last, until it is gone. The others are told."""
    query = Query()
    one, other = Watcher(query), Watcher(query)
    assert query.names_page_of(id(one))
    query.list_pages(id(one), ["a", "b"])
    query.name_page_of(id(one))
    query.name_page_of(id(one))
    assert (one.told, other.told) == ([], [None])
    assert (query.names_page_of(id(one)), query.names_page_of(id(other))) == (True, False)
    assert (query.is_elsewhere("a", id(other)), query.is_elsewhere("a", id(one))) == (True, False)
    query.unwatch(id(one))
    assert query.names_page_of(id(other))
    assert not query.is_elsewhere("a", id(other))


def test_what_has_no_values_lasts_until_the_next_run() -> None:
    """It is in no address; nobody is told, since that stays as it is."""
    query = Query()
    query.set("a", [])
    query.set("b", [""])
    watcher = Watcher(query)
    assert (list(query), str(query)) == (["a", "b"], "b=")
    query.begin()
    assert (list(query), str(query), watcher.told) == (["b"], "b=", [])

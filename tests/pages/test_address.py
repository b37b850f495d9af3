"""What a browser says of its address, and what comes of it."""

from __future__ import annotations

from typing import Any

import pytest
from desk import Desk

import nbapp as st
from nbapp.pages.address import Address, opened


class Browser:
    """A desk with an address."""

    def __init__(self) -> None:
        self.desk = Desk()
        self.address = Address(self.desk.session.route, self.desk.page.facts, self.desk.mailbox)

    def tell(self, kind: str, **content: Any) -> int:
        """Send a message; returns how many runs that took."""
        before = self.desk.runs
        self.address.answers()[kind]({"t": kind, **content})
        self.desk.settle()
        return self.desk.runs - before

    @property
    def shown(self) -> dict[str, Any]:
        """What the views were told last."""
        return self.desk.page.facts.get("url")


@pytest.fixture
def browser() -> Any:
    """A fresh one."""
    browser = Browser()
    yield browser
    browser.desk.session.close()


def pages(here: Any) -> str:
    """A script of two pages."""
    page = st.navigation([st.Page(lambda: None, title=name, url_path=name) for name in ("one", "two")])
    page.run()
    return str(page.title)


def test_a_view_opens_where_the_reader_is(browser: Browser) -> None:
    """Nothing runs; the view is answered."""
    browser.desk.run(pages)
    assert browser.tell("url", query="", page="", id="v1") == 0
    assert browser.shown == {"query": "", "page": "", "replace": True, "taken": "v1"}


def test_a_view_opens_elsewhere(browser: Browser) -> None:
    """One run, and the answer once the page is there."""
    browser.desk.run(pages)
    assert browser.tell("url", query="", page="two", id="v1") == 1
    assert (browser.desk.result, browser.shown["page"], browser.shown["taken"]) == ("two", "two", "v1")


def test_a_view_opens_before_the_first_run(browser: Browser) -> None:
    """That run shows the page of the address."""
    assert browser.tell("url", query="", page="two", id="v1") == 0
    assert (browser.desk.run(pages), browser.shown["page"]) == ("two", "two")


def test_a_view_opens_while_the_first_run_passes(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    """The run chooses the page between the question whether it minds and the taking: it is run once more."""
    route = browser.desk.session.route
    ordinary = route.take

    def take(told: Any) -> None:
        monkeypatch.undo()
        browser.desk.run(pages)
        ordinary(told)

    monkeypatch.setattr(route, "take", take)
    browser.tell("url", query="", page="two", id="v1")
    assert (browser.desk.result, browser.shown["page"], browser.shown["taken"]) == ("two", "two", "v1")


def test_a_view_opens_under_a_bare_address(browser: Browser) -> None:
    """The kernel knows better: JupyterLab takes the query out of its address. Going back there is another thing."""
    browser.desk.run(pages)
    browser.tell("page", name="two")
    assert browser.tell("url", query="", page="", id="v1") == 0
    assert (browser.shown["page"], browser.shown["taken"]) == ("two", "v1")
    assert browser.tell("url", query="", page="", id="v2", history=True) == 1
    assert (browser.desk.result, browser.shown["page"]) == ("one", "")


def test_a_query_that_nobody_looks_at(browser: Browser) -> None:
    """It is taken without a run."""
    browser.desk.run(pages)
    assert browser.tell("url", query="utm=1", page="", id="v1") == 0
    assert browser.shown["query"] == "utm=1"
    browser.desk.run(lambda here: st.query_params.get("utm"))
    assert browser.tell("url", query="utm=2", page="", id="v2") == 1
    assert browser.desk.result == "2"


def test_a_click_turns_the_page(browser: Browser) -> None:
    """With the parameters of a page link, without those there were."""
    browser.desk.run(pages)
    browser.desk.session.route.query.replace({"a": ["1"]})
    assert browser.tell("page", name="two") == 1
    assert (browser.desk.result, browser.shown["page"], browser.shown["query"]) == ("two", "two", "")
    assert browser.tell("page", name="two", query="b=2") == 1
    assert (browser.shown["page"], browser.shown["query"]) == ("two", "b=2")


def test_a_page_that_is_not_there(browser: Browser) -> None:
    """The first page, and a word."""
    browser.desk.run(pages)
    browser.tell("page", name="three")
    assert browser.desk.result == "one"
    assert browser.desk.page.facts.get("navigation")["missing"] == "three"


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("page", {}),
        ("page", {"name": 3}),
        ("page", {"name": "x" * 1000}),
        ("url", {"query": None}),
        ("url", {"page": ["two"]}),
        ("url", {"id": "x" * 1000}),
    ],
)
def test_what_cannot_be_is_refused(browser: Browser, kind: str, content: dict[str, Any]) -> None:
    """Nothing runs, nothing is told."""
    browser.desk.run(pages)
    before = browser.shown
    assert browser.tell(kind, **content) == 0
    assert browser.shown == before


def test_the_address_that_a_visitor_opened() -> None:
    """Without what belongs to the host."""
    assert opened("theme=dark&a=1&nbapp-page=map&a=2&embed=true&token=t") == ({"a": ["1", "2"]}, "map")
    assert opened("nbapp-page=" + "x" * 1000) == ({}, "")
    assert opened("") == ({}, "")


def test_a_page_of_another_app(browser: Browser) -> None:
    """It says nothing of this one: nothing runs, nobody misses it, and the address is left to the other."""
    browser.desk.run(pages)
    query = browser.desk.session.route.query
    query.list_pages(1, ["three"])
    query.name_page_of(1)
    assert browser.shown["page"] is None
    assert browser.tell("url", query="", page="three", id="v1", history=True) == 0
    assert browser.tell("url", query="", page="", id="v2", history=True) == 0
    assert (browser.desk.result, browser.shown["page"]) == ("one", None)
    assert browser.tell("url", query="", page="two", id="v3", history=True) == 1
    assert (browser.desk.result, browser.shown["page"]) == ("two", "two")


def test_a_bare_address_of_an_app_that_is_not_named(browser: Browser) -> None:
    """It is no wish, here too: the parameters stay."""
    browser.desk.run(pages)
    browser.tell("page", name="two", query="a=1")
    browser.desk.session.route.query.name_page_of(1)
    assert browser.tell("url", query="", page="", id="v1") == 0
    assert (browser.shown["query"], browser.shown["taken"]) == ("a=1", "v1")

"""Elements outside of an app: shown at once, and nothing runs again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import nbapp
from nbapp.elements import outside
from nbapp.tree.page import Page


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    """What a cell shows lives as long as its kernel; a test's does not."""
    yield
    outside._local.run.session.close()


@pytest.fixture
def shown() -> Iterator[list[Page]]:
    """The pages that were shown."""
    before, pages = list(outside._show), []
    outside.show_pages_with(lambda page, session: pages.append(page))
    yield pages
    outside._show[:] = before


def kinds(page: Page) -> list[str]:
    """What a page shows."""
    return [slot.node.kind for slot in page.walk()]


def test_each_element_is_shown_by_itself(shown: list[Page]) -> None:
    """As a cell shows what it displays."""
    nbapp.text("a")
    nbapp.text("b")
    assert [kinds(page) for page in dict.fromkeys(shown)] == [["text"], ["text"]]


def test_a_container_is_one_page(shown: list[Page]) -> None:
    """With what is drawn in it."""
    with nbapp.container():
        nbapp.text("a")
        nbapp.text("b")
    assert [kinds(page) for page in dict.fromkeys(shown)] == [["container", "text", "text"]]


def test_an_input_returns_its_default(shown: list[Page]) -> None:
    """And is shown."""
    assert nbapp.slider("n", 0, 10, 4) == 4
    assert kinds(shown[0]) == ["input"]


def test_without_anybody_to_show_it_an_input_returns_its_default() -> None:
    """In plain Python (R12)."""
    assert nbapp.text_input("name", "Ada") == "Ada"
    nbapp.stop()
    nbapp.rerun()

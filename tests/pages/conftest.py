"""A desk in a folder, for the tests of pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A fresh desk, whose entry is in an empty folder."""
    desk = Desk()
    desk.session.route.folder = tmp_path
    yield desk
    desk.session.close()


@pytest.fixture
def turn(desk: Desk) -> Callable[..., Any]:
    """Clicks a page; returns what the script returns then."""

    def click(page: str, query: Any = None) -> Any:
        desk.mailbox.post_rerun(call=lambda: desk.session.route.go(page, query))
        return desk.settle()

    return click


@pytest.fixture
def texts(desk: Desk) -> Callable[[], list[str]]:
    """What the page says."""
    return lambda: [slot.node.props["body"] for slot in desk.page.walk() if slot.node.kind == "text"]


@pytest.fixture
def put(tmp_path: Path) -> Callable[[str, str], Path]:
    """Writes a file of the app."""

    def write(name: str, text: str = "") -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write

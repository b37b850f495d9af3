"""Markdown cells of a page: their pictures, and their HTML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from desk import Desk

from nbapp.pages.cell_text import LARGEST, draw_text, with_pictures

PICTURE = "data:image/png;base64,aGk="


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with pictures."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in ("a.png", "my (1) pic.png", "../above.png"):
        (folder / name).write_bytes(b"hi")
    (folder / "notes.txt").write_bytes(b"hi")
    with (folder / "huge.png").open("wb") as file:
        file.truncate(LARGEST + 1)
    return folder


@pytest.mark.parametrize(
    "text",
    [
        "![]({})",
        '![a picture]( {} "A title") and text',
        "![a](<{}>)",
        "[![a]({})](https://example.org)",
        '<img width="3" src="{}">',
        "<img src='{}' alt='a'>",
    ],
)
@pytest.mark.parametrize("address", ["a.png", "./a.png", "../above.png", "my%20(1)%20pic.png"])
def test_files_beside_the_notebook(folder: Path, text: str, address: str) -> None:
    """They become part of the text, however it names them."""
    assert with_pictures(text.format(address), folder) == text.format(PICTURE)


@pytest.mark.parametrize(
    "text",
    [
        "![](gone.png)",
        "![](huge.png)",
        "![](notes.txt)",
        "![](/a.png)",
        "![](https://example.org/a.png)",
        "![](//example.org/a.png)",
        "![](file:a.png)",
        "![](a\0.png)",
        "![](attachment:gone.png)",
        "a [link](a.png)",
        "`![](a.png)`",
        "``![`](a.png)``",
        "```\n![](a.png)\n```",
        "~~~ text\n![](a.png)",
    ],
)
def test_what_stays_as_it_is(folder: Path, text: str) -> None:
    """Pictures elsewhere, what is none, and what only speaks of one."""
    assert with_pictures(text, folder) == text


def test_what_is_attached(folder: Path) -> None:
    """By its name, plain or as in an address; rather than a file."""
    attached: Any = {
        "a.png": {"image/png": "aGk="},
        "a.png.png": {"image/png": ["aG", "k=\n"]},
        "my (2).png": {"image/png": "aGk="},
        "odd": 3,
    }
    for name in ("a.png", "a.png.png", "my (2).png", "my%20%282%29.png"):
        for text in ("![](attachment:{})", '![a](attachment:{} "A title")', '<img src="attachment:{}">'):
            whole = text.format(name)
            assert with_pictures(whole, folder, attached) == whole.replace(f"attachment:{name}", PICTURE)
    assert with_pictures("![](attachment:odd)", folder, attached) == "![](attachment:odd)"
    assert with_pictures("![](attachment:a.png)", folder, ["no dict"]) == "![](attachment:a.png)"


def test_html_counts_as_in_jupyter(desk: Desk) -> None:
    """The host draws it, but trusts no script in it."""
    desk.run(lambda here: draw_text(here.run, "\n<b>bold</b>\n"))
    (node,) = [slot.node for slot in desk.page.walk()]
    assert (node.kind, node.props) == ("markdown", {"body": "<b>bold</b>", "html": "safe"})

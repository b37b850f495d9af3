"""The picture of a page: plain HTML, escaped, for where no view can live."""

from __future__ import annotations

from typing import Any

import pytest

from nbapp.view.picture import picture

EVIL = "<script>alert(1)</script>"

KINDS: dict[str, dict[str, Any]] = {
    "alert": {"body": EVIL, "level": "info", "title": EVIL},
    "code": {"body": EVIL, "language": EVIL},
    "exception": {"type": EVIL, "message": EVIL, "trace": [EVIL]},
    "frame": {"html": EVIL, "height": 150},
    "heading": {"body": EVIL, "level": 1},
    "input": {"label": EVIL, "model_id": "m", "element": "slider"},
    "json": {"body": {EVIL: EVIL}, "expanded": True},
    "latex": {"body": EVIL},
    "markdown": {"body": EVIL},
    "metric": {"label": EVIL, "value": EVIL, "delta": EVIL},
    "progress": {"value": 5, "text": EVIL},
    "spinner": {"text": EVIL},
    "stream": {"name": "stdout", "body": EVIL},
    "table": {"columns": [EVIL], "index": [EVIL], "rows": [[EVIL]]},
    "text": {"body": EVIL},
    "vega": {"spec": {}, "alt": EVIL},
    "image": {"data": b"png", "mime": "image/png", "alt": EVIL},
}


def drawn(kind: str, children: list[Any] | None = None, **props: Any) -> str:
    """The HTML of one slot."""
    slot = {"id": 1, "kind": kind, "props": props} | ({} if children is None else {"children": children})
    return picture("a", {"main": [slot], "sidebar": []})


def text(body: str) -> dict[str, Any]:
    """A slot with a text."""
    return {"id": 2, "kind": "text", "props": {"body": body}}


@pytest.mark.parametrize("kind", KINDS)
def test_text_is_escaped(kind: str) -> None:
    """Whatever a node holds, it is no markup."""
    html = drawn(kind, **KINDS[kind])
    assert "<script>" not in html
    assert html.startswith('<div class="nbapp-picture nbapp-picture-a">')


def test_markdown_is_drawn() -> None:
    """With its lists and tables."""
    assert "<strong>bold</strong>" in drawn("markdown", body="**bold**")
    assert "<h2>Head</h2>" in drawn("heading", body="Head", level=2)


def test_labels_are_markdown_within_a_line() -> None:
    """Nothing in them begins a list; a heading's further lines are Markdown below it."""
    assert "<small>1. <strong>Name</strong></small>" in drawn("input", label="1. **Name**")
    assert "<summary>- more</summary>" in drawn("expander", [], label="- more")
    html = drawn("heading", body="# `a`\n- b", level=1)
    assert "<h1># <code>a</code></h1>" in html
    assert "<li>b</li>" in html


@pytest.mark.parametrize("kind", ["container", "expander", "tab", "empty", "columns"])
def test_containers_hold_their_children(kind: str) -> None:
    """Side by side where they stood so."""
    child = (
        text("inside") if kind != "columns" else {"id": 3, "kind": "column", "props": {}, "children": [text("inside")]}
    )
    assert "inside" in drawn(kind, [child], label="L", expanded=False)


def test_a_long_table_says_how_long_it_is() -> None:
    """And shows the beginning."""
    html = drawn("dataframe", columns=[{"name": "a"}], rows=[[i] for i in range(200)], total=100_000)
    assert "100,000 rows" in html
    assert html.count("<tr>") == 21


def test_an_image_is_in_it() -> None:
    """In base64: there is nothing to fetch."""
    assert 'src="data:image/png;base64,cG5n"' in drawn("image", data=b"png", mime="image/png")


def test_an_unknown_leaf_is_left_out() -> None:
    """Rather than failing the run."""
    assert drawn("of another version", body="x") == '<div class="nbapp-picture nbapp-picture-a"></div>'


def test_an_endless_page_is_cut() -> None:
    """It would fill the notebook's file."""
    html = picture("a", {"main": [text("x")] * 5000, "sidebar": []})
    assert html.count("<pre>") == 2000
    assert "3,000 more" in html


def test_the_sidebar_comes_first() -> None:
    """As it stands on the page."""
    html = picture("a", {"main": [text("main")], "sidebar": [text("side")]})
    assert html.index("side") < html.index("main")


def test_a_frame_is_a_link() -> None:
    """To what can be followed."""
    assert drawn("frame", src='https://example.org/"x').count("&quot;x") == 2
    assert "javascript" not in drawn("frame", src="javascript:alert(1)")

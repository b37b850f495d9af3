"""What a page fetches: little, from its own server, and only what it needs."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hosts import Voila
from playwright.sync_api import Request, expect

pytestmark = pytest.mark.browser

KILOBYTE = 1024
PLAIN = "%%app\nst.write('plain words'); st.caption('at 12:30:45, :red[late]')"
CHART = "%%app\nst.line_chart([1, 3, 2])\nst.dataframe({'a': [1, 2]})"


def test_the_core_and_the_loader_are_small(repository: Path) -> None:
    """The budget of the issue."""
    static = repository / "nbapp" / "view" / "static"
    (core,) = static.glob("core.*.js")
    assert core.stat().st_size <= 150 * KILOBYTE
    assert (static / "loader.js").stat().st_size <= 3 * KILOBYTE


def fetched(voila: Voila, script: str, present: str) -> list[Request]:
    """Open a page, and return what it asked for."""
    asked: list[Request] = []
    page = voila.fresh_page()
    page.on("request", lambda request: asked.append(request))  # Playwright cannot take a builtin
    page.goto(f"{voila.server.wait().url}/voila/render/{voila.write(script).name}", wait_until="domcontentloaded")
    expect(voila.app.locator(present).first).to_be_visible(timeout=60_000)
    return asked


def ours(asked: list[Request]) -> set[str]:
    """The names of nbapp's own files among them, without their hashes."""
    paths = [urlsplit(request.url).path for request in asked]
    return {re.sub(r"\.[0-9a-f]{8,}\.", ".", path.rpartition("/")[2]) for path in paths if "/nbapp/static/" in path}


def test_heavy_renderers_are_fetched_on_first_use(voila: Voila) -> None:
    """A page of words has the core alone; charts and tables bring their own files."""
    plain = ours(fetched(voila, PLAIN, ".nbapp-is-markdown"))
    assert "core.js" in plain
    assert not plain & {"emoji.js", "vega.js", "grid.js"}
    chart = ours(fetched(voila, CHART, ".nbapp-is-vega canvas, .nbapp-is-vega svg"))
    assert {"core.js", "vega.js", "grid.js"} <= chart


def test_nothing_comes_from_other_hosts(voila: Voila) -> None:
    """Every request, data and blobs aside, goes to the server of the page."""
    asked = fetched(voila, CHART, ".nbapp-is-vega canvas, .nbapp-is-vega svg")
    hosts = {urlsplit(request.url).hostname for request in asked if request.url.startswith(("http", "ws"))}
    assert hosts == {"127.0.0.1"}


def test_the_core_is_kept_by_the_browser(voila: Voila) -> None:
    """The second page gets it from the cache, or the server says that it has not changed."""
    fetched(voila, PLAIN, ".nbapp-is-markdown")
    sizes = []
    voila.page.on("response", lambda response: sizes.append(response) if "core." in response.url else None)
    voila.page.reload(wait_until="domcontentloaded")
    expect(voila.app.get_by_text("plain words")).to_be_visible(timeout=60_000)
    core = [response for response in sizes if "/nbapp/static/core." in response.url]
    moved = [response.request.sizes()["responseBodySize"] for response in core]
    assert sum(moved) == 0, "the core went over the wire once more"

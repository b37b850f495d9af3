"""A tour: an app with pages, open in a host, for the tests of pages."""

from __future__ import annotations

import itertools
import json
from base64 import b64decode
from typing import Any

from hosts import LOAD, READY, Host, Lab, write_notebook
from playwright.sync_api import Locator, expect

ENTRY = """%%app
st.title("Entry")
st.session_state.setdefault("visits", 0)
st.session_state.visits += 1
st.text(f"run {st.session_state.visits}")
st.page_link("pages/2_notes.py", label="To the notes", query_params={"q": "1"})
"""
MAP = """%%app
n = st.slider("n", 0, 10, 2, key="n", bind="query-params")
st.text(f"n is {n}")
"""
DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
TEXT = """# The *map*

Press <kbd onclick="window.evil = 1">M</kbd>. ![a dot](a%20dot.png)

<img src="gone.png" alt="gone" onerror="window.evil = 1"><script>window.evil = 1</script>
"""
NOTES = """import nbapp as st
st.title("Notes")
st.text(f"q is {st.query_params.get('q')}, {st.session_state.get('visits')} visits")
if st.button("Set q"):
    st.query_params["q"] = "2"
    st.rerun()
if st.button("Far on the map"):
    st.switch_page("pages/1_map.ipynb", query_params={"n": 7})
"""
_numbers = itertools.count(1)


class Tour:
    """An app with pages, open in a host."""

    def __init__(self, host: Host) -> None:
        self.host = host
        self.home = host.folder / f"tour{next(_numbers)}"
        (self.home / "pages").mkdir(parents=True)

    @property
    def app(self) -> Locator:
        """The app."""
        return self.host.app

    def write(self, *cells: str) -> None:
        """Write the entry notebook and its pages."""
        write_notebook(self.home / "app.ipynb", LOAD, *cells)
        map_ = write_notebook(self.home / "pages" / "1_map.ipynb", "", LOAD, MAP)
        book = json.loads(map_.read_text())
        book["cells"][0].update(cell_type="markdown", source=TEXT)
        (self.home / "pages" / "a dot.png").write_bytes(b64decode(DOT))
        map_.write_text(json.dumps(book))
        (self.home / "pages" / "2_notes.py").write_text(NOTES)

    def open(self, query: str = "", notebook: str = "app.ipynb", **options: Any) -> Locator:
        """Open a notebook at an address, and wait for its app."""
        host = self.host
        page = host.fresh_page(**options)
        url = host.server.wait().url
        if isinstance(host, Lab):
            page.goto(f"{url}/lab/tree/{self.home.name}/{notebook}?reset&{query}")
            page.wait_for_function(READY, timeout=60_000)
            host.run("notebook:run-all-cells")
        else:
            page.goto(f"{url}/voila/render/{self.home.name}/{notebook}?{query}", wait_until="domcontentloaded")
        self.app.wait_for(timeout=60_000)
        return self.app

    def reload(self) -> None:
        """Load the browser's page again."""
        if isinstance(self.host, Lab):
            self.host.run("docmanager:save")
        self.host.page.reload()
        if isinstance(self.host, Lab):
            self.host.page.wait_for_function(READY, timeout=60_000)
        self.app.wait_for(timeout=60_000)

    def turn(self, title: str) -> None:
        """Click a page in the navigation."""
        self.app.get_by_role("navigation").get_by_role("link", name=title, exact=True).click()

    def expect_at(self, title: str, search: str, text: str = "") -> None:
        """Expect a page to be open, under an address, and to say something."""
        link = self.app.get_by_role("navigation").get_by_role("link", name=title, exact=True)
        expect(link).to_have_attribute("aria-current", "page")
        if text:
            expect(self.app.get_by_text(text, exact=True)).to_be_visible()
        self.host.page.wait_for_function("(search) => location.search === search", arg=search)

    def go(self, direction: str) -> None:
        """Go back or forward."""
        self.host.page.evaluate(f"history.{direction}()")

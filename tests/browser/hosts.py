"""The two hosts of an app, driven by one interface: a notebook's cells go in, a page with the app comes out."""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page
from servers import Server

NBAPP = re.compile(r"nbapp(?!-page=)", re.IGNORECASE)
"""What an error of ours names; the name of a page in an address is no error."""

LOAD = "%load_ext nbapp\nimport nbapp as st"
RELOAD = "%reload_ext nbapp\nimport nbapp as st\nst.session_state.clear()"
READY = "globalThis.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
REPLACE_CELLS = """async (sources) => {
    const { model, sessionContext } = jupyterapp.shell.currentWidget;
    await sessionContext.ready;
    model.sharedModel.transact(() => {
        model.sharedModel.deleteCellRange(0, model.sharedModel.cells.length);
        model.sharedModel.insertCells(0, sources.map((source) => ({ cell_type: 'code', source, metadata: {} })));
    });
}"""
RUN = "async (command) => { await jupyterapp.commands.execute(command); }"
_numbers = itertools.count(1)


class Host:
    """What the tests do with either host.

    Attributes
    ----------
    page : Page
        The browser's page, once a notebook is open.
    complaints : list of str
        What nbapp wrote to the console as an error. A test that provokes one clears it.
    """

    name = ""

    def __init__(self, browser: Browser, server: Server, folder: Path) -> None:
        self.browser = browser
        self.server = server
        self.folder = folder
        self.complaints: list[str] = []
        self.context: BrowserContext | None = None
        self._page: Page | None = None

    @property
    def page(self) -> Page:
        """The page that is open."""
        assert self._page is not None, "no notebook is open"
        return self._page

    @property
    def app(self) -> Locator:
        """The first app on the page."""
        return self.page.locator(".nbapp-root").first

    def open(self, *cells: str, wait: bool = True) -> Locator:
        """Show a notebook of those cells, after one that loads nbapp as ``st``, and return its first app."""
        raise NotImplementedError

    def journal(self) -> Journal:
        """A new file that the scripts of the test may write to."""
        return Journal(self.folder / f"journal{next(_numbers)}.txt")

    def gate(self) -> Gate:
        """A new gate at which a script of the test waits."""
        return Gate(self.folder / f"gate{next(_numbers)}.txt")

    def fresh_page(self, **options: Any) -> Page:
        """Open an empty page in a context of its own, in the place of the former."""
        self.close()
        self.context = self.browser.new_context(viewport={"width": 1280, "height": 900}, **options)
        self._page = self.context.new_page()
        self._page.on("console", self._listen)
        self._page.on("pageerror", lambda error: self._complain(f"{error.message}\n{error.stack}"))
        return self._page

    def close(self) -> None:
        """Close the page."""
        if self.context is not None:
            self.context.close()
        self.context = self._page = None

    def write(self, *cells: str) -> Path:
        """Write a notebook."""
        return write_notebook(self.folder / f"sheet{next(_numbers)}.ipynb", LOAD, *cells)

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._complain(f"{message.text} ({message.location.get('url', '')})")

    def _complain(self, what: str) -> None:
        if NBAPP.search(what):
            self.complaints.append(what)


class Lab(Host):
    """JupyterLab: one page and one kernel for all tests, unless a test asks for its own."""

    name = "lab"

    def open(self, *cells: str, wait: bool = True) -> Locator:
        """Put the cells into the open notebook and run them all."""
        if self._page is None:
            self.visit(self.write())
        self.replace(RELOAD, *cells)
        if wait:
            self.run("notebook:run-all-cells")
        else:
            self.page.evaluate(f"void ({RUN})('notebook:run-all-cells')")
        return self.app

    def visit(self, notebook: Path, **options: Any) -> Page:
        """Open a notebook file on a page of its own, and wait for its kernel."""
        page = self.fresh_page(**options)
        page.goto(f"{self.server.wait().url}/lab/tree/{notebook.name}?reset")
        page.wait_for_function(READY, timeout=60_000)
        return page

    def replace(self, *cells: str) -> None:
        """Make those the cells of the open notebook."""
        self.page.evaluate(REPLACE_CELLS, list(cells))

    def run(self, command: str) -> None:
        """Run one of JupyterLab's commands to its end."""
        self.page.evaluate(RUN, command)


class Voila(Host):
    """Voilà: a page and a kernel for each notebook."""

    name = "voila"

    def open(self, *cells: str, wait: bool = True) -> Locator:
        """Write the notebook and open it."""
        return self.visit(self.write(*cells))

    def visit(self, notebook: Path, query: str = "", **options: Any) -> Locator:
        """Open a notebook file as an app."""
        page = self.fresh_page(**options)
        page.goto(f"{self.server.wait().url}/voila/render/{notebook.name}{query}", wait_until="domcontentloaded")
        self.app.wait_for(timeout=60_000)
        return self.app


class Journal:
    """A file to which scripts in the kernel write, one line each time."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def line(self, what: str = "'run'") -> str:
        """The Python that writes the value of an expression into it."""
        return f"print({what}, file=open({str(self.path)!r}, 'a'))"

    @property
    def lines(self) -> list[str]:
        """What was written so far."""
        return self.path.read_text().splitlines() if self.path.exists() else []


class Gate:
    """A place in a script that is passed once the test says so."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.wait = f"import os, time\nwhile not os.path.exists({str(path)!r}): time.sleep(0.02)"

    def open(self) -> None:
        """Let the script go on."""
        self._path.touch()


def write_notebook(path: Path, *cells: str) -> Path:
    """Write code cells as a notebook."""
    made = [
        {"cell_type": "code", "id": f"c{n}", "source": source, "metadata": {}, "outputs": [], "execution_count": None}
        for n, source in enumerate(cells)
    ]
    kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": kernelspec}, "cells": made}
    path.write_text(json.dumps(notebook))
    return path

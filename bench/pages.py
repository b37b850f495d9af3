"""Opens a case in a real browser: one Chromium, a context for each page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright

from bench.cases import LAB, LAB_SLOW, Case
from bench.scripts import write
from bench.servers import Server, Servers
from tests.chromium import find

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
VIEWPORT = {"width": 1200, "height": 1400}
PROBE = Path(__file__).with_name("probe.js").read_text(encoding="utf-8")
PICTURE = Path(__file__).parent / "results" / "failed.png"
KERNEL_IDLE = "globalThis.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
RUN_ALL = "() => jupyterapp.commands.execute('notebook:run-all-cells')"


class Unready(Exception):
    """A page does not show what is to be compared."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser.

    Raises
    ------
    SystemExit
        If there is none.
    """
    path = find()
    if path is None:
        raise SystemExit("No Chromium: run `python tests/chromium.py`, or name one in NBAPP_CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


class Pages:
    """Opens pages.

    Parameters
    ----------
    browser : Browser
        The browser.
    servers : Servers
        Where the pages come from.
    folder : Path
        Where notebooks and scripts are written.
    """

    def __init__(self, browser: Browser, servers: Servers, folder: Path) -> None:
        self._browser = browser
        self._servers = servers
        self._folder = folder

    @contextmanager
    def open(self, case: Case) -> Iterator[Page]:
        """Open a case and wait until its slider can be pressed; the page is closed after the block."""
        context = self._browser.new_context(viewport=VIEWPORT)  # type: ignore[arg-type]
        context.add_init_script(PROBE)
        page = context.new_page()
        try:
            page.goto(self.address(case), wait_until="domcontentloaded")
            if case.host in (LAB, LAB_SLOW):
                page.wait_for_function(KERNEL_IDLE, timeout=90_000)
                page.evaluate(RUN_ALL)
            page.bring_to_front()
            self._await_slider(page, case)
            yield page
        finally:
            page.close(run_before_unload=True)  # Voilà ends the kernel of a page that says goodbye
            context.close()

    def _await_slider(self, page: Page, case: Case) -> None:
        try:
            page.wait_for_function("globalThis.probe?.ready()", timeout=120_000)
        except TimeoutError as late:
            page.screenshot(path=str(PICTURE))
            raise Unready(f"{case.title} shows no slider and line for {case.chapter}: see {PICTURE}") from late

    def address(self, case: Case) -> str:
        """Where a case's page is; its server is started if need be."""
        path = write(case, self._folder)
        url = self.server(case).url
        if case.system == "Streamlit":
            return url
        if case.host in (LAB, LAB_SLOW):
            return f"{url}/lab/tree/{path.name}?reset"
        return f"{url}/voila/render/{path.name}"

    def server(self, case: Case) -> Server:
        """The server of a case, started if need be."""
        if case.system == "Streamlit":
            return self._servers.streamlit(case.host, write(case, self._folder))
        return self._servers.jupyter(case.host)

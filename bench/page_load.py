"""What a first and a second visit cost: bytes from the server, time to the first element, memory of the session."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

import psutil  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from bench.cases import STREAMLIT, VOILA, Case
from bench.pages import PROBE, VIEWPORT, Pages
from bench.servers import Server

STATIC = Path(__file__).parents[1] / "nbapp" / "view" / "static"
OURS = "/nbapp/static/"
WHERE = (
    Case("line", "nbapp", VOILA, "line"),
    Case("line", "observe", VOILA, "line"),
    Case("line", "Streamlit", STREAMLIT, "line"),
)


@dataclass(frozen=True)
class Visit:
    """One page load.

    Attributes
    ----------
    seconds : float
        From the address to the first line of the app, painted.
    fetched : int
        Bytes that came over HTTP.
    ours : int
        Those of nbapp's own files among them.
    """

    seconds: float
    fetched: int
    ours: int


@dataclass(frozen=True)
class PageLoad:
    """The visits to one case, and what its session holds.

    Attributes
    ----------
    title : str
        What a table calls it.
    first, second : Visit
        With an empty cache, and again; medians.
    memory : float
        Megabytes that the session keeps for itself.
    """

    title: str
    first: Visit
    second: Visit
    memory: float

    def as_json(self) -> dict[str, Any]:
        """The figures, for a file."""
        return asdict(self)


def measure(browser: Browser, pages: Pages, visits: int, streamlit: bool) -> list[PageLoad]:
    """Visit the one-line app in each system."""
    cases = (case for case in WHERE if streamlit or case.system != "Streamlit")
    return [visited(browser, pages, case, visits) for case in cases]


def visited(browser: Browser, pages: Pages, case: Case, visits: int) -> PageLoad:
    """Visit one case a few times, each time as a stranger who then comes back."""
    address = pages.address(case)
    server = pages.server(case)
    firsts: list[Visit] = []
    seconds: list[Visit] = []
    memory: list[float] = []
    for _ in range(visits):
        context = browser.new_context(viewport=VIEWPORT)  # type: ignore[arg-type]
        context.add_init_script(PROBE)
        page = context.new_page()
        before = private(server)
        firsts.append(visit(page, address))
        memory.append(grown(before, private(server)))
        page.goto("about:blank")
        seconds.append(visit(page, address))
        page.close(run_before_unload=True)
        context.close()
    return PageLoad(case.title, typical(firsts), typical(seconds), median(memory))


def visit(page: Page, address: str) -> Visit:
    """Open an address and count what comes."""
    fetched: dict[str, int] = {}
    names: dict[str, str] = {}
    session = page.context.new_cdp_session(page)
    session.on("Network.responseReceived", lambda event: names.update({event["requestId"]: event["response"]["url"]}))
    session.on(
        "Network.loadingFinished", lambda event: fetched.update({event["requestId"]: event["encodedDataLength"]})
    )
    session.send("Network.enable")
    page.goto(address, wait_until="commit")
    page.wait_for_function("globalThis.probe?.firstLine", timeout=90_000)
    milliseconds: float = page.evaluate("probe.firstLine")
    page.wait_for_timeout(1000)
    session.detach()
    ours = sum(size for request, size in fetched.items() if OURS in names.get(request, ""))
    return Visit(milliseconds / 1000, int(sum(fetched.values())), int(ours))


def typical(visits: list[Visit]) -> Visit:
    """The medians of several visits."""
    return Visit(
        median(visit.seconds for visit in visits),
        int(median(visit.fetched for visit in visits)),
        int(median(visit.ours for visit in visits)),
    )


def private(server: Server) -> dict[int, float]:
    """Megabytes that each process of a server does not share with others: the server's own, its kernels'."""
    process = psutil.Process(server.process.pid)
    return {member.pid: member.memory_full_info().uss / 1e6 for member in [process, *process.children(recursive=True)]}


def grown(before: dict[int, float], after: dict[int, float]) -> float:
    """What the processes hold more; those that have ended meanwhile were another session's."""
    return sum(held - before.get(pid, 0.0) for pid, held in after.items())


def core_size() -> int:
    """Bytes of the view's core, as it is built."""
    (core,) = STATIC.glob("core.*.js")
    return core.stat().st_size

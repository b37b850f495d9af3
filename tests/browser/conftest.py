"""One Chromium, one JupyterLab and one Voilà for the whole room; most tests run in both hosts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hosts import Host, Lab, Voila
from playwright.sync_api import Browser, expect, sync_playwright
from servers import Server, start_lab, start_voila

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="package")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the notebooks of this room are."""
    return tmp_path_factory.mktemp("notebooks")


@pytest.fixture(scope="package")
def servers(folder: Path) -> Iterator[dict[str, Server]]:
    """Both servers, started at once: each is waited for where it is first needed."""
    started = {"lab": start_lab(folder), "voila": start_voila(folder)}
    yield started
    for server in started.values():
        server.stop()


@pytest.fixture(scope="package")
def browser(servers: dict[str, Server], browser_path: str) -> Iterator[Browser]:
    """The browser."""
    expect.set_options(timeout=15_000)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser_path, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def shared_lab(browser: Browser, servers: dict[str, Server], folder: Path) -> Iterator[Lab]:
    """The JupyterLab page that the tests share."""
    shared = Lab(browser, servers["lab"], folder)
    yield shared
    shared.close()


@pytest.fixture
def lab(shared_lab: Lab, request: pytest.FixtureRequest) -> Iterator[Lab]:
    """JupyterLab; after a failed test, the next one gets a page of its own."""
    shared_lab.complaints.clear()
    yield shared_lab
    if request.node.stash.get(FAILED, True):
        shared_lab.close()
    assert not shared_lab.complaints


@pytest.fixture
def voila(browser: Browser, servers: dict[str, Server], folder: Path) -> Iterator[Voila]:
    """Voilà."""
    own = Voila(browser, servers["voila"], folder)
    yield own
    own.close()
    assert not own.complaints


@pytest.fixture(params=["lab", "voila"])
def host(request: pytest.FixtureRequest, browser: Browser) -> Host:
    """Each host in turn."""
    return request.getfixturevalue(request.param)


FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Remember whether a test has failed, for the fixtures that clean up after it."""
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report

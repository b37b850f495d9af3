"""The stage of an AppTest: the real session, page and runner of one app, and a worker of its own, without a kernel."""

from __future__ import annotations

import asyncio
import itertools
import linecache
import math
import re
import sys
import threading
import time
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from nbapp.cache.caches import data, resources
from nbapp.elements.bare import here, root
from nbapp.elements.failure import described
from nbapp.elements.show import show
from nbapp.elements.shown import is_shown, show_expression
from nbapp.errors import CLOSED, NEVER_ENDED, AppTestError, TimedOutError
from nbapp.pages.address import Address
from nbapp.pages.cell_text import draw_text
from nbapp.pages.folder import draw_open_page
from nbapp.pages.page_file import PageFiles, wants_streamlit
from nbapp.script.builtin_names import script_builtins, stand_in_for_streamlit
from nbapp.script.cell import Cell
from nbapp.script.current import entered, get_run
from nbapp.script.expressions import CALLED, DISPLAY, WRITE
from nbapp.script.imports import first_on_path
from nbapp.script.inbox import Inbox
from nbapp.script.requests import Mailbox
from nbapp.script.run import ScriptRun
from nbapp.script.runner import Outcome, Runner
from nbapp.script.worker import Worker
from nbapp.session.session import Session
from nbapp.session.state import State
from nbapp.signals import StopScript
from nbapp.testing.figures import Figures
from nbapp.testing.notebook import plain_python
from nbapp.testing.prints import printing_on_page
from nbapp.testing.source import Source
from nbapp.tree.page import Page

MERCY = 2.0
"""Seconds that a run has to end in once it has taken too long."""

_numbers = itertools.count(1)


class Run(NamedTuple):
    """One run of an AppTest.

    Attributes
    ----------
    kind : str
        "app" for a run of the whole script, "fragment" for one of fragments.
    fragments : tuple of str
        The names of their functions.
    outcome : str
        "complete", "stopped" by `stop()`, "failed" by an error, "rerun" by `rerun()`, "outdated" by a newer one.
    error : BaseException or None
        What it failed with.
    """

    kind: str
    fragments: tuple[str, ...]
    outcome: str
    error: BaseException | None = None


class Stage:
    """Runs a script as an app would.

    Parameters
    ----------
    source : Source
        The script.
    """

    published = False

    def __init__(self, source: Source) -> None:
        self.source = source
        self.mailbox = Mailbox()
        self.state = State()
        self.page = Page(lock=threading.RLock())
        self.inbox = Inbox(self.mailbox)
        self.session = Session(self.state, self.inbox, self.page.sources)
        self.session.route.folder = Path.cwd() if source.file is None else source.file.parent
        self.answers = Address(self.session.route, self.page.facts, self.mailbox).answers()
        self.runner = Runner(self.session, self.page, self.mailbox, self)
        self.worker = Worker()
        self.runs: list[Run] = []
        self._modules: set[str] = set()
        self._module_name = f"nbapp_app_test_{next(_numbers)}"
        self._page_files = PageFiles(plain_python)
        self._setup_session: Session | None = None
        self._setup_names: dict[str, Any] = {}
        self._figures = Figures()
        self._begun: tuple[str, tuple[str, ...]] = ("app", ())
        self._closed = self._given_up = False
        self._idle = threading.Event()
        self._idle.set()
        self._failure: BaseException | None = None
        self._drawn: BaseException | None = None

    # -- what an AppTest asks for

    def play(self, timeout: float) -> None:
        """Run for whatever waits, reruns that the script asks for included.

        Raises
        ------
        TimedOutError
            If that takes longer than so many seconds.
        """
        if self._closed:
            raise AppTestError(CLOSED)
        if not self._idle.is_set():
            raise AppTestError(NEVER_ENDED)
        self._idle.clear()
        self._given_up, self._failure = False, None
        try:
            self.worker.submit(self._step)
            in_time = self._idle.wait(None if math.isinf(timeout) else timeout)
        except BaseException:
            self._give_up()
            raise
        if not in_time:
            self._give_up()
            raise TimedOutError(timeout)
        if self._failure is not None:
            raise self._failure

    def close(self) -> None:
        """End everything live; nothing of the app is left in the process."""
        if self._closed:
            return
        self._closed = True
        if not self._idle.is_set():
            self._give_up()
        for session in (self.session, self._setup_session):
            if session is not None:
                session.close()
        self.worker.close()
        for caches in (data, resources):
            caches.forget(self._modules)
        for name in self._modules:
            sys.modules.pop(name, None)
        for cell in (self.source.cell, *self.source.setup):
            linecache.cache.pop(cell.filename, None)

    # -- on the worker

    def _step(self) -> bool:
        more = False
        try:
            with printing_on_page():
                self._set_up()
                more = self.runner.step() and not self._given_up
        except BaseException as failure:  # noqa: BLE001  of the setup, or of nbapp itself: raised where the test waits
            self._failure = failure
        finally:
            if not more:
                self._idle.set()
        return more

    def _give_up(self) -> None:
        """End what is under way, be it just about to begin."""
        self._given_up = True
        deadline = time.monotonic() + MERCY
        ended: ScriptRun | None = None
        while not self._idle.wait(0.01) and time.monotonic() < deadline:
            run = self.runner.run
            if run is not None and run is not ended:
                ended = run
                run.interrupt(StopScript)
                self.worker.raise_in_task(StopScript, partial(is_under_way, run))

    def _set_up(self) -> None:
        """Run what stands before the script, once, on a page that nobody sees."""
        if self._setup_session is not None or not self.source.setup:
            return
        mailbox = Mailbox()
        session = self._setup_session = Session(self.state, Inbox(mailbox))
        names = self._setup_names = vars(self._module("notebook", self.source.setup[0].filename))
        with entered(ScriptRun(session, Page(), mailbox)), first_on_path(self.session.route.folder):
            for cell in self.source.setup:
                self._run_cell(cell, names)

    def _module(self, suffix: str, filename: str, streamlit: bool = False) -> ModuleType:
        """Make a module for code to run in; its classes are found in it."""
        name = "_".join(filter(None, (self._module_name, suffix)))
        module = sys.modules[name] = ModuleType(name)
        self._modules.add(name)
        stand_in = stand_in_for_streamlit() if self.source.streamlit or streamlit else None
        own = {"__builtins__": script_builtins(stand_in), "__file__": filename}
        vars(module).update(own, **{WRITE: show_expression, DISPLAY: show_last, CALLED: None})
        return module

    def _run_cell(self, cell: Cell, names: dict[str, Any]) -> None:
        if not cell.awaits:
            exec(cell.code, names)
            return
        try:
            self.worker.run_coroutine(eval(cell.code, names))
        except asyncio.CancelledError:
            run = get_run()
            if run is not None:
                run.touch()
            raise

    # -- the host of the runner

    def began(self, run: ScriptRun) -> None:
        """Note what runs."""
        fragments = self.session.fragments
        named = tuple(str(fragments[each].function[-1]) for each in run.fragments or ())  # type: ignore[index]
        self._begun = ("fragment" if named else "app", named)
        self._figures.begin()

    def execute(self, run: ScriptRun) -> None:
        """Run the script in a new module, over the names that its setup left; or the page that is open instead."""
        source = self.source

        def execute() -> None:
            names = vars(self._module("", source.cell.filename))
            own = set(names)
            names.update({name: value for name, value in self._setup_names.items() if name not in own})
            names.update(source.names)
            with first_on_path(self.session.route.folder):
                self._run_cell(source.cell, names)

        here()  # so that all that follows stands in a place with every element
        if source.file is None:
            execute()
        else:
            draw_open_page(run, source.cell.code, "Home", source.file, execute)

    def run_file(self, run: ScriptRun, path: Path) -> None:
        """Run the file of a page, with names of its own."""
        parts = self._page_files.parts(path)
        names = vars(self._module("page_" + re.sub(r"\W", "_", path.stem), str(path), wants_streamlit(parts)))
        with first_on_path(path.parent, run.session.route.folder):
            for part in parts:
                if isinstance(part, str):
                    draw_text(run, part)
                else:
                    self._run_cell(part, names)

    def drawn(self, run: ScriptRun) -> None:
        """Show the figures that were left open."""
        self._figures.show_left_open()

    def draw_error(self, run: ScriptRun, error: BaseException) -> None:
        """Show an error where it happened."""
        self._drawn = error
        (run.place_of(error) or root(run, "main")).put("exception", described(error, published=False))

    def ended(self, run: ScriptRun, outcome: Outcome, error: BaseException | None) -> None:
        """Note how it ended; an error of nbapp itself is one of the test."""
        if error is not None and error is not self._drawn:
            self._failure = error
        self.runs.append(Run(*self._begun, outcome, error))


def is_under_way(run: ScriptRun) -> bool:
    """Whether a run has not ended, nor was told to."""
    return not run.over and run.ended is None


def show_last(called: Any, value: Any) -> None:
    """Show the value of a cell's last expression as Jupyter does."""
    if is_shown(called, value):
        show(here(), value)

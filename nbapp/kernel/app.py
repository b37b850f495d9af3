"""One app of a kernel: joins the page, its view, the session and the runner for the code of one cell."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from nbapp.elements.bare import root
from nbapp.elements.failure import described
from nbapp.elements.status.info import info
from nbapp.errors import STOPPED
from nbapp.kernel.advice import advice_on
from nbapp.kernel.app_pages import AppPages
from nbapp.kernel.display import Picture, display_view
from nbapp.kernel.execute import module_name
from nbapp.kernel.figures import show_left_open
from nbapp.kernel.parents import NONE
from nbapp.kernel.presence import Presence, has_subshells
from nbapp.script.inbox import Inbox
from nbapp.script.requests import Mailbox
from nbapp.script.runner import SETTLED, Outcome, Runner
from nbapp.script.timers import Timers
from nbapp.session.construct import aside
from nbapp.session.session import Session
from nbapp.signals import StopScript
from nbapp.tree.page import Page
from nbapp.view.app_view import AppView, close_all
from nbapp.view.outbox import Outbox

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from nbapp.kernel.runtime import Runtime
    from nbapp.script.cell import Cell
    from nbapp.script.first_line import Options
    from nbapp.script.run import ScriptRun
    from nbapp.types import AppId

log = logging.getLogger("nbapp")


@dataclass
class Ending:
    """How the last run ended, for whoever waits for it."""

    settled: threading.Event = field(default_factory=threading.Event)
    outcome: Outcome | None = None
    error: BaseException | None = None


class App:
    """One app: what a `%%app` cell makes.

    Parameters
    ----------
    app_id : AppId
        What it is known by in its kernel.
    cell : Cell
        Its code.
    options : Options
        What the cell's first line says.
    runtime : Runtime
        What the apps of the kernel share.
    """

    def __init__(self, app_id: AppId, cell: Cell, options: Options, runtime: Runtime) -> None:
        self.app_id = app_id
        self.cell = cell
        self.options = options
        self.runtime = runtime
        self.published = runtime.published
        self.page = Page(lock=threading.RLock())
        self.mailbox = Mailbox(self._wake)
        self.ending = Ending()
        self._closed = False
        self._status: dict[str, Any] = {"state": "idle", "manual": options.manual, "pending": False}
        self.presence = Presence(
            self.mailbox.post_rerun, lambda: self._send({"t": "present"}, []), lambda: has_subshells(runtime.kernel)
        )
        self.inbox = Inbox(self.mailbox, self._holds_back, self.presence.is_missed)
        self.session = Session(runtime.state, self.inbox, self.page.sources, runtime.query)
        self.session.surroundings.headers = runtime.headers
        self.pages = AppPages(app_id, options, runtime)
        self.outbox = Outbox(self.page, self._send)
        self.page.facts.tell = self._tell
        self.runner = Runner(self.session, self.page, self.mailbox, self)
        self.timers = Timers(self.runner)
        self._header = NONE if self.published else runtime.parents.request().get("header", NONE)
        uid = runtime.next_uid()
        shown = {"id": uid, "name": options.name, "height": options.height, "published": self.published}
        with aside(), runtime.parents.answering(self._header):
            self.view = AppView(self._snapshot, self._answers(), shown)
        self.picture = None if self.published else Picture(uid, self.page, runtime.kernel)

    def start(self) -> Ending:
        """Show the view and ask for the first run."""
        display_view(self.view, self.picture)
        self.mailbox.post_rerun()
        return self.ending

    def show_again(self) -> None:
        """Show the page once more, as it is: the cell's new code could not be read."""
        display_view(self.view, self.picture)

    def interrupt(self, signal: type[BaseException]) -> bool:
        """End the run under way.

        Returns
        -------
        bool
            Whether there was one.
        """
        run = self.runner.run
        if run is None:
            return False
        run.interrupt(signal)
        self.runtime.worker.raise_in_task(signal, lambda: not run.over and run.ended is None)
        return True

    def close(self) -> None:
        """End the app: its run, its inputs, its view. What waits in its mailbox is not run any more."""
        self._closed = True
        self.interrupt(StopScript)
        self.runtime.worker.submit(self._close)

    def began(self, run: ScriptRun) -> None:
        """A run begins: say so if it lasts."""
        self.runtime.run_began(self)

    def execute(self, run: ScriptRun) -> None:
        """Run the cell's code."""
        self.pages.execute(run, self.cell)

    def run_file(self, run: ScriptRun, path: Path) -> None:
        """Run the file of a page."""
        self.pages.run_file(run, path)

    def drawn(self, run: ScriptRun) -> None:
        """Show the figures that were left open."""
        show_left_open()

    def draw_error(self, run: ScriptRun, error: BaseException) -> None:
        """Show an error where it happened; in a notebook the first run's traceback is the cell's own."""
        place = run.place_of(error) or root(run, "main")
        if isinstance(error, KeyboardInterrupt):
            info(place, STOPPED)
            return
        props = described(error, self.published)
        if self.picture is not None and not self.ending.settled.is_set():
            props.pop("trace", None)
        place.put("exception", props)
        advice = advice_on(error)
        if advice is not None:
            info(place, advice)

    def ended(self, run: ScriptRun, outcome: Outcome, error: BaseException | None) -> None:
        """A run has ended: send what is left of it, and tell who waits, whatever goes wrong on the way."""
        try:
            self.outbox.flush()
            if outcome in SETTLED:
                self._show_settled()
        except Exception:
            log.exception("The end of a run could not be shown")
        finally:
            self.runtime.run_ended(self)
            if outcome in SETTLED:
                self.ending.outcome, self.ending.error = outcome, error
                self.ending.settled.set()

    def _show_settled(self) -> None:
        if self._status["pending"]:
            self.tell_status(pending=False)
        first = not self.ending.settled.is_set()
        if self.picture is not None:
            self.picture.refresh(now=first)
            if first:
                self.view.send_state("snapshot")  # for a notebook stored without having been opened

    def tell_status(self, **changes: Any) -> None:
        """Tell the views what the app is doing."""
        with self.page.lock:
            self._status.update(changes)
            self._send({"t": "status", **self._status}, [])

    def _close(self) -> bool:
        self.ending.settled.set()
        self.session.close()
        self.runtime.names.forget(module_name(self.app_id))
        self.pages.close()
        close_all([self.view])
        if self.picture is not None:
            self.picture.close()
        return False

    def _send(self, message: dict[str, Any], buffers: list[bytes]) -> None:
        if self.view.comm is not None:
            with self.runtime.parents.answering(NONE):
                self.view.send(message, buffers)

    def _tell(self, name: str, fact: dict[str, Any]) -> None:
        """Tell the views what is said of the page, after all that was drawn before."""
        self.outbox.flush()
        self._send({"t": name, **fact}, [])

    def _snapshot(self) -> dict[str, Any]:
        return {**self.outbox.snapshot(), **self.page.facts.snapshot(), "status": self._status}

    def _wake(self) -> None:
        if not self._closed:
            self.runner.notice()
            self.runtime.worker.submit(self._step)

    def _step(self) -> bool:
        if self._closed:
            return False
        with self.runtime.parents.answering(NONE if self.ending.settled.is_set() else self._header):
            return self.runner.step()

    def _holds_back(self) -> bool:
        """Whether a change waits for the Run button; the reader is told that it does."""
        if self.options.manual and not self._status["pending"]:
            self.tell_status(pending=True)
        return self.options.manual

    def _answers(self) -> dict[str, Callable[[dict[str, Any]], None]]:
        return {
            "rerun": lambda _: self.mailbox.post_rerun(),
            "stop": lambda _: self._stop(),
            "clear_cache": lambda _: self._clear_cache(),
            "rows": self._answer_rows,
            "context": self._answer_context,
            "view": self.presence.told,
            "tick": self._answer_tick,
            "dismiss": self._answer_dismiss,
            **self.pages.connect(self.session, self.page.facts, self.mailbox),
        }

    def _stop(self) -> None:
        self.interrupt(KeyboardInterrupt)

    def _clear_cache(self) -> None:
        self.runtime.clear_caches()
        self.mailbox.post_rerun()

    def _answer_rows(self, content: dict[str, Any]) -> None:
        self._send({"t": "rows", **self.session.sources.answer(content)}, [])

    def _answer_context(self, content: dict[str, Any]) -> None:
        if self.session.surroundings.receive(content) and not self._holds_back():
            self.mailbox.post_rerun()

    def _answer_tick(self, content: dict[str, Any]) -> None:
        if not self.options.manual:
            self.timers.ring(content.get("slot"))

    def _answer_dismiss(self, content: dict[str, Any]) -> None:
        self.inbox.dismissed(self.session.fragments.get(content.get("slot")))

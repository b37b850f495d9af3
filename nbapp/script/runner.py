"""The runner: takes one request after another from an app's mailbox and runs the script for it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, Protocol

from nbapp.script.current import entered
from nbapp.script.requests import Mailbox, Request
from nbapp.script.run import ScriptRun
from nbapp.signals import RerunScript, StopScript

if TYPE_CHECKING:
    from nbapp.session.adoption import AdoptedWidget
    from nbapp.session.inputs import Input
    from nbapp.session.session import Session
    from nbapp.tree.page import Page

log = logging.getLogger("nbapp")

Outcome = Literal["complete", "stopped", "failed", "interrupted", "rerun", "outdated"]
"""How a run ended: by its last line, by `stop()`, by an error, by an interrupt, by `rerun()`, by a newer request."""

SETTLED = frozenset({"complete", "stopped", "failed", "interrupted"})
"""Outcomes after which the page is what the script shows: nothing is about to draw over it."""


class Host(Protocol):
    """What a runner needs of the place it runs in: a kernel, or a test."""

    published: bool

    def began(self, run: ScriptRun) -> None:
        """A run begins."""

    def execute(self, run: ScriptRun) -> None:
        """Run the script."""

    def draw_error(self, run: ScriptRun, error: BaseException) -> None:
        """Show an error of the script where it happened."""

    def ended(self, run: ScriptRun, outcome: Outcome, error: BaseException | None) -> None:
        """A run has ended; the page is trimmed."""


class Runner:
    """Runs one app's script, one run at a time.

    Parameters
    ----------
    session : Session
        What the app keeps from run to run.
    page : Page
        What the script draws on.
    mailbox : Mailbox
        Where requests arrive.
    host : Host
        Runs the code and shows errors.
    """

    def __init__(self, session: Session, page: Page, mailbox: Mailbox, host: Host) -> None:
        self.session = session
        self.page = page
        self.mailbox = mailbox
        self.host = host
        self.run: ScriptRun | None = None
        self._usual: float | None = None
        self._starved_since: float | None = None

    def step(self) -> bool:
        """Run the script once if anything waits.

        Returns
        -------
        bool
            Whether something waits still.
        """
        request = self.mailbox.take()
        if request is not None:
            outcome = self._run(request)
            if outcome == "rerun":
                self.mailbox.post_rerun()
        return self.mailbox.has_waiting

    def notice(self) -> None:
        """Have the run under way look at its mailbox at its next yield point."""
        run = self.run
        if run is not None:
            run.attention = True

    def _run(self, request: Request) -> Outcome:
        now = time.monotonic()
        starved = 0.0 if self._starved_since is None else now - self._starved_since
        run = ScriptRun(
            self.session,
            self.page,
            self.mailbox,
            published=self.host.published,
            usual=self._usual,
            starved=starved,
        )
        self.run = run
        outcome: Outcome = "failed"
        error: BaseException | None = None
        try:
            with entered(run):
                self.host.began(run)
                outcome, error = self._attempt(run, request)
                run.over = True
                surely(lambda: self._finish(run, request, outcome, error))
        except Exception as failure:
            log.exception("A run could not be finished")
            outcome, error = "failed", failure
        finally:
            self.run = None
            run.over, run.printed = True, None
            self._remember(run, outcome, now)
            surely(lambda: self.host.ended(run, outcome, error))
        return outcome

    def _attempt(self, run: ScriptRun, request: Request) -> tuple[Outcome, BaseException | None]:
        """Callbacks, then the script; whatever ends it becomes an outcome."""
        self.page.rewind()
        self.session.inputs.begin()
        try:
            with self.session.adoption.running():
                self._bring_in(run, request)
                run.touch()
                self.host.execute(run)
            return "complete", None
        except RerunScript as signal:
            return ("rerun" if signal.asked else "outdated"), None
        except (StopScript, SystemExit):
            return "stopped", None
        except KeyboardInterrupt as error:
            return "interrupted", error
        except BaseException as error:  # noqa: BLE001  a script may raise anything; it is shown, and the app goes on
            return "failed", error

    def _bring_in(self, run: ScriptRun, request: Request) -> None:
        """Put what the reader did into the session, then run the callbacks (R44 to R51)."""
        inputs = self.session.inputs
        due: list[Input] = []
        for identity, raw in request.changes.items():
            live = inputs.find(identity)
            if live is not None and self._receive(live, raw):
                due.append(live)
        for identity in request.clicks:
            live = inputs.find(identity)
            if live is not None:
                inputs.press(live, True)
                run.unread_clicks.add(identity)
                if identity not in request.carried:
                    due.append(live)
        calls: list[Callable[[], None]] = [_bound(live) for live in due if callable(live.spec.on_change)]
        calls += [_touched(widget, changes) for widget, changes in request.touched.items()]
        calls += [widget.run_clicks for widget in request.pressed]
        self._call_back(run, calls)

    def _receive(self, live: Input, raw: object) -> bool:
        try:
            return self.session.inputs.receive(live, raw)
        except Exception as refusal:  # noqa: BLE001  offered when it was sent, but by now the script offers others
            log.warning("A value of %s %r is no longer offered: %s", live.spec.kind, live.spec.label, refusal)
            return False

    @staticmethod
    def _call_back(run: ScriptRun, calls: list[Callable[[], None]]) -> None:
        again = False
        run.in_callback = True
        try:
            for call in calls:
                try:
                    call()
                except RerunScript:
                    again = True
        finally:
            run.in_callback = False
        if again:
            run.unread_clicks.clear()
            run.end(RerunScript(asked=True))

    def _finish(self, run: ScriptRun, request: Request, outcome: Outcome, error: BaseException | None) -> None:
        """Show the error, remove what a settled run did not draw, give back the clicks that another did not read."""
        if error is not None:
            self.host.draw_error(run, error)
        for identity in request.clicks:
            live = self.session.inputs.find(identity)
            if live is not None:
                self.session.inputs.press(live, False)
        if outcome not in SETTLED:
            self.mailbox.carry(run.unread_clicks)
        if outcome in SETTLED:
            self.page.trim()
        if outcome == "complete":
            self.session.inputs.sweep()
        self.session.adoption.finish(outcome == "complete", settled=outcome in SETTLED)
        if outcome in SETTLED and self.session.sources:
            self.session.sources.keep(self.page.sources())

    def _remember(self, run: ScriptRun, outcome: Outcome, began: float) -> None:
        if outcome == "outdated":
            self._starved_since = self._starved_since or began
        elif outcome != "rerun":
            self._starved_since = None
        if outcome in ("complete", "stopped"):
            self._usual = run.elapsed


def surely(call: Callable[[], None]) -> None:
    """Make a call that must not be missed: an interrupt that strikes it came too late for its run, and is forgotten."""
    try:
        call()
    except (StopScript, KeyboardInterrupt):
        call()


def _bound(live: Input) -> Callable[[], None]:
    spec = live.spec  # of the last render, not of the coming one (R46)

    def call() -> None:
        if callable(spec.on_change):
            spec.on_change(*(spec.args or ()), **(spec.kwargs or {}))

    return call


def _touched(widget: AdoptedWidget, changes: dict[str, object]) -> Callable[[], None]:
    return lambda: widget.run_callbacks(changes)

"""The runner: takes one request after another from an app's mailbox and runs the script for it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from nbapp.script.current import entered
from nbapp.script.policy import glance
from nbapp.script.requests import Mailbox, Request
from nbapp.script.run import ScriptRun
from nbapp.session.fragments import everything
from nbapp.signals import RerunScript, StopScript
from nbapp.types import SlotId

if TYPE_CHECKING:
    from pathlib import Path

    from nbapp.session.fragments import Fragment
    from nbapp.session.inputs import Input
    from nbapp.session.session import Session
    from nbapp.tree.page import Page

log = logging.getLogger("nbapp")

Outcome = Literal["complete", "stopped", "failed", "interrupted", "rerun", "outdated"]
"""How a run ended: by its last line, by `stop()`, by an error, by an interrupt, by `rerun()`, by a newer request."""

SETTLED = frozenset({"complete", "stopped", "failed", "interrupted"})
"""Outcomes after which the page is what the script shows: nothing is about to draw over it."""


class End(NamedTuple):
    """How a run ended, with its error, and what it asked to be run next if not all."""

    outcome: Outcome
    error: BaseException | None = None
    fragments: Sequence[SlotId] = ()


class Host(Protocol):
    """What a runner needs of the place it runs in: a kernel, or a test."""

    published: bool

    def began(self, run: ScriptRun) -> None:
        """A run begins."""

    def execute(self, run: ScriptRun) -> None:
        """Run the whole script."""

    def run_file(self, run: ScriptRun, path: Path) -> None:
        """Run the file of a page, a `.py` or a notebook, where the run stands; with names of its own."""

    def drawn(self, run: ScriptRun) -> None:
        """The script, or one of its fragments, has come to its last line: show what it left open."""

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
        self._usual: dict[SlotId | None, float] = {}
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
            took, outcome = self._run(request)
            if self.mailbox.has_waiting and (pause := glance(outcome == "complete", took)):
                time.sleep(pause)
        return self.mailbox.has_waiting

    def notice(self) -> None:
        """Have the run under way look at its mailbox at its next yield point."""
        run = self.run
        if run is not None:
            run.attention = True

    def _run(self, request: Request) -> tuple[float, Outcome]:
        """Run for a request; returns how many seconds it took, and how it ended."""
        now = time.monotonic()
        starved = 0.0 if self._starved_since is None else now - self._starved_since
        fragments = self._scope(request)
        run = ScriptRun(
            self.session,
            self.page,
            self.mailbox,
            published=self.host.published,
            usual=self._usual.get(fragments[0] if fragments else None),
            starved=starved,
            fragments=fragments,
        )
        self.run, run.host = run, self.host
        if self.mailbox.has_news:  # it came before `notice` knew of this run
            run.attention = True
        end = End("failed")
        try:
            with entered(run):
                self.host.began(run)
                end = self._attempt(run, request)
                run.over = run.attention = True
                surely(lambda: self._finish(run, request, end, fragments))
        except Exception as failure:
            log.exception("A run could not be finished")
            end = End("failed", failure)
        finally:
            self.run = None
            run.over, run.attention, run.printed, run.error = True, True, None, None
            self._remember(run, end.outcome, fragments, now)
            surely(lambda: self.host.ended(run, end.outcome, end.error))
        if end.outcome == "rerun":
            self.mailbox.post_rerun(*end.fragments)
        return run.elapsed, end.outcome

    def _scope(self, request: Request) -> list[SlotId] | None:
        """The fragments that a request is for; None for the whole script.

        Of one that is gone by now, nothing is left to run; but should an input of it stand elsewhere, that place runs.
        """
        if request.whole:
            return None
        shown, wanted = self.session.fragments, list(request.fragments)
        if any(shown.get(fragment) is None for fragment in wanted):
            for live in map(self.session.inputs.find, (*request.clicks, *request.changes)):
                if (
                    live is None
                    or live.spec.on_change == "ignore"
                    or (live.sheet is not None and not live.spec.trigger)
                ):
                    continue
                if live.fragment is None:
                    return None
                wanted.append(live.fragment)
        return shown.to_run(list(dict.fromkeys(wanted)))

    def _attempt(self, run: ScriptRun, request: Request) -> End:
        """Callbacks, then the script or its fragments; whatever ends it becomes an outcome."""
        session, runs = self.session, everything
        if run.fragments is None:
            self.page.rewind()
        else:
            running = frozenset(run.fragments)
            runs = lambda fragment: session.fragments.is_inside(fragment, running)  # noqa: E731
            for fragment in running:
                session.fragments[fragment].rewind()
        session.route.query.begin()
        session.inputs.begin(runs)

        def draw_all() -> None:
            self._bring_in(run, request)
            run.touch()
            if run.fragments is None:
                session.inputs.depart()
                self._draw_script(run)

        with session.adoption.running(runs):
            end = concluded(draw_all)
            if run.fragments:
                end = self._draw_fragments(run) if end.outcome == "complete" else self._show_ended(run, end)
        return end

    def _draw_script(self, run: ScriptRun) -> None:
        hurry = True
        try:
            self.host.execute(run)
            self.host.drawn(run)
            hurry = False
        finally:
            if run.parallel is not None:
                run.parallel.join(hurry)

    def _draw_fragments(self, run: ScriptRun) -> End:
        """Draw the fragments of a run one after another; an error in one is shown there, and the next comes (R80)."""
        worst = End("complete")
        while run.fragments:
            fragment = self.session.fragments[run.fragments[0]]
            end = concluded(lambda: self._draw_fragment(run, fragment))  # noqa: B023  called at once
            if end.outcome not in SETTLED:
                return end._replace(fragments=[*end.fragments, *run.fragments[1:]] if end.fragments else [])
            if end.error is not None:
                self._show_error(run, fragment, end.error)
            self.session.fragments.trim(fragment)
            if end.outcome != "complete":
                worst = end._replace(error=None)
                run.ended = None
            if end.outcome == "interrupted":
                break
            run.fragments = run.fragments[1:]
        return worst

    def _show_ended(self, run: ScriptRun, end: End) -> End:
        """Show in the fragments of a run that a callback has ended it: its error, and nothing else (R49, R50)."""
        fragments = [self.session.fragments[fragment] for fragment in run.fragments or ()]
        if end.outcome not in SETTLED or not fragments:
            return end
        if end.error is not None:
            self._show_error(run, fragments[0], end.error)
        for fragment in fragments:
            self.session.fragments.trim(fragment)
        return end._replace(error=None)

    def _show_error(self, run: ScriptRun, fragment: Fragment, error: BaseException) -> None:
        """Draw an error of a fragment; the run is not given up in the midst of that, whatever has come meanwhile."""
        run.fails_in(fragment.place(run), error)
        run.over = True
        try:
            self.host.draw_error(run, error)
        finally:
            run.over = False

    def _draw_fragment(self, run: ScriptRun, fragment: Fragment) -> None:
        run.draw(fragment, fragment.call, then=self.host.drawn)

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
        calls: list[Callable[[], object]] = [_bound(live) for live in due if callable(live.spec.on_change)]
        content = bool(request.carried) or any(map(_wants_its_run, due))
        for widget in dict.fromkeys((*request.touched, *request.pressed)):
            its = widget.due()
            calls, content = calls + its, content or not its
        calls += request.calls
        if calls:
            self._call_back(run, calls, content)

    def _receive(self, live: Input, raw: object) -> bool:
        try:
            return self.session.inputs.receive(live, raw)
        except Exception as refusal:  # noqa: BLE001  offered when it was sent, but by now the script offers others
            log.warning("A value of %s %r is no longer offered: %s", live.spec.kind, live.spec.label, refusal)
            return False

    def _call_back(self, run: ScriptRun, calls: Sequence[Callable[[], object]], content: bool) -> None:
        """Call each, at the top of what is drawn (R52); what they ask to run is done in one run (R51, R84)."""
        wanted: list[SlotId] = []
        whole = False
        run.in_callback = True
        try:
            with self.session.fragments[run.fragments[0]].place(run) if run.fragments else nullcontext():
                for call in calls:
                    try:
                        call()
                        content = True
                    except RerunScript as signal:
                        wanted += signal.fragments
                        whole = whole or not signal.fragments
        finally:
            run.in_callback = False
        if whole or (wanted and not content) or (wanted and run.fragments is not None):
            run.unread_clicks.clear()
            run.end(RerunScript(asked=True, fragments=() if whole or content else wanted))

    def _finish(self, run: ScriptRun, request: Request, end: End, fragments: list[SlotId] | None) -> None:
        """Show the error, remove what a settled run did not draw, give back the clicks that another did not read."""
        session, settled = self.session, end.outcome in SETTLED
        if end.error is not None:
            self.host.draw_error(run, end.error)
        for identity in request.clicks:
            live = session.inputs.find(identity)
            if live is not None:
                session.inputs.press(live, False)
                if live.sheet is not None and live.sheet.clears and (settled or identity not in run.unread_clicks):
                    session.inputs.clear(live.sheet)
        if not settled:
            self.mailbox.carry(run.unread_clicks, run.fragments)
        elif run.fragments is None:
            self.page.trim()
            if end.error is None:
                self.page.facts.trim()
        if end.outcome == "complete":
            session.inputs.sweep()
        elif settled and run.fragments is None:
            session.inputs.leave()
        session.adoption.finish(end.outcome == "complete", settled=settled)
        if settled:
            session.fragments.sweep(fragments, complete=end.outcome == "complete")
            if session.sources:
                session.sources.keep(self.page.sources())
            session.route.arrive()

    def _remember(self, run: ScriptRun, outcome: Outcome, fragments: list[SlotId] | None, began: float) -> None:
        if outcome == "outdated":
            self._starved_since = self._starved_since or began
        elif outcome != "rerun":
            self._starved_since = None
        if outcome in ("complete", "stopped") and fragments != []:
            known = self.session.fragments
            self._usual = {each: usual for each, usual in self._usual.items() if each is None or each in known}
            self._usual[fragments[0] if fragments else None] = run.elapsed


def concluded(draw: Callable[[], None]) -> End:
    """Call what draws; whatever ends it becomes an outcome."""
    try:
        draw()
        return End("complete")
    except RerunScript as signal:
        return End("rerun" if signal.asked else "outdated", fragments=signal.fragments)
    except (StopScript, SystemExit):
        return End("stopped")
    except KeyboardInterrupt as error:
        return End("interrupted", error)
    except BaseException as error:  # noqa: BLE001  a script may raise anything; it is shown, and the app goes on
        return End("failed", error)


def surely(call: Callable[[], None]) -> None:
    """Make a call that must not be missed: an interrupt that strikes it came too late for its run, and is forgotten."""
    try:
        call()
    except (StopScript, KeyboardInterrupt):
        call()


def _wants_its_run(live: Input) -> bool:
    """Whether an input that was touched has no callback to ask for another run than its own."""
    on_change = live.spec.on_change
    return not callable(on_change) and on_change != "ignore" and (live.spec.trigger or live.sheet is None)


def _bound(live: Input) -> Callable[[], None]:
    spec = live.spec  # of the last render, not of the coming one (R46)

    def call() -> None:
        if callable(spec.on_change):
            spec.on_change(*(spec.args or ()), **(spec.kwargs or {}))

    return call

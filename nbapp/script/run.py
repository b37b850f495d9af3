"""One run of a script: a new object each time, so that nothing of the last one is left in it."""

from __future__ import annotations

import threading
import time
from collections.abc import Hashable
from typing import TYPE_CHECKING, Any, NoReturn

from nbapp.script.policy import Progress, may_abandon
from nbapp.signals import RerunScript, StopScript

if TYPE_CHECKING:
    from nbapp.script.requests import Mailbox
    from nbapp.session.inputs import InputSpec
    from nbapp.session.session import Session
    from nbapp.tree.page import Page


class ScriptRun:
    """One run of an app's script.

    Parameters
    ----------
    session : Session
        What the app keeps from run to run.
    page : Page
        What the run draws on.
    mailbox : Mailbox
        Where newer requests arrive.
    published : bool
        Readers are strangers: no traceback, no path.
    usual : float or None
        Seconds that the last complete run took.
    starved : float
        Seconds for which runs before this one were abandoned in a row.

    Attributes
    ----------
    attention : bool
        Something is to be looked at at the next yield point. The element calls read only this.
    here : Place or None
        Where module functions draw: the innermost `with`, or None for the main root.
    over : bool
        The script has ended. What is still drawn on its places, by a later callback or for its error, is drawn.
    printed : object or None
        What it has printed so far.
    recorder : object or None
        Notes what is drawn, for a cached function.
    """

    __slots__ = (
        "_started",
        "_usual",
        "attention",
        "delivered_click",
        "ended",
        "error_place",
        "here",
        "in_callback",
        "interruption",
        "mailbox",
        "over",
        "page",
        "printed",
        "published",
        "recorder",
        "session",
        "starved",
        "unread_clicks",
        "__weakref__",
        "wake",
    )

    def __init__(
        self,
        session: Session,
        page: Page,
        mailbox: Mailbox,
        *,
        published: bool = False,
        usual: float | None = None,
        starved: float = 0.0,
    ) -> None:
        self.session = session
        self.page = page
        self.mailbox = mailbox
        self.published = published
        self.starved = starved
        self.attention = mailbox.outdates
        self.ended: BaseException | None = None
        self.here: Any = None
        self.error_place: Any = None
        self.recorder: Any = None
        self.printed: Any = None
        self.in_callback = False
        self.over = False
        self.delivered_click = False
        self.unread_clicks: set[Hashable] = set()
        self.interruption: type[BaseException] | None = None
        self.wake = threading.Event()
        self._started = time.monotonic()
        self._usual = usual

    @property
    def elapsed(self) -> float:
        """Seconds since the run began."""
        return time.monotonic() - self._started

    def touch(self) -> None:
        """Pass a yield point: end here if the run was ended, stopped or outdated.

        Raises
        ------
        StopScript, KeyboardInterrupt
            If somebody stopped it.
        RerunScript
            If a newer request outdates it.
        """
        if self.over:
            return
        if self.ended is not None:
            raise self.ended
        if self.interruption is not None:
            self.end(self.interruption())
        if self.mailbox.outdates and not self.in_callback:
            progress = Progress(self.elapsed, self._usual, self.starved, self.delivered_click)
            if may_abandon(progress):
                self.end(RerunScript())

    def end(self, signal: BaseException) -> NoReturn:
        """End the run here. Whatever it draws from now on raises again (R94)."""
        if not self.in_callback:
            self.ended = signal
            self.attention = True
        raise signal

    def interrupt(self, signal: type[BaseException] = StopScript) -> None:
        """Ask the run, from another thread, to end at its next yield point or in its sleep."""
        self.interruption = signal
        self.attention = True
        self.wake.set()

    def value_of(self, spec: InputSpec, root: str) -> tuple[Any, Any]:
        """The live input that a call describes, and the value it has in this run.

        Parameters
        ----------
        spec : InputSpec
            What the call asks for.
        root : str
            The root branch it stands under.

        Returns
        -------
        tuple
            The input and the value.
        """
        inputs = self.session.inputs
        live = inputs.claim(spec, root)
        if spec.trigger:
            if live.identity in self.unread_clicks:
                self.unread_clicks.discard(live.identity)
                self.delivered_click = True
                return live, True
            return live, False
        return live, inputs.value_of(live)

"""One run of a script: a new object each time, so that nothing of the last one is left in it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from nbapp.errors import NO_PART, PARALLEL_PART, StreamlitInvalidLayoutContextError
from nbapp.script.policy import Progress, may_abandon
from nbapp.session.inputs import Spot
from nbapp.signals import RerunScript, StopScript
from nbapp.tree.node import Node

if TYPE_CHECKING:
    from nbapp.script.parallel import Parallel
    from nbapp.script.requests import Mailbox
    from nbapp.script.runner import Host
    from nbapp.session.fragments import Fragment
    from nbapp.session.inputs import Input, InputSpec
    from nbapp.session.session import Session
    from nbapp.tree.branch import Branch
    from nbapp.tree.page import Page
    from nbapp.types import SlotId

T = TypeVar("T")


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
    fragments : list, optional
        The fragments that run, instead of the whole script.

    Attributes
    ----------
    attention : bool
        Something is to be looked at at the next yield point. The element calls read only this.
    fragment : Fragment or None
        The fragment that is drawn just now.
    fragments : list or None
        The fragments that are still to run; None in a run of the whole script.
    page_name : str or None
        Which of an app's pages is drawn just now; None in the script around them.
    host : Host or None
        Where the run takes place.
    here : Place or None
        Where module functions draw: the innermost `with`, or None for the main root.
    main : ScriptRun or None
        The run beside which this one draws a parallel fragment.
    parallel : Parallel or None
        The fragments that are drawn beside this run.
    registered : set of SlotId
        The fragments that it has called so far.
    occurrences : dict
        How often it has called each fragment function, by the branch that it was called in.
    dialog_opened : bool
        It has opened a dialog.
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
        "dialog_opened",
        "ended",
        "error",
        "error_place",
        "fragment",
        "fragments",
        "here",
        "host",
        "in_callback",
        "interruption",
        "mailbox",
        "main",
        "occurrences",
        "over",
        "page",
        "page_name",
        "parallel",
        "printed",
        "published",
        "recorder",
        "registered",
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
        fragments: list[SlotId] | None = None,
    ) -> None:
        self.session = session
        self.page = page
        self.mailbox = mailbox
        self.published = published
        self.starved = starved
        self.attention = mailbox.has_news
        self.fragment: Fragment | None = None
        self.fragments = fragments
        self.page_name: str | None = None
        self.host: Host | None = None
        self.main: ScriptRun | None = None
        self.parallel: Parallel | None = None
        self.ended: BaseException | None = None
        self.here: Any = None
        self.error: BaseException | None = None
        self.error_place: Any = None
        self.recorder: Any = None
        self.printed: Any = None
        self.in_callback = False
        self.over = False
        self.delivered_click = False
        self.unread_clicks: set[Hashable] = set()
        self.registered: set[SlotId] = set()
        self.occurrences: dict[Hashable, int] = {}
        self.dialog_opened = False
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
        # A result that a cached function is about to have is what a newer run waits for (R116).
        if self.recorder is None and not self.in_callback and self.mailbox.outdates(self.fragments):
            whole = self.main or self  # what is drawn beside a script ends with it, and not sooner
            if may_abandon(Progress(whole.elapsed, whole._usual, whole.starved, whole.delivered_click)):
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
        if self.parallel is not None:
            self.parallel.interrupt(signal)

    def value_of(self, spec: InputSpec, branch: Branch) -> tuple[Input, Any]:
        """The live input that a call describes, and the value it has in this run.

        Parameters
        ----------
        spec : InputSpec
            What the call asks for.
        branch : Branch
            What it is drawn on.

        Returns
        -------
        tuple
            The input and the value.
        """
        inputs = self.session.inputs
        fragment = None if self.fragment is None else self.fragment.id
        with inputs.turn:
            live = inputs.claim(spec, Spot(branch.root, branch.form, self.page_name, fragment))
        if spec.trigger:
            if live.identity in self.unread_clicks:
                self.unread_clicks.discard(live.identity)
                self.delivered_click = True
                if self.main is not None:
                    self.main.delivered_click = True
                return live, True
            return live, False
        return live, inputs.value_of(live)

    def part_of(self, outside: Branch) -> Branch:
        """What the fragment that is drawn has for its own in a container outside of it (R81).

        Raises
        ------
        StreamlitInvalidLayoutContextError
            If it did not draw there when the whole script ran last: nothing says where its part is to stand. Or if it
            is drawn beside the script: nothing says which of the two comes first.
        """
        fragment = self.fragment
        assert fragment is not None
        if self.main is not None:
            raise StreamlitInvalidLayoutContextError(PARALLEL_PART)
        part = fragment.parts.get(outside)
        if part is not None:
            return part
        key = ("part", fragment.id)
        if self.draws(outside):
            part = outside.open(Node("fragment", {}, key), outside.single)[1]
        else:
            slot = outside.keyed.get(key)
            if slot is None or slot.branch is None:
                raise StreamlitInvalidLayoutContextError(NO_PART)
            part = slot.branch
            part.rewind()
        part.fragment = fragment.id
        fragment.parts[outside] = part
        return part

    def draws(self, branch: Branch) -> bool:
        """Whether a branch is drawn over in this run; where dialogs stand, anything can be drawn at any time."""
        running = self.fragments
        if running is None or branch.parent == "dialog":
            return True
        return self.session.fragments.is_inside(branch.fragment, running)

    def fails_in(self, place: Any, error: BaseException) -> None:
        """Note that an error comes through a place; it is drawn in the innermost one, if nobody catches it."""
        if error is not self.error:
            self.error, self.error_place = error, place

    def place_of(self, error: BaseException) -> Any:
        """Where an error happened; None if it came through no place that shows it."""
        return self.error_place if error is self.error else None

    def draw(self, fragment: Fragment, call: Callable[[], T], then: Callable[[ScriptRun], object] | None = None) -> T:
        """Call the function of a fragment where it draws, be it in a run of its own or in one of what is around it.

        Parameters
        ----------
        fragment : Fragment
            The fragment.
        call : callable
            Calls its function.
        then : callable, optional
            Called with the run after that, at the same place.
        """
        outer, self.fragment = self.fragment, fragment
        page_name, self.page_name = self.page_name, fragment.page_name
        try:
            with fragment.place(self):
                result = self.session.adoption.call_in(fragment.id, call)
                if then is not None:
                    then(self)
                return result
        finally:
            self.fragment, self.page_name = outer, page_name

"""What a run prints and displays inside `with output:`, where `output` is an Output of ipywidgets.

The widget's own way is to have the browser collect all that answers one request and send it back up. A run answers no
request, and what it shows never goes up: the outputs are set here.
"""

from __future__ import annotations

import base64
import functools
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from IPython.core.getipython import get_ipython

from nbapp.elements.failure import described
from nbapp.kernel.replaced import Replacements
from nbapp.kernel.traceback import below_machinery
from nbapp.script.current import get_run
from nbapp.session.actor import Actor, acting

if TYPE_CHECKING:
    from nbapp.script.run import ScriptRun

PAUSE = 0.1
"""Seconds between two updates while a block goes on."""


class Captured:
    """The outputs that a run gives one widget."""

    def __init__(self, run: ScriptRun, widget: Any) -> None:
        self._run = run
        self._widget = widget
        mine = run.session.adoption.owns(widget)
        self._outputs: list[dict[str, Any]] = [] if mine else list(widget.outputs)
        self._ids: dict[str, dict[str, Any]] = {}
        self._clears = False
        self._shown_at = time.monotonic()

    def write(self, name: str, text: str) -> None:
        """Append text; what follows text of the same stream joins it."""
        self._begin()
        last = self._outputs[-1] if self._outputs else {}
        if last.get("output_type") == "stream" and last.get("name") == name:
            self._outputs[-1] = {**last, "text": last["text"] + text}
        else:
            self._outputs.append({"output_type": "stream", "name": name, "text": text})
        self._show_if_due()

    def display(self, data: dict[str, Any], metadata: dict[str, Any], display_id: str | None, update: bool) -> None:
        """Append a MIME bundle, or put it where one of that id stands."""
        bundle = {mime: base64.b64encode(it).decode() if isinstance(it, bytes) else it for mime, it in data.items()}
        output = {"output_type": "display_data", "data": bundle, "metadata": metadata}
        if not update:
            self._begin()
            self._outputs.append(output)
        elif self.knows(display_id):
            old = self._ids[display_id or ""]
            self._outputs = [output if each is old else each for each in self._outputs]
            self.show()  # the block may have ended
        if display_id is not None:
            self._ids[display_id] = output
        self._show_if_due()

    def fail(self, error: BaseException, lines: Sequence[str]) -> None:
        """Append a traceback."""
        self._begin()
        name, text = type(error).__name__, str(error)
        self._outputs.append({"output_type": "error", "ename": name, "evalue": text, "traceback": list(lines)})

    def clear(self, wait: bool) -> None:
        """Take back what is there, now or when the next thing comes."""
        self._clears = wait
        if not wait:
            self._outputs = []

    def knows(self, display_id: str | None) -> bool:
        """Whether a display of that id stands here."""
        return self._ids.get(display_id or "") in self._outputs

    def show(self) -> None:
        """Bring the widget up to date."""
        self._shown_at = time.monotonic()
        with self._run.session.lock, acting(Actor.NBAPP):
            self._widget.outputs = tuple(self._outputs)

    def _begin(self) -> None:
        if self._clears:
            self._outputs, self._clears = [], False

    def _show_if_due(self) -> None:
        if time.monotonic() - self._shown_at > PAUSE:
            self.show()


class Captures:
    """The blocks that a run stands in, innermost last, and all that it has been in."""

    def __init__(self, run: ScriptRun) -> None:
        self._run = run
        self._known: dict[int, Captured] = {}
        self._open: list[Captured] = []

    @property
    def innermost(self) -> Captured | None:
        """Where print and display go; None for the page."""
        return self._open[-1] if self._open else None

    def holding(self, display_id: str | None) -> Captured | None:
        """The one that shows a display of that id."""
        return next((each for each in self._known.values() if each.knows(display_id)), None)

    def enter(self, widget: Any) -> None:
        """Begin a block."""
        captured = self._known.get(id(widget))
        if captured is None:
            captured = self._known[id(widget)] = Captured(self._run, widget)
        self._open.append(captured)

    def leave(self, error: BaseException | None) -> bool:
        """End a block; an error ends there, shown in the widget as ever, but what ends a run passes."""
        captured = self._open.pop()
        caught = isinstance(error, Exception)
        if caught and error is not None:
            if self._run.published:
                props = described(error, published=True)
                captured.write("stderr", f"{props['message']} ({props['id']})\n")
            else:
                captured.fail(error, lines_of(error))
        captured.show()
        return caught


def take_over(replacements: Replacements, captures_of: Callable[[ScriptRun], Captures]) -> None:
    """Have `Output` widgets ask which run they are entered in.

    Parameters
    ----------
    replacements : Replacements
        Puts everything back in the end.
    captures_of : callable
        The captures of a run.
    """
    from ipywidgets import Output

    enter, leave = Output.__enter__, Output.__exit__

    @functools.wraps(enter)
    def enter_(self: Any) -> Any:
        run = get_run()
        return enter(self) if run is None else captures_of(run).enter(self)

    @functools.wraps(leave)
    def leave_(self: Any, kind: Any, error: BaseException | None, trace: Any) -> Any:
        run = get_run()
        return leave(self, kind, error, trace) if run is None else captures_of(run).leave(error)

    replacements.put(Output, "__enter__", enter_)
    replacements.put(Output, "__exit__", leave_)


def lines_of(error: BaseException) -> list[str]:
    """The traceback as IPython shows it."""
    shell = get_ipython()
    trace = below_machinery(error.__traceback__)
    if shell is None:
        return [f"{type(error).__name__}: {error}"]
    lines: list[str] = shell.InteractiveTB.structured_traceback(type(error), error, trace)
    return lines

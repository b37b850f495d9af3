"""What a run prints and displays: caught by streams and publishers that ask which run they are called in.

Message headers are no help here: they differ between versions of ipykernel, and an ordinary cell may be executing on
another thread at the same time.
"""

from __future__ import annotations

import functools
import logging
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from nbapp.elements.bare import here
from nbapp.elements.container import Container
from nbapp.elements.failure import described
from nbapp.elements.printed import Text
from nbapp.elements.show import node_of_bundle
from nbapp.kernel import captured
from nbapp.kernel.captured import Captures
from nbapp.kernel.replaced import Replacements
from nbapp.kernel.server_log import server_stream
from nbapp.script.current import get_run

if TYPE_CHECKING:
    from nbapp.script.run import ScriptRun

log = logging.getLogger("nbapp")


class Printed(Text):
    """What one run has printed and displayed so far."""

    def __init__(self, run: ScriptRun) -> None:
        super().__init__(run)
        self.displays: dict[str, Container] = {}
        self.captures = Captures(run)

    def append(self, name: str, text: str) -> None:
        """Draw text, or give it to the Output widget that the run stands in."""
        if (captured := self.captures.innermost) is not None:
            captured.write(name, text)
        else:
            super().append(name, text)

    def display(self, data: dict[str, Any], metadata: dict[str, Any], display_id: str | None, update: bool) -> None:
        """Draw a MIME bundle where the run stands, or where a display of that id stands already."""
        captured = self.captures.holding(display_id) if update else self.captures.innermost
        if captured is not None:
            captured.display(data, metadata, display_id, update)
            return
        kind, props = node_of_bundle(data, metadata)
        place = here()
        if update:
            shown = self.displays.get(display_id or "")
            if shown is not None:
                shown.put(kind, props)
            return
        model_id = props.get("model_id") if kind == "widget" else None
        handle = show_model(place, str(model_id)) if model_id else place.put(kind, props)
        if display_id is not None:
            self.displays[display_id] = handle

    def clear(self, wait: bool) -> None:
        """Take back what stands in the container the run stands in (`clear_output`)."""
        if (captured := self.captures.innermost) is not None:
            captured.clear(wait)
            return
        branch = here().branch
        if wait:
            branch.rewind()
        else:
            branch.clear()
        self._slot = None

    def fail(self, error: BaseException, lines: Sequence[str]) -> None:
        """Show an error that somebody caught and asks to have shown."""
        if (captured := self.captures.innermost) is not None:
            captured.fail(error, lines)
        else:
            here().put("exception", described(error, self._run.published))


def show_model(place: Container, model_id: str) -> Container:
    """Show a widget that is known by its model."""
    from ipywidgets.widgets import widget as registry

    widget = registry._instances.get(model_id)
    return place.put("widget", {"model_id": model_id}) if widget is None else place.show(widget)


class RunStream:
    """Stands in for `sys.stdout` or `sys.stderr`: inside a run it prints on the page.

    Parameters
    ----------
    name : str
        "stdout" or "stderr".
    ordinary : stream
        Where everything else goes.
    """

    shows_on_page = True

    def __init__(self, name: str, ordinary: Any) -> None:
        self._name = name
        self._ordinary = ordinary
        self._stream: TextIO | None = None

    def _server(self) -> TextIO:
        """The server's log, for what strangers must not read."""
        if self._stream is None:
            self._stream = server_stream(self._ordinary)
        return self._stream

    def write(self, text: str) -> int:
        """Write a piece of text."""
        run = get_run()
        if run is None:
            return int(self._ordinary.write(text) or len(text))
        if run.published and self._name == "stderr":
            self._server().write(str(text))
        else:
            printed(run).write(self._name, str(text))
        return len(text)

    def writelines(self, lines: Any) -> None:
        """Write several pieces."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Have the ordinary stream flushed; a run's text needs none."""
        if get_run() is None and self._ordinary is not None:
            self._ordinary.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ordinary, name)


def printed(run: ScriptRun) -> Printed:
    """What a run has printed so far."""
    state: Printed | None = run.printed
    if state is None:
        state = run.printed = Printed(run)
    return state


class Takeover:
    """Puts streams and publishers in place, and takes them away again."""

    def __init__(self) -> None:
        self._replacements = Replacements()

    def install(self) -> None:
        """Take over `sys.stdout`, `sys.stderr`, IPython's publishers and its `capture_output`, and `Output` widgets."""
        from IPython.core.displaypub import CapturingDisplayPublisher, DisplayPublisher
        from IPython.core.getipython import get_ipython
        from IPython.utils.capture import capture_output

        for name in ("stdout", "stderr"):
            self._replacements.put(sys, name, RunStream(name, getattr(sys, name)))
        for publisher in (CapturingDisplayPublisher, *own_publishers(DisplayPublisher)):
            self._replacements.put(publisher, "publish", asking_run(publisher.publish))
            self._replacements.put(publisher, "clear_output", asking_run_to_clear(publisher.clear_output))
        self._replacements.put(capture_output, "__enter__", still_asking_run(capture_output.__enter__))
        captured.take_over(self._replacements, lambda run: printed(run).captures)
        shell: Any = type(get_ipython())
        if hasattr(shell, "_showtraceback"):
            self._replacements.put(shell, "_showtraceback", asking_run_to_fail(shell._showtraceback))

    def uninstall(self) -> None:
        """Put everything back."""
        self._replacements.undo()


def own_publishers(base: Any) -> list[Any]:
    """The publisher class that this shell uses, and its bases, as far as they publish for themselves."""
    from IPython.core.getipython import get_ipython

    shell = get_ipython()
    kind = base if shell is None else type(shell.display_pub)
    return [cls for cls in kind.__mro__ if "publish" in vars(cls)][:1]


def asking_run(publish: Callable[..., None]) -> Callable[..., None]:
    """A `publish` that draws on the page when it is called in a run."""

    @functools.wraps(publish)
    def publish_(self: Any, data: dict[str, Any], metadata: Any = None, *args: Any, **kwargs: Any) -> None:
        run = get_run()
        if run is None:
            publish(self, data, metadata, *args, **kwargs)
            return
        transient = kwargs.get("transient") or {}
        printed(run).display(data, metadata or {}, transient.get("display_id"), bool(kwargs.get("update")))

    return publish_


def asking_run_to_clear(clear_output: Callable[..., None]) -> Callable[..., None]:
    """A `clear_output` that clears the page when it is called in a run."""

    @functools.wraps(clear_output)
    def clear(self: Any, wait: bool = False) -> None:
        run = get_run()
        if run is None:
            clear_output(self, wait)
        else:
            printed(run).clear(wait)

    return clear


def asking_run_to_fail(show: Callable[..., None]) -> Callable[..., None]:
    """A `_showtraceback` that shows on the page what is caught in a run (the function of `interactive`)."""

    @functools.wraps(show)
    def show_(self: Any, kind: Any, error: Any, lines: Any) -> None:
        run = get_run()
        if run is None or not isinstance(error, BaseException):
            show(self, kind, error, lines)
        else:
            printed(run).fail(error, list(lines))

    return show_


def still_asking_run(enter: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """An entry to `capture_output` that leaves the output of runs alone (`%%capture` in another cell)."""

    @functools.wraps(enter)
    def enter_(self: Any) -> Any:
        if get_run() is not None:
            return enter(self)
        captured = enter(self)
        if self.stdout:
            sys.stdout = RunStream("stdout", sys.stdout)
        if self.stderr:
            sys.stderr = RunStream("stderr", sys.stderr)
        return captured

    return enter_

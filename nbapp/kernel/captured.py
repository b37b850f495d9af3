"""`with ipywidgets.Output():` in a run: what is printed and displayed inside goes into that widget.

By itself the widget asks the browser to divert the messages of the cell that is executed; a run sends none of those.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from nbapp.kernel.replaced import Replacements
from nbapp.script.current import get_run


class Captures:
    """The `Output` widgets that one run stands in, innermost last."""

    def __init__(self) -> None:
        self._standing: list[Any] = []
        self._begun: set[int] = set()
        self._cleared: set[int] = set()

    def __bool__(self) -> bool:
        return bool(self._standing)

    def enter(self, output: Any) -> None:
        """Go into a widget; what earlier runs left in it goes when this one adds the first output."""
        self._standing.append(output)
        if id(output) not in self._begun:
            self._begun.add(id(output))
            self._cleared.add(id(output))

    def leave(self) -> None:
        """Leave the innermost one."""
        output = self._standing.pop()
        if id(output) in self._cleared:
            self._cleared.discard(id(output))
            output.outputs = ()

    def add(self, entry: dict[str, Any]) -> None:
        """Append an output to the innermost one, text to text."""
        output = self._standing[-1]
        entries = () if id(output) in self._cleared else output.outputs
        self._cleared.discard(id(output))
        last = entries[-1] if entries else {}
        if entry["output_type"] == "stream" == last.get("output_type") and entry["name"] == last["name"]:
            entries, entry = entries[:-1], {**entry, "text": last["text"] + entry["text"]}
        output.outputs = (*entries, entry)

    def clear(self, wait: bool) -> None:
        """Empty the innermost one: now, or when the next output comes."""
        if wait:
            self._cleared.add(id(self._standing[-1]))
        else:
            self._standing[-1].outputs = ()


def take_over(replacements: Replacements, captures_of: Callable[[Any], Captures]) -> None:
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
        if run is None:
            return enter(self)
        captures_of(run).enter(self)
        return self

    @functools.wraps(leave)
    def leave_(self: Any, *error: Any) -> Any:
        run = get_run()
        if run is None:
            return leave(self, *error)
        captures_of(run).leave()
        return None

    replacements.put(Output, "__enter__", enter_)
    replacements.put(Output, "__exit__", leave_)

"""What a run prints: text that grows where the run stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nbapp.elements.bare import here
from nbapp.elements.container import Container

if TYPE_CHECKING:
    from nbapp.script.run import ScriptRun
    from nbapp.tree.branch import Slot

CHUNK = 20_000
"""Characters in one node of printed text; the next line begins another node, so that a long log stays cheap."""

LIMIT = 1_000_000
"""Characters that one run may print on its page."""


class Text:
    """What one run has printed so far.

    Parameters
    ----------
    run : ScriptRun
        The run.
    """

    def __init__(self, run: ScriptRun) -> None:
        self._run = run
        self._slot: Slot | None = None
        self._cursor = -1
        self._name = ""
        self._text = ""
        self._total = 0

    def write(self, name: str, text: str) -> None:
        """Append text where the run stands; what follows what was printed before joins it.

        Parameters
        ----------
        name : str
            "stdout" or "stderr".
        text : str
            Any text; too much of it is left out.
        """
        if self._total > LIMIT or not text:
            return
        self._total += len(text)
        if self._total > LIMIT:
            text += f"\n(A run shows at most {LIMIT:,} characters of print. The rest is left out.)\n"
        self.append(name, text)

    def append(self, name: str, text: str) -> None:
        """Draw text."""
        place = here()
        joins = (
            self._slot is not None
            and place.slot is None
            and self._name == name
            and place.branch.cursor == self._cursor
            and place.branch.slots[self._cursor - 1 : self._cursor] == [self._slot]
            and len(self._text) < CHUNK
        )
        if joins:
            self._text = overwritten(self._text + text)
            Container(self._run, place.branch, self._slot).put("stream", {"name": name, "body": self._text})
            return
        self._text = overwritten(text)
        self._name = name
        self._slot = place.put("stream", {"name": name, "body": self._text}).slot
        self._cursor = place.branch.cursor


def overwritten(text: str) -> str:
    """Text as a terminal shows it: after a carriage return a line is written over.

    Examples
    --------
    >>> overwritten("10%\\r20%\\rdone\\n")
    'done\\n'
    """
    if "\r" not in text:
        return text
    lines = text.replace("\r\n", "\n").split("\n")
    return "\n".join(line[line.rstrip("\r").rfind("\r") + 1 :] for line in lines)

"""Facts: what is said of a page as a whole, beside what is drawn on it: its title, its address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Fact = dict[str, Any]


def ignore(name: str, fact: Fact) -> None:
    """Listen to nothing."""


class Facts:
    """What is said of a page, by the name of the message that tells it; part of every snapshot.

    Parameters
    ----------
    tell : callable, optional
        Called with the name and the whole fact whenever it has changed.

    Examples
    --------
    >>> facts = Facts(print)
    >>> facts.change("config", title="Pets")
    config {'title': 'Pets'}
    >>> facts.change("config", title="Pets")
    >>> facts.change("config", layout="wide")
    config {'title': 'Pets', 'layout': 'wide'}
    """

    def __init__(self, tell: Callable[[str, Fact], None] = ignore) -> None:
        self.tell = tell
        self._facts: dict[str, Fact] = {}
        self._unsaid: set[str] = set()
        self._renewed: set[str] = set()

    def get(self, name: str) -> Fact:
        """Return one fact; empty where nothing was said."""
        return dict(self._facts.get(name, {}))

    def change(self, name: str, **values: Any) -> None:
        """Say something anew; what is not named stays as it was said, and what is said again is not told again.

        Parameters
        ----------
        name : str
            The fact: "config".
        **values : object
            JSON.
        """
        before = self._facts.get(name, {})
        after = {**before, **values}
        if after != before:
            self._facts[name] = after
            self.tell(name, dict(after))

    def say(self, name: str, **values: Any) -> None:
        """Say something that counts as long as every run of the whole script says it; all of it anew.

        Parameters
        ----------
        name : str
            The fact: "navigation".
        **values : object
            JSON.
        """
        self._renewed.add(name)
        self._unsaid.discard(name)
        if values != self._facts.get(name):
            self._facts[name] = values
            self.tell(name, dict(values))

    def rewind(self) -> None:
        """Begin a run of the whole script: what it says in every run is not said yet."""
        self._unsaid = {name for name in self._renewed if self._facts.get(name)}

    def trim(self) -> None:
        """End such a run, without an error: what it did not say does not count any more."""
        for name in self._unsaid:
            self._facts[name] = {}
            self.tell(name, {})
        self._unsaid = set()

    def snapshot(self) -> dict[str, Fact]:
        """Return every fact by its name."""
        return {name: dict(fact) for name, fact in self._facts.items()}

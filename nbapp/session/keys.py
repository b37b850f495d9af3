"""The keys of one app's inputs: which the run under way has taken, and which input is live under each."""

from __future__ import annotations

import threading
from collections.abc import Hashable

from nbapp.errors import KEY_OF_NBAPP, StreamlitAPIException, StreamlitDuplicateElementKey, StreamlitValueError
from nbapp.session.inputs import Input
from nbapp.session.precedence import Known


class Keys:
    """The keys of one app's inputs, and of what else has one.

    Parameters
    ----------
    turn : threading.RLock
        Held by the threads that draw.
    """

    def __init__(self, turn: threading.RLock) -> None:
        self._turn = turn
        self._claimed: dict[str, Input | None] = {}
        self._elsewhere: set[str] = set()
        self._live: dict[str, dict[Hashable, Input]] = {}
        self._latest: dict[str, Hashable] = {}

    def begin(self) -> None:
        """Begin a run: no key is taken."""
        self._claimed, self._elsewhere = {}, set()

    def claim(self, key: str) -> None:
        """Take a key for this run.

        Raises
        ------
        StreamlitDuplicateElementKey
            If it is taken.
        StreamlitValueError, StreamlitAPIException
            If nothing can have it.
        """
        if not key:
            raise StreamlitValueError("key", ["a text that is not empty"], key)
        if key.startswith("$$ID"):
            raise StreamlitAPIException(KEY_OF_NBAPP.format(key=key))
        with self._turn:
            if key in self._claimed or key in self._elsewhere:
                raise StreamlitDuplicateElementKey(key)
            self._claimed[key] = None

    def stays_out(self, live: Input) -> None:
        """Note that an input stands outside of what this run draws: its key is taken."""
        if live.key is not None:
            self._elsewhere.add(live.key)

    def draw(self, key: str, live: Input) -> None:
        """Note that this run has drawn an input."""
        self._claimed[key] = live

    def drawn(self, key: str) -> Input | None:
        """The input of that key that this run drew, if its value was not deleted since."""
        return self._claimed.get(key)

    def let_go(self, key: str) -> None:
        """Take that the value of an input was deleted: it can be set for the next run."""
        if key in self._claimed:
            self._claimed[key] = None

    def known(self, key: str, live: Input | None) -> Known:
        """What is known of the input that is to have a key; None for one that is not live."""
        others = self._live.get(key, {})
        if live is None:
            return Known.SUCCESSOR if others else Known.NEW
        latest = self._latest.get(key)
        return Known.LIVE if latest == live.identity or latest not in others else Known.RETURNING

    def give(self, key: str, identity: Hashable) -> None:
        """Note which input had a key last."""
        self._latest[key] = identity

    def has_latest(self, live: Input) -> bool:
        """Whether an input is the one that had its key last."""
        return live.key is not None and self._latest.get(live.key) == live.identity

    def first(self, key: str) -> Input | None:
        """The live input of a key, the oldest of several."""
        return next(iter(list(self._live.get(key, {}).values())), None)

    def add(self, live: Input) -> None:
        """Note that an input is live."""
        if live.key is not None:
            self._live.setdefault(live.key, {})[live.identity] = live

    def remove(self, live: Input) -> None:
        """Note that it is no more."""
        if live.key is None:
            return
        others = self._live.get(live.key, {})
        others.pop(live.identity, None)
        if not others:
            self._live.pop(live.key, None)
        if self.has_latest(live):
            del self._latest[live.key]

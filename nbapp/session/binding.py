"""Inputs whose values stand in the address: `bind="query-params"` (R109, R110)."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from nbapp.session.inputs import equal
from nbapp.session.precedence import ABSENT

if TYPE_CHECKING:
    from nbapp.session.inputs import Input, InputSpec
    from nbapp.session.route import Route

log = logging.getLogger("nbapp")


class Bindings:
    """The inputs of one app whose values stand in the address, under their keys.

    Parameters
    ----------
    route : Route
        Where the reader is.
    """

    def __init__(self, route: Route) -> None:
        self._route = route

    def seed(self, spec: InputSpec, key: str) -> Any:
        """The value that the address gives to an input; `ABSENT` where it gives none that the script offers.

        A text that the script does not offer goes from the address.
        """
        texts = self._route.query.get(key)
        if texts is None or spec.bind is None:
            return ABSENT
        try:
            value = spec.check(spec.bind.from_query(texts))
            return value if spec.fit is None else spec.fit(value)
        except Exception as refusal:  # noqa: BLE001  a check runs code of the script's
            log.debug("%s %r does not take %r from the address: %s", spec.kind, spec.label, texts, refusal)
            self._route.query.remove(key)
            return ABSENT

    def show(self, live: Input) -> None:
        """Have the address name the value of an input, unless that is the default."""
        key, bind, query = live.key, live.spec.bind, self._route.query
        if key is None or bind is None:
            return
        self._route.reads = True
        query.bind(key, id(self))
        if equal(live.value, live.spec.default):
            query.remove(key)
        else:
            query.set(key, bind.to_query(live.value))

    def end(self, live: Input, spec: InputSpec) -> None:
        """Take an input, as it was drawn last, out of the address."""
        if live.key is not None and spec.bind is not None:
            self._route.query.unbind(live.key, id(self))
            if not self._route.query.is_bound(live.key):
                self._route.query.remove(live.key)

    def close(self, inputs: Iterable[Input]) -> None:
        """Let go of the address, as it is: the app is closed."""
        for live in inputs:
            if live.key is not None and live.spec.bind is not None:
                self._route.query.unbind(live.key, id(self))

    def wanted(self, inputs: Iterable[Input], history: bool) -> list[tuple[Input, Any]]:
        """The inputs that the address, to which a reader has gone, gives another value.

        Parameters
        ----------
        inputs : iterable of Input
            All that are live.
        history : bool
            By going back or forward: an input that the address does not name has its default then.
        """
        found = []
        for live in inputs:
            if live.key is None or live.spec.bind is None:
                continue
            value = self.seed(live.spec, live.key)
            if value is ABSENT and history:
                value = live.spec.default
            if value is not ABSENT:
                found.append((live, value))
        return found

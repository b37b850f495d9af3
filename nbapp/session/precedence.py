"""Which value an input with a key has when it is drawn: the one table of it (R20, R30, R43, R57, R109).

Values come from five sides: the address, the script (and callbacks, ordinary cells, tests), the reader, an earlier
input of the same key, and the default of the call. What a reader gave stands in `session_state` like any other value.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from enum import Enum
from typing import Any

from nbapp.session.inputs import Input, InputSpec
from nbapp.session.state import State

log = logging.getLogger("nbapp")

ABSENT = object()
"""No value."""


class Known(Enum):
    """What the app knows of the input."""

    LIVE = "it was drawn before, and is live"
    RETURNING = "it is live, but another input of the app has had its key since, in runs that were cut short"
    SUCCESSOR = "another input of the app has its key: its kind or one of its keyed parameters is another"
    NEW = "no input of the app has its key"


class Held(Enum):
    """What `session_state` holds under the key."""

    NOTHING = "nothing, or it was deleted"
    LEFT = "what an input has there, or had when it was drawn last"
    OWN = "the same; and code had set the key in an earlier run, when no input had it"
    SET = "what code has set since an input of the key was drawn last"


class Side(Enum):
    """Where the value is taken from."""

    ADDRESS = "the address"
    ITSELF = "the input itself"
    HELD = "what `session_state` holds"
    OWN = "what code had set before there was an input"
    DEFAULT = "the default of the call"


VALUES: Mapping[Known, Mapping[Held, Side]] = {
    Known.LIVE: {
        Held.NOTHING: Side.DEFAULT,
        Held.LEFT: Side.HELD,
        Held.OWN: Side.HELD,
        Held.SET: Side.HELD,
    },
    Known.RETURNING: {
        Held.NOTHING: Side.DEFAULT,
        Held.LEFT: Side.ITSELF,
        Held.OWN: Side.ITSELF,
        Held.SET: Side.HELD,
    },
    Known.SUCCESSOR: {
        Held.NOTHING: Side.DEFAULT,
        Held.LEFT: Side.DEFAULT,
        Held.OWN: Side.OWN,
        Held.SET: Side.HELD,
    },
    Known.NEW: {
        Held.NOTHING: Side.DEFAULT,
        Held.LEFT: Side.HELD,
        Held.OWN: Side.HELD,
        Held.SET: Side.HELD,
    },
}
"""By what is known of the input and what is held under its key: where its value is taken from."""


def side(known: Known, held: Held, address: bool = False) -> Side:
    """Where the value of an input is taken from.

    Parameters
    ----------
    known : Known
        What the app knows of the input.
    held : Held
        What is held under its key.
    address : bool
        The address names a value for it that the script offers; a live input is in the address already.

    Examples
    --------
    >>> side(Known.NEW, Held.LEFT), side(Known.SUCCESSOR, Held.LEFT)
    (<Side.HELD: 'what `session_state` holds'>, <Side.DEFAULT: 'the default of the call'>)
    """
    if address and known in (Known.NEW, Known.SUCCESSOR):
        return Side.ADDRESS
    return VALUES[known][held]


def held(state: State, key: str) -> Held:
    """What is held under a key."""
    if key not in state.values:
        return Held.NOTHING
    if key in state.assigned:
        return Held.SET
    return Held.OWN if key in state.own else Held.LEFT


def value_of(spec: InputSpec, state: State, known: Known, live: Input | None, address: Any = ABSENT) -> Any:
    """The value that an input with a key has now, checked against what the script offers.

    Parameters
    ----------
    spec : InputSpec
        What the script asks for.
    state : State
        Holds the values by key.
    known : Known
        What the app knows of the input.
    live : Input or None
        The input, if it is live.
    address : object
        The value that the address names, if it names one.
    """
    key = str(spec.key)
    came_from = side(known, held(state, key), address is not ABSENT)
    if came_from is Side.ADDRESS:
        return address
    if came_from is Side.DEFAULT:
        return spec.default
    if came_from is Side.OWN:
        return fitted(spec, state.own[key])
    value = state.values[key]
    if came_from is Side.ITSELF and live is not None:
        value = live.value
    elif key in state.assigned:
        return fitted(spec, spec.check(value))
    return value if spec.fit is None and live is not None else fitted(spec, value)


def fitted(spec: InputSpec, value: Any) -> Any:
    """A kept value, or the default where the script does not offer it any more."""
    try:
        return (spec.fit or spec.check)(value)
    except Exception as refusal:  # noqa: BLE001  whatever a user's own function raises, the default is right
        log.debug("%s %r returns to its default: %s", spec.kind, spec.label, refusal)
    return spec.default

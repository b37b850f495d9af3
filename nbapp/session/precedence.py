"""Which value an input with a key has when it is drawn: the one table of it (R20, R30, R43, R57, R109).

Values come from five sides: the address, the script (and callbacks, ordinary cells, tests), the reader, an earlier
input of the same key, and the default of the call. What a reader gave stands in `session_state` like any other value.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum


class Known(Enum):
    """What the app knows of the input."""

    LIVE = "it was drawn before, and is live"
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
    if address and known is not Known.LIVE:
        return Side.ADDRESS
    return VALUES[known][held]

"""The shapes the rooms speak in: ids as types of their own, JSON, and what a value may promise."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, NewType, TypeAlias

SlotId = NewType("SlotId", int)
"""One position on a page; unique in that page for as long as it lives."""

AppId = NewType("AppId", str)
"""One app of a kernel: its `--name`, its notebook cell, or a number of its own."""

Identity = Hashable
"""What makes an input of this run the same input as one of the last run."""

Json: TypeAlias = "bool | int | float | str | bytes | list[Any] | dict[str, Any] | None"
"""A property of a node: JSON, or bytes that travel as a binary buffer."""

Props = dict[str, Any]
"""The properties of a node, by name."""

Op = list[Any]
"""One change of a page, ready for the wire: `["put", slot, kind, props]` and its like."""


class Discreet:
    """What shows its keys and never its values, wherever it is drawn or printed."""

    __slots__ = ()

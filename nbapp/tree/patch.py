"""The four ways a page changes, as they go over the wire, and how waiting changes become fewer.

Slots are named by ids that never change and are never used again, so an op means the same however many others came
before it.

- `["put", slot, kind, props]`: what stands at the slot is now this
- `["insert", parent, before, slot tree]`: a new slot in `parent`, before another one, or last (None)
- `["move", slot, before]`: the slot's place among its siblings
- `["remove", [slot, ...]]`: these are gone, and all that is in them
"""

from __future__ import annotations

from typing import Any

from nbapp.tree.kinds import CONTAINERS
from nbapp.types import Op, Props


def put(slot: int, kind: str, props: Props) -> Op:
    """The node at `slot` is replaced."""
    return ["put", slot, kind, props]


def insert(parent: int | str, before: int | None, slot: dict[str, Any]) -> Op:
    """A new slot stands in `parent`."""
    return ["insert", parent, before, slot]


def move(slot: int, before: int | None) -> Op:
    """The slot stands elsewhere in its parent."""
    return ["move", slot, before]


def remove(slots: list[int]) -> Op:
    """The slots are gone."""
    return ["remove", slots]


def coalesce(ops: list[Op]) -> list[Op]:
    """Fewer ops with the same effect: the last put of a slot wins, in the place of the first, or joins the insert.

    Parameters
    ----------
    ops : list
        Changes in the order they were made.

    Returns
    -------
    list
        Changes with the same result, in a valid order.
    """
    kept: list[Op] = []
    fresh: dict[int, dict[str, Any]] = {}
    last_put: dict[int, int] = {}
    for op in ops:
        name = op[0]
        if name == "put":
            slot, kind = op[1], op[2]
            inserted = fresh.get(slot)
            if inserted is not None and holds_alike(inserted["kind"], kind):
                inserted["kind"], inserted["props"] = kind, op[3]
                continue
            fresh.pop(slot, None)
            if slot in last_put and holds_alike(kept[last_put[slot]][2], kind):
                kept[last_put[slot]] = op  # where the first one stood: what was put inside since stays inside
                continue
            last_put[slot] = len(kept)
        elif name == "insert":
            tree = dict(op[3])
            op = ["insert", op[1], op[2], tree]
            fresh[tree["id"]] = tree
        kept.append(op)
    return kept


def holds_alike(kind: str, other: str) -> bool:
    """Whether what was put inside the one may stay inside the other."""
    return (kind in CONTAINERS) == (other in CONTAINERS)

"""A branch: the slots of one container, drawn over from the top in every run.

A run walks down the branch with a cursor. A node without key takes the next slot if that one has no key either and is
no container of another kind; a node with a key takes the slot of that key wherever it is. Slots passed over are left
where they are, and go when the run is complete (`trim`): so a warning that appears above an input, or disappears, never
moves the input, nor the columns that the input stands in.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import TYPE_CHECKING, Any

from nbapp.tree import patch
from nbapp.tree.kinds import CONTAINERS, FOLDING
from nbapp.tree.node import Node
from nbapp.types import Op, SlotId

if TYPE_CHECKING:
    from nbapp.tree.page import Page


SIGHT = 20
"""Slots that a node looks past for the one it was in the last run."""


class Slot:
    """One position on the page, and the node that stands there now."""

    __slots__ = ("branch", "drawn", "id", "node")

    def __init__(self, slot_id: int, node: Node) -> None:
        self.id = slot_id
        self.node = node
        self.drawn = True
        self.branch: Branch | None = None

    def as_json(self) -> dict[str, Any]:
        """The slot and all below it, as it goes over the wire."""
        tree: dict[str, Any] = {"id": self.id, "kind": self.node.kind, "props": self.node.props}
        if self.branch is not None:
            tree["children"] = [slot.as_json() for slot in self.branch.slots]
        return tree


class Branch:
    """The slots of one container or root.

    Parameters
    ----------
    page : Page
        What the branch belongs to; it hands out slot ids and takes the ops.
    parent : int or str
        The slot of the container, or the name of the root.
    root : str
        The name of the root it grows from.
    folded : bool
        A reader may not see it at once: it is in a tab or an expander.
    single : bool
        Holds one element at most: each new one replaces what stands there (`empty`).

    Attributes
    ----------
    fragment : SlotId or None
        The fragment that it belongs to; what is opened in it belongs there too.
    form : str or None
        The form that it belongs to, in the same way.
    """

    __slots__ = (
        "cursor",
        "detached",
        "folded",
        "form",
        "fragment",
        "keyed",
        "page",
        "parent",
        "root",
        "single",
        "slots",
    )

    def __init__(self, page: Page, parent: int | str, root: str, *, folded: bool = False, single: bool = False) -> None:
        self.page = page
        self.parent = parent
        self.root = root
        self.folded = folded
        self.single = single
        self.detached = False
        self.fragment: SlotId | None = None
        self.form: str | None = None
        self.slots: list[Slot] = []
        self.keyed: dict[Hashable, Slot] = {}
        self.cursor = 0

    def rewind(self) -> None:
        """Begin to draw this branch from its top."""
        self.cursor = 0
        for slot in self.slots:
            slot.drawn = False

    def put(self, node: Node) -> Slot:
        """Draw a node at the cursor; only a difference to what is shown becomes an op.

        Returns
        -------
        Slot
            Where the node stands.
        """
        with self.page.lock:
            if self.single:
                return self._put_only(node)
            if node.key is not None:
                return self._put_keyed(node)
            return self._put_next(node)

    def open(self, node: Node, single: bool = False) -> tuple[Slot, Branch]:
        """Draw a container's node and begin its branch.

        Returns
        -------
        tuple
            The container's slot and the branch inside it, rewound.
        """
        with self.page.lock:
            return self._open(self.put(node), single)

    def open_in(self, slot: Slot, node: Node, single: bool = False) -> Branch:
        """The same in a slot that is already there."""
        with self.page.lock:
            self.replace(slot, node)
            return self._open(slot, single)[1]

    def _open(self, slot: Slot, single: bool) -> tuple[Slot, Branch]:
        if slot.branch is None or slot.branch.single != single:
            if slot.branch is not None:
                slot.branch.clear()
                slot.branch.detach()
            folded = self.folded or slot.node.kind in FOLDING
            slot.branch = Branch(self.page, slot.id, self.root, folded=folded, single=single)
            slot.branch.fragment, slot.branch.form, slot.branch.detached = self.fragment, self.form, self.detached
        else:
            slot.branch.rewind()
        return slot, slot.branch

    def replace(self, slot: Slot, node: Node) -> None:
        """Draw a node in a slot that is already there."""
        with self.page.lock:
            slot.drawn = True
            if not slot.node.draws_like(node):
                self._replace(slot, node)

    def trim(self) -> list[Slot]:
        """Remove what the run did not draw, here and below.

        Returns
        -------
        list
            The slots that are gone.
        """
        with self.page.lock:
            gone = [slot for slot in self.slots if not slot.drawn]
            if gone:
                self.slots = [slot for slot in self.slots if slot.drawn]
                self._forget(gone)
            below = [slot.branch.trim() for slot in self.slots if slot.branch is not None]
            return gone + [slot for slots in below for slot in slots]

    def clear(self) -> None:
        """Remove everything."""
        with self.page.lock:
            gone, self.slots, self.cursor = self.slots, [], 0
            if gone:
                self._forget(gone)

    def remove(self, inside: Branch) -> None:
        """Remove the container of a branch."""
        with self.page.lock:
            gone = [slot for slot in self.slots if slot.branch is inside]
            if gone:
                self.cursor -= self.slots.index(gone[0]) < self.cursor
                self.slots = [slot for slot in self.slots if slot.branch is not inside]
                self._forget(gone)

    def has_drawn(self, key: Hashable) -> bool:
        """Whether this run has drawn a node of that key here."""
        slot = self.keyed.get(key)
        return slot is not None and slot.drawn

    def keep(self, key: Hashable) -> None:
        """Leave the node of that key where it is, as if this run had drawn it."""
        slot = self.keyed.get(key)
        if slot is not None:
            slot.drawn = True

    def last_drawn(self) -> Slot | None:
        """The slot above the cursor, None at the top."""
        return self.slots[self.cursor - 1] if 0 < self.cursor <= len(self.slots) else None

    def slip_in(self, anchor: Slot | None, node: Node) -> Slot:
        """Show a keyed node for a while below `anchor` (at the top without one); what a run draws goes round it."""
        with self.page.lock:
            position = self.slots.index(anchor) + 1 if anchor in self.slots else 0
            slot = self._insert(position, node)
            self.cursor += position <= self.cursor
            return slot

    def take_out(self, slot: Slot) -> None:
        """Remove a slot that was slipped in; the cursor stays with what the run draws."""
        with self.page.lock:
            if slot in self.slots:
                position = self.slots.index(slot)
                del self.slots[position]
                self.cursor -= position < self.cursor
                self._forget([slot])

    def walk(self) -> Iterator[Slot]:
        """Every slot here and below, in reading order."""
        for slot in self.slots:
            yield slot
            if slot.branch is not None:
                yield from slot.branch.walk()

    def _put_only(self, node: Node) -> Slot:
        self.rewind()
        slot = self._put_next(node) if node.key is None else self._put_keyed(node)
        others = [each for each in self.slots if each is not slot]
        if others:
            self.slots, self.cursor = [slot], 1
            self._forget(others)
        return slot

    def _put_next(self, node: Node) -> Slot:
        cursor = self.cursor
        slots = self.slots
        if cursor < len(slots) and (slots[cursor].node.key is not None or slots[cursor].node.kind != node.kind):
            cursor = self._pass_over(node)
        self.cursor = cursor + 1
        if cursor < len(slots):
            slot = slots[cursor]
            old = slot.node
            if old.key is None and (old.kind == node.kind or slot.branch is None):
                slot.drawn = True
                if old.kind != node.kind or old.props != node.props:
                    self._replace(slot, node)
                return slot
        return self._insert(cursor, node)

    def _pass_over(self, node: Node) -> int:
        """Find where a node without key stood in the last run, if what stands before that seems to be gone.

        An input at the cursor may have gone, or may come after this node: past inputs only a node that looks alike is
        taken for the same. Past leaves only a container looks, for the next one of its kind.
        """
        slots, cursor = self.slots, self.cursor
        inputs_between = False
        for position in range(cursor, min(cursor + SIGHT, len(slots))):
            slot = slots[position]
            if slot.node.key is not None:
                inputs_between = True
            elif slot.branch is not None or node.kind not in CONTAINERS:
                alike = slot.node.draws_like(node) if inputs_between else slot.node.kind == node.kind
                return position if alike else cursor
        return cursor

    def _put_keyed(self, node: Node) -> Slot:
        slot = self.keyed.get(node.key)
        if slot is None or slot.drawn:
            self.cursor += 1
            return self._insert(self.cursor - 1, node)
        position = self._position(slot)
        if position < self.cursor:
            self._reorder(slot, position)
        else:
            self.cursor = position + 1
        slot.drawn = True
        if not slot.node.draws_like(node):
            self._replace(slot, node)
        return slot

    def _reorder(self, slot: Slot, position: int) -> None:
        """Bring a slot that was passed over to where the run is: by moving it, or rather the leaves drawn meanwhile."""
        between = self.slots[position + 1 : self.cursor]
        drawn = [each for each in between if each.drawn]
        if len(drawn) <= SIGHT and all(each.node.key is None for each in drawn):
            passed_over = [each for each in between if not each.drawn]
            self.slots[position : self.cursor] = [*drawn, slot, *passed_over]
            self.cursor = position + len(drawn) + 1
            for each in drawn:
                self._emit(patch.move(each.id, slot.id))
            return
        self.slots.insert(self.cursor, slot)
        del self.slots[position]
        following = self.slots[self.cursor].id if self.cursor < len(self.slots) else None
        self._emit(patch.move(slot.id, following))

    def _position(self, slot: Slot) -> int:
        slots, cursor = self.slots, self.cursor
        if cursor < len(slots) and slots[cursor] is slot:
            return cursor
        return slots.index(slot)

    def _insert(self, position: int, node: Node) -> Slot:
        slot = Slot(self.page.next_id(), node)
        before = self.slots[position].id if position < len(self.slots) else None
        self.slots.insert(position, slot)
        if node.key is not None:
            self.keyed[node.key] = slot
        self._emit(patch.insert(self.parent, before, slot.as_json()))
        return slot

    def _replace(self, slot: Slot, node: Node) -> None:
        old, slot.node = slot.node, node
        if old.key != node.key:
            self._unkey(slot, old.key)
            if node.key is not None:
                self.keyed[node.key] = slot
        if slot.branch is not None and node.kind not in CONTAINERS:
            slot.branch.detach()
            slot.branch = None
        self._emit(patch.put(slot.id, node.kind, node.props))

    def _forget(self, gone: list[Slot]) -> None:
        for slot in gone:
            self._unkey(slot, slot.node.key)
            if slot.branch is not None:
                slot.branch.detach()
        self._emit(patch.remove([slot.id for slot in gone]))

    def detach(self) -> None:
        """Be on no page any more: what a place that somebody kept still draws here is seen by nobody."""
        self.detached = True
        for slot in self.slots:
            if slot.branch is not None:
                slot.branch.detach()

    def _emit(self, op: Op) -> None:
        if not self.detached:
            self.page.emit(op)

    def _unkey(self, slot: Slot, key: Hashable | None) -> None:
        if key is not None and self.keyed.get(key) is slot:
            del self.keyed[key]

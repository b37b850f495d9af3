"""Patches: waiting ops become fewer."""

from __future__ import annotations

from nbapp.tree.patch import coalesce, insert, put, remove


def test_the_last_put_of_a_slot_wins() -> None:
    """A counter that ran to nine sends nine."""
    ops = [put(1, "text", {"body": str(n)}) for n in range(10)]
    assert coalesce(ops) == [["put", 1, "text", {"body": "9"}]]


def test_a_put_joins_the_insert_that_brought_its_slot() -> None:
    """A spinner replaced before it was sent was never there."""
    ops = [insert("main", None, {"id": 1, "kind": "markdown", "props": {}}), put(1, "text", {"body": "x"})]
    assert coalesce(ops) == [["insert", "main", None, {"id": 1, "kind": "text", "props": {"body": "x"}}]]


def test_ops_of_other_slots_keep_their_order() -> None:
    """Removing and inserting stay as they came."""
    ops = [remove([1]), insert("main", None, {"id": 2, "kind": "text", "props": {}}), remove([2])]
    assert [op[0] for op in coalesce(ops)] == ["remove", "insert", "remove"]


def test_what_was_put_inside_a_new_container_stays() -> None:
    """A text becomes a container, is filled and looks otherwise: the fill comes after the container."""
    ops = [
        put(1, "container", {"border": False}),
        insert(1, None, {"id": 2, "kind": "text", "props": {}}),
        put(1, "container", {"border": True}),
    ]
    assert coalesce(ops) == [ops[2], ops[1]]

"""Tabs and expanders under test, as far as the script knows what the reader opens of them (R127)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nbapp.errors import NOT_TRACKED, AppTestError
from nbapp.testing.messages import send_values

if TYPE_CHECKING:
    from nbapp.session.inputs import Input
    from nbapp.testing.app_test import AppTest
    from nbapp.tree.branch import Slot


def is_open(at: AppTest, slot: Slot) -> bool | None:
    """Say whether the reader has opened a tab or an expander; None if the script does not know."""
    live, row = _input_of(at, slot)
    if live is None or slot.branch is None:
        return None
    if row is slot:
        return bool(live.widget.value)
    assert row.branch is not None
    return bool(row.branch.slots.index(slot) == live.widget.index)


def toggle(at: AppTest, slot: Slot) -> None:
    """Click what stands on a tab or an expander, as a reader does.

    Raises
    ------
    AppTestError
        If the script does not know of such clicks.
    """
    live, row = _input_of(at, slot)
    if live is None:
        raise AppTestError(NOT_TRACKED.format(kind=slot.node.kind))
    if row is slot:
        send_values(live.widget, {"value": not live.widget.value})
    else:
        assert row.branch is not None
        send_values(live.widget, {"index": row.branch.slots.index(slot)})


def _input_of(at: AppTest, slot: Slot) -> tuple[Input | None, Slot]:
    """The input that a tab or an expander belongs to, and the slot of that."""
    if slot.node.kind == "tab":
        rows = (each for each in at._walk() if each.branch is not None and slot in each.branch.slots)
        slot = next(rows, slot)
    key = slot.node.key
    return (at.session.inputs.find(key) if "model_id" in slot.node.props and key is not None else None), slot

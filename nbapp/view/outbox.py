"""The outbox: gathers the ops of a page and sends them as few, numbered messages."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import Any

from nbapp.clock import clock
from nbapp.errors import UNSENDABLE
from nbapp.tree.node import Node
from nbapp.tree.page import Page
from nbapp.tree.patch import coalesce
from nbapp.types import Op, Props

log = logging.getLogger("nbapp")

WINDOW = 0.01
"""Seconds for which the first op waits for more; a run that ends sooner sends them all at once."""

Message = dict[str, Any]


class Outbox:
    """Numbers and sends what a page emits.

    Parameters
    ----------
    page : Page
        Its ops are taken from now on; its lock is held while one is taken or sent, so that a snapshot is of one moment.
    send : callable
        Takes a message and its binary buffers.
    """

    def __init__(self, page: Page, send: Callable[[Message, list[bytes]], None]) -> None:
        self._page = page
        self._send = send
        self._ops: list[Op] = []
        self.seq = 0
        page.emit = self.post

    def post(self, op: Op) -> None:
        """Take an op; it leaves within the window, or at the next `flush`."""
        with self._page.lock:
            first = not self._ops
            self._ops.append(op)
        if first:
            clock.after(WINDOW, self.flush)

    def flush(self) -> None:
        """Send what waits, now."""
        with self._page.lock:
            if not self._ops:
                return
            ops, self._ops = coalesce(self._ops), []
            try:
                self._send_ops(ops)
            except (TypeError, ValueError):
                log.exception("A page holds what cannot be sent")
                self._mend()

    def _send_ops(self, ops: list[Op]) -> None:
        self.seq += 1
        buffers: list[bytes] = []
        self._send({"t": "patch", "seq": self.seq, "ops": [detached(op, buffers) for op in ops]}, buffers)

    def _mend(self) -> None:
        """Put a failure in the place of each node that JSON cannot carry, and have every view ask for the page."""
        for slot in self._page.walk():
            if not is_sendable(slot.node.props):
                slot.node = Node("exception", {"type": "", "message": UNSENDABLE}, slot.node.key)
        self._ops = []
        self.seq += 1  # a gap in the numbers: the next message makes a view ask
        self._send_ops([])

    def snapshot(self) -> dict[str, Any]:
        """The page as of the last message; what waits is sent first, so that no op is applied twice."""
        with self._page.lock:
            self.flush()
            return {"seq": self.seq, "roots": self._page.snapshot()}


def is_sendable(props: Props) -> bool:
    """Whether properties can be packed for the wire."""
    try:
        json.dumps(detached_props(props, []), ensure_ascii=False).encode("utf-8", "surrogateescape")
    except (TypeError, ValueError):
        return False
    return True


def detached(op: Op, buffers: list[bytes]) -> Op:
    """An op whose bytes are references to buffers.

    Examples
    --------
    >>> parts = []
    >>> detached(["put", 1, "image", {"data": b"png"}], parts), parts
    (['put', 1, 'image', {'data': {'$buffer': 0}}], [b'png'])
    """
    if op[0] == "put":
        return [*op[:3], detached_props(op[3], buffers)]
    if op[0] == "insert":
        return [*op[:3], detached_slot(op[3], buffers)]
    return op


def detached_slot(slot: dict[str, Any], buffers: list[bytes]) -> dict[str, Any]:
    """A slot tree whose bytes are references to buffers."""
    slot = {**slot, "props": detached_props(slot["props"], buffers)}
    if "children" in slot:
        slot["children"] = [detached_slot(child, buffers) for child in slot["children"]]
    return slot


def detached_props(props: Props, buffers: list[bytes]) -> Props:
    """Properties whose bytes, direct values by the rule of nodes, are references to buffers."""
    if not any(isinstance(value, bytes) for value in props.values()):
        return props
    detached: Props = {}
    for name, value in props.items():
        if isinstance(value, bytes):
            buffers.append(value)
            value = {"$buffer": len(buffers) - 1}
        detached[name] = value
    return detached

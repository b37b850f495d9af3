"""The outbox: few messages, numbered without a gap, with the bytes apart."""

from __future__ import annotations

import time
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from nbapp.tree.node import Node
from nbapp.tree.page import Page
from nbapp.view.outbox import WINDOW, Outbox


class Post:
    """An outbox whose messages are kept."""

    def __init__(self) -> None:
        self.sent: list[tuple[dict[str, Any], list[bytes]]] = []
        self.page = Page()
        self.outbox = Outbox(self.page, lambda message, buffers: self.sent.append((message, buffers)))
        self.main = self.page.roots["main"]

    def draw(self, *bodies: Any) -> None:
        """Draw texts from the top."""
        self.page.rewind()
        for body in bodies:
            self.main.put(Node("text", {"body": body}))
        self.page.trim()


def test_a_run_that_ends_soon_is_one_message() -> None:
    """However many elements it draws."""
    post = Post()
    post.draw(*range(100))
    post.outbox.flush()
    assert len(post.sent) == 1
    assert len(post.sent[0][0]["ops"]) == 100


def test_the_first_element_leaves_by_itself() -> None:
    """Within the window, though nobody flushes: the page streams."""
    post = Post()
    post.draw("a")
    deadline = time.monotonic() + 100 * WINDOW
    while not post.sent and time.monotonic() < deadline:
        time.sleep(WINDOW / 2)
    assert [op[0] for op in post.sent[0][0]["ops"]] == ["insert"]


def test_numbers_have_no_gap() -> None:
    """One for each message; nothing to say is no message."""
    post = Post()
    for bodies in (["a"], ["a", "b"], ["a", "b"], ["c"]):
        post.draw(*bodies)
        post.outbox.flush()
    assert [message["seq"] for message, _ in post.sent] == [1, 2, 3]


def test_only_the_last_put_of_a_slot_is_sent() -> None:
    """And one that follows its insert is part of it."""
    post = Post()
    for body in "abc":
        post.draw(body)
    post.outbox.flush()
    ops = post.sent[0][0]["ops"]
    assert [(op[0], op[3]["props"]["body"]) for op in ops] == [("insert", "c")]


def test_bytes_travel_as_buffers() -> None:
    """In patches; a snapshot keeps them, since widget state has its own way."""
    post = Post()
    with post.page.lock:
        post.main.put(Node("image", {"data": b"png", "mime": "image/png"}))
        snapshot = post.outbox.snapshot()
    (message, buffers) = post.sent[0]
    assert (message["ops"][0][3]["props"]["data"], buffers) == ({"$buffer": 0}, [b"png"])
    assert snapshot["roots"]["main"][0]["props"]["data"] == b"png"


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=5), max_size=8))
def test_a_snapshot_and_the_patches_after_it_are_the_page(runs: list[list[str]]) -> None:
    """Whenever it is taken: no op is lost, none is applied twice."""
    post = Post()
    half = len(runs) // 2
    for bodies in runs[:half]:
        post.draw(*bodies)
    snapshot = post.outbox.snapshot()
    for bodies in runs[half:]:
        post.draw(*bodies)
    post.outbox.flush()
    shown = {slot["id"]: slot["props"]["body"] for slot in snapshot["roots"]["main"]}
    for message, _ in post.sent:
        for op in message["ops"] if message["seq"] > snapshot["seq"] else []:
            if op[0] == "insert":
                shown[op[3]["id"]] = op[3]["props"]["body"]
            elif op[0] == "put":
                shown[op[1]] = op[3]["body"]
            elif op[0] == "remove":
                shown = {slot: body for slot, body in shown.items() if slot not in op[1]}
    assert shown == {slot.id: slot.node.props["body"] for slot in post.page.walk()}

"""The inbox: what becomes of what a reader does."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from nbapp.script.inbox import Inbox
from nbapp.script.requests import Mailbox, Request
from nbapp.session.sheets import Sheet


class Touched:
    """An input, or a widget of the script's own."""

    def __init__(self, **more: Any) -> None:
        self.spec = SimpleNamespace(on_change=more.pop("on_change", None), trigger=False)
        self.identity, self.fragment, self.sheet, self.in_form = "a", None, None, False
        self.__dict__.update(more)


def touched(**more: Any) -> Any:
    """Something that a reader touches."""
    return Touched(**more)


def taken(mailbox: Mailbox) -> Request | None:
    """What waits, if it wants a run."""
    return mailbox.take()


def test_a_change_wants_a_run() -> None:
    """Of its fragment, if it stands in one."""
    mailbox = Mailbox()
    Inbox(mailbox).changed(touched(fragment=7), 1)
    request = taken(mailbox)
    assert request is not None
    assert (request.changes, request.fragments, request.whole) == ({"a": 1}, [7], False)


def test_what_wants_no_run() -> None:
    """An input that asks for none, one in a form, a widget in a form; in manual mode all."""
    mailbox = Mailbox()
    inbox = Inbox(mailbox)
    inbox.changed(touched(on_change="ignore"), 1)
    inbox.changed(touched(identity="b", sheet=Sheet("f")), 2)
    inbox.touched(touched(in_form=True), {"value": 3})
    Inbox(mailbox, lambda: True).changed(touched(identity="c"), 4)
    Inbox(mailbox, lambda: True).moved()
    assert taken(mailbox) is None
    mailbox.post_rerun()
    request = taken(mailbox)
    assert request is not None
    assert (request.changes, len(request.touched)) == ({"a": 1, "c": 4}, 1)


def test_a_form_is_handed_in_by_its_button() -> None:
    """All that was written in it, and the click, are one request."""
    mailbox, sheet = Mailbox(), Sheet("f")
    inbox = Inbox(mailbox)
    a, b = touched(sheet=sheet), touched(identity="b", sheet=sheet)
    for live, value in [(a, 1), (b, 2), (a, 3)]:
        inbox.changed(live, value)
    inbox.clicked(touched(identity="send", sheet=sheet, fragment=7))
    request = taken(mailbox)
    assert request is not None
    assert (request.changes, request.clicks, request.fragments) == ({"b": 2, "a": 3}, ["send"], [7])


def test_a_key_that_somebody_else_set() -> None:
    """Reruns the app, if anybody looks at it."""
    mailbox = Mailbox()
    Inbox(mailbox, is_left=lambda: True).moved()
    assert taken(mailbox) is None
    Inbox(mailbox).moved()
    assert taken(mailbox) is not None


def test_a_key_that_is_set_elsewhere_outdates_what_its_reader_gave() -> None:
    """The newer of the two counts; other inputs keep theirs."""
    mailbox = Mailbox()
    inbox = Inbox(mailbox)
    a, b = touched(), touched(identity="b")
    inbox.changed(a, 1)
    inbox.changed(b, 2)
    inbox.moved(a)
    request = taken(mailbox)
    assert request is not None
    assert (request.changes, request.whole) == ({"b": 2}, True)

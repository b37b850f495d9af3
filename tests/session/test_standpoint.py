"""Where in the script a thread stands: each has its own."""

from __future__ import annotations

import sys
import threading

from nbapp.session.standpoint import Standpoint
from nbapp.types import SlotId


def test_each_thread_stands_where_it_was_put() -> None:
    """And stands where it did before, at the end, whatever happens."""
    here = Standpoint()
    frame = sys._getframe(0)
    elsewhere: list[object] = []
    with here.moved(frame, ("fragment", 1), SlotId(1)):
        try:
            with here.moved(frame, ("key", "k"), here.fragment):
                assert (here.prefix, here.fragment) == (("key", "k"), 1)
                raise ValueError
        except ValueError:
            assert (here.root, here.prefix, here.fragment) == (frame, ("fragment", 1), 1)
        thread = threading.Thread(target=lambda: elsewhere.extend([here.root, here.prefix, here.fragment]))
        thread.start()
        thread.join()
    assert elsewhere == [None, (), None]
    assert (here.root, here.prefix, here.fragment) == (None, (), None)

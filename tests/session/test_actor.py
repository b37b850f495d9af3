"""Who acts is known per thread, and what waits for the end of a message is called after the lock is free."""

from __future__ import annotations

import threading

from nbapp.session.actor import Actor, acting, actor, incoming, later


def test_actors_nest() -> None:
    """Each block restores who acted before."""
    with acting(Actor.SCRIPT):
        with acting(Actor.NBAPP):
            assert actor() is Actor.NBAPP
        assert actor() is Actor.SCRIPT
    assert actor() is None


def test_later_waits_for_the_end_of_the_message() -> None:
    """Once for each key, without the lock; at once where no message is handled."""
    lock, calls = threading.RLock(), []

    def note() -> None:
        free = []
        thread = threading.Thread(target=lambda: free.append(lock.acquire(blocking=False)))
        thread.start()
        thread.join()
        calls.append((free[0], actor()))

    with incoming(lock):
        later("a", note)
        later("a", note)
        assert actor() is Actor.BROWSER
        assert calls == []
    assert calls == [(True, None)]
    later("a", note)
    assert len(calls) == 2

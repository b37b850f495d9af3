"""The timers of an app's fragments: a page that is looked at says when one rings, the kernel whether that counts."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nbapp.script.runner import Runner
    from nbapp.types import SlotId

EARLY = 0.5
"""Part of its time after which a timer may ring again: several views each have their own, and none is exact."""


class Timers:
    """Takes the ringing of timers and asks for the runs.

    Parameters
    ----------
    runner : Runner
        Runs the app.
    """

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._rung: dict[SlotId, float] = {}

    def ring(self, slot: object) -> bool:
        """Take that a timer rings.

        It counts for a fragment with `run_every` that is on the page, no sooner than its time allows, and not while a
        run that draws it waits or is under way: a function that takes longer than its time leaves some to others.

        Parameters
        ----------
        slot : object
            What the page says is a fragment.

        Returns
        -------
        bool
            Whether a run was asked for.
        """
        runner = self._runner
        fragment = runner.session.fragments.get(slot)
        if fragment is None or fragment.every is None:
            return False
        run, now = runner.run, time.monotonic()
        if now - self._rung.get(fragment.id, -fragment.every) < EARLY * fragment.every:
            return False
        if runner.mailbox.awaits(fragment.id) or (run is not None and run.draws(fragment.branch)):
            return False
        self._rung = {each: at for each, at in self._rung.items() if each in runner.session.fragments}
        self._rung[fragment.id] = now
        runner.mailbox.post_tick(fragment.id)
        return True

"""When a run that a newer request outdates is abandoned, and when it may finish first.

And for how long a complete one is seen, and one that is to be stopped is waited for.
"""

from __future__ import annotations

from dataclasses import dataclass

BRIEF = 0.15
"""Seconds. A run that takes less is always finished: its page is shown sooner than a new run's would be."""

PATIENCE = 1.0
"""Seconds for which a reader who drags without pause may see no complete page; then one run is protected."""

PROTECTION = 4.0
"""A protected run may take this many times as long as the last complete one; a live loop never ends by itself."""

UNKNOWN = 5.0
"""Seconds of protection for a script that never ran to its end."""

GLANCE = 0.03
"""Seconds, two frames of a screen: for so long a page that was slow to come is seen before the next one begins."""

GRACE = 0.1
"""Seconds that a run which is to be stopped has to reach a yield point, before it is ended wherever it is."""


@dataclass(slots=True)
class Progress:
    """How far a run is, and what came before it.

    Attributes
    ----------
    elapsed : float
        Seconds since this run began.
    usual : float or None
        Seconds that the last complete run took; None before there was one.
    starved : float
        Seconds between the first of the runs abandoned in a row and the begin of this one; 0 if the last was complete.
    delivered_click : bool
        This run has handed out a true trigger.
    """

    elapsed: float
    usual: float | None = None
    starved: float = 0.0
    delivered_click: bool = False


def may_abandon(progress: Progress) -> bool:
    """Decide at a yield point whether a run ends because a newer request waits.

    Parameters
    ----------
    progress : Progress
        The run in question.

    Returns
    -------
    bool
        True to abandon it. Never for a run that handed out a click (its effect must not be had twice), never for one
        that is about to end anyway, and not for a while once a reader has waited too long for a complete page.

    Examples
    --------
    >>> may_abandon(Progress(elapsed=0.5, usual=3.0))
    True
    >>> may_abandon(Progress(elapsed=0.5, usual=3.0, delivered_click=True))
    False
    """
    if progress.delivered_click:
        return False
    if progress.elapsed < BRIEF and (progress.usual is not None and progress.usual < BRIEF):
        return False
    if progress.starved >= max(PATIENCE, progress.usual or 0.0):
        limit = UNKNOWN if progress.usual is None else max(PATIENCE, PROTECTION * progress.usual)
        return progress.elapsed > limit
    return True


def glance(complete: bool, took: float) -> float:
    """Decide for how long a run that has ended is to be seen before the next one begins.

    Parameters
    ----------
    complete : bool
        It ended by its last line.
    took : float
        Seconds that it took.

    Returns
    -------
    float
        Seconds. None for a brief one: while a reader drags, the next page follows as quickly as it can.

    Examples
    --------
    >>> glance(True, 0.01), glance(True, 2.0) > 0
    (0.0, True)
    """
    return GLANCE if complete and took >= BRIEF else 0.0

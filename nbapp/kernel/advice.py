"""One sentence of advice for errors that an app meets and a cell does not."""

from __future__ import annotations

from nbapp.errors import BOUND_TO_LOOP, BOUND_TO_THREAD


def advice_on(error: BaseException) -> str | None:
    """Say what to do about an error that comes of running on a thread or a loop of its own.

    Parameters
    ----------
    error : BaseException
        What the script raised.

    Returns
    -------
    str or None
        A sentence, or None for all other errors.
    """
    text = str(error)
    if type(error).__name__ == "ProgrammingError" and "thread" in text:
        return BOUND_TO_THREAD
    if isinstance(error, (RuntimeError, ValueError)) and "different" in text and "loop" in text:
        return BOUND_TO_LOOP
    return None

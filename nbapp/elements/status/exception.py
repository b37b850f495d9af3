"""`exception`: an error with its traceback."""

from __future__ import annotations

from nbapp.elements.failure import described
from nbapp.elements.place import P
from nbapp.elements.sizes import FILLS, checked_width
from nbapp.elements.status.alert import FillingWidth


def exception(here: P, exception: BaseException, width: FillingWidth = "stretch") -> P:
    """Show an error with its traceback. The script goes on.

    The traceback is for the author: a published app shows a sentence and a number, under which the log has the rest.

    Parameters
    ----------
    exception : BaseException
        The error.
    width : int or str
        CSS pixels, or "stretch".

    Returns
    -------
    Container
        The element; drawing on it replaces it.

    Examples
    --------
    >>> import nbapp
    >>> try:
    ...     1 / 0
    ... except ZeroDivisionError as error:
    ...     nbapp.exception(error)  # doctest: +SKIP
    """
    props = described(exception, published=here.run.published)
    if width != "stretch":
        props["width"] = checked_width(width, FILLS)
    return here.put("exception", props)

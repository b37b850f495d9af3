"""`divider`: a line across."""

from __future__ import annotations

from typing import Literal

from nbapp.elements.place import P
from nbapp.elements.sizes import FILLS, checked_width


def divider(here: P, *, width: int | Literal["stretch"] = "stretch") -> P:
    """Show a thin line across the page.

    Parameters
    ----------
    width : int or str
        CSS pixels, or "stretch".

    Returns
    -------
    Container
        The element; drawing on it replaces it.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.divider()  # doctest: +SKIP
    """
    return here.put("divider", {} if width == "stretch" else {"width": checked_width(width, FILLS)})

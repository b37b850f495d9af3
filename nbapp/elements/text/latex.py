"""`latex`: a formula."""

from __future__ import annotations

import sys

from nbapp.elements.place import P
from nbapp.elements.prose import cleaned, laid_out
from nbapp.elements.sizes import Width


def latex(here: P, body: object, *, help: str | None = None, width: Width = "stretch") -> P:
    """Show a formula on a line of its own.

    Parameters
    ----------
    body : object
        LaTeX without dollar signs, or a sympy expression.
    help : str, optional
        A tooltip, Markdown.
    width : int or str
        CSS pixels, "stretch" or "content".

    Returns
    -------
    Container
        The element; drawing on it replaces it.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.latex(r"\\bar x = \\frac{1}{n} \\sum_i x_i")  # doctest: +SKIP
    """
    sympy = sys.modules.get("sympy")
    if sympy is not None and isinstance(body, sympy.Basic | sympy.MatrixBase):
        body = sympy.latex(body)
    props: dict[str, object] = {"body": cleaned(body)}
    if help is not None or width != "stretch":
        laid_out(props, help, width, "left", "stretch")
    return here.put("latex", props)

"""Columns, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from numbers import Integral, Real
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from nbapp.elements.sizes import FILLS, Gap, checked_gap, checked_width, checked_word
from nbapp.errors import StreamlitInvalidColumnSpecError, StreamlitInvalidParameterTypeError

if TYPE_CHECKING:
    from nbapp.elements.place import Place

P = TypeVar("P", bound="Place")

ALIGNMENTS = ("top", "center", "bottom")


def columns(
    here: P,
    spec: int | Sequence[float],
    *,
    gap: Gap | None = "small",
    vertical_alignment: Literal["top", "center", "bottom"] = "top",
    border: bool = False,
    width: int | str = "stretch",
    wrap: bool = True,
) -> list[P]:
    """Draw columns side by side; on a phone they stand one below the other.

    Parameters
    ----------
    spec : int or sequence of numbers
        How many, or how wide each is in relation to the others.
    gap : str, int or None
        The room between them: a word from "xxsmall" to "xxlarge", CSS pixels, or none.
    vertical_alignment : "top", "center" or "bottom"
        Where what they hold stands.
    border : bool
        Whether each has a border.
    width : int or "stretch"
        Of all together, in CSS pixels, or all of the container.
    wrap : bool
        Whether they may stand one below the other where there is too little room.

    Returns
    -------
    list of places
        One for each column.

    Raises
    ------
    StreamlitInvalidColumnSpecError
        If `spec` names no column, or one without width.

    Examples
    --------
    >>> import nbapp as st
    >>> left, right = st.columns([2, 1])
    >>> right = right.write("narrow")
    """
    weights = _weights(spec)
    props = {
        "gap": checked_gap(gap),
        "valign": checked_word("vertical_alignment", vertical_alignment, ALIGNMENTS),
        "border": bool(border),
        "width": checked_width(width, FILLS),
    }
    if not wrap:
        props["wrap"] = False
    row = here.nest("columns", props)
    total = sum(weights)
    return [row.nest("column", {"weight": weight / total}) for weight in weights]


def _weights(spec: Any) -> list[float]:
    if isinstance(spec, Integral) and not isinstance(spec, bool):
        weights = [1.0] * int(spec)
    else:
        try:
            weights = list(spec)
        except TypeError:
            raise StreamlitInvalidParameterTypeError("spec", ["an int", "a sequence of numbers"], spec) from None
        if isinstance(spec, str) or not all(isinstance(weight, Real) for weight in weights):
            raise StreamlitInvalidParameterTypeError("spec", ["an int", "a sequence of numbers"], spec)
    if not weights or not all(0 < weight < float("inf") for weight in weights):
        raise StreamlitInvalidColumnSpecError(spec)
    return [float(weight) for weight in weights]

"""A box for a number that may be empty and that shows its number in a form of its own."""

from __future__ import annotations

import traitlets

from nbapp.view.widgets.control import Control


class NumberInput(Control):
    """A box for one number, with buttons that step it.

    Attributes
    ----------
    value : float or None
        The number; None for an empty box.
    min, max : float or None
        The bounds.
    step : float
        What a step adds.
    format : str
        A printf format for one number.
    whole : bool
        Only whole numbers are taken.
    clearable, required : bool
        Whether an empty box counts, and whether it may not be.
    placeholder : str
        Shown while it is empty.
    """

    module = "widgets/number_input.js"

    value = traitlets.Any(None).tag(sync=True)
    min = traitlets.Any(None).tag(sync=True)
    max = traitlets.Any(None).tag(sync=True)
    step = traitlets.Any(1).tag(sync=True)
    format = traitlets.Unicode("%d").tag(sync=True)
    whole = traitlets.Bool(False).tag(sync=True)
    clearable = traitlets.Bool(False).tag(sync=True)
    required = traitlets.Bool(False).tag(sync=True)
    placeholder = traitlets.Unicode("").tag(sync=True)

"""Two boxes for the first and the last day of a range."""

from __future__ import annotations

import traitlets

from nbapp.view.widgets.control import Control


class DateRange(Control):
    """The first and the last day of a range.

    Attributes
    ----------
    value : tuple of str
        None, one or two days in ISO form.
    min, max : str
        The bounds, in ISO form.
    clearable : bool
        Whether the boxes may be emptied.
    """

    module = "widgets/date_range.js"

    value = traitlets.Tuple().tag(sync=True)
    min = traitlets.Unicode("").tag(sync=True)
    max = traitlets.Unicode("").tag(sync=True)
    clearable = traitlets.Bool(False).tag(sync=True)

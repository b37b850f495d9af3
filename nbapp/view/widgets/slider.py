"""A slider over numbers that are shown in a form of their own: dates, times, prices."""

from __future__ import annotations

import traitlets

from nbapp.view.widgets.control import Control


class Slider(Control):
    """One thumb or two over a scale of numbers.

    Attributes
    ----------
    value : float, or a pair
        Where the thumbs are.
    min, max, step : float
        The scale; for dates and times in microseconds.
    format : dict
        `kind` of what the numbers mean ("float", "date", ...) and `text`, the form they are shown in.
    """

    module = "widgets/slider.js"

    value = traitlets.Any().tag(sync=True)
    min = traitlets.Float(0).tag(sync=True)
    max = traitlets.Float(100).tag(sync=True)
    step = traitlets.Float(1).tag(sync=True)
    format = traitlets.Dict().tag(sync=True)

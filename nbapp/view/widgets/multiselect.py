"""A list to choose any number of options from."""

from __future__ import annotations

import traitlets

from nbapp.view.widgets.control import Control


class Multiselect(Control):
    """A combobox whose choices stand before it as chips.

    Attributes
    ----------
    value : tuple of int and str
        The places of the options, and the texts of those that the reader added.
    options : tuple of str
        The labels.
    placeholder : str
        Shown while nothing is chosen.
    limit : int or None
        How many can be chosen.
    filter_mode : str
        How typing narrows the list: "fuzzy", "contains", "prefix" or "" for not at all.
    accept_new, select_all : bool
        Whether the reader may add an option, and choose all at once.
    """

    module = "widgets/multiselect.js"

    value = traitlets.Tuple().tag(sync=True)
    options = traitlets.Tuple().tag(sync=True)
    placeholder = traitlets.Unicode("").tag(sync=True)
    limit = traitlets.Int(None, allow_none=True).tag(sync=True)
    filter_mode = traitlets.Unicode("fuzzy").tag(sync=True)
    accept_new = traitlets.Bool(False).tag(sync=True)
    select_all = traitlets.Bool(True).tag(sync=True)

"""A list to choose one option from, that can be narrowed, cleared and added to."""

from __future__ import annotations

import traitlets

from nbapp.view.widgets.control import Control


class Select(Control):
    """A combobox for one option.

    Attributes
    ----------
    value : int, str or None
        The place of the option, or the text of one that the reader added.
    options : tuple of str
        The labels.
    placeholder : str
        Shown while nothing is chosen.
    filter_mode : str
        How typing narrows the list: "fuzzy", "contains", "prefix" or "" for not at all.
    accept_new, clearable : bool
        Whether the reader may add an option, and choose none.
    icon : str
        An emoji before the choice.
    """

    module = "widgets/select.js"

    value = traitlets.Any(None).tag(sync=True)
    options = traitlets.Tuple().tag(sync=True)
    placeholder = traitlets.Unicode("").tag(sync=True)
    filter_mode = traitlets.Unicode("fuzzy").tag(sync=True)
    accept_new = traitlets.Bool(False).tag(sync=True)
    clearable = traitlets.Bool(False).tag(sync=True)
    icon = traitlets.Unicode("").tag(sync=True)

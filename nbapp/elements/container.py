"""The container: a place with every element as a method.

An element is a plain function whose first parameter is the place, so as an attribute of this class it *is* the method.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nbapp.elements.charts.altair_chart import altair_chart
from nbapp.elements.charts.bar_chart import bar_chart
from nbapp.elements.charts.line_chart import line_chart
from nbapp.elements.charts.pyplot import pyplot
from nbapp.elements.data.dataframe import dataframe
from nbapp.elements.data.json import json
from nbapp.elements.data.metric import metric
from nbapp.elements.data.table import table
from nbapp.elements.inputs.button import button
from nbapp.elements.inputs.checkbox import checkbox
from nbapp.elements.inputs.date_input import date_input
from nbapp.elements.inputs.form_submit_button import form_submit_button
from nbapp.elements.inputs.multiselect import multiselect
from nbapp.elements.inputs.number_input import number_input
from nbapp.elements.inputs.page_link import page_link
from nbapp.elements.inputs.radio import radio
from nbapp.elements.inputs.selectbox import selectbox
from nbapp.elements.inputs.slider import slider
from nbapp.elements.inputs.text_area import text_area
from nbapp.elements.inputs.text_input import text_input
from nbapp.elements.inputs.widget import widget
from nbapp.elements.layouts.columns import columns
from nbapp.elements.layouts.container import container
from nbapp.elements.layouts.empty import empty
from nbapp.elements.layouts.expander import expander
from nbapp.elements.layouts.form import form
from nbapp.elements.layouts.tabs import tabs
from nbapp.elements.place import Place
from nbapp.elements.status.error import error
from nbapp.elements.status.exception import exception
from nbapp.elements.status.info import info
from nbapp.elements.status.progress import progress
from nbapp.elements.status.spinner import spinner
from nbapp.elements.status.success import success
from nbapp.elements.status.warning import warning
from nbapp.elements.text.caption import caption
from nbapp.elements.text.code import code
from nbapp.elements.text.divider import divider
from nbapp.elements.text.header import header
from nbapp.elements.text.latex import latex
from nbapp.elements.text.markdown import markdown
from nbapp.elements.text.subheader import subheader
from nbapp.elements.text.text import text
from nbapp.elements.text.title import title
from nbapp.elements.write import write
from nbapp.errors import NoSuchMethodError


class Container(Place):
    """A place on the page: every element of nbapp is a method of it.

    Layouts (`columns`, `tabs`, `expander`, `container`, `empty`) return one. `with place:` has the module functions
    draw there; a method draws there wherever it is called.

    Examples
    --------
    >>> import nbapp
    >>> left, right = nbapp.columns(2)
    >>> with left:
    ...     n = nbapp.slider("n", 0, 10)
    >>> right.metric("n squared", n**2)  # doctest: +SKIP
    """

    __slots__ = ()

    # text
    caption = caption
    code = code
    divider = divider
    header = header
    latex = latex
    markdown = markdown
    subheader = subheader
    text = text
    title = title
    write = write

    # data
    dataframe = dataframe
    json = json
    metric = metric
    table = table

    # charts
    altair_chart = altair_chart
    bar_chart = bar_chart
    line_chart = line_chart
    pyplot = pyplot

    # inputs
    button = button
    checkbox = checkbox
    date_input = date_input
    form_submit_button = form_submit_button
    multiselect = multiselect
    number_input = number_input
    page_link = page_link
    radio = radio
    selectbox = selectbox
    slider = slider
    text_area = text_area
    text_input = text_input
    widget = widget

    # layouts
    columns = columns
    container = container
    empty = empty
    expander = expander
    form = form
    tabs = tabs

    # status
    error = error
    exception = exception
    info = info
    progress = progress
    spinner = spinner
    success = success
    warning = warning

    if not TYPE_CHECKING:  # or every misspelt element would count as known

        def __getattr__(self, name: str) -> Any:
            """Explain a name that is no element; Python asks only where there is none."""
            if name.startswith("_"):  # what IPython and copy look for
                raise AttributeError(name)
            known = [element for element in vars(Container) if not element.startswith("_")]
            raise NoSuchMethodError(type(self).__name__.lower(), name, known)


Place.root_class = Container

"""nbapp: Streamlit's app model inside Jupyter.

Write a plain script in a cell that begins with `%%app`; every input is a real ipywidget, touching one reruns the script
and redraws only what changed. The floors of this package, imports only downwards:

    9  stand_in                      what `import streamlit` gives
    8  nbapp/__init__
    7  kernel   testing   serve   components
    6  elements.container   elements.bare   connections
    5  elements.write   elements.ambient   elements.cached ...   pages
    4  elements.<chapter>.*          no chapter imports another
    3  elements.place   elements.show
    2  script
    1  session   cache   view   config   none knows another; view knows only tree
    0  tree   errors   signals   types   clock
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Any

from nbapp import components, connections, errors
from nbapp.connections.opening import connection
from nbapp.elements.accounts import App, login, logout
from nbapp.elements.ambient import session_state
from nbapp.elements.bare import bare, sidebar
from nbapp.elements.cache_data import cache_data
from nbapp.elements.cache_resource import cache_resource
from nbapp.elements.container import Container
from nbapp.elements.dialogs import dialog
from nbapp.elements.fragments import fragment
from nbapp.elements.options import get_option, set_option
from nbapp.elements.outside import show_pages_with
from nbapp.elements.page_config import set_page_config
from nbapp.elements.query_params import query_params
from nbapp.elements.secrets import secrets
from nbapp.elements.visitor import context, user
from nbapp.pages.navigation import navigation
from nbapp.pages.page import Page
from nbapp.pages.switching import switch_page
from nbapp.script.control import rerun, stop
from nbapp.session.session import Session
from nbapp.tree.page import Page as Sheet

__version__ = "0.1.0"

# text
caption = bare(Container.caption)
code = bare(Container.code)
divider = bare(Container.divider)
header = bare(Container.header)
latex = bare(Container.latex)
markdown = bare(Container.markdown)
subheader = bare(Container.subheader)
text = bare(Container.text)
title = bare(Container.title)
write = bare(Container.write)

# data
dataframe = bare(Container.dataframe)
json = bare(Container.json)
metric = bare(Container.metric)
table = bare(Container.table)

# charts
altair_chart = bare(Container.altair_chart)
bar_chart = bare(Container.bar_chart)
line_chart = bare(Container.line_chart)
pyplot = bare(Container.pyplot)

# inputs
button = bare(Container.button)
checkbox = bare(Container.checkbox)
date_input = bare(Container.date_input)
form_submit_button = bare(Container.form_submit_button)
multiselect = bare(Container.multiselect)
number_input = bare(Container.number_input)
page_link = bare(Container.page_link)
radio = bare(Container.radio)
selectbox = bare(Container.selectbox)
slider = bare(Container.slider)
text_area = bare(Container.text_area)
text_input = bare(Container.text_input)
widget = bare(Container.widget)

# layouts
columns = bare(Container.columns)
container = bare(Container.container)
empty = bare(Container.empty)
expander = bare(Container.expander)
form = bare(Container.form)
tabs = bare(Container.tabs)

# status
error = bare(Container.error)
exception = bare(Container.exception)
info = bare(Container.info)
progress = bare(Container.progress)
spinner = bare(Container.spinner)
success = bare(Container.success)
warning = bare(Container.warning)

__all__ = [
    "connection",
    "connections",
    "components",
    "Page",
    "navigation",
    "page_link",
    "query_params",
    "switch_page",
    "user",
    "context",
    "secrets",
    "set_page_config",
    "set_option",
    "get_option",
    "logout",
    "login",
    "App",
    "altair_chart",
    "bar_chart",
    "button",
    "cache_data",
    "cache_resource",
    "caption",
    "checkbox",
    "code",
    "columns",
    "container",
    "dataframe",
    "date_input",
    "dialog",
    "divider",
    "empty",
    "error",
    "errors",
    "exception",
    "expander",
    "form",
    "form_submit_button",
    "fragment",
    "header",
    "info",
    "json",
    "latex",
    "line_chart",
    "markdown",
    "metric",
    "multiselect",
    "number_input",
    "progress",
    "pyplot",
    "radio",
    "rerun",
    "selectbox",
    "session_state",
    "sidebar",
    "slider",
    "spinner",
    "stop",
    "subheader",
    "success",
    "table",
    "tabs",
    "text",
    "text_area",
    "text_input",
    "title",
    "warning",
    "widget",
    "write",
]


if not TYPE_CHECKING:  # or every misspelt name would count as known

    def __getattr__(name: str) -> Any:
        if name == "testing":  # for tests of apps only: loaded when it is asked for
            return importlib.import_module("nbapp.testing")
        raise AttributeError(errors.missing_name(name, __all__))


def _show_outside(page: Sheet, session: Session) -> None:
    if "IPython" in sys.modules:  # else this is plain Python, and there is nowhere to show a page
        from nbapp.kernel.outside import show

        show(page, session)


show_pages_with(_show_outside)


def load_ipython_extension(shell: Any) -> None:
    """Give a shell the `%%app` magic: `%load_ext nbapp`."""
    from nbapp.kernel.extension import load_extension

    load_extension(shell)


def unload_ipython_extension(shell: Any) -> None:
    """Close every app of a shell, and give back what they took over: `%unload_ext nbapp`."""
    from nbapp.kernel.extension import unload_extension

    unload_extension(shell)

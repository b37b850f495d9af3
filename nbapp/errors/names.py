"""What is said of a name that nbapp does not have."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from nbapp.errors.roots import StreamlitAPIException

_COMMANDS = """
App Page cache_data cache_resource column_config components connection connections context dialog errors fragment
get_option login logout navigation query_params rerun secrets session_state set_option set_page_config sidebar bottom
stop switch_page typing user
"""
COMMANDS = frozenset(_COMMANDS.split())
"""What Streamlit 1.67 has at its top that is not drawn, or not on a container."""

_ELEMENTS = """
altair_chart area_chart audio audio_input badge balloons bar_chart button camera_input caption chat_input chat_message
checkbox code color_picker columns container data_editor dataframe date_input datetime_input divider download_button
echarts_chart echo empty error exception expander feedback file_uploader form form_submit_button graphviz_chart grid
header help html iframe image info json latex line_chart link_button logo map markdown menu_button mermaid_chart
metric multiselect number_input page_link pagination pdf pills plotly_chart popover progress pydeck_chart pyplot radio
scatter_chart segmented_control select_slider selectbox skeleton slider snow space spinner status subheader success
table tabs text text_area text_input time_input title toast toggle vega_lite_chart video warning write write_stream
"""
ELEMENTS = frozenset(_ELEMENTS.split())
"""What Streamlit 1.67 draws."""

NOT_YET = " Streamlit 1.67 has it and this version of nbapp does not: docs/differences.md says what to expect."

NOT_ANSWERED = "nbapp answers for `streamlit` here, and has no `{what}`."
ANSWERED = "docs/migration.md lists what it answers for."

REMOVED = {
    "cache": "`cache_data` or, for connections and models, `cache_resource`",
    "experimental_memo": "`cache_data`",
    "experimental_singleton": "`cache_resource`",
    "experimental_show": "`write`",
    "experimental_get_query_params": "`query_params`",
    "experimental_set_query_params": "`query_params`",
    "bokeh_chart": "`write`, which displays a Bokeh figure as a notebook does",
    "beta_color_picker": "`color_picker`",
}
"""Names that Streamlit once had, and what does their work now."""


def did_you_mean(name: object, known: Iterable[str]) -> str:
    """Return a question with the known name that is nearest, or nothing where none is near.

    Examples
    --------
    >>> did_you_mean("buton", ["button", "slider"])
    ' Did you mean `button`?'
    >>> did_you_mean("quux", ["button", "slider"])
    ''
    """
    near = difflib.get_close_matches(str(name), list(known), n=1, cutoff=0.7)
    return f" Did you mean `{near[0]}`?" if near else ""


def missing_name(name: str, known: Iterable[str]) -> str:
    """Say that nbapp has no such name, and what to use.

    Parameters
    ----------
    name : str
        What was asked for.
    known : iterable of str
        The names that there are.

    Examples
    --------
    >>> missing_name("slidr", ["slider"])
    'nbapp has no `slidr`. Did you mean `nbapp.slider`?'
    """
    names = list(known)
    head = f"nbapp has no `{name}`."
    if (instead := _replacement(name, names)) is not None:
        return f"{head} It was removed from Streamlit; use {instead}."
    if name in COMMANDS or name in ELEMENTS:
        return head + NOT_YET
    return head + did_you_mean(name, names).replace("`", "`nbapp.", 1)


def _replacement(name: str, known: Iterable[str]) -> str | None:
    """What does the work of a name that Streamlit removed."""
    if name in REMOVED:
        return REMOVED[name]
    for prefix in ("experimental_", "beta_"):
        today = name.removeprefix(prefix)
        if today != name and (today in known or today in COMMANDS or today in ELEMENTS):
            return f"`{today}`"
    return None


class NoSuchMethodError(StreamlitAPIException, AttributeError):
    """A place was asked for something that it does not draw."""

    def __init__(self, place: str, name: str, known: Iterable[str]) -> None:
        names = list(known)
        head = f"`{place}` has no `{name}`."
        if (instead := _replacement(name, names)) is not None:
            advice = f" It was removed from Streamlit; use {instead}."
        elif name in COMMANDS:
            advice = f" It is not drawn anywhere: use `nbapp.{name}`."
        elif name in ELEMENTS:
            advice = NOT_YET
        else:
            advice = did_you_mean(name, names) or " Every element of `nbapp` is a method of it."
        super().__init__(head + advice)


class ComponentNotHereError(StreamlitAPIException):
    """A custom component of Streamlit was asked for."""

    def __init__(self, name: object) -> None:
        super().__init__(
            f"nbapp has no custom components of Streamlit's kind, so {name!r} cannot be declared. Any ipywidget or "
            "anywidget is an input here: construct it in the script, and read its traits."
        )


class NoSuchModuleError(ModuleNotFoundError):
    """A module of Streamlit was imported that nbapp does not answer for."""

    def __init__(self, name: str) -> None:
        first = name.split(".")[1]
        why = NOT_YET if first in COMMANDS else " It belongs to Streamlit's own server." if first == "web" else ""
        super().__init__(f"{NOT_ANSWERED.format(what=name)}{why} {ANSWERED}", name=name)


class NoSuchNameError(ImportError):
    """A name was imported from a module of Streamlit in which nbapp does not have it.

    Parameters
    ----------
    module : str
        The module, by Streamlit's name.
    name : str
        What was asked of it.
    known : iterable of str
        The names that it has.
    """

    def __init__(self, module: str, name: str, known: Iterable[str]) -> None:
        if module == "streamlit":
            said = missing_name(name, known)
        else:
            said = f"{NOT_ANSWERED.format(what=f'{module}.{name}')}{did_you_mean(name, known)} {ANSWERED}"
        super().__init__(said, name=module)

"""What is said of a name that nbapp does not have."""

from __future__ import annotations

import pytest
from sheet import Sheet

import nbapp
from nbapp.errors import NoSuchMethodError, StreamlitAPIException, did_you_mean, missing_name


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("buton", r"has no `buton`\. Did you mean `nbapp\.button`\?"),
        ("session_sate", r"Did you mean `nbapp\.session_state`\?"),
        ("quux", r"has no `quux`\.$"),
        ("experimental_rerun", "removed from Streamlit; use `rerun`"),
        ("experimental_memo", "use `cache_data`"),
        ("beta_columns", "use `columns`"),
        ("bokeh_chart", "displays a Bokeh figure"),
        ("experimental_nonsense", r"has no `experimental_nonsense`"),
    ],
)
def test_r124_a_missing_name_says_did_you_mean(name: str, said: str) -> None:
    """`nbapp.nope` explains itself."""
    with pytest.raises(AttributeError, match=said):
        getattr(nbapp, name)
    assert not hasattr(nbapp, name)


def test_a_name_that_is_not_there_yet_says_so() -> None:
    """It is no misspelling."""
    assert "Streamlit 1.67 has it" in missing_name("snow", ["now"])
    assert did_you_mean("", ["button"]) == ""


def test_an_import_of_a_missing_name_is_an_import_error() -> None:
    """As of any module; what IPython looks for is missing in silence."""
    with pytest.raises(ImportError):
        from nbapp import nope  # noqa: F401
    assert not hasattr(nbapp, "__wrapped__")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("buton", r"`container` has no `buton`\. Did you mean `button`\?"),
        ("rerun", r"It is not drawn anywhere: use `nbapp\.rerun`"),
        ("set_page_config", r"use `nbapp\.set_page_config`"),
        ("beta_expander", "removed from Streamlit; use `expander`"),
        ("quux", "Every element of `nbapp` is a method"),
    ],
)
def test_r124_a_wrong_method_of_a_container_explains_itself(sheet: Sheet, name: str, said: str) -> None:
    """It is Streamlit's error and an AttributeError, so that `hasattr` tells the truth."""
    with pytest.raises(NoSuchMethodError, match=said) as caught:
        getattr(sheet.place, name)
    assert isinstance(caught.value, StreamlitAPIException)
    assert not hasattr(sheet.place, name)


def test_the_sidebar_speaks_of_itself() -> None:
    """And what IPython and copy look for is missing in silence."""
    with pytest.raises(NoSuchMethodError, match="`sidebar` has no `buton`"):
        _ = nbapp.sidebar.buton
    with pytest.raises(AttributeError, match=r"^_repr_html_$"):
        _ = nbapp.sidebar._repr_html_

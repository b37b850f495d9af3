"""Options: known names, values that count, and who may set them."""

from __future__ import annotations

import pytest

from nbapp.config.options import OptionValues
from nbapp.errors import OptionNotSettableError, StreamlitValueError, UnknownOptionError


def test_an_option_has_a_value_until_it_is_set() -> None:
    """`clear` goes back to it."""
    values = OptionValues()
    assert values.get("runner.magicEnabled") is True
    values.set("client.showErrorDetails", "type")
    assert values.get("client.showErrorDetails") == "type"
    values.clear()
    assert values.get("client.showErrorDetails") is None


def test_old_truth_values_of_error_details_count() -> None:
    """Streamlit took True and False once."""
    values = OptionValues()
    values.set("client.showErrorDetails", False)
    assert values.get("client.showErrorDetails") == "stacktrace"


@pytest.mark.parametrize("name", ["client.showErrorDetail", "nope", 3])
def test_an_unknown_option_is_an_error_for_both_callers(name: str) -> None:
    """Streamlit raises a RuntimeError for one and its own for the other; this is both."""
    with pytest.raises(UnknownOptionError, match=f"no option `{name}`") as caught:
        OptionValues().get(name)
    assert isinstance(caught.value, RuntimeError)
    with pytest.raises(UnknownOptionError):
        OptionValues().set(name, 1)


def test_a_near_name_is_suggested() -> None:
    """One letter is missing."""
    with pytest.raises(UnknownOptionError, match=r"Did you mean `client\.showErrorDetails`\?"):
        OptionValues().get("client.showErrorDetail")


def test_most_options_cannot_be_set() -> None:
    """The error says which can."""
    with pytest.raises(OptionNotSettableError, match=r"client\.showErrorDetails"):
        OptionValues().set("runner.magicEnabled", False)


def test_a_value_must_be_one_of_the_option() -> None:
    """The error lists them."""
    with pytest.raises(StreamlitValueError, match="stacktrace"):
        OptionValues().set("client.showErrorDetails", "some")
    with pytest.raises(StreamlitValueError, match="True or False"):
        OptionValues().set("client.showSidebarNavigation", "hidden")

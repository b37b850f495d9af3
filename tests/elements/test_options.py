"""`get_option` and `set_option`."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sheet import Sheet

from nbapp.config.options import options
from nbapp.elements.failure import described
from nbapp.elements.options import get_option, set_option

DETAILS = "client.showErrorDetails"


@pytest.fixture(autouse=True)
def clean() -> Iterator[None]:
    """Leave the options of the process as they were."""
    yield
    options.clear()


def test_error_details_depend_on_who_reads(sheet: Sheet, published_sheet: Sheet) -> None:
    """Strangers see none, unless the app says so."""
    assert sheet.play(lambda: get_option(DETAILS)) == get_option(DETAILS) == "full"
    assert published_sheet.play(lambda: get_option(DETAILS)) == "none"
    set_option(DETAILS, "type")
    assert published_sheet.play(lambda: get_option(DETAILS)) == "type"


@pytest.mark.parametrize(
    ("details", "shown"),
    [
        ("full", ("ValueError", "my secret", True, False)),
        ("stacktrace", ("ValueError", None, True, True)),
        ("type", ("ValueError", None, False, True)),
        ("none", ("", None, False, True)),
    ],
)
def test_r137_an_error_shows_as_much_as_the_app_wants(details: str, shown: tuple[object, ...]) -> None:
    """To strangers and to the author alike; what is left out is in the log under a number."""
    set_option(DETAILS, details)
    for published in (False, True):
        props = described(ValueError("my secret"), published)
        message = props["message"] if "secret" in props["message"] else None
        assert (props["type"], message, "trace" in props, "id" in props) == shown

"""What a browser says of itself, and which of it is believed."""

from __future__ import annotations

import pytest

from nbapp.session.surroundings import Surroundings

TOLD = {
    "timezone": "Europe/Zurich",
    "timezone_offset": -60,
    "locale": "de-CH",
    "url": "http://127.0.0.1:8866/voila/render/a.ipynb",
    "theme": "dark",
    "embedded": False,
}


def test_all_that_is_true_is_kept() -> None:
    """And nothing else of the message."""
    around = Surroundings()
    around.receive({"t": "context", "user": "root", **TOLD})
    assert around.browser == TOLD


@pytest.mark.parametrize(
    "lie",
    [
        {"timezone": "<script>"},
        {"timezone": "x" * 101},
        {"timezone": None},
        {"timezone_offset": 1.5},
        {"timezone_offset": True},
        {"timezone_offset": 10_000},
        {"locale": ["de"]},
        {"locale": "de CH"},
        {"url": "javascript:alert(1)"},
        {"url": "http://a/" + "x" * 3000},
        {"url": "http://a/\n"},
        {"theme": "pink"},
        {"embedded": 1},
    ],
    ids=str,
)
def test_what_cannot_be_true_counts_as_unsaid(lie: dict[str, object]) -> None:
    """The rest of the message counts."""
    around = Surroundings()
    around.receive({**TOLD, **lie})
    (name,) = lie
    assert around.browser == {known: value for known, value in TOLD.items() if known != name}


def test_an_app_is_concerned_by_what_it_has_looked_up() -> None:
    """Once for each change, and not by what is said again: a page left alone settles."""
    around = Surroundings()
    assert around.receive({"theme": "light"}) is False
    assert around.look_up("theme") == "light"
    assert around.receive({"theme": "light", "locale": "de"}) is False
    assert around.receive({"theme": "dark", "locale": "de"}) is True
    assert around.receive({"theme": "dark", "locale": "fr"}) is False
    assert around.receive({}) is True

"""The app view: it gives the page to whoever asks, and lets a browser set nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from reader import tell, wired

from nbapp.view.app_view import AppView, close_all

SLOT = {"id": 1, "kind": "image", "props": {"data": b"png", "mime": "image/png"}}


class Shown:
    """A view, what it was asked, and what it sent."""

    def __init__(self, sent: list[tuple[str, dict[str, Any]]]) -> None:
        self.sent = sent
        self.seq = 3
        self.asked: list[dict[str, Any]] = []
        self.view = AppView(self.snapshot, {"rerun": self.asked.append, "fails": self.fail}, {"id": "a", "name": "n"})
        self.sent.clear()

    def snapshot(self) -> dict[str, Any]:
        """The page of this moment."""
        return {"seq": self.seq, "roots": {"main": [dict(SLOT)], "sidebar": []}, "status": {"state": "idle"}}

    def fail(self, content: dict[str, Any]) -> None:
        """An answer with an error."""
        raise ValueError("no answer")

    @property
    def contents(self) -> list[dict[str, Any]]:
        """The custom messages that it sent."""
        return [data["content"] for _, data in self.sent if data.get("method") == "custom"]


@pytest.fixture
def shown() -> Iterator[Shown]:
    """A view on a wire."""
    with wired() as sent:
        one = Shown(sent)
        yield one
        close_all([one.view])


def test_its_state_holds_the_page_of_the_moment(shown: Shown) -> None:
    """For a reloaded page, a second view, a saved notebook; bytes as they are."""
    assert shown.view.get_state()["snapshot"]["seq"] == 3
    shown.seq = 4
    assert shown.view.get_state("snapshot")["snapshot"]["roots"]["main"][0]["props"]["data"] == b"png"
    assert "snapshot" not in shown.view.get_state("app")


def test_a_browser_asks_for_the_page(shown: Shown) -> None:
    """And is told the status alone if it has it."""
    tell(shown.view, t="snapshot")
    tell(shown.view, t="snapshot", seq=3)
    assert [content["t"] for content in shown.contents] == ["snapshot", "status"]
    assert shown.contents[0]["snapshot"]["roots"]["main"][0]["props"]["data"] == {"$buffer": 0}


def test_requests_reach_their_answers(shown: Shown, caplog: pytest.LogCaptureFixture) -> None:
    """Those that nbapp knows; an error stays here."""
    tell(shown.view, t="rerun")
    tell(shown.view, t="fails")
    tell(shown.view, t="unknown")
    assert shown.asked == [{"t": "rerun"}]
    assert "could not be answered" in caplog.text
    assert "does not know" in caplog.text


@pytest.mark.parametrize("state", [{"snapshot": {}}, {"_esm": "evil"}, {"app": {}}, {"layout": None}])
def test_a_browser_sets_nothing(shown: Shown, state: dict[str, Any]) -> None:
    """No trait of it is an input."""
    before = {name: getattr(shown.view, name) for name in state}
    shown.view.comm.handle_msg({"content": {"data": {"method": "update", "state": state}}, "buffers": []})
    assert {name: getattr(shown.view, name) for name in state} == before


@pytest.mark.parametrize("data", [None, "text", [], {}, {"method": 3}, {"method": "custom"}])
def test_nonsense_raises_nothing(shown: Shown, data: Any) -> None:
    """Whatever a page sends."""
    shown.view.comm.handle_msg({"content": {"data": data}, "buffers": []})


def test_its_module_is_served_where_no_address_answers(shown: Shown) -> None:
    """By its plain name, and nothing else."""
    tell(shown.view, t="module", name="core.js")
    tell(shown.view, t="module", name="../../errors.py")
    assert [bool(content["text"]) for content in shown.contents] == [True, False]


def test_its_loader_is_small(shown: Shown) -> None:
    """It goes over the wire at every page load."""
    assert len(shown.view._esm.encode()) <= 3 * 1024


def test_plain_text_says_what_it_is(shown: Shown) -> None:
    """For a terminal, and a front end without widgets."""
    bundle = shown.view._repr_mimebundle_()
    assert bundle is not None
    assert bundle[0]["text/plain"].startswith("nbapp: n")

"""Scripts for Streamlit as people write them, unmodified: they run, and answer what a reader does."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import nbapp
from nbapp.testing import AppTest

APPS = Path(__file__).parent / "apps"

Open = Callable[[str], AppTest]


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens a copy of one; what it keeps is let go afterwards."""
    shutil.copytree(APPS, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    apps: list[AppTest] = []

    def start(name: str) -> AppTest:
        apps.append(AppTest.from_file(tmp_path / f"{name}.py", default_timeout=60, streamlit=True).run())
        assert not apps[-1].exception
        return apps[-1]

    yield start
    for app in apps:
        app.close()
    nbapp.cache_data.clear()
    nbapp.cache_resource.clear()


def test_an_explorer_of_data(opened: Open) -> None:
    """Filters, metrics, charts, tabs; no row left ends the run."""
    at = opened("explorer")
    assert [metric.label for metric in at.metric] == ["Rows", "Total sales", "Mean", "Units"]
    at.multiselect[0].set_value([]).run()
    assert at.warning[0].value == "No rows match."
    assert not at.metric


def test_a_list_of_things_to_do(opened: Open) -> None:
    """Callbacks that change what they iterate over, keys made of data."""
    at = opened("todo")
    at.text_input("new_item_text").set_value("Walk dog").run()
    assert at.text_input("new_item_text").value == ""
    at.checkbox(label="Buy milk").check().run()
    at.button(label="Clear done").click().run()
    assert [box.label for box in at.checkbox] == ["Write code", "Walk dog"]


def test_pages_behind_a_login(opened: Open) -> None:
    """Other pages after the form, a switch to one, and back out."""
    at = opened("login")
    at.text_input(label="User").set_value("ada")
    at.text_input(label="Password").set_value("wrong")
    at.button[0].click().run()
    assert at.error[0].value == "Wrong user or password"
    at.text_input(label="Password").set_value("lovelace")
    at.button[0].click().run()
    at.button(label="Admin now").click().run()
    assert at.title[0].value == "Admin"
    at.switch_page("Log out").run()
    assert at.header[0].value == "Log in"


def test_rows_of_a_database(opened: Open, tmp_path: Path) -> None:
    """Added by a form, changed, deleted."""
    at = AppTest.from_file(tmp_path / "crud.py", default_timeout=60, streamlit=True)
    at.secrets["api_key"] = "sesame"
    at.secrets["connections"] = {"sql": {"url": f"sqlite:///{(tmp_path / 'crud.db').as_posix()}"}}
    at.run()
    at.text_input(label="Name").set_value("Rex")
    at.selectbox(label="Kind").set_value("dog")
    at.button[0].click().run()
    assert at.success[0].value == "Rex added"
    at.text_input(label="New name").set_value("Tom")
    at.button(label="Save").click().run()
    assert at.dataframe[0].value["name"].to_list() == ["Tom"]
    at.button(label="Delete").click().run()
    assert not at.exception
    assert len(at.dataframe[0].value) == 0
    at.close()


def test_a_dashboard(opened: Open) -> None:
    """A fragment on a timer, caches, a dialog."""
    at = opened("dashboard")
    at.advance(5)
    assert at.metric[0].value == "6"
    at.button(label="Settings").click().run()
    at.dialog[0].number_input[0].set_value(7).run()
    at.dialog[0].button[0].click().run()
    assert at.session_state.n == 7
    assert not at.dialog

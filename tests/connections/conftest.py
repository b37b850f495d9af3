"""Databases to connect to: SQLite in a file, with secrets beside it."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import nbapp

sys.path.insert(0, str(Path(__file__).parents[1] / "elements"))

from sheet import Sheet


@pytest.fixture
def sheet() -> Iterator[Sheet]:
    """A fresh sheet."""
    sheet = Sheet()
    yield sheet
    sheet.session.close()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder without secrets, nobody else's either; what was connected and kept is let go afterwards."""
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    monkeypatch.setattr("nbapp.config.secret_files.START", tmp_path)
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    nbapp.cache_data.clear()
    nbapp.cache_resource.clear()


@pytest.fixture
def database(home: Path) -> Path:
    """A file with a table of pets."""
    path = home / "pets.db"
    with sqlite3.connect(path) as opened:
        opened.execute("create table pets (name text, owner text, age integer)")
        opened.executemany(
            "insert into pets values (?, ?, ?)", [("Rex", "ada", 3), ("Mia", "bob", 5), ("Tom", "ada", 1)]
        )
    opened.close()
    return path


@pytest.fixture
def secrets(home: Path, database: Path) -> Path:
    """The file that says where the database is."""
    (home / ".streamlit").mkdir()
    file = home / ".streamlit" / "secrets.toml"
    file.write_text(f'[connections.pets]\ntype = "sql"\nurl = "sqlite:///{database.as_posix()}"\n', encoding="utf-8")
    return file

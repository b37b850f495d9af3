"""Connections to databases: SQLite itself, by SQLAlchemy."""

from __future__ import annotations

import sqlite3
import threading
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas
import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

import nbapp
from nbapp.connections import SQLConnection
from nbapp.connections import sql as module
from nbapp.errors import (
    ConnectionAddressError,
    ConnectionSettingsError,
    StreamlitMissingRequiredParameterError,
    StreamlitSecretNotFoundError,
)


def add(database: Path, name: str) -> None:
    """Put one more pet into the table, behind the connection's back."""
    with sqlite3.connect(database) as opened:
        opened.execute("insert into pets values (?, 'eve', 1)", [name])
    opened.close()


def test_r168_a_query_gives_a_frame(secrets: Path) -> None:
    """With parameters, an index, and what else pandas can be told."""
    pets = nbapp.connection("pets")
    assert isinstance(pets, SQLConnection)
    ada = pets.query("select name, age from pets where owner = :owner order by age", params={"owner": "ada"})
    assert ada.to_dict("list") == {"name": ["Tom", "Rex"], "age": [1, 3]}
    assert list(pets.query("select name, age from pets", index_col="name").index) == ["Rex", "Mia", "Tom"]
    assert pets.query("select age from pets", dtype={"age": "float64"}).age.dtype == "float64"


def test_r168_rows_are_kept(secrets: Path, database: Path) -> None:
    """For good, for `ttl`, or not at all; each caller's frame is his own."""
    pets = nbapp.connection("pets")
    count = "select count(*) as n from pets"
    first = pets.query(count)
    first.loc[0, "n"] = 99
    assert pets.query(count, ttl=0.2).n[0] == 3
    add(database, "Kim")
    assert (pets.query(count).n[0], pets.query(count, ttl=0.2).n[0], pets.query(count, ttl=0).n[0]) == (3, 3, 4)
    time.sleep(0.25)
    assert pets.query(count, ttl=0.2).n[0] == 4


def test_chunks_come_one_after_another_and_are_not_kept(secrets: Path, database: Path) -> None:
    """Each is a frame."""
    pets = nbapp.connection("pets")
    assert [len(chunk) for chunk in pets.query("select * from pets", chunksize=2)] == [2, 1]
    add(database, "Kim")
    assert [len(chunk) for chunk in pets.query("select * from pets", chunksize=2)] == [2, 2]


def test_a_session_writes(secrets: Path, database: Path) -> None:
    """And `connect` and `engine` are SQLAlchemy's own."""
    pets = nbapp.connection("pets")
    with pets.session as session:
        session.execute(text("update pets set age = age + 1 where name = :name"), {"name": "Rex"})
        session.commit()
    with pets.connect() as opened:
        assert opened.execute(text("select age from pets where name = 'Rex'")).scalar() == 4
    assert (pets.driver, pets.engine.dialect.name) == ("pysqlite", "sqlite")


def test_autocommit_needs_no_commit(database: Path) -> None:
    """The connection has no transactions."""
    pets = nbapp.connection("auto", type="sql", url=f"sqlite:///{database}", autocommit=True)
    with pets.connect() as opened:
        opened.execute(text("delete from pets"))
    assert pets.query("select count(*) as n from pets").n[0] == 0


def test_settings_one_by_one(database: Path) -> None:
    """Instead of a whole address."""
    pets = nbapp.connection("parts", type="sql", dialect="sqlite", driver="pysqlite", database=str(database))
    assert len(pets.query("select * from pets")) == 3


def test_settings_of_the_call_go_first(secrets: Path, home: Path) -> None:
    """Those that it does not give come from the file."""
    empty = nbapp.connection("pets", url=f"sqlite:///{home / 'other.db'}", echo=False)
    assert len(empty.query("select name from sqlite_master")) == 0


def test_r168_without_settings_is_an_error(secrets: Path) -> None:
    """With what to write, and where."""
    with pytest.raises(ConnectionSettingsError, match=r"\[connections\.sql\]"):
        nbapp.connection("sql")
    with pytest.raises(StreamlitMissingRequiredParameterError, match="dialect"):
        nbapp.connection("sql", host="db.example.org")


def test_a_reset_connects_anew(secrets: Path) -> None:
    """The object stays; what it connects is another one."""
    pets = nbapp.connection("pets")
    before = pets.engine
    pets.reset()
    assert pets.engine is not before
    assert nbapp.connection("pets") is pets


def test_a_changed_secret_connects_anew(secrets: Path, home: Path) -> None:
    """At its next use, and only if it is this connection's."""
    pets = nbapp.connection("pets")
    before, tables = pets.engine, "select name from sqlite_master"
    assert len(pets.query(tables)) == 1
    secrets.write_text(secrets.read_text() + "\n[other]\na = 1\n")
    assert pets.engine is before
    secrets.write_text(f'[connections.pets]\ntype = "sql"\nurl = "sqlite:///{(home / "new.db").as_posix()}"\n')
    assert len(pets.query(tables)) == 0, "the rows of the other database are not its own"


@pytest.mark.parametrize(
    "settings",
    [{"url": "ada:hush@host"}, {"url": "postgresql://ada:hu@sh:9@host:54x/pets"}, {"dialect": "x", "port": "hu"}],
)
def test_an_address_that_cannot_be_read_is_not_repeated(settings: dict[str, str]) -> None:
    """It may hold a password, and outputs are saved."""
    with pytest.raises(ConnectionAddressError, match=r"`(url|port)` of `connection\('db'\)` cannot be read") as caught:
        nbapp.connection("db", type="sql", **settings)
    assert "hu" not in str(caught.value)
    assert caught.value.__suppress_context__


def test_r168_a_file_that_cannot_be_read_says_so(secrets: Path) -> None:
    """With its line; it is not as if nothing had been set."""
    secrets.write_text("a = 1\n[connections.pets]\nurl = = 'x'\n")
    with pytest.raises(StreamlitSecretNotFoundError, match=r"secrets\.toml.*at line 3"):
        nbapp.connection("pets", type="sql")


def test_a_database_in_memory_is_one_for_all_threads() -> None:
    """A cell fills it on the main thread, and the app reads it on its worker."""
    memory = nbapp.connection("sql", url="sqlite://")
    pandas.DataFrame({"n": [1, 2]}).to_sql("numbers", memory.engine)
    found: list[Any] = []
    thread = threading.Thread(target=lambda: found.append(memory.query("select sum(n) as n from numbers").n[0]))
    thread.start()
    thread.join()
    assert found == [3]


class Flaky:
    """Makes connections to a database, all but the first ones."""

    def __init__(self, database: Path, failures: int) -> None:
        self.database, self.failures, self.calls = database, failures, 0

    def __call__(self) -> sqlite3.Connection:
        self.calls += 1
        if self.calls <= self.failures:
            raise sqlite3.OperationalError("the server is away")
        return sqlite3.connect(self.database, check_same_thread=False)


@pytest.mark.parametrize(("failures", "rows"), [(2, 3), (3, None)])
def test_a_lost_server_is_tried_again(
    database: Path, monkeypatch: pytest.MonkeyPatch, failures: int, rows: int | None
) -> None:
    """Three times at most."""
    monkeypatch.setattr(module, "PAUSE", 0.0)
    flaky = Flaky(database, failures)
    pets = SQLConnection("flaky", url="sqlite:///", creator=flaky)
    if rows is None:
        with pytest.raises(OperationalError, match="away"):
            pets.query("select * from pets")
    else:
        assert len(pets.query("select * from pets")) == rows
    assert flaky.calls == 3
    pets.close()


def test_a_wrong_query_fails_at_once(secrets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking again would not help."""
    monkeypatch.setattr(module, "PAUSE", 60.0)
    with pytest.raises((OperationalError, pandas.errors.DatabaseError), match="no such table"):
        nbapp.connection("pets").query("select * from cats")


class Elsewhere(SQLConnection):
    """Leads to a server that is not there."""

    def _connect(self, **kwargs: Any) -> Any:
        return SimpleNamespace(url=self._url(kwargs))


def test_it_prints_no_password() -> None:
    """But its name and where it leads."""
    shown = repr(Elsewhere("x", url="postgresql://ada:hush@db.example.org/pets"))
    assert shown == "<SQLConnection 'x' postgresql://ada:***@db.example.org/pets>"

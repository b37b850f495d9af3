"""`connection`: what kind, made once, for whom."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from typing import Any, Literal

import pytest
from sheet import Sheet

import nbapp
from nbapp.connections import BaseConnection, SnowflakeCallersRightsConnection, SnowflakeConnection
from nbapp.errors import (
    ConnectionNameError,
    ConnectionNotHereError,
    ConnectionTypeError,
    StreamlitSecretNotFoundError,
    StreamlitValueError,
    UnhashableParamError,
)


class Counted(BaseConnection[dict[str, Any]]):
    """Counts how often it is made and closed."""

    made = 0
    closed = 0

    def _connect(self, **kwargs: Any) -> dict[str, Any]:
        Counted.made += 1
        return dict(kwargs)

    def close(self) -> None:
        Counted.closed += 1


class OfOne(Counted):
    """Each app has one of its own."""

    @classmethod
    def scope(cls) -> Literal["global", "session"]:
        return "session"


@pytest.fixture(autouse=True)
def counted() -> type[Counted]:
    """Nothing made and nothing closed yet."""
    Counted.made = Counted.closed = 0
    return Counted


def test_r168_a_connection_is_made_once() -> None:
    """For each name and settings."""
    first = nbapp.connection("a", type=Counted, x=1, y=1)
    assert nbapp.connection("a", type=Counted, y=1, x=1) is first
    assert nbapp.connection("a", type=Counted, x=2) is not first
    assert nbapp.connection("b", type=Counted, x=1) is not first
    assert Counted.made == 3


def test_one_that_is_let_go_is_closed() -> None:
    """When there are too many, and when the cache is emptied."""
    for name in "abc":
        nbapp.connection(name, type=Counted, max_entries=2)
    assert (Counted.made, Counted.closed) == (3, 1)
    nbapp.cache_resource.clear()
    assert Counted.closed == 3


def test_a_class_that_a_script_defines_anew_is_the_same(sheet: Sheet) -> None:
    """Unless its code has changed."""

    def script() -> tuple[Any, Any]:
        class Mine(BaseConnection[int]):
            def _connect(self) -> int:
                return 1

        return nbapp.connection("mine", type=Mine), Mine

    (first, kind), (again, other) = sheet.play(script), sheet.play(script)
    assert first is again
    assert kind is not other


def test_r168_a_session_has_connections_of_its_own(sheet: Sheet) -> None:
    """They are closed with it."""
    other = Sheet()
    mine, theirs = (one.play(lambda: nbapp.connection("one", type=OfOne)) for one in (sheet, other))
    assert mine is not theirs
    assert sheet.play(lambda: nbapp.connection("one", type=OfOne)) is mine
    other.session.close()
    assert Counted.closed == 1


def test_a_type_by_its_full_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a module that is not imported yet."""
    (tmp_path / "my_connections.py").write_text(
        "import nbapp\n"
        "class Mine(nbapp.connections.BaseConnection):\n"
        "    def _connect(self, **kwargs):\n"
        "        return kwargs\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    assert nbapp.connection("mine", type="my_connections.Mine", a=1)._instance == {"a": 1}
    sys.modules.pop("my_connections")


def test_a_type_in_the_secrets(secrets: Path) -> None:
    """And a name in the environment."""
    assert nbapp.connection("pets").query("select 1 as n").n[0] == 1


def test_r168_a_name_in_the_environment(secrets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`env:` and the variable."""
    monkeypatch.setenv("NBAPP_WHICH", "pets")
    assert nbapp.connection("env:NBAPP_WHICH") is nbapp.connection("pets")


def test_a_name_that_the_environment_does_not_have(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says which variable to set."""
    monkeypatch.delenv("NBAPP_WHICH", raising=False)
    with pytest.raises(ConnectionNameError, match="`NBAPP_WHICH` is not set") as caught:
        nbapp.connection("env:NBAPP_WHICH")
    assert isinstance(caught.value, KeyError)


def test_functions_and_classes_can_be_settings() -> None:
    """The same ones, defined anew, mean the same connection."""
    made = [nbapp.connection("f", type=Counted, creator=lambda: 1, kind=dict) for _ in range(2)]
    assert made[0] is made[1]
    assert nbapp.connection("f", type=Counted, creator=lambda: 2, kind=dict) is not made[0]
    assert nbapp.connection("f", type=Counted, version=1)._instance == {"version": 1}


def test_a_setting_that_cannot_be_told_apart_is_an_error_with_its_name() -> None:
    """It would be another connection in each run."""
    with pytest.raises(UnhashableParamError, match="`lock` of the cached function `connection`"):
        nbapp.connection("f", type=Counted, lock=threading.Lock())


@pytest.mark.parametrize("kind", ["sqll", 3, dict, "os.path", "json.JSONDecoder"])
def test_r168_an_unknown_type_is_an_error(kind: Any) -> None:
    """It says what there is."""
    with pytest.raises(ConnectionTypeError, match="'sql'"):
        nbapp.connection("x", type=kind)


def test_r168_a_name_without_type_needs_secrets(home: Path) -> None:
    """A file, and in it a table."""
    with pytest.raises(StreamlitSecretNotFoundError):
        nbapp.connection("nope")
    (home / ".streamlit").mkdir()
    for odd in ("a = 1", "connections = 3", "connections.nope = 3"):
        (home / ".streamlit" / "secrets.toml").write_text(odd)
        with pytest.raises(ConnectionTypeError, match="`type` is None"):
            nbapp.connection("nope")


@pytest.mark.parametrize(
    ("name", "kind"),
    [("snowflake", SnowflakeConnection), ("snowflake-callers-rights", SnowflakeCallersRightsConnection)],
)
def test_snowflake_says_what_to_use(name: str, kind: type) -> None:
    """By name and by class."""
    for given in (name, kind):
        with pytest.raises(ConnectionNotHereError, match="snowflake-sqlalchemy"):
            nbapp.connection(name, type=given)


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("sqlalchemy", r"`pip install SQLAlchemy` \(or `pip install 'nbapp\[sql\]'`\)"),
        ("MySQLdb", "install mysqlclient"),
    ],
)
def test_r168_a_missing_driver_names_the_package(missing: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what to type."""
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ModuleNotFoundError, match=said) as caught:
        nbapp.connection("db", type="sql", url="mysql://u@h/d")
    assert caught.value.name == missing


def test_a_scope_must_be_one_of_two() -> None:
    """A class says which."""

    class Odd(Counted):
        @classmethod
        def scope(cls) -> Any:
            return "planet"

    with pytest.raises(StreamlitValueError, match=r"Odd\.scope"):
        nbapp.connection("odd", type=Odd)


def test_what_it_connects_is_told_apart_from_it() -> None:
    """A name of the one is not a name of the other."""
    made = nbapp.connection("a", type=Counted)
    with pytest.raises(AttributeError, match=r"`\._instance\.keys`"):
        made.keys  # noqa: B018
    with pytest.raises(AttributeError, match="has no `nope`"):
        made.nope  # noqa: B018
    assert repr(made) == "<Counted 'a'>"

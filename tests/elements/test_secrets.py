"""`secrets`: a mapping that is read, by key or as attributes, and never shows its values."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest
from sheet import Sheet

import nbapp
from nbapp.elements.secrets import Section, secrets
from nbapp.errors import StreamlitSecretNotFoundError

TOML = """
token = "hush"
count = 3
list = [1, 2]
[database]
user = "ada"
[database.deep]
password = "hush"
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without secrets, and nobody else's either."""
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    monkeypatch.setattr("nbapp.config.secret_files.START", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def file(home: Path) -> Path:
    """The secrets of the notebook's folder."""
    (home / ".streamlit").mkdir()
    path = home / ".streamlit" / "secrets.toml"
    path.write_text(TOML, encoding="utf-8")
    return path


def test_r167_items_and_attributes_at_any_depth(file: Path) -> None:
    """Tables are mappings of the same kind."""
    assert (secrets["token"], secrets.count) == ("hush", 3)
    assert secrets.database.deep.password == secrets["database"]["deep"]["password"] == "hush"
    assert list(secrets) == ["token", "count", "list", "database"]
    assert ("token" in secrets, "nope" in secrets, secrets.get("nope", 1), len(secrets.database)) == (True, False, 1, 2)
    assert secrets.database == {"user": "ada", "deep": {"password": "hush"}}


def test_r167_a_missing_key_says_what_there_is(file: Path) -> None:
    """As KeyError and as AttributeError, with the nearest name."""
    with pytest.raises(KeyError, match=r"`secrets` has no key 'tokn'.*Did you mean `token`"):
        secrets["tokn"]
    with pytest.raises(AttributeError, match=r"`secrets\.database` has no key 'pass'.*'user'"):
        _ = secrets.database.__getattr__("pass")


def test_r167_without_a_file_every_access_is_an_error() -> None:
    """Even `get` and `len`; an attribute is missing, as `hasattr` expects."""
    for access in (lambda: secrets["a"], lambda: secrets.get("a"), lambda: len(secrets), lambda: "a" in secrets):
        with pytest.raises(StreamlitSecretNotFoundError, match=r"secrets\.toml"):
            access()
    assert not hasattr(secrets, "a")
    assert secrets.load_if_toml_exists() is False


def test_r167_it_cannot_be_written(file: Path) -> None:
    """By key, as an attribute, at any depth."""
    for write in (
        lambda: secrets.__setitem__("a", 1),
        lambda: setattr(secrets, "a", 1),
        lambda: setattr(secrets.database, "user", "eve"),
    ):
        with pytest.raises(TypeError, match="only be read"):
            write()


def test_it_prints_keys_and_no_values(file: Path) -> None:
    """Also inside of another text, also a table of it, also on a page, by whichever element and inside of what."""
    assert repr(secrets) == "secrets(token, count, list, database)"
    assert f"{secrets.database}" == "secrets.database(user, deep)"
    sheet = Sheet()

    def script() -> None:
        nbapp.session_state.kept = secrets.database
        nbapp.write(secrets, secrets.database, {"of mine": [secrets]}, nbapp.session_state)
        for draw in (nbapp.json, nbapp.table, nbapp.dataframe, nbapp.text, nbapp.code):
            draw(secrets)
            draw({"mine": secrets.database})

    sheet.play(script)
    shown = str(sheet.nodes)
    assert shown.count("token") > 5
    assert "hush" not in shown
    assert "ada" not in shown
    sheet.session.close()


def test_what_is_handed_out_is_the_callers_own(file: Path) -> None:
    """Changing it changes no secret; copies and pickles are plain dicts."""
    secrets.list.append(3)
    secrets.to_dict()["database"]["user"] = "eve"
    assert (secrets.list, secrets.database.user) == ([1, 2], "ada")
    table = secrets.database.to_dict()
    assert copy.deepcopy(secrets.database) == copy.copy(secrets.database) == table
    assert pickle.loads(pickle.dumps(secrets.database)) == table


def test_a_changed_file_counts_at_once(file: Path) -> None:
    """No restart."""
    assert secrets.load_if_toml_exists() is True
    file.write_text("token = 'new one'", encoding="utf-8")
    assert secrets.token == "new one"


def test_a_test_can_give_secrets_of_its_own(sheet: Sheet) -> None:
    """They count in that session alone."""
    sheet.session.surroundings.secrets = {"token": "mine", "t": {"a": 1}}
    assert sheet.play(lambda: (secrets.token, secrets.t.a)) == ("mine", 1)
    with pytest.raises(StreamlitSecretNotFoundError):
        secrets["token"]


def test_a_section_is_a_mapping_of_what_its_table_says_now() -> None:
    """No copy of the moment it was made."""
    table = {"a": 1}
    section = Section("s", lambda: table)
    table["a"] = 2
    assert (section.a, dict(section)) == (2, {"a": 2})

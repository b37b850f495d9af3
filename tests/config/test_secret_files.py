"""`secrets.toml`: which files count, when they are read again, and what goes into the environment."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from nbapp.config.secret_files import SecretFiles, notebook_folder, places
from nbapp.errors import StreamlitSecretNotFoundError


@pytest.fixture
def near(tmp_path: Path) -> Path:
    """The nearer of two files."""
    return tmp_path / "near.toml"


@pytest.fixture
def far(tmp_path: Path) -> Path:
    """The other one."""
    return tmp_path / "far.toml"


@pytest.fixture
def files(near: Path, far: Path, monkeypatch: pytest.MonkeyPatch) -> SecretFiles:
    """The secrets of the two; the environment is put back afterwards."""
    for name in ("NBAPP_A", "NBAPP_B", "NBAPP_C"):
        monkeypatch.setenv(name, "before")
    monkeypatch.delenv("NBAPP_B")
    return SecretFiles(lambda: [near, far])


def test_r167_no_file_is_an_error_that_names_the_places(files: SecretFiles, near: Path) -> None:
    """It is a FileNotFoundError, too."""
    with pytest.raises(StreamlitSecretNotFoundError, match=r"near\.toml") as caught:
        files.read()
    assert isinstance(caught.value, FileNotFoundError)
    assert str(near) in str(caught.value)
    assert files.export() is False


def test_the_nearest_file_wins(files: SecretFiles, near: Path, far: Path) -> None:
    """Name by name: what it does not have comes from the others."""
    far.write_text("a = 1\nb = 2\n[t]\nx = 1\n", encoding="utf-8")
    near.write_text("a = 3\n[t]\ny = 2\n", encoding="utf-8")
    assert files.read() == {"a": 3, "b": 2, "t": {"y": 2}}


def test_a_changed_file_is_read_again(files: SecretFiles, near: Path) -> None:
    """And one that did not change is not."""
    near.write_text("a = 1", encoding="utf-8")
    first = files.read()
    assert files.read() is first
    near.write_text("a = 22", encoding="utf-8")
    assert files.read() == {"a": 22}
    near.unlink()
    with pytest.raises(StreamlitSecretNotFoundError):
        files.read()


def test_r167_scalars_at_the_top_are_exported(files: SecretFiles, near: Path) -> None:
    """Texts and numbers, no truth values, no tables."""
    near.write_text('NBAPP_A = "x"\nNBAPP_B = 1.5\nNBAPP_C = true\n[T]\nNBAPP_D = 1\n', encoding="utf-8")
    assert files.export() is True
    assert [os.environ.get(f"NBAPP_{letter}") for letter in "ABCD"] == ["x", "1.5", "before", None]


def test_what_leaves_the_file_leaves_the_environment(files: SecretFiles, near: Path) -> None:
    """What it covered comes back; what somebody else has set since stays."""
    near.write_text('NBAPP_A = "x"\nNBAPP_B = "y"\nNBAPP_C = "z"\n', encoding="utf-8")
    files.export()
    os.environ["NBAPP_C"] = "theirs"
    near.write_text('NBAPP_D = "w"\n', encoding="utf-8")
    files.export()
    assert [os.environ.get(f"NBAPP_{letter}") for letter in "ABC"] == ["before", None, "theirs"]
    near.unlink()
    files.export()
    assert "NBAPP_D" not in os.environ


def test_what_no_environment_can_hold_is_left_out(files: SecretFiles, near: Path) -> None:
    """It is a secret all the same."""
    near.write_text('"a=b" = 1\n"" = 2\nNBAPP_B = "x\\u0000y"\n', encoding="utf-8")
    assert files.read()["NBAPP_B"] == "x\0y"
    assert "NBAPP_B" not in os.environ


@pytest.mark.parametrize(
    ("break_it", "why"),
    [
        (lambda file: file.write_text("token = 'hush'\na = = 1"), "at line 2"),
        (lambda file: file.write_bytes("token = 'hush'\na = 'ü'".encode("latin-1")), "no UTF-8 at line 2"),
        (Path.mkdir, "directory"),
    ],
)
def test_a_file_that_cannot_be_read_is_an_error(
    files: SecretFiles, near: Path, break_it: Callable[[Path], object], why: str, caplog: pytest.LogCaptureFixture
) -> None:
    """It says where and why, and nothing that is in the file; a run that only needs the environment is warned."""
    break_it(near)
    with pytest.raises(StreamlitSecretNotFoundError, match=rf"near\.toml`.*{why}") as caught:
        files.read()
    assert files.export() is False
    assert str(caught.value) in caplog.text
    assert "hush" not in caplog.text


def test_a_file_that_is_not_there_is_not_warned_of(files: SecretFiles, caplog: pytest.LogCaptureFixture) -> None:
    """Most apps have no secrets."""
    assert files.export() is False
    assert not caplog.records


def test_a_user_without_a_home_has_no_secrets_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """A container may run as nobody that it knows."""
    pwd = pytest.importorskip("pwd")
    monkeypatch.delenv("HOME")
    monkeypatch.setattr(pwd, "getpwuid", lambda number: {}[number])
    assert not any(place.is_file() for place in places()[-1:])


def test_the_places_are_streamlits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The notebook's folder, the current one, the user's."""
    monkeypatch.setenv("JPY_SESSION_NAME", str(tmp_path / "books" / "n.ipynb"))
    assert notebook_folder() is None, "that folder does not exist"
    (tmp_path / "books").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "me"))
    folders = [tmp_path / "books", tmp_path, tmp_path / "me"]
    assert places() == [folder / ".streamlit" / "secrets.toml" for folder in folders]


def test_without_a_session_the_notebook_is_where_the_kernel_began(monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative name, as some servers give it, tells no folder."""
    monkeypatch.setenv("JPY_SESSION_NAME", "n.ipynb")
    assert notebook_folder() is None
    assert places()[0].is_absolute()

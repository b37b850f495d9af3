"""Where the notebook is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from nbapp.kernel.whereabouts import is_published, whereabouts


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the kernel was started in; nothing is said of the notebook."""
    for name in ("JPY_SESSION_NAME", "SCRIPT_NAME", "VOILA_PREHEAT"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "kernel").mkdir()
    monkeypatch.chdir(tmp_path / "kernel")
    return tmp_path / "kernel"


def test_a_server_says_it(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file may have another name by now; the folder counts."""
    (tmp_path / "app.ipynb").touch()
    monkeypatch.setenv("JPY_SESSION_NAME", str(tmp_path / "app.ipynb"))
    assert whereabouts({}, published=False) == (tmp_path, tmp_path / "app.ipynb")
    monkeypatch.setenv("JPY_SESSION_NAME", str(tmp_path / "former.ipynb"))
    assert whereabouts({}, published=False) == (tmp_path, None)
    assert whereabouts({"__vsc_ipynb_file__": str(folder / "x.ipynb")}, published=False) == (folder, None)


@pytest.mark.parametrize("said", ["", "app.ipynb", "/nowhere/at/all/app.ipynb"])
def test_without_that_it_is_where_the_kernel_was_started(
    folder: Path, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If there is one notebook, it is that."""
    monkeypatch.setenv("JPY_SESSION_NAME", said)
    assert whereabouts({}, published=False) == (folder, None)
    (folder / "one.ipynb").touch()
    assert whereabouts({}, published=False) == (folder, folder / "one.ipynb")
    (folder / "two.ipynb").touch()
    assert whereabouts({}, published=False) == (folder, None)


@pytest.mark.parametrize(
    ("env", "published"),
    [({}, False), ({"SERVER_SOFTWARE": "voila/0.5.13"}, True), ({"VOILA_PREHEAT": "True"}, True)],
)
def test_who_started_the_kernel(folder: Path, env: dict[str, str], published: bool, monkeypatch: Any) -> None:
    """A kernel that Voilà warms up is not told that it is Voilà's; but strangers will read what it shows."""
    monkeypatch.delenv("SERVER_SOFTWARE", raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert is_published() is published


def test_voila_names_the_file_of_one_visitor(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it says of a kernel that was warmed up is of somebody else."""
    (tmp_path / "other.ipynb").touch()
    for name in ("app.ipynb", "other.ipynb"):
        (folder / name).touch()
    monkeypatch.setenv("JPY_SESSION_NAME", str(tmp_path / "other.ipynb"))
    monkeypatch.setenv("SCRIPT_NAME", "/voila/render/sub/app.ipynb")
    monkeypatch.setenv("VOILA_PREHEAT", "False")
    assert whereabouts({}, published=True) == (folder, folder / "app.ipynb")
    (folder / "1_🐧 My app.ipynb").touch()
    monkeypatch.setenv("SCRIPT_NAME", "/voila/render/1_%F0%9F%90%A7%20My%20app.ipynb")
    assert whereabouts({}, published=True) == (folder, folder / "1_🐧 My app.ipynb")
    monkeypatch.setenv("SCRIPT_NAME", "/voila/render/..%2Fother.ipynb")
    assert whereabouts({}, published=True) == (folder, folder / "other.ipynb")
    monkeypatch.setenv("VOILA_PREHEAT", "True")
    assert whereabouts({}, published=True) == (folder, None)

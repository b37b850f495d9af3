"""What must not be in the repository: hosts and machines by name, built files, a second place of the version."""

from __future__ import annotations

import json
import re
import subprocess

import pytest
from source import REPOSITORY

import nbapp

# Written in parts, so that this file does not name them either.
HOSTS = [".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"))]
HOSTS += [".".join(parts) for parts in (("deb", "debian", "org"), ("jsdelivr", "net"), ("unpkg", "com"))]
PATHS = ["/" + "work/", "/" + "root/", "/" + "home/"]
TEXTS = {".py", ".ts", ".mjs", ".js", ".json", ".css", ".md", ".cfg", ".toml", ".ipynb", ".txt", ".html", ".j2", ""}


def files() -> list[str]:
    """List what git holds or would take in; in a tree without git, nothing."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True).stdout.splitlines()
    return sorted(name for name in listed if (REPOSITORY / name).is_file())


@pytest.mark.parametrize("name", [name for name in files() if name.endswith(tuple(TEXTS - {""})) or "." not in name])
def test_names_no_host_and_no_machine(name: str) -> None:
    """No file names a registry, a CDN, or a path of the machine it was written on."""
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    assert not [word for word in HOSTS if word in text]
    assert not [word for word in PATHS if re.search(rf"(?<![\w.~-]){re.escape(word)}", text)]


def test_nothing_built_is_kept() -> None:
    """The built front end is made anew from its sources, never stored."""
    built = ("nbapp/view/static/", "nbapp_labextension/labextension/", "nbapp_labextension/node_modules/")
    assert not [name for name in files() if name.startswith(built)]


def test_lock_holds_no_addresses() -> None:
    """The locked front-end packages come from whatever registry npm is set up for."""
    lock = json.loads((REPOSITORY / "nbapp_labextension" / "package-lock.json").read_text(encoding="utf-8"))
    packages = [package for name, package in lock["packages"].items() if name]
    assert packages
    assert not [package for package in packages if "resolved" in package]


def test_version_stands_in_one_place() -> None:
    """The built extension carries the version of the package, which no other file repeats."""
    built = json.loads(
        (REPOSITORY / "nbapp_labextension" / "labextension" / "package.json").read_text(encoding="utf-8")
    )
    assert built["version"] == nbapp.__version__
    assert "attr: nbapp.__version__" in (REPOSITORY / "setup.cfg").read_text(encoding="utf-8")

"""What the documentation lists is what there is."""

from __future__ import annotations

import configparser
import re
from pathlib import Path

import pytest
from pages import PAGES, REPOSITORY, blocks

import nbapp
from nbapp import stand_in
from nbapp.config.secret_files import SecretFiles
from nbapp.errors import missing_name
from nbapp.errors.names import COMMANDS, ELEMENTS, NOT_YET


def read(page: str) -> str:
    """A page as it is written."""
    return (REPOSITORY / page).read_text(encoding="utf-8")


def test_what_is_not_there_yet_is_listed() -> None:
    """By name, and nothing else is; the error leads to the list."""
    listed = read("docs/differences.md").partition("## Not there yet")[2].replace("(but `components.v1` has both)", "")
    names = set(re.findall(r"`([a-z_]+)`", listed))
    assert names == {name for name in COMMANDS | ELEMENTS if not hasattr(nbapp, name)}
    assert "docs/differences.md" in NOT_YET
    assert not [name for name in names if not missing_name(name, nbapp.__all__).endswith(NOT_YET)]


def test_every_module_that_is_answered_for_is_listed() -> None:
    """Those of `streamlit`, in docs/migration.md."""
    listed = read("docs/migration.md").partition("## What it answers for")[2].partition("## ")[0]
    room = Path(stand_in.__file__).parent
    paths = (path.relative_to(room).with_suffix("").parts for path in room.rglob("*.py") if path.parent != room)
    modules = {".".join(parts).removesuffix(".__init__") for parts in paths}
    modules |= {path.stem for path in room.glob("*.py")} - {"__init__"}
    parents = {"components", "testing", "runtime.scriptrunner_utils"}
    words = set(re.findall(r"`([a-z_0-9.]+)`", listed)) | {"runtime.caching.cache_errors"}
    assert modules - parents <= words


def test_every_extra_is_listed() -> None:
    """Those that a user would want, in docs/install.md."""
    settings = configparser.ConfigParser()
    settings.read(REPOSITORY / "setup.cfg", encoding="utf-8")
    extras = set(settings["options.extras_require"]) - {"test", "dev", "build"}
    assert extras <= set(
        re.findall(r"`([a-z]+)`", read("docs/install.md").partition("Extras:")[2].partition("\n## ")[0])
    )


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page, "toml")])
def test_examples_of_secrets_can_be_read(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are TOML."""
    monkeypatch.setattr("os.environ", {})
    for number, example in enumerate(blocks(page, "toml")):
        file = tmp_path / f"{number}.toml"
        file.write_text(example, encoding="utf-8")
        assert SecretFiles(lambda file=file: [file]).read()  # type: ignore[misc]


def test_every_example_is_of_a_kind_that_some_test_looks_at() -> None:
    """Cells, a test file, commands, secrets; `text` is no example."""
    kinds = {kind for page in PAGES for kind in re.findall(r"^```(\w*)\n.*?^```$", read(page), re.M | re.S)}
    assert kinds <= {"python", "py", "sh", "toml", "text"}

"""The pytest plugin."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from nbapp.testing import AppTest
from pytest_nbapp import Apps


def test_every_kind_of_source(tmp_path: Path) -> None:
    """Files from the folder of the test, notebooks, functions, texts."""

    def script(title: str) -> None:
        import nbapp as st

        st.title(title)

    (tmp_path / "app.py").write_text("import nbapp as st\nst.title('file')")
    (tmp_path / "demo.ipynb").write_text(
        '{"cells": [{"cell_type": "code", "source": "%%app --name a\\nimport nbapp as st\\nst.title(\'notebook\')"}]}'
    )
    apps = Apps(tmp_path)
    made = [
        apps("app.py"),
        apps("demo.ipynb", "a", default_timeout=5),
        apps(script, args=("function",)),
        apps.from_string("import nbapp as st\nst.title('text')"),
    ]
    assert [at.run().title[0].value for at in made] == ["file", "notebook", "function", "text"]
    assert made[1].default_timeout == 5
    apps.close()
    assert all(isinstance(at, AppTest) and not at._end.alive for at in made)


def test_it_does_not_load_nbapp() -> None:
    """Every start of pytest loads the plugin."""
    program = "import sys, pytest_nbapp; assert not [name for name in sys.modules if name.split('.')[0] == 'nbapp']"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_the_fixture_ends_its_apps(tmp_path: Path) -> None:
    """In a pytest of its own, by the plugin's name."""
    (tmp_path / "test_it.py").write_text(
        "import threading\n\n"
        "def test_one(app_test):\n"
        "    at = app_test.from_string('import nbapp as st; st.title(\"t\")').run()\n"
        "    assert at.title[0].value == 't'\n\n"
        "def test_two():\n"
        "    assert not [each for each in threading.enumerate() if 'nbapp' in each.name]\n"
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "pytest_nbapp", "-p", "no:cacheprovider", str(tmp_path)]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout

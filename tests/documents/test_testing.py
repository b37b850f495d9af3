"""The pytest example of docs/testing.md is a test file that passes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from pages import REPOSITORY, blocks

APP = "import nbapp as st\nn = st.slider('How many?', 0, 10, 3)\nst.write('🐧' * n)\n"


def test_pytest_example_passes(tmp_path: Path) -> None:
    """With an app and a notebook of these names beside it."""
    (example,) = blocks("docs/testing.md", "py")
    cell = {"cell_type": "code", "source": f"%%app --name sales\n{APP}", "metadata": {}, "outputs": []}
    (tmp_path / "test_app.py").write_text(example, encoding="utf-8")
    (tmp_path / "app.py").write_text(APP, encoding="utf-8")
    (tmp_path / "demo.ipynb").write_text(json.dumps({"cells": [cell], "nbformat": 4}), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "pytest_nbapp", "-p", "no:cacheprovider", str(tmp_path)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True)
    assert "3 passed" in done.stdout, done.stdout

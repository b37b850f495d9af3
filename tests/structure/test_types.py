"""What type checkers find in a script; runs with `make check`, where mypy is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import nbapp


def test_misspelt_names_are_still_found(tmp_path: Path) -> None:
    """`__getattr__` is hidden from type checkers."""
    pytest.importorskip("mypy")
    script = tmp_path / "script.py"
    script.write_text("import nbapp\nnbapp.buton('x')\nnbapp.sidebar.buton('x')\n", encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--no-incremental", "--follow-imports=silent", str(script)]
    environment = {**os.environ, "MYPYPATH": str(Path(nbapp.__file__).parents[1])}
    checked = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=environment)
    assert checked.stdout.count("[attr-defined]") == 2, checked.stdout + checked.stderr

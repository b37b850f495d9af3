"""Streamlit's environment: one that is there, or one of our own beside this one."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

VERSION = "1.67.*"
OWN = Path(sys.prefix) / "streamlit"
NEEDS = (f"streamlit=={VERSION}", "matplotlib")


def streamlit_python(given: str | None) -> str:
    """Find the interpreter that runs Streamlit; make an environment where there is none.

    Parameters
    ----------
    given : str or None
        An environment's folder, or its interpreter; None for what `NBAPP_BENCH_STREAMLIT` names, else our own, which is
        made at the first time and kept.
    """
    given = given or os.environ.get("NBAPP_BENCH_STREAMLIT")
    if given:
        path = Path(given)
        return complete(str(path if path.is_file() else interpreter(path)))
    if not interpreter(OWN).exists():
        print(f"Installing Streamlit {VERSION} into {OWN} ...", flush=True)
        venv.create(OWN, with_pip=True)
        quietly = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        subprocess.run([str(interpreter(OWN)), *quietly, *NEEDS], check=True)
    return str(interpreter(OWN))


def complete(python: str) -> str:
    """Make sure that an environment has what the scripts import.

    Raises
    ------
    SystemExit
        If something is missing.
    """
    if subprocess.run([python, "-c", "import streamlit, matplotlib"], capture_output=True).returncode:
        raise SystemExit(f"{python} lacks Streamlit or matplotlib: install {' and '.join(NEEDS)} there.")
    return python


def interpreter(environment: Path) -> Path:
    """Where an environment keeps its interpreter."""
    return environment / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def version(python: str) -> str:
    """Which Streamlit an interpreter has."""
    code = "import importlib.metadata; print(importlib.metadata.version('streamlit'))"
    return subprocess.run([python, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    streamlit_python(None)

"""The scripts of `apps/`, as each system takes them: a notebook for Jupyter, a file for Streamlit."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from bench.cases import Case

APPS = Path(__file__).parent / "apps"
FOLDERS = {"nbapp": "script", "Streamlit": "script"}


def source(case: Case) -> str:
    """The script of a case; nbapp and Streamlit have the same one, but for the name they import."""
    path = APPS / FOLDERS.get(case.system, case.system) / f"{case.app}.py"
    text = path.read_text(encoding="utf-8")
    if case.count is not None:
        text = re.sub(r"^COUNT = \d+", f"COUNT = {case.count}", text, flags=re.MULTILINE)
    if case.system == "nbapp":
        return "%%app\n" + text.replace("import streamlit as st", "import nbapp as st")
    return text


def cells(case: Case) -> list[str]:
    """The cells of a case's notebook."""
    return ["%load_ext nbapp", source(case)] if case.system == "nbapp" else [source(case)]


def write(case: Case, folder: Path) -> Path:
    """Write what a case's server reads."""
    name = f"{case.system}-{case.app}-{case.count or ''}".rstrip("-")
    if case.system == "Streamlit":
        path = folder / f"{name}.py"
        path.write_text(source(case), encoding="utf-8")
        return path
    return write_notebook(folder / f"{name}.ipynb", cells(case))


def write_notebook(path: Path, sources: list[str]) -> Path:
    """Write code cells as a notebook."""
    made: list[dict[str, Any]] = [
        {"cell_type": "code", "id": f"c{n}", "source": text, "metadata": {}, "outputs": [], "execution_count": None}
        for n, text in enumerate(sources)
    ]
    kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": kernelspec}, "cells": made}
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path

"""What the figures were measured on: without that they say little."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version

import psutil  # type: ignore[import-untyped]

PACKAGES = ("nbapp", "ipywidgets", "anywidget", "ipykernel", "voila", "jupyterlab")


def about() -> dict[str, str]:
    """The versions, the processors, and how busy the machine was before anything was started."""
    return {
        "Python": platform.python_version(),
        **{name: version(name) for name in PACKAGES},
        "processors": str(os.cpu_count()),
        "load before": f"{psutil.getloadavg()[0]:.1f}",
    }

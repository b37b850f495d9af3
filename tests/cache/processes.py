"""Processes that share a store, each a kernel of its own as far as a cache knows."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import os, sys, time
import nbapp

@nbapp.cache_data(persist={persist!r}, max_entries=5)
def work(number):
    with open("calls", "a") as calls:
        calls.write(f"{{os.getpid()}}\\n")
    print("begun", flush=True)
    time.sleep(float(sys.argv[1]))
    nbapp.text("drawn")
    return {{"number": [number]}}

print(work(3), flush=True)
"""


class Machine:
    """Runs processes that share a store.

    Parameters
    ----------
    folder : Path
        Where they work.
    persist : str
        What `cache_data` is given.
    environment : str
        Variables of the environment.
    """

    def __init__(self, folder: Path, persist: str, **environment: str) -> None:
        self.folder = folder
        self.program = folder / "program.py"
        self.program.write_text(PROGRAM.format(persist=persist))
        self.environment = {**os.environ, "NBAPP_CACHE_DIR": str(folder / "cache"), **environment}

    def start(self, seconds: float = 0.0) -> subprocess.Popen[str]:
        """A process that asks for the result; it takes `seconds` to compute."""
        command = [sys.executable, str(self.program), str(seconds)]
        return subprocess.Popen(
            command, cwd=self.folder, env=self.environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )

    def run(self, seconds: float = 0.0) -> tuple[str, str]:
        """What a process prints, and what it logs."""
        return self.start(seconds).communicate(timeout=30)

    def run_together(self, count: int, seconds: float) -> list[str]:
        """What several processes print last that begin at the same moment."""
        started = [self.start(seconds) for _ in range(count)]
        return [process.communicate(timeout=30)[0].splitlines()[-1] for process in started]

    @property
    def calls(self) -> int:
        """How often it was computed."""
        calls = self.folder / "calls"
        return len(calls.read_text().splitlines()) if calls.exists() else 0

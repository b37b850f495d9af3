"""The public list: every name of ``nbapp.__all__`` with its signature. Run as a program, it writes the snapshot."""

from __future__ import annotations

import inspect
from pathlib import Path

import nbapp

SNAPSHOT = Path(__file__).with_name("public.txt")


def described(name: str) -> str:
    """One public name as a line: a function or class with its signature, anything else with its type."""
    value = getattr(nbapp, name)
    if not callable(value):
        return f"{name}: {type(value).__name__}"
    try:
        return f"{name}{inspect.signature(value)}"
    except ValueError:
        return f"{name}(...)"


def public_list() -> str:
    """The whole snapshot."""
    return "".join(f"{described(name)}\n" for name in sorted(nbapp.__all__))


if __name__ == "__main__":
    SNAPSHOT.write_text(public_list(), encoding="utf-8")
    print(f"{len(nbapp.__all__)} public names are written to {SNAPSHOT.name}")

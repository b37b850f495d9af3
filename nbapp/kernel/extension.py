"""Loading and unloading nbapp in a shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nbapp.kernel.magic import AppMagics
from nbapp.kernel.runtime import load, unload

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell


def load_extension(shell: InteractiveShell) -> None:
    """Register `%%app` and make the kernel ready for runs."""
    shell.register_magics(AppMagics)
    load(shell)


def unload_extension(shell: InteractiveShell) -> None:
    """Close every app and forget `%%app`."""
    unload()
    shell.magics_manager.magics["cell"].pop("app", None)

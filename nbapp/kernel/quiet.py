"""What the kernel does not say for each step of a slider: that it is busy.

ipykernel reports busy before every message that it handles, and idle after it. JupyterLab draws both: its status bar,
its toolbar and the icon of its tab, sixty times a second while a reader drags, before it looks at the answer. The idle
remains, since ipywidgets waits for it before it sends the next value; a run that lasts is announced by `busy`.
"""

from __future__ import annotations

from typing import Any

from nbapp.session.guard import Gate


class Quiet:
    """Stands in for the kernel's `_publish_status`.

    Parameters
    ----------
    kernel : ipykernel.kernelbase.Kernel or None
        Whose statuses these are; in a shell without a kernel there are none.
    """

    def __init__(self, kernel: Any) -> None:
        self._kernel: Any = kernel if hasattr(kernel, "_publish_status") else None

    def install(self) -> None:
        """Begin to stand in."""
        if self._kernel is not None:
            self._ordinary = self._kernel._publish_status
            self._kernel._publish_status = self._publish_status

    def uninstall(self) -> None:
        """End."""
        if self._kernel is not None:
            del self._kernel._publish_status

    def _publish_status(self, status: str, channel: str, parent: Any = None) -> None:
        if status != "busy" or not self._moves_an_input(parent or self._kernel.get_parent(channel)):
            self._ordinary(status, channel, parent)

    def _moves_an_input(self, message: Any) -> bool:
        """Whether a message is for a widget that an app guards."""
        try:
            if message["header"]["msg_type"] != "comm_msg":
                return False
            comm = self._kernel.comm_manager.comms.get(message["content"]["comm_id"])
        except (KeyError, TypeError):
            return False
        return isinstance(getattr(comm, "_msg_callback", None), Gate)

"""Where a published app's warnings and tracebacks go: to the server's own log, and not to its readers.

ipykernel sends all that is written to `sys.stderr`, and to file descriptor 2, to the browser. It keeps a copy of the
descriptor that the process began with: that one is the server's.
"""

from __future__ import annotations

import io
import logging
import sys
from typing import Any, TextIO

log = logging.getLogger("nbapp")


def server_stream(stderr: Any) -> TextIO:
    """The error stream that the process began with.

    Parameters
    ----------
    stderr : stream
        What `sys.stderr` is in this kernel.

    Returns
    -------
    TextIO
        A stream that no reader sees.
    """
    descriptor = getattr(stderr, "_original_stdstream_copy", None)
    if descriptor is None:
        return sys.__stderr__ or io.StringIO()
    return io.TextIOWrapper(io.FileIO(descriptor, "w", closefd=False), encoding="utf-8", write_through=True)


class ServerLog:
    """Has nbapp log to a stream of the server's, as long as it is installed.

    Parameters
    ----------
    stream : TextIO
        Where to.
    """

    def __init__(self, stream: TextIO) -> None:
        self._handler = logging.StreamHandler(stream)
        self._handler.setFormatter(logging.Formatter("[nbapp] %(levelname)s %(message)s"))

    def install(self) -> None:
        """Begin; other handlers, which may write to `sys.stderr`, get nothing of nbapp's any more."""
        log.addHandler(self._handler)
        log.propagate = False

    def uninstall(self) -> None:
        """End."""
        log.removeHandler(self._handler)
        log.propagate = True

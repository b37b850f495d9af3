"""Where strangers read nothing."""

from __future__ import annotations

import io
import logging
import os
from types import SimpleNamespace

from nbapp.kernel.server_log import ServerLog, server_stream


def test_the_stream_is_the_one_the_process_began_with() -> None:
    """ipykernel keeps a copy of the descriptor."""
    reading, writing = os.pipe()
    server_stream(SimpleNamespace(_original_stdstream_copy=writing)).write("to the log\n")
    os.close(writing)
    assert os.read(reading, 100) == b"to the log\n"
    os.close(reading)


def test_nothing_is_passed_on_while_it_is_installed() -> None:
    """Another handler may write where readers look."""
    seen = io.StringIO()
    server_log = ServerLog(seen)
    logger = logging.getLogger("nbapp")
    before = logger.propagate, list(logger.handlers)
    server_log.install()
    logger.error("secret")
    assert not logger.propagate
    server_log.uninstall()
    assert (logger.propagate, list(logger.handlers)) == (True, before[1])
    assert "secret" in seen.getvalue()

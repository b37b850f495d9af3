"""What the tests of the cache share."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
import redis_server

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(autouse=True)
def pandas_copies_on_write() -> Iterator[None]:
    """What pandas 3 always does, an older one does when it is asked to."""
    if int(pd.__version__.partition(".")[0]) >= 3:
        yield
    else:
        with pd.option_context("mode.copy_on_write", True):
            yield


@pytest.fixture(scope="session")
def redis_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real server, on this machine; skipped only where it can be neither found nor installed."""
    if redis_server.find() is None and not redis_server.can_install():
        pytest.skip("there is no redis-server, and it cannot be installed here")
    port = redis_server.free_port()
    with redis_server.running(tmp_path_factory.mktemp("redis"), port):
        yield f"redis://127.0.0.1:{port}/0"

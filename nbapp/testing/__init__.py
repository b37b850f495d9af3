"""The same without a kernel: apps under test, in milliseconds, used as their readers use them.

`app_test` is what a test holds. It owns a `stage` (the real session, page and runner, and a worker of its own) that
runs a `source` (a file, a text, a function, or a `notebook`'s app cell). A `block` finds what is on the page, and each
`element`, of `inputs` or of `widgets`, says what it shows and is used by the `messages` that a browser sends. `timers`
are those of fragments with `run_every`. The pytest fixture is in `pytest_nbapp`, beside this package.
"""

from __future__ import annotations

from nbapp.errors import AppTestError
from nbapp.testing.app_test import AppTest
from nbapp.testing.stage import Run

__all__ = ["AppTest", "AppTestError", "Run"]

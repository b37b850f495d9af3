"""Runs scripts in Streamlit's AppTest, one JSON line in and one out; it is started in an environment of Streamlit's."""

from __future__ import annotations

import gc
import importlib.metadata
import json
import logging
import os
import sys
import traceback
from typing import Any

from described import played


def answer(request: dict[str, Any]) -> Any:
    """Run a script and take its steps."""
    import streamlit as st
    from streamlit.testing.v1 import AppTest

    st.cache_data.clear()
    st.cache_resource.clear()
    path = request.get("path")
    at = AppTest.from_file(path) if path else AppTest.from_string(request["script"])
    at.default_timeout = 30
    return played(at, request["steps"])


def main() -> None:
    """Answer until the other side closes."""
    replies = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a script prints does not belong on this line
    logging.disable(logging.CRITICAL)
    gc.collect = lambda *_: 0  # Streamlit collects after each run, and looks through all packages in each session
    importlib.metadata.distributions = lambda **_: iter(())
    for line in sys.stdin:
        try:
            reply = {"shown": answer(json.loads(line))}
        except BaseException:  # noqa: BLE001  the other side tells it
            reply = {"failed": traceback.format_exc()}
        replies.write(json.dumps(reply) + "\n")
        replies.flush()


if __name__ == "__main__":
    main()

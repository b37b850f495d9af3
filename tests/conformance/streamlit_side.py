"""Runs scripts in Streamlit's AppTest, one JSON line in and one out; it is started in an environment of Streamlit's."""

from __future__ import annotations

import gc
import importlib.metadata
import json
import logging
import os
import sys
import traceback
from collections.abc import Iterator
from typing import Any

from described import played


class Scope:
    """Has an AppTest of Streamlit's run a fragment alone, as a browser does, where only inputs of that were used.

    A browser sends a fragment's id with a request; Streamlit's AppTest does not. What the page showed is kept beside
    what such a run sends, as a browser keeps it.
    """

    def __init__(self) -> None:
        self._sent: list[Any] = []
        self._values: dict[str, bytes] = {}

    def follow(self, at: Any) -> None:
        """Run fragments alone in an AppTest from here on."""
        from streamlit.testing.v1 import app_test, local_script_runner

        plain = local_script_runner.RerunData

        class Runner(local_script_runner.LocalScriptRunner):
            def run(runner, states: Any = None, *args: Any, **options: Any) -> Any:
                fragment = self._fragment(states)
                if fragment:
                    runner._requests = type(runner._requests)()  # a request for a whole run waits in it
                    keep_around(runner.forward_msg_queue, self._sent)
                with_fragment = {"fragment_id": fragment} if fragment else {}
                local_script_runner.RerunData = lambda **data: plain(**data, **with_fragment)  # type: ignore[misc]
                try:
                    return super().run(states, *args, **options)
                finally:
                    local_script_runner.RerunData = plain
                    self._sent = list(runner.forward_msgs())

        def run(*args: Any, **options: Any) -> Any:
            original, app_test.LocalScriptRunner = app_test.LocalScriptRunner, Runner
            try:
                return plain_run(*args, **options)
            finally:
                app_test.LocalScriptRunner = original
                in_order(at._tree)
                self._values = values_of(at._tree.get_widget_states())

        plain_run, at._run = at._run, run

    def _fragment(self, states: Any) -> str | None:
        """The fragment that all inputs stand in that were used, if they stand in one."""
        values = values_of(states)
        used = {name for name, value in values.items() if value != self._values.get(name)}
        homes = {home for name, home in self._homes() if name in used}
        return homes.pop() if len(homes) == 1 else None

    def _homes(self) -> Iterator[tuple[str, str]]:
        """Each input that is shown, and its fragment."""
        for message in self._sent:
            if message.WhichOneof("type") == "delta" and message.delta.WhichOneof("type") == "new_element":
                element = message.delta.new_element
                shown = getattr(element, element.WhichOneof("type"))
                yield getattr(shown, "id", ""), message.delta.fragment_id


def keep_around(queue: Any, sent: list[Any]) -> None:
    """Keep in a queue what was sent; when fragments run, all that stands in them goes, be it of a fragment in them."""

    def clear(retain_lifecycle_msgs: bool = False, fragment_ids_this_run: list[str] | None = None) -> None:
        for fragment in fragment_ids_this_run or ():
            paths = [list(each.metadata.delta_path) for each in queue._queue if each.delta.fragment_id == fragment]
            for home in paths[:1]:
                queue._queue = [each for each in queue._queue if list(each.metadata.delta_path)[: len(home)] != home]
        plain_clear(retain_lifecycle_msgs, fragment_ids_this_run)

    plain_clear, queue.clear = queue.clear, clear
    queue._queue.extend(sent)


def in_order(block: Any) -> None:
    """Bring what stands in a block into the order of its places, however it was sent."""
    block.children = dict(sorted(block.children.items()))
    for child in block.children.values():
        if hasattr(child, "children"):
            in_order(child)


def values_of(states: Any) -> dict[str, bytes]:
    """What inputs send, by their ids."""
    return {} if states is None else {state.id: state.SerializeToString() for state in states.widgets}


def answer(request: dict[str, Any]) -> Any:
    """Run a script and take its steps."""
    import streamlit as st
    from streamlit.testing.v1 import AppTest

    st.cache_data.clear()
    st.cache_resource.clear()
    path = request.get("path")
    at = AppTest.from_file(path) if path else AppTest.from_string(request["script"])
    at.default_timeout = 30
    if request.get("scoped"):
        Scope().follow(at)
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

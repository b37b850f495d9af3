"""The app view: the one anywidget that shows a page."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import Any

import anywidget
import traitlets

from nbapp.view.assets import asset, loader_source, module_text
from nbapp.view.outbox import detached_slot

log = logging.getLogger("nbapp")

Answer = Callable[[dict[str, Any]], None]


class AppView(anywidget.AnyWidget):
    """Shows a page wherever the notebook shows its output.

    Its state holds the page only when somebody asks for it (a reloaded page, a second view, a saved notebook); all that
    happens in between goes as patches.

    Parameters
    ----------
    snapshot : callable
        Gives the page as it is now.
    answers : dict
        By the name of a request from the browser: what to do with it.
    app : dict
        What the front end must know beforehand: `id`, `name`, `height`, `published`.
    """

    _esm = traitlets.Unicode().tag(sync=True)
    app = traitlets.Dict().tag(sync=True)
    snapshot = traitlets.Dict().tag(sync=True)

    def __init__(self, snapshot: Callable[[], dict[str, Any]], answers: dict[str, Answer], app: dict[str, Any]) -> None:
        self._take_snapshot = snapshot
        self._answers = {**answers, "snapshot": self._answer_snapshot, "module": self._answer_module}
        super().__init__(_esm=loader_source(), app={**app, "static": "nbapp/static", "core": asset("core.js")})
        self.comm.on_msg(self._receive)

    def get_state(self, key: Any = None, drop_defaults: bool = False) -> dict[str, Any]:
        """Return the state for a browser or a saved notebook, with the page of this moment."""
        state: dict[str, Any] = super().get_state(key=key, drop_defaults=drop_defaults)
        wanted = key is None or key == "snapshot" or (not isinstance(key, str) and "snapshot" in key)
        if wanted:
            state["snapshot"] = self._take_snapshot()
        return state

    def _receive(self, message: dict[str, Any]) -> None:
        """Take a message from a browser: it may ask, it may set nothing."""
        data = message.get("content", {}).get("data")
        if not isinstance(data, dict):
            return
        method = data.get("method")
        if method == "request_state":
            self.send_state()
        elif method == "custom":
            self._answer(data.get("content"))
        else:
            log.warning("The page tried %r on an app's view; it was refused", method)

    def _answer(self, content: Any) -> None:
        if not isinstance(content, dict):
            return
        answer = self._answers.get(str(content.get("t")))
        if answer is None:
            log.warning("The page sent a request that nbapp does not know; it was refused")
            return
        try:
            answer(content)
        except Exception:
            log.exception("A request of the page could not be answered")

    def _answer_snapshot(self, content: dict[str, Any]) -> None:
        buffers: list[bytes] = []
        snapshot = self._take_snapshot()
        if content.get("seq") == snapshot["seq"]:  # the view has this page already
            for name in snapshot.keys() - {"seq", "roots"}:
                self.send({"t": name, **snapshot[name]})
            return
        snapshot["roots"] = {
            name: [detached_slot(slot, buffers) for slot in slots] for name, slots in snapshot["roots"].items()
        }
        self.send({"t": "snapshot", "snapshot": snapshot}, buffers)

    def _answer_module(self, content: dict[str, Any]) -> None:
        text = module_text(str(content.get("name")))
        self.send({"t": "module", "name": content.get("name"), "text": text})

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is None:
            return None
        data, metadata = bundle
        name = self.app.get("name")
        return {**data, "text/plain": f"nbapp: {name or 'an app'} (open the notebook in Jupyter to use it)"}, metadata


def close_all(views: Iterable[AppView]) -> None:
    """Close views with their layouts."""
    for view in views:
        layout = view.layout
        view.close()
        if layout is not None:
            layout.close()

"""What our own anywidgets share: a browser fetches their code from the server, once for all of them."""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets

from nbapp.view.assets import asset, loader_source, module_text


class Control(anywidget.AnyWidget):
    """An input of our own, of which the browser sets `value` only.

    Attributes
    ----------
    module : str
        The plain name of the built file: "widgets/select.js".
    app : dict
        Tells the loader where that file is, as it does for the app's view.
    """

    module = ""

    _anywidget_id = traitlets.Unicode("nbapp").tag(sync=True)
    _esm = traitlets.Unicode().tag(sync=True)
    app = traitlets.Dict().tag(sync=True)
    disabled = traitlets.Bool(False).tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        super().__init__(_esm=loader_source(), app={"static": "nbapp/static", "core": asset(self.module)}, **traits)
        self.on_msg(self._answer)

    def add_traits(self, **traits: Any) -> None:
        """Add traits that the class has not: anywidget's own are declared above, so no class is made per instance."""
        missing = {name: trait for name, trait in traits.items() if not self.has_trait(name)}
        if missing:
            super().add_traits(**missing)

    def _answer(self, _: Any, content: Any, __: Any) -> None:
        """Send the code over the comm to a page that cannot fetch it."""
        if isinstance(content, dict) and content.get("t") == "module":
            self.send({"t": "module", "name": content.get("name"), "text": module_text(self.module)})

"""The pages of one app: which file is run for each, with which names, and the address that leads there."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from types import ModuleType
from typing import TYPE_CHECKING, Any

from nbapp.config.secret_files import secret_files
from nbapp.kernel.execute import execute, module_name, own_names, run_code
from nbapp.pages.address import Address
from nbapp.pages.cell_text import draw_text
from nbapp.pages.folder import draw_open_page
from nbapp.pages.page_file import wants_streamlit
from nbapp.script.imports import first_on_path

if TYPE_CHECKING:
    from pathlib import Path

    from nbapp.kernel.runtime import Runtime
    from nbapp.script.cell import Cell
    from nbapp.script.first_line import Options
    from nbapp.script.requests import Mailbox
    from nbapp.script.run import ScriptRun
    from nbapp.session.session import Session
    from nbapp.tree.facts import Facts
    from nbapp.types import AppId


class AppPages:
    """The pages of one app.

    Parameters
    ----------
    app_id : AppId
        What the app is known by in its kernel.
    options : Options
        What its cell's first line says.
    runtime : Runtime
        What the apps of the kernel share.
    """

    def __init__(self, app_id: AppId, options: Options, runtime: Runtime) -> None:
        self._app_id = app_id
        self._options = options
        self._runtime = runtime
        self._modules: set[str] = set()

    def connect(self, session: Session, facts: Facts, mailbox: Mailbox) -> dict[str, Callable[[dict[str, Any]], None]]:
        """Have the views tell the session's route where the reader is; returns what answers them."""
        session.route.folder, session.route.wanted = self._runtime.where.folder, self._runtime.first_page
        return Address(session.route, facts, mailbox).answers()

    def execute(self, run: ScriptRun, cell: Cell) -> None:
        """Run the app's cell; the first app of a notebook with a `pages/` folder may show one of these instead."""
        self._runtime.reload_edited_modules()
        secret_files.export()

        def run_cell() -> None:
            execute(cell, self._options, self._runtime, self._app_id)

        if self._runtime.entry != self._app_id:
            run_cell()
            return
        draw_open_page(run, cell.code, self._options.name or "Home", self._runtime.where.file, run_cell)

    def run_file(self, run: ScriptRun, path: Path) -> None:
        """Run the file of a page, with names of its own: a module that its classes belong to."""
        parts = self._runtime.page_files.parts(path)
        name = f"{module_name(self._app_id)}_page_" + re.sub(r"\W", "_", path.stem)
        module = ModuleType(name)
        names = vars(module)
        options = replace(self._options, streamlit=self._options.streamlit or wants_streamlit(parts))
        names.update(own_names(str(path), options, self._runtime))
        if path.suffix == ".ipynb":
            names["get_ipython"] = lambda: self._runtime.shell
        sys.modules[name] = module
        self._modules.add(name)
        self._runtime.keep_from_reloading(name)
        with first_on_path(path.parent, run.session.route.folder):
            for part in parts:
                if isinstance(part, str):
                    draw_text(run, part)
                else:
                    run_code(part, names, self._runtime)

    def close(self) -> None:
        """Let go of the modules of the pages."""
        for name in self._modules:
            self._runtime.names.forget(name)

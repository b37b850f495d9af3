"""What the apps of one kernel share, and what nbapp takes over in its process."""

from __future__ import annotations

import itertools
import logging
import os
import sys
import uuid
from typing import TYPE_CHECKING, Any

from nbapp.cache.caches import data, resources
from nbapp.kernel.after_import import AfterImport
from nbapp.kernel.app import App
from nbapp.kernel.busy import Busy, announcer
from nbapp.kernel.figures import rejoin, separate
from nbapp.kernel.interrupt import Interrupts
from nbapp.kernel.namespace import Names
from nbapp.kernel.output import Takeover
from nbapp.kernel.parents import Parents
from nbapp.kernel.prompts import Prompts
from nbapp.kernel.quiet import Quiet
from nbapp.kernel.run_names import RunNames
from nbapp.kernel.server_log import ServerLog, server_stream
from nbapp.kernel.thread_ends import ThreadEnds
from nbapp.kernel.visit import request_headers
from nbapp.kernel.whereabouts import is_for_one_visitor, is_published, whereabouts
from nbapp.pages.address import opened
from nbapp.pages.page_file import PageFiles
from nbapp.script.builtin_names import stand_in_for_streamlit
from nbapp.script.worker import Worker
from nbapp.session import query
from nbapp.session.construct import install, uninstall
from nbapp.session.state import shared
from nbapp.session.trust import refuse_comm_open
from nbapp.types import AppId

if TYPE_CHECKING:
    from types import ModuleType

    from IPython.core.interactiveshell import InteractiveShell

    from nbapp.script.cell import Cell
    from nbapp.script.first_line import Options

log = logging.getLogger("nbapp")


class Runtime:
    """The apps of a kernel.

    Parameters
    ----------
    shell : InteractiveShell
        The kernel's shell.

    Attributes
    ----------
    published : bool
        The notebook is served as an app (Voilà): its readers are strangers, and nobody waits for the first run.
    where : Whereabouts
        Where the notebook is.
    headers : dict
        Headers of the visitor's request, as far as Voilà hands them on.
    entry : AppId or None
        The first app of the notebook: the one that has the pages of its `pages/` folder.
    first_page : str
        The page that the address named when the kernel was started for a visitor.
    """

    def __init__(self, shell: InteractiveShell) -> None:
        self.shell = shell
        self.kernel = getattr(shell, "kernel", None)
        self.published = is_published()
        self.state = shared
        self.query = query.shared
        self.where = whereabouts(shell.user_ns, self.published)
        self.headers = request_headers() if self.published else {}
        self.page_files = PageFiles(shell.transform_cell)
        self.run_names = RunNames(shell)
        self.entry: AppId | None = None
        self.first_page = self._take_first_address()
        self.worker = Worker()
        self.names = Names(shell.user_ns)
        self.apps: dict[AppId, App] = {}
        self._numbers = itertools.count(1)
        self._uid = uuid.uuid4().hex[:8]
        self.parents = Parents(self.kernel)
        self._quiet = Quiet(self.kernel)
        self._takeover = Takeover()
        self._server_log = ServerLog(server_stream(sys.stderr))
        self._prompts = Prompts(self.kernel)
        self._thread_ends = ThreadEnds()
        self._interrupts = Interrupts(self._interrupt_runs)
        self._pyplot = AfterImport("matplotlib._pylab_helpers", separate)
        self.busy = Busy(announcer(self.kernel))

    def install(self) -> None:
        """Take over what runs need: streams, publishers, figures, SIGINT, the construction of widgets."""
        self.parents.install()
        self._quiet.install()
        self._takeover.install()
        self._prompts.install()
        self._thread_ends.install()
        self._interrupts.install(self.kernel)
        self._pyplot.install()
        self.run_names.install()
        install()
        if self.kernel is not None and self.published:
            self._server_log.install()
            refuse_comm_open(self.kernel.comm_manager)

    def uninstall(self) -> None:
        """Close every app and give everything back."""
        for app in self.apps.values():
            app.close()
        self.apps.clear()
        self.worker.close()
        uninstall()
        self.run_names.uninstall()
        self._pyplot.uninstall()
        rejoin()
        self._interrupts.uninstall(self.kernel)
        self._thread_ends.uninstall()
        self._prompts.uninstall()
        self._takeover.uninstall()
        self._server_log.uninstall()
        self._quiet.uninstall()
        self.parents.uninstall()

    def open(self, cell: Cell, options: Options) -> App:
        """Make the app of a cell; one that the same cell or name made before is closed, and its page stays open.

        Parameters
        ----------
        cell : Cell
            The code.
        options : Options
            What the cell's first line says.
        """
        app_id = self.app_id(options)
        self.entry = self.entry or app_id
        before = self.apps.pop(app_id, None)
        if before is not None:
            before.close()
        app = self.apps[app_id] = App(app_id, cell, options, self)
        if before is not None:
            app.session.route.wanted = before.session.route.wanted
        return app

    def app_id(self, options: Options) -> AppId:
        """Which app this is: its name, else its notebook cell, else a new one (Voilà and nbclient name no cell)."""
        if options.name:
            return AppId(options.name)
        cell_id = self.parents.request().get("metadata", {}).get("cellId")
        return AppId(cell_id if isinstance(cell_id, str) else f"app{next(self._numbers)}")

    def next_uid(self) -> str:
        """A name for an app that no other app on the page has."""
        return f"{self._uid}{next(self._numbers)}"

    def run_began(self, app: App) -> None:
        """A run begins."""
        self.busy.begin(lambda: app.tell_status(state="running"))

    def run_ended(self, app: App) -> None:
        """A run has ended."""
        if self.busy.end():
            app.tell_status(state="idle")

    def clear_caches(self) -> None:
        """Empty every cache of the kernel; what other kernels share too only where the reader is the author."""
        data.clear(stores=not self.published)
        resources.clear()

    def streamlit_stand_in(self) -> ModuleType:
        """What `import streamlit` gives in an app that asks for it."""
        return stand_in_for_streamlit()

    def reload_edited_modules(self) -> None:
        """Have IPython's autoreload, where it is on, load modules that were edited since the last run."""
        for magics in self._autoreload():
            magics.pre_run_cell(None)

    def keep_from_reloading(self, module_name: str) -> None:
        """Have autoreload leave the module of a script alone: an edited page is run anew, not imported."""
        for magics in self._autoreload():
            reloader: Any = getattr(magics, "_reloader", None)
            if hasattr(reloader, "mark_module_skipped"):
                reloader.mark_module_skipped(module_name)

    def _autoreload(self) -> list[Any]:
        """IPython's autoreload; nothing where it is not loaded."""
        owners = [getattr(each, "__self__", None) for each in self.shell.events.callbacks.get("pre_run_cell", ())]
        return [owner for owner in owners if type(owner).__name__ == "AutoreloadMagics"]

    def _take_first_address(self) -> str:
        """Take the address that the visitor has opened, where Voilà tells it; returns the name of the page in it."""
        asked = os.environ.get("QUERY_STRING", "") if self.published and is_for_one_visitor() else ""
        texts, page = opened(asked)
        if asked:
            self.query.replace(texts)
        return page

    def _interrupt_runs(self) -> bool:
        return sum(app.interrupt(KeyboardInterrupt) for app in self.apps.values()) > 0


_runtime: Runtime | None = None


def load(shell: InteractiveShell) -> Runtime:
    """The runtime of this kernel; made when the extension is loaded, or when the first app needs it."""
    global _runtime
    if _runtime is None or _runtime.shell is not shell:
        _runtime = Runtime(shell)
        _runtime.install()
    return _runtime


def unload() -> None:
    """End the runtime of this kernel."""
    global _runtime
    if _runtime is not None:
        _runtime.uninstall()
        _runtime = None

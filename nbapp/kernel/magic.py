"""The `%%app` cell magic: reads the first line of an app cell, and waits for the first run where somebody waits."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any

from IPython.core.error import UsageError
from IPython.core.magic import Magics, cell_magic, magics_class
from IPython.core.magic_arguments import argument, magic_arguments, parse_argstring

from nbapp.errors import AppOptionError
from nbapp.kernel.app import App, Ending, Options
from nbapp.kernel.cell import compile_cell
from nbapp.kernel.runtime import Runtime, load
from nbapp.kernel.traceback import shown_as_cell_error

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell


@magics_class
class AppMagics(Magics):
    """The magics of nbapp."""

    @magic_arguments()
    @argument("--name", help="What the app is known by; a cell with the same name replaces it.")
    @argument("--height", type=int, help="Pixels after which the app scrolls in itself.")
    @argument("--manual", action="store_true", help="Run when the reader presses Run, not at every change.")
    @argument("--streamlit", action="store_true", help="Let `import streamlit` in this cell mean nbapp.")
    @cell_magic
    def app(self, line: str, cell: str) -> None:
        """Run the cell as an app: it runs again whenever a reader changes one of its inputs.

        Every widget that the cell makes is an input; `import nbapp as st` gives Streamlit's names. What the cell draws,
        prints and displays is the page. Running the cell again replaces the app and keeps `nbapp.session_state`.

        Example::

            %%app --name hello
            import nbapp as st
            n = st.slider("How many?", 1, 10, 3)
            st.write("🐧" * n)
        """
        options = read_options(self.app, line)
        shell: Any = self.shell
        runtime = load(shell)
        try:
            code = compile_cell(shell, cell, raw_cell(shell, line, cell))
        except SyntaxError:
            before = runtime.apps.get(runtime.app_id(options))
            if before is not None:
                before.show_again()
            raise
        app = runtime.open(code, options)
        ending = app.start()
        if not app.published:
            wait_for(app, ending, runtime)


def read_options(magic: Any, line: str) -> Options:
    """Read the first line of an app cell.

    Raises
    ------
    AppOptionError
        With what is allowed.
    """
    try:
        given = parse_argstring(magic, line)
    except (UsageError, ValueError) as error:
        allowed = "--name NAME, --height PIXELS, --manual and --streamlit"
        raise AppOptionError(f"`%%app {line}` cannot be read: {error}. Allowed are {allowed}.") from None
    if given.height is not None and given.height <= 0:
        raise AppOptionError(f"`--height {given.height}` is not a height. It must be a positive number of pixels.")
    name = " ".join(shlex.split(given.name)) if given.name else None
    return Options(name, given.height, given.manual, given.streamlit)


def raw_cell(shell: InteractiveShell, line: str, cell: str) -> str:
    """The cell as it was sent, for its line numbers; as good as it can be told where nobody remembers it."""
    parent = shell.get_parent() if hasattr(shell, "get_parent") else {}
    code = (parent or {}).get("content", {}).get("code", "")
    if isinstance(code, str) and cell and code.rstrip("\n").endswith(cell.rstrip("\n")):
        return code  # to the letter: the debugger knows the cell by its hash
    return f"%%app {line}\n{cell}"


def wait_for(app: App, ending: Ending, runtime: Runtime) -> None:
    """Wait until the first run has ended, and fail as it failed.

    Raises
    ------
    BaseException
        What the script raised; KeyboardInterrupt if the kernel was interrupted.
    """
    if runtime.worker.is_worker:
        return
    try:
        ending.settled.wait()
    except KeyboardInterrupt:
        app.interrupt(KeyboardInterrupt)
        ending.settled.wait(timeout=10)
        raise KeyboardInterrupt from None
    if ending.error is not None:
        raise shown_as_cell_error(runtime.shell, ending.error)

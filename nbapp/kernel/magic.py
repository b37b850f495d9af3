"""The `%%app` cell magic: reads the first line of an app cell, and waits for the first run where somebody waits."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from IPython.core.magic import Magics, cell_magic, magics_class

from nbapp.kernel.app import App, Ending
from nbapp.kernel.cell import compile_cell
from nbapp.kernel.runtime import Runtime, load
from nbapp.kernel.traceback import shown_as_cell_error
from nbapp.script.first_line import parser, read_options

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell


def explained(magic: Callable[..., None]) -> Callable[..., None]:
    """Say in the help on the magic what its options are."""
    magic.__doc__ = f"{inspect.cleandoc(magic.__doc__ or '')}\n\n{parser().format_help()}"
    return magic


@magics_class
class AppMagics(Magics):
    """The magics of nbapp."""

    @cell_magic
    @explained
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
        options = read_options(line)
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

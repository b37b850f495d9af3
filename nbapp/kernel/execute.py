"""Runs the code of a cell: with names of its own, on the worker, awaiting on the worker's loop."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any

from nbapp.elements.bare import here
from nbapp.elements.place import Place
from nbapp.elements.write import write
from nbapp.kernel.cell import CALLED, DISPLAY, WRITE, Cell
from nbapp.kernel.figures import let_go
from nbapp.kernel.namespace import script_builtins
from nbapp.script.current import get_run

if TYPE_CHECKING:
    from nbapp.kernel.app import Options
    from nbapp.kernel.runtime import Runtime
    from nbapp.types import AppId


def execute(cell: Cell, options: Options, runtime: Runtime, app_id: AppId) -> None:
    """Run a cell's code once, and leave its names to the notebook.

    Parameters
    ----------
    cell : Cell
        The code.
    options : Options
        What the cell's first line says.
    runtime : Runtime
        Knows the notebook's names and the worker's loop.
    app_id : AppId
        Names the module that the script's classes belong to.
    """
    stand_in = runtime.streamlit_stand_in() if options.streamlit else None
    own = {
        "__builtins__": script_builtins(stand_in),
        "__file__": cell.filename,
        WRITE: show_expression,
        DISPLAY: show_last,
        CALLED: None,
    }
    module = module_name(app_id)
    names = runtime.names.for_run(module, own)
    begun_with = dict(names)
    runtime.reload_edited_modules()
    if cell.awaits:
        await_cell(eval(cell.code, names), runtime)
    else:
        exec(cell.code, names)
    runtime.names.export(module, names, begun_with)


def await_cell(coroutine: Any, runtime: Runtime) -> None:
    """Run a cell that awaits at its top level; an await that was cancelled to end the run ends it."""
    try:
        runtime.worker.run_coroutine(coroutine)
    except asyncio.CancelledError:
        run = get_run()
        if run is not None:
            run.touch()
        raise


def module_name(app_id: AppId) -> str:
    """A module's name for an app."""
    return "nbapp_app_" + re.sub(r"\W", "_", app_id)


def show_expression(*values: Any) -> None:
    """Show a bare expression (R139)."""
    write(here(), *values)


def show_last(called: Any, value: Any) -> None:
    """Show the value of the cell's last expression as Jupyter does; never that of a call of nbapp's own."""
    if value is None or isinstance(value, Place) or is_own(called):
        return
    from IPython.display import display

    display(value)
    let_go(value)


def is_own(function: Any) -> bool:
    """Whether a function is one of nbapp's."""
    module = getattr(function, "__module__", None)
    return isinstance(module, str) and (module == "nbapp" or module.startswith("nbapp."))

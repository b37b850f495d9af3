"""Runs the code of a cell: with names of its own, on the worker, awaiting on the worker's loop."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any

from nbapp.elements.shown import is_shown, show_expression
from nbapp.kernel.figures import let_go
from nbapp.script.builtin_names import script_builtins
from nbapp.script.cell import Cell
from nbapp.script.current import get_run
from nbapp.script.expressions import CALLED, DISPLAY, WRITE

if TYPE_CHECKING:
    from nbapp.kernel.runtime import Runtime
    from nbapp.script.first_line import Options
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
    module = module_name(app_id)
    names = runtime.names.for_run(module, own_names(cell.filename, options, runtime))
    begun_with = dict(names)
    run_code(cell, names, runtime)
    runtime.names.export(module, names, begun_with)


def own_names(filename: str, options: Options, runtime: Runtime) -> dict[str, Any]:
    """The names that a script is given by nbapp."""
    stand_in = runtime.streamlit_stand_in() if options.streamlit else None
    return {
        "__builtins__": script_builtins(stand_in),
        "__file__": filename,
        WRITE: show_expression,
        DISPLAY: show_last,
        CALLED: None,
    }


def run_code(cell: Cell, names: dict[str, Any], runtime: Runtime) -> None:
    """Run code with these names, which magics then work with too."""
    run = get_run()
    if run is not None:
        runtime.run_names.set(run, names)
    if cell.awaits:
        await_cell(eval(cell.code, names), runtime)
    else:
        exec(cell.code, names)


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


def show_last(called: Any, value: Any) -> None:
    """Show the value of the cell's last expression as Jupyter does; never that of a call of nbapp's own."""
    if not is_shown(called, value):
        return
    from IPython.display import display

    display(value)
    let_go(value)

"""The traceback of a first run, as the cell shows it: the cell's own lines, none of nbapp's."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Any

from nbapp.elements.failure import MACHINERY, OURS

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell


def shown_as_cell_error(shell: InteractiveShell, error: BaseException) -> BaseException:
    """Have IPython show an error of a run as if the cell itself had raised it.

    Parameters
    ----------
    shell : InteractiveShell
        Formats the traceback in the style the user chose.
    error : BaseException
        What the script raised.

    Returns
    -------
    BaseException
        The same error, to be raised.
    """
    trace = without_ours_between(below_machinery(error.__traceback__))
    error.__traceback__ = trace  # IPython renders a SyntaxError by itself

    def render() -> Any:
        return shell.InteractiveTB.structured_traceback(type(error), error, trace)

    try:
        error._render_traceback_ = render  # type: ignore[attr-defined]
    except AttributeError:
        pass  # an error with slots: IPython shows a few frames more
    return error


def below_machinery(trace: TracebackType | None) -> TracebackType | None:
    """The part of a traceback that begins in the cell; all of it if none does."""
    part = trace
    while part is not None:
        filename = part.tb_frame.f_code.co_filename
        if not (filename.startswith(OURS) or MACHINERY.search(filename)):
            return part
        part = part.tb_next
    return trace


def without_ours_between(trace: TracebackType | None) -> TracebackType | None:
    """The traceback without nbapp's frames between the cell and what it had run: the file of a page."""
    parts = []
    while trace is not None:
        parts.append(trace)
        trace = trace.tb_next
    foreign = [not part.tb_frame.f_code.co_filename.startswith(OURS) for part in parts]
    rest: TracebackType | None = None
    for place in range(len(parts) - 1, -1, -1):
        if foreign[place] or not any(foreign[place:]):
            part = parts[place]
            rest = TracebackType(rest, part.tb_frame, part.tb_lasti, part.tb_lineno)
    return rest

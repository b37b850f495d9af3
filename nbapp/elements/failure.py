"""An error as the properties of a node: in full for the author, a sentence and a number for anybody else."""

from __future__ import annotations

import hashlib
import logging
import os
import re
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nbapp.config.options import DETAILS, options
from nbapp.errors import SOMETHING_WENT_WRONG, MarkdownFormattedException

LOG = logging.getLogger("nbapp")

OURS = str(Path(__file__).resolve().parent.parent) + os.sep
"""Where nbapp's own frames come from."""

MACHINERY = re.compile(r"[/\\](IPython|ipykernel|asyncio|concurrent|tornado|threading\.py|contextlib\.py)([/\\]|$)")
"""What stands between the kernel and a cell, on top of a traceback."""

KERNEL_FILE = re.compile(r"[/\\]ipykernel_\d+[/\\]\d+\.py$")
"""The made-up file name of a cell."""


def described(error: BaseException, published: bool) -> dict[str, Any]:
    """Return the properties of an `exception` node.

    Parameters
    ----------
    error : BaseException
        What was raised.
    published : bool
        Whether strangers read the page: then, unless `set_option` says otherwise, it is logged under the number that
        they see.

    Returns
    -------
    dict
        type, message, and markdown, trace or id where they apply.

    Examples
    --------
    >>> described(ValueError("no such island"), published=False)
    {'type': 'ValueError', 'message': 'no such island', 'trace': []}
    """
    details = options.get(DETAILS) or ("none" if published else "full")
    props: dict[str, Any] = {"type": type(error).__name__, "message": _message(error)}
    if details != "full":
        props["message"], props["id"] = SOMETHING_WENT_WRONG, _number(error)
        LOG.error("error %s shown to a reader", props["id"], exc_info=(type(error), error, error.__traceback__))
    elif isinstance(error, MarkdownFormattedException):
        props["markdown"] = True
    if details == "none":
        props["type"] = ""
    elif details != "type":
        props["trace"] = rows(error)
    return props


def rows(error: BaseException) -> list[str]:
    """Return the traceback without the frames of the machinery, one text a frame, causes first.

    Parameters
    ----------
    error : BaseException
        What was raised; its own type and message are not repeated at the end.
    """
    summary = traceback.TracebackException.from_exception(error)
    lines = list(_rows(summary, ours=False))
    if not any(line.startswith(("File", "Cell")) for line in lines):
        lines = list(_rows(summary, ours=True))  # all of it is nbapp's: show it rather than nothing
    return lines


def _rows(summary: traceback.TracebackException, ours: bool) -> Iterator[str]:
    """The rows of an error and, before them, those of what caused it."""
    cause, link = summary.__cause__, "That error caused the next one:"
    if cause is None and not summary.__suppress_context__:
        cause, link = summary.__context__, "While it was handled, the next one came up:"
    if cause is not None:
        yield from _rows(cause, ours)
        yield "".join(cause.format_exception_only()).strip()
        yield link
    for frame in _shown(summary.stack, ours):
        yield _row(frame)
    parts: list[traceback.TracebackException] = getattr(summary, "exceptions", None) or []
    for index, part in enumerate(parts, start=1):
        yield f"Part {index} of {len(parts)}:"
        yield from _rows(part, ours)
        yield "".join(part.format_exception_only()).strip()


def _shown(stack: traceback.StackSummary, ours: bool) -> Iterator[traceback.FrameSummary]:
    """The frames of a stack, without the machinery on its top and, unless `ours`, without nbapp's own."""
    on_top = True
    for frame in stack:
        is_ours = frame.filename.startswith(OURS)
        if on_top and (is_ours or MACHINERY.search(frame.filename)) and not ours:
            continue
        on_top = False
        if ours or not is_ours:
            yield frame


def _row(frame: traceback.FrameSummary) -> str:
    text = traceback.StackSummary.from_list([frame]).format()[0].strip()
    name = cell_name(frame.filename)
    return text.replace(f'File "{frame.filename}"', name, 1) if name else text


def cell_name(filename: str) -> str | None:
    """Return how Jupyter calls the cell with this made-up file name, `Cell In[3]`; None for a real file."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    named = getattr(getattr(shell, "compile", None), "format_code_name", lambda name: None)(filename)
    if named:
        return " ".join(named)
    return "Cell" if KERNEL_FILE.search(filename) else None


def _message(error: BaseException) -> str:
    """What the error says, with its notes; nothing if it cannot even say that."""
    if isinstance(error, SyntaxError):
        return "".join(traceback.format_exception_only(type(error), error)).strip()
    try:
        text = str(error)
    except Exception:
        LOG.warning("a %s cannot be turned into text", type(error).__name__, exc_info=True)
        return ""
    return "\n".join([text.strip(), *map(str, getattr(error, "__notes__", ()))])


def _number(error: BaseException) -> str:
    """A short name that is the same whenever the same error comes from the same place."""
    text = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    return hashlib.blake2s(text.encode(errors="replace"), digest_size=4).hexdigest()

"""`write`: any values, each the way that suits it."""

from __future__ import annotations

import dataclasses
import inspect
import io
import re
from collections import ChainMap, UserDict, UserList
from collections.abc import Callable, ItemsView, KeysView, ValuesView
from datetime import date, time, timedelta
from enum import Enum
from numbers import Number
from types import (
    BuiltinFunctionType,
    ClassMethodDescriptorType,
    FunctionType,
    MappingProxyType,
    MethodDescriptorType,
    MethodType,
    MethodWrapperType,
    ModuleType,
    WrapperDescriptorType,
)
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from nbapp.elements.ambient import SessionState
from nbapp.elements.charts.altair_chart import altair_chart
from nbapp.elements.charts.pyplot import pyplot
from nbapp.elements.data.dataframe import dataframe
from nbapp.elements.data.json import json
from nbapp.elements.frame import is_frame_like
from nbapp.elements.place import Place
from nbapp.elements.prose import cleaned
from nbapp.elements.query_params import QueryParams
from nbapp.elements.show import show
from nbapp.elements.status.exception import exception
from nbapp.elements.text.latex import latex
from nbapp.elements.text.markdown import markdown
from nbapp.errors import ManyElementsError

Way = Callable[[Place, Any], object]
Answer = TypeVar("Answer")

PLAIN = (Number, Enum, date, time, timedelta, type(None), type(...), tuple, set, frozenset, bytes, range)
"""Types that are shown as code in a line; not those derived from them that have fields."""

EXPLAINED = (
    *(type, ModuleType, FunctionType, BuiltinFunctionType, MethodType, WrapperDescriptorType),
    *(MethodDescriptorType, MethodWrapperType, ClassMethodDescriptorType),
)
"""Types whose values are shown by their signature and documentation."""

TREES = (dict, list, map, enumerate, MappingProxyType, UserDict, ChainMap, UserList, SessionState, QueryParams)
VIEWS = (ItemsView, KeysView, ValuesView)

NAMED_ONLY = re.compile(r"<.* at 0x[0-9A-Fa-f]+>|<[\w.]+ object>")
"""How an object prints itself that has nothing to say."""

BY_TYPE: dict[str, Way] = {
    "altair.vegalite": altair_chart,
    "matplotlib.figure.Figure": pyplot,
    "sympy.core.basic.Basic": latex,
    "sympy.matrices.matrixbase.MatrixBase": latex,
    "plotly.basedatatypes.BaseFigure": show,
    "graphviz": show,
    "pydeck.bindings.deck.Deck": show,
    "PIL.Image.Image": show,
    "ipywidgets.widgets.widget.Widget": show,
    "IPython": show,
}
"""Elements by the beginning of the full name of a value's class, or of one that it is derived from."""


def write(here: Place, *args: object, unsafe_allow_html: bool = False) -> None:
    """Show values, each the way that suits it: text as Markdown, frames as tables, figures and charts drawn.

    Texts that follow one another are joined by a blank. Numbers, dates and the like are shown as code in the line;
    dicts and lists as JSON; errors with their traceback; functions and classes with their signature and
    documentation; whatever else knows how a notebook displays it, that way.

    Parameters
    ----------
    *args : object
        The values, in order.
    unsafe_allow_html : bool
        Draw HTML inside texts, and objects that have an HTML form, instead of showing it as text. Never for text that
        readers can write.

    Examples
    --------
    >>> import nbapp
    >>> nbapp.write("The mean is", 3.2)  # doctest: +SKIP
    """
    if len(args) == 1 and type(args[0]) is str and not unsafe_allow_html:
        here.put("markdown", {"body": cleaned(args[0])})
        return
    if len(args) > 1 and (here.slot is not None or (here.branch.single and here.run.here is not here)):
        raise ManyElementsError()
    texts: list[str] = []
    for value in args:
        text = as_text(value, unsafe_allow_html)
        if text is not None:
            texts.append(text)
            continue
        _flush(here, texts, unsafe_allow_html)
        _draw(here, value, unsafe_allow_html)
    _flush(here, texts, unsafe_allow_html)


def as_text(value: object, unsafe_allow_html: bool = False) -> str | None:
    """Return how a value reads inside a line of Markdown, None for what needs an element of its own.

    Parameters
    ----------
    value : object
        Anything.
    unsafe_allow_html : bool
        Whether objects may be drawn by their HTML form.

    Examples
    --------
    >>> as_text(3), as_text("a `b`"), as_text([1])
    ('`3`', 'a `b`', None)
    """
    if isinstance(value, str):
        return value
    if not _is_plain(type(value)):
        if way_of(type(value)) is not None or is_frame_like(value) or _displays_itself(value):
            return None
        if unsafe_allow_html and callable(getattr(value, "_repr_html_", None)):
            return None
    text = str(value)
    if text.startswith("<") and NAMED_ONLY.fullmatch(text):
        return None
    longest = max(map(len, re.findall("`+", text)), default=0) if "`" in text else 0
    if "\n" in text:
        fence = "`" * max(3, longest + 1)
        return f"{fence}\n{text}\n{fence}"
    fence = "`" * (longest + 1)
    return f"{fence}{text}{fence}"


def remembered(find: Callable[[type], Answer]) -> Callable[[type], Answer]:
    """Remember what a function says of each type, weakly: a run's own classes come and go."""
    known: WeakKeyDictionary[type, Answer] = WeakKeyDictionary()

    def answer(kind: type) -> Answer:
        try:
            return known[kind]
        except KeyError:
            known[kind] = found = find(kind)
            return found

    return answer


@remembered
def _is_plain(kind: type) -> bool:
    """Whether values of a type are nothing but what `str` says: numbers, moments, members of an enumeration."""
    if issubclass(kind, PLAIN):
        return not hasattr(kind, "_fields")
    return any(base.__module__ == "numpy" and base.__name__ == "generic" for base in kind.__mro__)


@remembered
def way_of(kind: type) -> Way | None:
    """Return the element that shows values of a type; None where it takes a look at the value."""
    if issubclass(kind, BaseException):
        return exception
    for base in kind.__mro__:
        name = f"{base.__module__}.{base.__qualname__}"
        for beginning, way in BY_TYPE.items():
            if name == beginning or name.startswith(beginning + "."):
                return way
    if issubclass(kind, TREES) or issubclass(kind, VIEWS) or _is_record(kind):
        return json
    if issubclass(kind, io.StringIO):
        return _text_of
    if issubclass(kind, EXPLAINED) or dataclasses.is_dataclass(kind):
        return _explain
    return None


def _is_record(kind: type) -> bool:
    """Whether a type is a named tuple or a pydantic model."""
    is_named_tuple = issubclass(kind, tuple) and hasattr(kind, "_fields") and hasattr(kind, "_asdict")
    return is_named_tuple or any(base.__module__.startswith("pydantic.") for base in kind.__mro__[1:])


def _displays_itself(value: object) -> bool:
    """Whether a notebook is told by the object itself how to display it, by other means than HTML."""
    names = ("_repr_mimebundle_", "_ipython_display_")
    return any(callable(getattr(type(value), name, None)) for name in names) or inspect.isgenerator(value)


def _flush(here: Place, texts: list[str], unsafe_allow_html: bool) -> None:
    if texts:
        markdown(here, " ".join(texts), unsafe_allow_html)
        texts.clear()


def _draw(here: Place, value: Any, unsafe_allow_html: bool) -> None:
    """Draw a value that is an element of its own."""
    if inspect.isgeneratorfunction(value):
        value = value()
    way = way_of(type(value))
    if way is None and is_frame_like(value):
        way = dataframe
    if way is None and inspect.isgenerator(value):
        way = _stream
    if way is None and unsafe_allow_html and callable(getattr(value, "_repr_html_", None)):
        markdown(here, value._repr_html_(), True)
        return
    (way or show)(here, value)


def _text_of(here: Place, value: io.StringIO) -> None:
    markdown(here, value.getvalue())


def _stream(here: Place, chunks: Any) -> None:
    """Draw what a generator yields: texts grow in one element, anything else is an element of its own."""
    text = ""
    element: Place | None = None
    for chunk in chunks:
        if isinstance(chunk, str):
            text += chunk
            element = markdown(element or here, text)
        else:
            text, element = "", None
            write(here, chunk)


def _explain(here: Place, value: Any) -> None:
    """Draw the signature and the documentation of a function, class, module or data object."""
    named = value if hasattr(value, "__name__") else type(value)
    try:
        signature = str(inspect.signature(value)) if callable(value) else ""
    except (TypeError, ValueError):
        signature = "(...)"
    head = f"{value!r}" if named is not value else f"{value.__name__}{signature}"
    documentation = inspect.getdoc(named) or ""
    here.put("code", {"body": f"{head}\n\n{documentation}".strip(), "language": "python"})

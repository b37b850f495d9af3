"""`bind="query-params"`: how the values of inputs are written in the address, and read from it.

An empty text means that nothing is chosen or written. What is read here is checked like a reader's own value.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any, Literal

from nbapp.elements.choice import Choice
from nbapp.elements.look import Key
from nbapp.errors import (
    RESERVED_KEY,
    StreamlitAPIException,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)
from nbapp.session.inputs import Binding, same
from nbapp.session.query import is_reserved

Bind = Literal["query-params"] | None
Texts = list[str]


def bound(bind: Any, key: Key | None, binding: Binding) -> Binding:
    """Return the binding if `bind` asks for one.

    Parameters
    ----------
    bind : object
        What the caller was given.
    key : str or int or None
        The input's, which is the parameter's name.
    binding : Binding
        How its values are written and read.

    Raises
    ------
    StreamlitValueError
        If it is anything else than "query-params".
    StreamlitMissingRequiredParameterError
        If there is no key.
    StreamlitAPIException
        If the key is a name that the address keeps for itself.
    """
    if bind != "query-params":
        raise StreamlitValueError("bind", ["'query-params'", "None"], bind)
    if key is None:
        raise StreamlitMissingRequiredParameterError(
            "key", '`bind="query-params"` names the parameter by it: give one.'
        )
    if is_reserved(str(key)):
        raise StreamlitAPIException(RESERVED_KEY.format(key=key))
    return binding


def flag() -> Binding:
    """True or False.

    Examples
    --------
    >>> flag().to_query(True), flag().from_query(["FALSE"])
    (['true'], False)
    """
    words = {"true": True, "false": False}
    return Binding(lambda value: [str(bool(value)).lower()], lambda texts: words[texts[-1].lower()])


def line(default: str | None, check: Callable[[str], str]) -> Binding:
    """A text that passes a check; an empty one is None where the script began with None."""

    def read(texts: Texts) -> str | None:
        text = check(texts[-1])
        return None if not text and default is None else text

    return Binding(lambda value: [value or ""], read)


def amount(default: Any) -> Binding:
    """A number; an empty text where the script began with an empty box.

    Examples
    --------
    >>> amount(1.0).to_query(2.0), amount(None).from_query([""])
    (['2'], None)
    """
    return moments("float" if isinstance(default, float) else "int", False, default)


def option(choice: Choice, other: Callable[[str], Any] | None = None) -> Binding:
    """One of some options, by its label; None where there may be none.

    Parameters
    ----------
    choice : Choice
        The options.
    other : callable, optional
        Reads what is none of them.
    """
    read = reader(choice, other)
    return Binding(
        lambda value: ["" if value is None else label(choice, value)],
        lambda texts: read(texts[-1]) if texts[-1] else only_if(choice.optional),
    )


def several(choice: Choice, limit: int | None, other: Callable[[str], Any] | None = None) -> Binding:
    """Any number of options; of the texts, those that are offered, each once, and no more than may be chosen."""
    read = reader(choice, other)

    def chosen(texts: Texts) -> list[Any]:
        found = []
        for each in dict.fromkeys(filter(None, texts)):
            try:
                found.append(read(each))
            except LookupError:
                continue
        if not found and any(texts):
            raise LookupError(texts)
        return found[:limit]

    return Binding(lambda values: [label(choice, value) for value in values] or [""], chosen)


def moments(kind: str, ranged: bool, default: Any, finish: Callable[[Any], Any] = same) -> Binding:
    """Numbers, days, times or moments, one or a range.

    Parameters
    ----------
    kind : str
        "int", "float", "date", "time" or "datetime".
    ranged : bool
        Whether it is a range.
    default : object
        What the script began with; if that is nothing, an empty text is nothing.
    finish : callable
        Takes each that was read, and returns it in the script's own form.

    Examples
    --------
    >>> moments("time", True, ()).to_query((time(8), time(9, 30)))
    ['08:00', '09:30']
    >>> moments("date", False, None).from_query(["2026-01-31"])
    datetime.date(2026, 1, 31)
    """

    def read(text: str) -> Any:
        return finish(READERS[kind](text))

    if ranged:
        return Binding(
            lambda values: [moment_text(value) for value in values] or [""],
            lambda texts: tuple(sorted(map(read, texts))) if any(texts) else only_if(not default, ()),
        )
    return Binding(
        lambda value: ["" if value is None else moment_text(value)],
        lambda texts: read(texts[-1]) if texts[-1] else only_if(default is None),
    )


def whole_or_real(text: str) -> float:
    """Read a number."""
    try:
        return int(text)
    except ValueError:
        return float(text)


READERS: dict[str, Callable[[str], Any]] = {
    "int": whole_or_real,
    "float": float,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "datetime": datetime.fromisoformat,
}


def reader(choice: Choice, other: Callable[[str], Any] | None) -> Callable[[str], Any]:
    """Return what finds an option by its label."""

    def read(text: str) -> Any:
        if text in choice.labels:
            return choice.options[choice.labels.index(text)]
        if other is None:
            raise LookupError(text)
        return other(text)

    return read


def label(choice: Choice, value: Any) -> str:
    """Return how the reader sees an option; a text of their own as it is."""
    try:
        return choice.labels[choice.place(value)]
    except Exception:  # noqa: BLE001  a user's format_func may raise anything on a text of the reader's
        return str(value)


def number_text(value: float) -> str:
    """Return a number as it stands in the address: `2`, not `2.0`."""
    return str(int(value)) if float(value).is_integer() else str(value)


def moment_text(value: Any) -> str:
    """Return a number, a day, a time or a moment as it stands in the address."""
    if isinstance(value, datetime):
        plain = value.replace(tzinfo=None)
        return plain.isoformat(timespec="auto" if plain.second or plain.microsecond else "minutes")
    if isinstance(value, time):
        clock = value.replace(tzinfo=None)
        return clock.isoformat(timespec="auto" if clock.second or clock.microsecond else "minutes")
    return value.isoformat() if isinstance(value, date) else number_text(value)


def only_if(allowed: bool, nothing: Any = None) -> Any:
    """Return nothing, where that is allowed."""
    if not allowed:
        raise ValueError("there must be a value")
    return nothing

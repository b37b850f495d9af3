"""Which function is called, and with what: the two halves of a key."""

from __future__ import annotations

import hashlib
import inspect
import os
import sys
import weakref
from collections.abc import Callable, Mapping, Sequence
from types import CodeType, FunctionType
from typing import Any

from nbapp.cache.hashing import Hasher, HashFuncs, digest_of
from nbapp.cache.parcel import MAGIC, Origin
from nbapp.errors import UnhashableParamError, UnhashableTypeError

_sources: dict[int, tuple[weakref.ref[CodeType], bytes]] = {}
"""The digests of sources by the identity of the code: equal code may have another source (a default, say)."""

NO_ARGUMENTS = b""


def function_key(function: Callable[..., Any]) -> tuple[str, str, bytes]:
    """Return what makes a function of this run the same function as one of the last run.

    Parameters
    ----------
    function : callable
        A Python function.

    Returns
    -------
    tuple
        Its module, its qualified name, and a digest of its source text (of its bytecode where there is no source).
    """
    code: CodeType | None = getattr(function, "__code__", None)
    if code is None:
        return function.__module__, getattr(function, "__qualname__", repr(function)), b""
    return function.__module__, function.__qualname__, _source_digest(function, code)


def _source_digest(function: Callable[..., Any], code: CodeType) -> bytes:
    place = id(code)
    known = _sources.get(place)
    if known is not None and known[0]() is code:
        return known[1]
    try:
        text = inspect.getsource(function).encode("utf-8", "surrogatepass")
    except (OSError, TypeError):
        text = repr(_parts(code)).encode("utf-8", "surrogatepass")
    digest = hashlib.blake2b(text, digest_size=16).digest()
    _sources[place] = weakref.ref(code, lambda ref: _forget(place, ref)), digest
    return digest


def _parts(code: CodeType) -> tuple[object, ...]:
    """What code does, without where it stands: the same in every process."""
    constants = [_parts(part) if isinstance(part, CodeType) else _ordered(part) for part in code.co_consts]
    return code.co_code, code.co_names, constants


def _ordered(constant: object) -> object:
    return sorted(map(repr, constant)) if isinstance(constant, frozenset) else constant


def origin_of(function: tuple[str, str, bytes], shared: bool) -> Origin:
    """Return what binds entries outside of the process to a function.

    Parameters
    ----------
    function : tuple
        As `function_key` returns it.
    shared : bool
        Other machines read the entries too. Otherwise a function of a cell or a script belongs to the folder it works
        in: the same text elsewhere may read other files.
    """
    module, name, source = function
    room, spec = module, getattr(sys.modules.get(module), "__spec__", None)
    if spec is None or module == "__main__":
        room = "" if shared else os.getcwd()
    version = sys.version_info[:2]
    return Origin(digest_of((room, name, source, version, MAGIC)).hex()[:32], module)


def _forget(place: int, ref: weakref.ref[CodeType]) -> None:
    known = _sources.get(place)
    if known is not None and known[0] is ref:
        del _sources[place]


def _plain_names(function: Callable[..., Any]) -> tuple[Sequence[str], str | None] | None:
    """The same as `inspect` says of a plain function, at once: it is asked for each function in each run."""
    if type(function) is not FunctionType or hasattr(function, "__wrapped__"):
        return None
    code = function.__code__
    extra = code.co_varnames[code.co_argcount + code.co_kwonlyargcount :]
    return code.co_varnames[: code.co_argcount], extra[0] if code.co_flags & inspect.CO_VARARGS else None


class Signature:
    """The names of a function's parameters, for the keys of its calls.

    Parameters
    ----------
    function : callable
        A Python function.
    """

    def __init__(self, function: Callable[..., Any]) -> None:
        self.name = getattr(function, "__qualname__", repr(function)).rpartition("<locals>.")[2]
        self._names, self._extra = _plain_names(function) or self._named(function)

    @staticmethod
    def _named(function: Callable[..., Any]) -> tuple[Sequence[str], str | None]:
        kinds = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
        parameters = inspect.signature(function).parameters.values()
        names = [parameter.name for parameter in parameters if parameter.kind in kinds]
        extra = [parameter.name for parameter in parameters if parameter.kind is inspect.Parameter.VAR_POSITIONAL]
        return names, extra[0] if extra else None

    def key(self, args: tuple[Any, ...], kwargs: Mapping[str, Any], hash_funcs: HashFuncs | None = None) -> bytes:
        """Return the key of a call: the same for the same values, names and order of its arguments.

        Arguments whose parameter's name begins with an underscore do not count.

        Raises
        ------
        UnhashableParamError
            If a value cannot be told apart from others.
        UserHashError
            If a function of `hash_funcs` fails.
        """
        if not args and not kwargs:
            return NO_ARGUMENTS
        hasher = Hasher(hash_funcs)
        names = self._names
        for position, value in enumerate(args):
            self._add(hasher, names[position] if position < len(names) else self._extra, value)
        for name, value in kwargs.items():
            self._add(hasher, name, value)
        return hasher.digest()

    def _add(self, hasher: Hasher, name: str | None, value: Any) -> None:
        if name is not None and name.startswith("_"):
            return
        hasher.add(name)
        try:
            hasher.add(value)
        except UnhashableTypeError as error:
            raise UnhashableParamError(self.name, name, error.args[0]) from None

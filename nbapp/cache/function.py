"""Which function is called, and with what: the two halves of a key."""

from __future__ import annotations

import hashlib
import inspect
import os
import sys
import weakref
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
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
        Whatever has a name: a function, also one that its decorators have put others around, or a class.

    Returns
    -------
    tuple
        Its module, its qualified name, and a digest of its source text (of its bytecode where there is no source).
    """
    inner = inspect.unwrap(function)
    digests = [_source_digest(inner, inner.__code__) if hasattr(inner, "__code__") else _made_of(inner)]
    each: Any = function
    while each is not inner:  # what its decorators put around it
        digests.append(_source_digest(None, each.__code__) if hasattr(each, "__code__") else _made_of(each))
        each = each.__wrapped__
    source = digests[0] if len(digests) == 1 else _digest(repr(digests))
    return function.__module__, function.__qualname__, source


def _source_digest(function: Callable[..., Any] | None, code: CodeType) -> bytes:
    """The digest of a function's source; of what its code does where that is not to be had, or is of no interest."""
    place = id(code)
    known = _sources.get(place)
    if known is not None and known[0]() is code:
        return known[1]
    text = ""
    if function is not None:
        with suppress(OSError, TypeError):
            text = inspect.getsource(function)
    if not text or code.co_name == "<lambda>":  # another one may stand on its line
        text += repr(_parts(code))
    digest = _digest(text)
    _sources[place] = weakref.ref(code, lambda ref: _forget(place, ref)), digest
    return digest


def _made_of(function: Callable[..., Any]) -> bytes:
    """The digest of a class, from what its methods do; of anything else that has no code, nothing."""
    if not isinstance(function, type):
        return b""
    codes = {name: each.__code__ for name, each in vars(function).items() if hasattr(each, "__code__")}
    return _digest(repr([(name, _parts(code)) for name, code in codes.items()]))


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _parts(code: CodeType) -> tuple[object, ...]:
    """What code does, without where it stands: the same in every process."""
    constants = [_parts(part) if isinstance(part, CodeType) else _ordered(part) for part in code.co_consts]
    return code.co_code, code.co_names, code.co_varnames, constants


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
        hasher.note(b"argument", name)
        try:
            hasher.add(value)
        except UnhashableTypeError as error:
            raise UnhashableParamError(self.name, name, error.args[0]) from None

"""The two halves of a key: the function, and the arguments of a call."""

from __future__ import annotations

import functools
import linecache
import threading
from pathlib import Path
from typing import Any

import pytest

from nbapp.cache.function import Signature, function_key, origin_of
from nbapp.errors import UnhashableParamError


def decorator(function: Any) -> Any:
    """Put another function around one, as a decorator of a library does."""

    @functools.wraps(function)
    def around(*args: Any) -> Any:
        return function(*args)

    return around


def define(source: str, filename: str = "<script>") -> Any:
    """Define a function `f` as a script would, with its source at hand."""
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    names: dict[str, Any] = {"__name__": "script", "decorator": decorator}
    exec(compile(source, filename, "exec"), names)
    return names["f"]


def test_function_is_the_same_in_the_next_run() -> None:
    """Defining it again from the same source changes nothing."""
    assert function_key(define("def f(a):\n    return a\n")) == function_key(define("def f(a):\n    return a\n"))


def test_edited_function_is_another_one() -> None:
    """Another body, or another default, is another function."""
    keys = [
        function_key(define(f"def f(a{default}):\n    return a{body}\n", f"<script {default}{body}>"))
        for default in ("", "=1")
        for body in ("", " + 1")
    ]
    assert len(set(keys)) == 4


def test_function_without_source_counts_by_its_code() -> None:
    """What was made by `exec` alone still differs by what it does."""
    names: dict[str, Any] = {"__name__": "script"}
    exec("def f(): return 1\ndef g(): return 2", names)
    names["g"].__qualname__ = "f"
    assert function_key(names["f"]) != function_key(names["g"])


@pytest.mark.parametrize("around", ["@decorator", "@staticmethod", "@decorator\n@decorator"])
def test_edited_function_behind_a_decorator(around: str) -> None:
    """The decorator is the same as before, and what it puts around has the same code: the function inside counts."""
    one, other = (define(f"{around}\ndef f():\n    return {n}\n", f"<{around} {n}>") for n in (1, 2))
    assert function_key(one) != function_key(other)
    assert function_key(one)[:2] == ("script", "f")
    assert function_key(one) != function_key(define("def f():\n    return 1\n"))


def test_lambdas_of_one_line() -> None:
    """They have one source, and are two functions."""
    one, other = define("f = (lambda a: a + 1), (lambda a: a + 2)\n")
    assert function_key(one) != function_key(other)


def test_edited_class() -> None:
    """What its methods do counts."""
    keys = [function_key(define(f"class f:\n    def __init__(self): self.a = {n}\n")) for n in (1, 1, 2)]
    assert keys[0] == keys[1] != keys[2]


def call(a: Any, b: Any = 2, *rest: Any, c: Any = 3, _d: Any = 4, **more: Any) -> None:
    """A function with every kind of parameter."""


def key(*args: Any, **kwargs: Any) -> bytes:
    """The key of a call of it."""
    return Signature(call).key(args, kwargs)


def test_names_do_not_count_but_values_and_types_do() -> None:
    """R148: `f(1)` is `f(a=1)`; defaults are not filled in; type matters."""
    assert key(1) == key(a=1)
    assert key(1, 2) == key(a=1, b=2)
    assert len({key(1), key(1.0), key(True), key(1, 2), key(1, 2, 3), key(1, 2, 4), key(1, c=3), key(1, e=3)}) == 8


def test_underscored_parameter_does_not_count() -> None:
    """R149: also when it is given by name, and when it could not be hashed."""
    assert key(1, _d=threading.Lock()) == key(1, _d=5) == key(1)


def test_own_functions_do_not_see_names() -> None:
    """`hash_funcs` is for values: it does not make one parameter of two."""
    signature, funcs = Signature(call), {str: len}
    assert signature.key((), {"a": "x"}, funcs) != signature.key((), {"b": "x"}, funcs)


def test_unhashable_argument_is_named() -> None:
    """R149: the sentence names the parameter, the function and the type, and says what to do."""
    with pytest.raises(UnhashableParamError) as caught:
        key(1, b=threading.Lock())
    assert all(word in str(caught.value) for word in ("`b`", "`call`", "_thread.lock", "`_b`", "hash_funcs"))


def test_parameters_of_a_decorated_function() -> None:
    """A decorator that wraps it takes anything; the names are those of the function inside."""

    @functools.wraps(call)
    def wrapper(*args: Any, **kwargs: Any) -> None:
        """Wrap."""

    assert Signature(wrapper).key((1, 2), {"_d": 5}) == key(1, b=2)


def hidden(*_rest: Any) -> None:
    """A function whose further arguments do not count."""


def test_underscored_rest_does_not_count() -> None:
    """R149."""
    assert Signature(hidden).key((1, threading.Lock()), {}) == Signature(hidden).key((2,), {})


@pytest.mark.parametrize("shared", [False, True])
def test_origin(shared: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where only this machine reads, a script's function belongs to its folder; a module's never does."""
    scripts, modules = ("__main__", "f", b"source"), ("nbapp.cache.function", "f", b"source")
    before = origin_of(scripts, shared), origin_of(modules, shared)
    monkeypatch.chdir(tmp_path)
    assert origin_of(modules, shared) == before[1]
    assert (origin_of(scripts, shared) == before[0]) is shared
    assert origin_of(("__main__", "f", b"edited"), shared) != origin_of(scripts, shared)


def test_code_without_source_is_the_same_in_every_process() -> None:
    """What it does counts, not where it stands: the digest of a stored result would change with each start."""
    text = "def f():\n    def inner(): return 1\n    return inner"
    keys = []
    for filename in ("<one>", "<other>"):
        names: dict[str, Any] = {"__name__": "script"}
        exec(compile(text, filename, "exec"), names)
        keys.append(function_key(names["f"]))
    assert keys[0] == keys[1]

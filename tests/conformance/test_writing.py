"""Errors, bare expressions, `write` (R135 to R146)."""

from __future__ import annotations

from cases import case, each
from oracle import Agree

VALUES = [
    "'text'",
    "''",
    "1",
    "1.5",
    "True",
    "None",
    "...",
    "(1, 2)",
    "{1}",
    "b'bytes'",
    "range(3)",
    "[1, 2]",
    "{'a': 1}",
    "{'a': {'b': [None, 1.5]}}",
    "map(str, [1, 2])",
    "enumerate(['a', 'b'])",
    "{'a': 1}.keys()",
    "{'a': 1}.items()",
    "__import__('datetime').date(2024, 1, 2)",
    "__import__('datetime').timedelta(1)",
    "__import__('decimal').Decimal('1.5')",
    "__import__('fractions').Fraction(1, 2)",
    "1 + 2j",
    "__import__('collections').namedtuple('P', 'x y')(1, 2)",
    "__import__('collections').OrderedDict(a=1)",
    "__import__('collections').Counter('aab')",
    "__import__('collections').deque([1])",
    "__import__('types').SimpleNamespace(a=1)",
    "__import__('enum').Enum('E', 'A B').A",
    "__import__('pathlib').PurePosixPath('a/b')",
    "__import__('uuid').UUID(int=5)",
    "__import__('io').StringIO('text')",
    "ValueError('v')",
    "frozenset({1})",
    "'a\\nb'",
    "type('Multi', (), {'__str__': lambda self: 'a\\nb'})()",
    "type('Ticks', (), {'__str__': lambda self: 'a `b` c'})()",
    "float('nan')",
    "float('inf')",
    "st.session_state",
]

CASES = {
    **{f"R143 write {value}": case(f"st.write({value})") for value in VALUES},
    "R135 what was drawn stays": case("st.write('before')\n1 / 0\nst.write('after')"),
    "R135 the app goes on": case(
        "n = st.number_input('n', 0, 5)\nst.write(10 / n)\nst.write('end')",
        "at.number_input[0].set_value(2).run()",
        "at.number_input[0].set_value(0).run()",
    ),
    "R135 an error of the script's own": case("class Mine(ValueError): pass\nraise Mine('own')"),
    "R135 an error from another": case(
        "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise ValueError('x') from e"
    ),
    "R136 an error that is shown": case("st.exception(ValueError('v'))\nst.write('after')"),
    "R136 an error's own sentence": case("st.exception(RuntimeError('a **b**'))"),
    "R139 bare expressions": case(
        """
        x = 5
        "text"
        x
        "x is", x
        x > 3
        [1, 2]
        {"a": x}
        if x:
            "in if"
        for i in range(2):
            i
        def f():
            "docstring"
            "in a function", x
            return 5
        f()
        with st.container():
            "in with"
        try:
            1 / 0
        except ZeroDivisionError:
            "in except"
        class A:
            "in a class"
            y = 1
            y
            def method(self):
                "doc"
                "in a method"
        A().method()
        "last"
        """
    ),
    "R140 what is not written": case(
        """
        def g():
            yield 1
        list(g())
        len("abc")
        st.session_state.get("x")
        """
    ),
    "R141 constants": case(
        """
        x = 1
        None
        ...
        x == 1
        -x
        f"{x}"
        x if x else 2
        (x,)
        """
    ),
    "R144 joined": case("st.write('a', 1, 'b', (1, 2))"),
    "R144 nothing": case("st.write()\nst.write('after')"),
    "R145 mixed": case("st.write('a', [1], 'b', {'c': 1}, 2, 3)"),
    "R145 a frame between": case("import pandas as pd\nst.write('a', pd.DataFrame({'x': [1]}), 'b')"),
    "R145 a series": case("import pandas as pd\nst.write(pd.Series([1, 2], name='s'))"),
    "R146 a generator": case(
        """
        def chunks():
            yield "a "
            yield "b"
            yield {"x": 1}
            yield "c"
        st.write(chunks())
        st.write("after")
        """
    ),
    "R146 a function that generates": case(
        """
        def chunks():
            yield "a "
            yield "b"
        st.write(chunks)
        """
    ),
}


@each(CASES)
def test_agrees(agree: Agree, case) -> None:
    """Both show the same."""
    agree(case.script, *case.steps)

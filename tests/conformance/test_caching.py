"""Caches (R147 to R166)."""

from __future__ import annotations

from cases import case, each
from oracle import Agree

COUNTED = "calls = st.session_state.setdefault('calls', [])\n"

CASES = {
    "R147 globals and closures do not count": case(
        """
        G = st.session_state.get("g", 1)
        @st.cache_data
        def f(): return G
        st.write(f())
        st.session_state.g = 2
        """,
        "at.run()",
    ),
    "R147 closures of one factory share": case(
        """
        def make(n):
            @st.cache_data
            def f(x): return (n, x)
            return f
        st.write(make(1)(5), make(2)(5))
        """
    ),
    "R147 another source is another function": case(
        """
        @st.cache_data
        def f(): return 1
        st.write(f())
        @st.cache_data
        def f(): return 2
        st.write(f())
        """
    ),
    "R148 by name or by position": case(
        COUNTED
        + """
@st.cache_data
def f(a, b=2):
    calls.append((a, b))
    return a
f(1); f(a=1); f(1, 2); f(1, b=2); f(1.0); f(True)
st.write(*calls)
"""
    ),
    "R149 underscored parameters": case(
        COUNTED
        + """
@st.cache_data
def f(a, _b, *, _c=None):
    calls.append(a)
    return a
f(1, object()); f(1, object(), _c=5); f(2, 1)
st.write(*calls)
"""
    ),
    "R149 unhashable": case(
        """
        import threading
        @st.cache_data
        def f(lock): return 1
        f(threading.Lock())
        """
    ),
    "R149 an object of a user's own class": case(
        """
        class A: pass
        @st.cache_data
        def f(a): return 1
        f(A())
        """
    ),
    "R149 what can be hashed": case(
        COUNTED
        + """
import dataclasses, enum, numpy as np, pandas as pd
@dataclasses.dataclass
class D:
    x: int
class E(enum.Enum):
    A = 1
@st.cache_data
def f(x):
    calls.append(type(x).__name__)
    return 1
for x in (D(1), E.A, np.arange(3), pd.DataFrame({"a": [1]}), {1, 2}, {"a": [1]}, (1,), b"x", None, len):
    f(x); f(x)
st.write(*calls)
"""
    ),
    "R150 hash_funcs": case(
        COUNTED
        + """
class A:
    def __init__(self, n): self.n = n
@st.cache_data(hash_funcs={A: lambda a: a.n})
def f(a):
    calls.append(a.n)
    return a.n
f(A(1)); f(A(1)); f(A(2))
st.write(*calls)
"""
    ),
    "R150 a failing hash_func": case(
        """
        class A: pass
        @st.cache_data(hash_funcs={A: lambda a: 1 / 0})
        def f(a): return 1
        f(A())
        """
    ),
    "R152 copies": case(
        """
        @st.cache_data
        def f(): return [1]
        f().append(2)
        f().append(3)
        st.write(f(), f() is f())
        """
    ),
    "R152 what cannot be stored": case(
        """
        import threading
        @st.cache_data
        def f(): return threading.Lock()
        f()
        """
    ),
    "R153 the same object": case(
        """
        @st.cache_resource
        def f(): return [1]
        f().append(2)
        st.write(f(), f() is f())
        """,
        "at.run()",
    ),
    "R154 errors are not kept": case(
        COUNTED
        + """
@st.cache_data
def f():
    calls.append(1)
    raise ValueError("no")
for _ in range(2):
    try:
        f()
    except ValueError as error:
        st.write(str(error))
st.write(len(calls))
"""
    ),
    "R155 one computation for a key": case(
        """
        import threading, time
        calls = []
        @st.cache_data(show_spinner=False)
        def f(n):
            calls.append(n)
            time.sleep(0.05)
            return n
        threads = [threading.Thread(target=f, args=(n % 2,)) for n in range(8)]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]
        st.write(sorted(calls))
        """
    ),
    "R156 max_entries": case(
        COUNTED
        + """
@st.cache_data(max_entries=2)
def f(n):
    calls.append(n)
    return n
for n in (1, 2, 3, 3, 1):
    f(n)
st.write(*calls)
"""
    ),
    "R156 a time that cannot be read": case("@st.cache_data(ttl='foo')\ndef f(): return 1\nst.write(f())"),
    "R156 ttl": case(
        """
        @st.cache_data(ttl="1h")
        def f(): return 1
        st.write(f(), f())
        """
    ),
    "R157 a persist that is none": case("@st.cache_data(persist='nope')\ndef f(): return 1\nst.write(f())"),
    "R158 a scope that is none": case("@st.cache_data(scope='nope')\ndef f(): return 1\nst.write(f())"),
    "R158 scope session": case(
        COUNTED
        + """
@st.cache_data(scope="session")
def f():
    calls.append(1)
    return 1
f(); f()
st.write(len(calls))
""",
        "at.run()",
    ),
    "R159 validate": case(
        COUNTED
        + """
@st.cache_resource(validate=lambda x: len(calls) > 2)
def f():
    calls.append(1)
    return [1]
f(); f(); f(); f()
st.write(len(calls))
"""
    ),
    "R160 background without ttl": case("@st.cache_data(refresh_mode='background')\ndef f(): return 1\nst.write(f())"),
    "R161 async": case(
        """
        import asyncio
        calls = []
        @st.cache_data
        async def f(n):
            calls.append(n)
            return n
        async def both(): return await f(1), await f(1)
        st.write(asyncio.run(both()), len(calls))
        """
    ),
    "R161 a generator": case("@st.cache_data\ndef f():\n    yield 1\nf()"),
    "R161 an awaitable from a plain function": case(
        """
        async def g(): return 1
        @st.cache_data
        def f():
            coroutine = g()
            coroutine.close()
            return coroutine
        f()
        """
    ),
    "R162 elements are replayed": case(
        COUNTED
        + """
@st.cache_data
def f(n):
    calls.append(n)
    st.write("inside", n)
    with st.expander("more"):
        st.text(n)
    return n
f(1)
with st.container(border=True):
    f(1)
st.sidebar.write("side")
with st.sidebar:
    f(1)
st.write(len(calls))
""",
        "at.run()",
    ),
    "R162 a container from outside": case(
        """
        outside = st.container()
        @st.cache_data
        def f():
            outside.write("inside")
            return 1
        st.write(f())
        st.write(f())
        """
    ),
    "R164 clear": case(
        COUNTED
        + """
@st.cache_data
def f(n):
    calls.append(n)
    return n
f(1); f(2)
f.clear(1)
f(1); f(2)
f.clear()
f(1); f(2)
st.cache_data.clear()
f(1)
st.write(*calls)
"""
    ),
    "R166 methods": case(
        COUNTED
        + """
class A:
    @st.cache_data
    def f(_self, n):
        calls.append(n)
        return n
A().f(1); A().f(1); A().f(2)
st.write(*calls)
"""
    ),
    "R163 a widget in a cached function": case(
        """
        @st.cache_data(show_spinner=False)
        def f():
            return st.checkbox("c")
        st.write(f())
        st.write("after")
        """
    ),
}


@each(CASES)
def test_agrees(agree: Agree, case) -> None:
    """Both show the same."""
    agree(case.script, *case.steps)

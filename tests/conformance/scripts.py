"""Random scripts, for hypothesis; `readers` use them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as some

LABELS = [f"w{n}" for n in range(12)]
KEYS = [f"k{n}" for n in range(4)]
OWN_KEYS = {
    "button": ["b0", "b1"],
    "slider": ["r0", "r1"],
    "checkbox": ["c0", "k2"],
    "number_input": ["n0", "k2"],
    "multiselect": ["m0", "k3"],
    "date_input": ["d0", "d1"],
}
"""Keys of inputs whose values are no texts. A slider also looks at what its key holds: a text counts as a range."""

HEAD = """
import streamlit as st
log = st.session_state.setdefault("log", [])
def called(*args):
    log.append(args)
    log.sort(key=repr)  # in which order callbacks run is not said
def set_key(key, value):
    called("set", key)
    if key in st.session_state:
        st.session_state[key] = value
def drop_key(key):
    called("drop", key)
    st.session_state.pop(key, None)
def again(name):
    called(name)
    st.rerun()
def fail(name):
    called(name)
    raise ValueError("in a callback")
@st.fragment
def part(n, place):
    st.write("part", n)
    place.write(f"outside {n}")
outer = st.container()
left, right = st.columns(2)
aside = st.sidebar.container()
"""

WHOLE = "st.sidebar.checkbox('whole', key='whole')"
"""Stands outside of all fragments: who uses it has the whole script run."""

INPUTS = {
    "checkbox": ("", ", True", ", {on}"),
    "text_input": ("", ", 'd'", ", None", ", 'long', 3", ", placeholder='p'", ", 'd' * {on}", ", max_chars=5 + {on}"),
    "text_area": ("", ", 'd'", ", 'd' * (1 + {on})"),
    "slider": (", 0, 5", ", 0, 5, 2", ", 0, 9, 2", ", 0, 5, (1, 3)", ", 0.0, 1.0", ", 0, 4 + {on}", ", 0, 5, 1 + {on}"),
    "number_input": (
        *(", 0, 5", ", 0, 9, 3", ", 0", "", ", value=None, step=1", ", 0, 3, 2"),
        *(", 0, 2 + 3 * {on}", ", {on}, 5, 3", ", 0, 5, 2 + {on}"),
    ),
    "selectbox": (
        *(", ['a', 'b']", ", ['b', 'c', 'a']", ", [1, 2, 3], 1", ", ['a', 'b'], None", ", []"),
        *(", ['a', 'b', 'c'][{on}:]", ", ['a', 'b', 'c'][: 1 + {on}], None", ", ['a', 'b'], {on}"),
    ),
    "radio": (", ['a', 'b']", ", ['c', 'b'], 1", ", [1, 2, 3], None", ", ['a', 'b', 'c'][{on}:]", ", ['a', 'b'], {on}"),
    "multiselect": (", ['a', 'b', 'c']", ", ['b', 'c'], ['c']", ", [1, 2]", ", ['a', 'b', 'c'][{on}:]"),
    "date_input": (
        *(", '2024-01-05'", ", None", ", ['2024-01-02', '2024-01-05']", ", '2024-01-02', '2024-01-01', '2024-01-09'"),
        *(", '2024-01-0' + str(2 + {on})", ", '2024-01-05', '2024-01-0' + str(1 + 2 * {on})"),
    ),
    "button": ("",),
}
"""How inputs may be called; `{on}` is 0 or 1 by a value above."""

OPENERS = ["st.container()", "st.expander('e')", "st.columns(2)[1]", "st.sidebar", "st.tabs(['x', 'y'])[0]"]

PLACES = ["outer", "left", "right", "aside"]
"""Places that a script makes at its beginning."""

FOLDS = [
    "st.tabs(['x', 'y', 'z'][{on}:]",
    "st.tabs(['x', 'y'], default='y'",
    "st.expander('e'",
    "st.expander('e', {on} > 0",
]
"""Tabs and expanders of which the script knows what is open."""

SETS = [("k0", "'b'"), ("k1", "'b'"), ("k0", "''"), ("c0", "True"), ("m0", "['b']"), ("t0", "'y'"), ("e0", "True")]
"""What may be assigned to which key, of an input or of none."""


@some.composite
def scripts(draw: Any, fragments: int = 1) -> str:
    """A script: inputs with and without keys, containers, conditions on values, state that is written and read.

    Parameters
    ----------
    draw : callable
        Given by hypothesis.
    fragments : int
        How many of them there are, compared to other statements.
    """
    writer = Writer(draw, fragments)
    body = writer.pages() if writer.has_pages else [WHOLE, *writer.block(0)]
    lines = [*writer.early(), *body, *writer.rerun()]
    return HEAD + "\n".join([*lines, "st.write(*log)", ""])


class Writer:
    """Writes one script."""

    def __init__(self, draw: Any, fragments: int) -> None:
        self._draw = draw
        self._fragments = fragments
        self._values: list[str] = []
        self._named = 0
        self._in_function = self._in_try = False
        self._keyed: set[str] = set()  # Streamlit's AppTest fails where such a key is deleted after its input
        self._has_buttons = self.one_of(True, True, True, False)
        self.has_pages = self.one_of(*[False] * 7, True)

    def one_of(self, *choices: Any) -> Any:
        """Draw one of these."""
        return self._draw(some.sampled_from(choices))

    def block(self, depth: int, in_form: bool = False) -> list[str]:
        """Some statements, at a depth."""
        lines: list[str] = []
        for _ in range(self._draw(some.integers(1, 5 - depth))):
            lines += self._statement(depth, in_form)
        return lines

    def _statement(self, depth: int, in_form: bool) -> list[str]:
        kinds = ["input"] * 8 + ["state"] * 2 + ["own"] * 2 + ["part", "query", "loop", "fold"]
        kinds += ["with", "with", "empty", "try"] * (depth < 3)
        kinds += ["form"] * (not in_form and self._has_buttons)
        kinds += ["fragment", "dialog"] * self._fragments * (depth < 2 and not in_form and not self._in_try)
        kinds += ["if"] * 3 * bool(self._values and depth < 3) + ["end"] * bool(self._values)
        kind = self._draw(some.sampled_from(kinds))
        if kind in ("if", "with", "empty", "try"):
            return getattr(self, f"_{kind}")(depth, in_form)  # type: ignore[no-any-return]
        if kind in ("form", "fragment", "dialog"):
            return getattr(self, f"_{kind}")(depth)  # type: ignore[no-any-return]
        return self._input(in_form) if kind == "input" else getattr(self, f"_{kind}")()  # type: ignore[no-any-return]

    def _if(self, depth: int, in_form: bool) -> list[str]:
        return [f"if {self._condition()}:", *indented(self.block(depth + 1, in_form))]

    def _with(self, depth: int, in_form: bool) -> list[str]:
        places = [each for each in (*OPENERS, *PLACES) if not (in_form and "side" in each)]
        return [f"with {self.one_of(*places)}:", *indented(self.block(depth + 1, in_form))]

    def _empty(self, depth: int, in_form: bool) -> list[str]:
        inside = self.one_of(None, "container()", "expander('e')")
        lines = self._input(in_form) if inside is None else self.block(depth + 1, in_form)
        return [f"with st.empty(){'' if inside is None else '.' + inside}:", *indented(lines)]

    def _try(self, depth: int, in_form: bool) -> list[str]:
        was_in, self._in_try = self._in_try, True  # an error in a fragment can be caught around it, unlike in Streamlit
        lines = indented(self.block(depth + 1, in_form))
        self._in_try = was_in
        return ["try:", *lines, "except Exception as reason:", "    st.write(type(reason).__name__)"]

    def _part(self) -> list[str]:
        number = self._number()
        calls = [] if self._in_try else [f"part({number}, st)", f"part({number}, outer)"]
        return [self.one_of(*calls, "outer.write('written')")]

    def _loop(self) -> list[str]:
        count = f"1 + {self._on()}" if self._values else "2"
        call = self.one_of("st.text_input(f'w{n}'", "st.checkbox(f'w{n}'", "st.selectbox('w0', ['a', 'b', 'c'][n:]")
        key = self.one_of("", ", key=f'k{n}'" if "checkbox" not in call else ", key=f'c{n}'")
        self._keyed |= {"k0", "k1", "c0", "c1"}
        return [f"for n in range({count}):", f"    st.write({call}{key}))"]

    def _fold(self) -> list[str]:
        opened = self.one_of(*FOLDS).replace("{on}", self._on() if self._values else "0")
        kind, which = ("t", f"[{self.one_of(0, 1)}]") if "tabs" in opened else ("e", "")
        key = self.one_of("", f", key={kind + '0'!r}")
        value = self._value()
        return [f"{value} = {opened}{key}, on_change='rerun'){which}.open", f"st.write({value!r}, {value})"]

    def _input(self, in_form: bool) -> list[str]:
        name = self.one_of(*(name for name in INPUTS if name != "button" or (self._has_buttons and not in_form)))
        key = self.one_of(None, *OWN_KEYS.get(name, KEYS))
        label = repr(self.one_of(*LABELS))
        if self._values and self.one_of(*[False] * 5, True):
            label = f"f'w{{{self._on()}}}'"
        options = self.one_of(*(each for each in INPUTS[name] if self._values or "{on}" not in each))
        options = options.replace("{on}", self._on()) if "{on}" in options else options
        if key is not None:
            options += f", key={key!r}"
            self._keyed.add(key)
        options += self._extra(name, key, in_form)
        value = self._value()
        place = self.one_of("st", "st", "st", "st", "st.sidebar", *([] if in_form or self._in_function else PLACES))
        before: list[str] = []
        if key is not None and name != "button" and self.one_of(*[False] * 5, True):
            before = [f"if {key!r} not in st.session_state: st.session_state[{key!r}] = {constant(name, options)}"]
        return [
            f"{value} = None",
            *before,
            f"{value} = {place}.{name}({label}{options})",
            f"st.write({value!r}, {value})",
        ]

    def _extra(self, name: str, key: str | None, in_form: bool) -> str:
        extra = self.one_of("", "", "", "callback", "disabled", "help", "ignore", "persist")
        if extra == "callback" and not in_form:
            return self._callback("on_click" if name == "button" else "on_change")
        if name != "button" and extra == "ignore":
            return ", on_change='ignore'"
        if name != "button" and key is not None and extra == "persist" and not self.has_pages:
            return f", persist_state={self.one_of('page', 'session')!r}"
        return {"disabled": ", disabled=True", "help": ", help='h'"}.get(extra, "")

    def _value(self) -> str:
        name = f"v{self._number()}"
        self._values.append(name)
        return name

    def _number(self) -> int:
        self._named += 1
        return self._named

    def _on(self) -> str:
        """An expression that is 0 or 1 by a value above."""
        return f"int(bool({self._draw(some.sampled_from(self._values))}))"

    def _callback(self, event: str) -> str:
        name = self.one_of("called", "called", "again", "set_key", "drop_key", "fail", "st.stop")
        args = {"set_key": f"({', '.join(map(repr, (self.one_of(*SETS))))})", "drop_key": f"({self.one_of(*KEYS)!r},)"}
        if name == "set_key":
            key, value = self.one_of(*SETS)
            return f", {event}=set_key, args=({key!r}, {value})"
        if name == "st.stop":
            return f", {event}=st.stop"
        return f", {event}={name}, args={args.get(name, f'({self.one_of(1, 2, 3)},)')}"

    def _condition(self) -> str:
        value = self._draw(some.sampled_from(self._values))
        return self.one_of(f"{value}", f"not {value}", f"str({value}) > '1'", f"{value} == 'a'")

    def _state(self) -> list[str]:
        key = self.one_of("s0", "s1")
        return [
            self.one_of(
                f"st.session_state.{key} = st.session_state.get({key!r}, 0) + 1",
                f"st.session_state.pop({key!r}, None)",
                f"st.write(st.session_state.get({key!r}))",
                f"st.write(sorted(st.session_state), st.session_state.get({self.one_of(*KEYS)!r}))",
                *([f"st.session_state.{key} = {self._draw(some.sampled_from(self._values))}"] if self._values else []),
            )
        ]

    def _own(self) -> list[str]:
        """The state of an input's key: kept alive, deleted, or set before the input."""
        key, value = self.one_of(*SETS)
        alive = f"if {key!r} in st.session_state: st.session_state.{key} = st.session_state.{key}"
        forgotten = [f"st.session_state.pop({each!r}, None)" for each in ("k0", "k1", "c0") if each not in self._keyed]
        assigned = [f"st.session_state.{key} = {value}", f"st.session_state.setdefault({key!r}, {value})"]
        line = self.one_of(alive, *forgotten, *assigned)
        calls = {"c": "checkbox('w0'", "m": "multiselect('w0', ['a', 'b']"}
        calls |= {"t": "tabs(['x', 'y'], on_change='rerun'", "e": "expander('e', on_change='rerun'"}
        call = calls.get(key[0], "text_input('w0'")
        asked = {"t": "[1].open", "e": ".open"}.get(key[0], "")
        shown = [f"st.write(st.{call}, key={key!r}){asked})"] if line in assigned else []
        self._keyed |= {key} if shown else set()
        if self._values and self.one_of(True, False):
            return [f"if {self._condition()}:", f"    {line}", *shown]
        return [line, *shown]

    def _query(self) -> list[str]:
        return [
            self.one_of(
                f"st.query_params['q'] = str({self.one_of(*self._values, 1)})",
                "st.query_params.pop('q', None)",
                "st.query_params.from_dict({'q': ['a', 'b'], 'p': 1})",
                "st.write(st.query_params.get('q'), sorted(st.query_params))",
                f"if 'q' in st.query_params: st.session_state.{self.one_of('s0', 's1')} = st.query_params.get_all('q')",
            )
        ]

    def _form(self, depth: int) -> list[str]:
        name = f"f{self._number()}"
        inside = self.block(depth + 1, in_form=True) if depth < 3 else []
        options = self.one_of("", "", "", ", key='b0'", ", disabled=True", self._callback("on_click"))
        value = self._value()
        submit = f"{value} = st.form_submit_button('send'{options})"
        return [f"{value} = None", f"with st.form({name!r}):", *indented([*inside, submit])]

    def _fragment(self, depth: int) -> list[str]:
        return self._function("@st.fragment", depth)

    def _dialog(self, depth: int) -> list[str]:
        if not self._values:
            return self._state()
        condition = self._condition()
        *lines, call = self._function(f"@st.dialog('title {self._number()}')", depth + 1)
        return [*lines, f"if {condition}:", f"    {call}"]

    def _function(self, decorator: str, depth: int) -> list[str]:
        """A function that is called once; what it knows is not known outside of it."""
        name = f"function{self._number()}"
        known = list(self._values)
        was_in, self._in_function = self._in_function, True
        inside = self.block(depth + 1)
        self._values, self._in_function = known, was_in
        return [decorator, f"def {name}():", *indented(inside), f"{name}()"]

    def pages(self) -> list[str]:
        """Two pages, each with a button that leads to the other."""
        lines: list[str] = []
        for name, other in (("home", 1), ("more", 0)):
            to = [f"if st.button('to', key='b{other + 2}'): st.switch_page(pages[{other}])"]
            inside = [WHOLE, *self.block(1)]
            lines += [f"def {name}():", *indented([*inside, *to] if self.one_of(True, False) else [*to, *inside])]
            self._values = []
        return [*lines, "pages = [st.Page(home), st.Page(more)]", "st.navigation(pages).run()"]

    def _end(self) -> list[str]:
        return [f"if {self._condition()}:", f"    {self.one_of('st.stop()', '1 / 0')}"]

    def early(self) -> list[str]:
        """A key or two, set in the first run: it may be long before an input has it."""
        keys = self._draw(some.lists(some.sampled_from(KEYS[:2]), max_size=2, unique=True))
        sets = [f"    st.session_state.{key} = 'b'" for key in keys]
        return ["if 'begun' not in st.session_state:", "    st.session_state.begun = True", *sets]

    def rerun(self) -> list[str]:
        """A rerun or two, below all buttons: a click that it comes before is not lost here, as in Streamlit it is."""
        if not self._values or not self.one_of(False, False, True):
            return []
        count = "st.session_state.setdefault('reruns', 0)"
        return [f"if {count} < 2 and {self._condition()}:", "    st.session_state.reruns += 1", "    st.rerun()"]


def constant(name: str, options: str) -> str:
    """Write a value of the type that an input has."""
    if name in ("slider", "number_input"):
        return "(0, 2)" if "(1, 3)" in options else "1.0" if ".0" in options or options.startswith(", key") else "1"
    if "[1, 2" in options:
        return "[2]" if name == "multiselect" else "2"
    if name == "date_input":
        day = "__import__('datetime').date(2024, 1, 6)"
        return "None" if "None" in options else f"({day},)" if "[" in options else day
    known = {"checkbox": "True", "multiselect": "['b']", "selectbox": "'b'", "radio": "'b'"}
    return known.get(name, "'set'")


def indented(lines: list[str]) -> list[str]:
    """The same, one level deeper."""
    return ["    " + line for line in lines]

"""Random scripts and random readers, for hypothesis."""

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
def again(name):
    called(name)
    st.rerun()
@st.fragment
def part(n, place):
    st.write("part", n)
    place.write(f"outside {n}")
outer = st.container()
"""

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
    "button": ("",),
}
"""How inputs may be called; `{on}` is 0 or 1 by a value above."""

OPENERS = ["st.container()", "st.expander('e')", "st.columns(2)[1]", "st.sidebar", "st.tabs(['x', 'y'])[0]"]


@some.composite
def scripts(draw: Any) -> str:
    """A script: inputs with and without keys, containers, conditions on values, state that is written and read."""
    writer = Writer(draw)
    return HEAD + "\n".join([*writer.early(), *writer.block(0), *writer.rerun(), "st.write(*log)", ""])


class Writer:
    """Writes one script."""

    def __init__(self, draw: Any) -> None:
        self._draw = draw
        self._values: list[str] = []
        self._forms = self._fragments = 0

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
        kinds = ["input"] * 5 + ["with"] * 2 * (depth < 3) + ["state"] * 2
        kinds += ["empty"] * (depth < 3) + ["part"]
        kinds += ["if"] * 3 * bool(self._values and depth < 3) + ["end"] * bool(self._values) + ["form"] * (not in_form)
        kind = self._draw(some.sampled_from(kinds))
        if kind == "input":
            return self._input(in_form)
        if kind == "with":
            places = [each for each in OPENERS if not (in_form and "sidebar" in each)]
            return [f"with {self.one_of(*places)}:", *indented(self.block(depth + 1, in_form))]
        if kind == "part":
            return [
                self.one_of(f"part({self._parts()}, st)", f"part({self._parts()}, outer)", "outer.write('written')")
            ]
        if kind == "empty":
            inside = self.one_of(None, "st.container()", "st.expander('e')")
            lines = self._input(in_form) if inside is None else self.block(depth + 1, in_form)
            return [f"with st.empty(){'' if inside is None else '.' + inside[3:]}:", *indented(lines)]
        if kind == "if":
            return [f"if {self._condition()}:", *indented(self.block(depth + 1, in_form))]
        if kind == "state":
            return self._state()
        return self._form(depth) if kind == "form" else self._end()

    def _input(self, in_form: bool) -> list[str]:
        name = self.one_of(*(name for name in INPUTS if not (in_form and name == "button")))
        key = self.one_of(None, *OWN_KEYS.get(name, KEYS))
        label = repr(self.one_of(*LABELS))
        if self._values and self.one_of(*[False] * 5, True):
            label = f"f'w{{{self._on()}}}'"
        options = self.one_of(*(each for each in INPUTS[name] if self._values or "{on}" not in each))
        options = options.replace("{on}", self._on()) if "{on}" in options else options
        if key is not None:
            options += f", key={key!r}"
        event = "on_click" if name == "button" else "on_change"
        extra = self.one_of("", "", "", "callback", "disabled", "help", "ignore", "persist")
        if extra == "callback" and not in_form:
            options += self._callback(event)
        elif extra == "ignore" and name != "button":
            options += ", on_change='ignore'"
        elif extra == "persist" and key is not None and name != "button" and "bool" not in options:
            options += ", persist_state='session'"
        elif extra in ("disabled", "help"):
            options += {"disabled": ", disabled=True", "help": ", help='h'"}[extra]
        value = f"v{len(self._values)}"
        self._values.append(value)
        place = self.one_of("st", "st", "st", "st", "st.sidebar")
        before: list[str] = []
        if key is not None and name != "button" and self.one_of(*[False] * 5, True):
            before = [f"if {key!r} not in st.session_state: st.session_state[{key!r}] = {constant(name, options)}"]
        return [
            f"{value} = None",
            *before,
            f"{value} = {place}.{name}({label}{options})",
            f"st.write({value!r}, {value})",
        ]

    def _on(self) -> str:
        """An expression that is 0 or 1 by a value above."""
        return f"int(bool({self._draw(some.sampled_from(self._values))}))"

    def _callback(self, event: str) -> str:
        name = self.one_of("called", "called", "again")
        return f", {event}={name}, args=({self.one_of(1, 2, 3)},)"

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

    def _parts(self) -> int:
        self._fragments += 1
        return self._fragments

    def _form(self, depth: int) -> list[str]:
        self._forms += 1
        inside = self.block(depth + 1, in_form=True) if depth < 3 else []
        value = f"v{len(self._values)}"
        self._values.append(value)
        submit = f"{value} = st.form_submit_button('send')"
        return [f"{value} = None", f"with st.form('f{self._forms}'):", *indented([*inside, submit])]

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
        return "(0, 2)" if "(1, 3)" in options else "1.0" if "." in options or options.startswith(", key") else "1"
    if "[1, 2" in options:
        return "[2]" if name == "multiselect" else "2"
    known = {"checkbox": "True", "multiselect": "['b']", "selectbox": "'b'", "radio": "'b'"}
    return known.get(name, "'set'")


def indented(lines: list[str]) -> list[str]:
    """The same, one level deeper."""
    return ["    " + line for line in lines]


Deed = tuple[int, int]
"""Which input is used, and how: numbers that mean something on whatever page there is."""

MANY_INPUTS = 30

READERS = some.lists(
    some.lists(some.tuples(some.integers(0, MANY_INPUTS + 4), some.integers(0, 30)), max_size=3), min_size=1, max_size=4
)
"""What a reader does before each of some runs."""


def code_of(at: Any, deeds: list[Deed]) -> str:
    """Write what a reader does on a page as code that uses `at`, and a run after it.

    Parameters
    ----------
    at : AppTest
        Shows the page.
    deeds : list
        What the reader does.
    """
    names = [name for name in INPUTS if name != "button"]
    usable = [(name, place) for name in [*names, "button"] for place in range(len(getattr(at, name)))]
    usable = [(name, place) for name, place in usable if not getattr(at, name)[place].disabled]
    lines: list[str] = []
    for which, how in deeds:
        if which > MANY_INPUTS:
            lines = [*setting(at, which, how), *lines]
        elif usable:
            name, place = usable[which % len(usable)]
            element = getattr(at, name)[place]
            value = value_of(name, element, how)
            submit = submitting(at, element.form_id)
            if value is not None and bool(element.form_id) == bool(submit):
                lines += [f"at.{name}[{place}].set_value({value})", *submit]
    return "; ".join([*dict.fromkeys(lines), "at.run()"])


def setting(at: Any, which: int, how: int) -> list[str]:
    """Write that the test itself sets a key, of an input that is drawn or of no input."""
    drawn = [each.key for name in ("text_input", "text_area") for each in getattr(at, name) if each.key in KEYS[:2]]
    key = ["s0", *drawn][which % (1 + len(drawn))]
    return [f"at.session_state[{key!r}] = {['x', 'y'][how % 2]!r}"]


def submitting(at: Any, form: str) -> list[str]:
    """Write a click on the submit button of a form: what is not submitted stays on the page, but not in Streamlit."""
    places = [place for place, button in enumerate(at.button) if form and button.form_id == form]
    return [f"at.button[{places[-1]}].set_value(True)"] if places else []


def value_of(name: str, element: Any, how: int) -> str | None:
    """Write a value that an input takes; None for none."""
    if name in ("checkbox", "button"):
        return "True" if name == "button" else str(how % 2 == 0)
    if name in ("text_input", "text_area"):
        return repr(["" if element.value else "c", "a", "b", "set"][how % 4])  # who empties an empty box does nothing
    if name in ("slider", "number_input"):
        return number_of(element, how)
    options = element.options
    if not options:
        return None
    chosen = options[how % len(options)]
    wanted = int(chosen) if chosen.isdigit() else chosen
    return repr([wanted] if name == "multiselect" else wanted)


def number_of(element: Any, how: int) -> str:
    """Write a number between the bounds of an input."""
    value = element.value
    if isinstance(value, tuple):
        return repr((how % 3, 3 + how % 2))
    if isinstance(value, float):
        return repr(how % 5 / 4)
    low = 0 if element.min is None else int(element.min)
    high = 9 if element.max is None else int(element.max)
    return repr(low + how % (high - low + 1))

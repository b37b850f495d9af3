"""What random readers do on the page of a random script, as code that uses an AppTest of either side."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as some
from scripts import INPUTS, KEYS

Deed = tuple[int, int]
"""Which input is used, and how: numbers that mean something on whatever page there is."""

MANY_INPUTS = 30

READERS = some.lists(
    some.lists(some.tuples(some.integers(0, MANY_INPUTS + 4), some.integers(0, 30)), max_size=3), min_size=1, max_size=4
)
"""What a reader does before each of some runs."""


def code_of(at: Any, deeds: list[Deed], alone: bool = False) -> str:
    """Write what a reader does on a page as code that uses `at`, and a run after it.

    Parameters
    ----------
    at : AppTest
        Shows the page.
    deeds : list
        What the reader does.
    alone : bool
        Fragments may run alone; else the whole script does.
    """
    names = [name for name in INPUTS if name != "button"]
    usable = [(name, place) for name in [*names, "button"] for place in range(len(getattr(at, name)))]
    usable = [(name, place) for name, place in usable if not getattr(at, name)[place].disabled]
    lines: list[str] = []
    for which, how in deeds:
        if which > MANY_INPUTS:
            lines = [*([] if alone else setting(at, which, how)), *lines]
        elif usable:
            name, place = usable[which % len(usable)]
            element = getattr(at, name)[place]
            value = value_of(name, element, how)
            submit = submitting(at, element.form_id)
            if value is not None and bool(element.form_id) == bool(submit):
                lines += [f"at.{name}[{place}].set_value({value})", *submit]
    return "; ".join([*dict.fromkeys(lines), *([] if alone else wholly(at)), "at.run()"])


def wholly(at: Any) -> list[str]:
    """Write a deed outside of all fragments, so that the whole script runs here too."""
    return [f"at.checkbox('whole').set_value({not box.value})" for box in at.checkbox if box.key == "whole"]


def setting(at: Any, which: int, how: int) -> list[str]:
    """Write that the test itself sets a key, of an input that is drawn or of no input."""
    drawn = [each.key for name in ("text_input", "text_area") for each in getattr(at, name) if each.key in KEYS[:2]]
    drawn = [] if at.session.route.entries else drawn  # what is set on a page that the reader leaves is kept here
    key = ["s0", *drawn][which % (1 + len(drawn))]
    return [f"at.session_state[{key!r}] = {['x', 'y'][how % 2]!r}"]


def submitting(at: Any, form: str) -> list[str]:
    """Write a click on the submit button of a form: what is not submitted stays on the page, but not in Streamlit."""
    buttons = enumerate(at.button)
    places = [place for place, button in buttons if form and button.form_id == form and not button.disabled]
    return [f"at.button[{places[-1]}].set_value(True)"] if places else []


def value_of(name: str, element: Any, how: int) -> str | None:
    """Write a value that an input takes; None for none."""
    if name in ("checkbox", "button"):
        return "True" if name == "button" else str(how % 2 == 0)
    if name in ("text_input", "text_area"):
        return repr(["" if element.value else "c", "a", "b", "set"][how % 4])  # who empties an empty box does nothing
    if name in ("slider", "number_input"):
        return number_of(element, how)
    if name == "date_input":
        days = [f"__import__('datetime').date(2024, 1, {4 + (how + more) % 5})" for more in (0, 1)]
        return f"({days[0]}, {days[0]})" if element.is_range else days[0]
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

"""Properties of adoption: same place, same widget; a value always allowed, and the reader's where it fits."""

from __future__ import annotations

from typing import Any

import ipywidgets
import numpy
import pandas
from hypothesis import given, settings
from hypothesis import strategies as some
from reader import app, send

NUMBERS = some.integers(-50, 50)
BOUNDS = some.tuples(NUMBERS, NUMBERS).map(sorted)
OPTIONS = some.lists(some.sampled_from("abcdefg"), unique=True, min_size=1)


@settings(max_examples=60, deadline=None)
@given(some.lists(some.tuples(BOUNDS, some.none() | NUMBERS, some.text(max_size=3)), min_size=1, max_size=6))
def test_a_slider_under_any_bounds(runs: list[Any]) -> None:
    """The reader's value is kept where it fits and moved to the nearest bound where not; the widget is the same."""
    with app() as one:
        widgets, chosen = [], None
        for (low, high), value, description in runs:
            script = "w = S(min=low, max=high, description=text)"
            slider = one.run(script, S=ipywidgets.IntSlider, low=low, high=high, text=description).w
            widgets.append(slider)
            assert (slider.min, slider.max, slider.description) == (low, high, description)
            chosen = None if chosen is None else min(max(chosen, low), high)
            assert slider.value == (min(max(0, low), high) if chosen is None else chosen)
            if value is not None and min(max(value, low), high) != slider.value:
                send(slider, value=value)
                chosen = min(max(value, low), high)
        assert len({id(each) for each in widgets}) == 1


@settings(max_examples=60, deadline=None)
@given(some.lists(some.tuples(OPTIONS, some.integers(0, 6)), min_size=1, max_size=6))
def test_a_choice_under_any_options(runs: list[Any]) -> None:
    """A choice that is still offered stays, by value; else the first option is chosen, as in a new widget."""
    with app() as one:
        chosen = None
        for options, index in runs:
            choice = one.run("w = D(options=options)", D=ipywidgets.Dropdown, options=options).w
            assert choice.value == (chosen if chosen in options else options[0])
            assert choice.options == tuple(options)
            chosen = None if chosen not in options else chosen
            if index < len(options) and options[index] != choice.value:
                send(choice, index=index)
                chosen = options[index]


@settings(max_examples=60, deadline=None)
@given(some.lists(some.tuples(OPTIONS, some.sets(some.integers(0, 6))), min_size=1, max_size=6))
def test_several_choices_under_any_options(runs: list[Any]) -> None:
    """Of several choices those that are still offered stay."""
    with app() as one:
        chosen: set[str] = set()
        for options, indexes in runs:
            choice = one.run("w = D(options=options)", D=ipywidgets.SelectMultiple, options=options).w
            assert set(choice.value) == chosen & set(options)
            picked = sorted(index for index in indexes if index < len(options))
            send(choice, index=picked)
            chosen = {options[index] for index in picked}


DATA = some.sampled_from(
    [
        lambda: numpy.arange(3),
        lambda: numpy.array([1.0, numpy.nan]),
        lambda: numpy.zeros((2, 2)),
        lambda: pandas.Series([1, 2]),
        lambda: pandas.Series(["a", None]),
        lambda: pandas.DataFrame({"a": [1, None]}),
        lambda: pandas.Index(["a"]),
        lambda: [numpy.arange(2), pandas.Timestamp("2020")],
        lambda: None,
    ]
)


@settings(max_examples=60, deadline=None)
@given(some.lists(DATA, min_size=2, max_size=6))
def test_arrays_and_frames_never_raise(runs: list[Any]) -> None:
    """Whatever is among the options, a rerun finds the same widget."""
    with app() as one:
        widgets = [
            one.run(
                "w = D(options=[('x', data), ('y', 1)], equals=lambda a, b: a is b)", D=ipywidgets.Dropdown, data=make()
            ).w
            for make in runs
        ]
        assert len({id(each) for each in widgets}) == 1


@settings(max_examples=40, deadline=None)
@given(some.lists(some.lists(some.sampled_from("abcd"), unique=True), min_size=1, max_size=6))
def test_keys_that_come_and_go(runs: list[list[str]]) -> None:
    """Exactly the keys of the last run are open, each with what was typed into it."""
    with app() as one:
        known: dict[str, Any] = {}
        for keys in runs:
            widgets = one.run("w = [app.keyed(k, T) for k in keys]", T=ipywidgets.Text, keys=keys).w
            for key, widget in zip(keys, widgets, strict=True):
                assert key not in known or known[key] is widget
                assert widget.value == (key if key in known else "")
                send(widget, value=key)
            for key in known.keys() - set(keys):
                assert known[key].comm is None
            known = dict(zip(keys, widgets, strict=True))

"""Bringing a live widget up to the arguments of this run, with what its reader chose put back where it still fits.

Numbers and dates outside new bounds are moved to the nearest bound, as ipywidgets does; a choice that is no longer
offered gives way to the one that a new widget would begin with. An argument for the value itself counts when it
differs from last run's: then the script has changed it, and it wins.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from nbapp.session.actor import Actor, acting
from nbapp.session.arguments import same, same_code
from nbapp.session.construct import build
from nbapp.session.trust import accepted_names, is_stock, value_names

if TYPE_CHECKING:
    from nbapp.session.adopted import AdoptedWidget

Arguments = dict[str, Any]

APPEARANCE = ("layout", "style")
CHOICE = ("value", "index", "label")

_probes: WeakKeyDictionary[type[Any], type[Any]] = WeakKeyDictionary()


def renew(watch: AdoptedWidget, cls: type[Any], old: Arguments, new: Arguments, lock: threading.RLock) -> bool:
    """Apply the arguments of this run to the widget of the last one.

    Parameters
    ----------
    watch : AdoptedWidget
        The live widget.
    cls : type
        The class that the script names.
    old, new : dict
        Arguments by name, of the last run and of this one.
    lock : threading.RLock
        Held while the widget changes, but not while code of the script's runs.

    Returns
    -------
    bool
        False if the widget cannot take them: then a new one must be made.

    Raises
    ------
    Exception
        What a new widget would raise for the same arguments.
    """
    changed = [name for name, value in new.items() if not (name in old and same(old[name], value))]
    gone = [name for name in old if name not in new]
    widget = watch.widget
    function = _function_name(widget)
    if function is not None:
        return _renew_interactive(widget, function, changed, gone, old, new)
    if not changed and not gone:
        return True
    with lock:
        return _apply(watch, cls, changed, gone, old, new)


def _apply(
    watch: AdoptedWidget, cls: type[Any], changed: list[str], gone: list[str], old: Arguments, new: Arguments
) -> bool:
    widget = watch.widget
    changed = [name for name in changed if not _replace_function(widget, name, old.get(name), new[name])]
    looks = [name for name in (*changed, *gone) if name in APPEARANCE]
    if not all(_renew_appearance(widget, name, old.get(name), new.get(name)) for name in looks):
        return False
    changed = [name for name in changed if name not in looks]
    gone = [name for name in gone if name not in looks]
    if not all(_is_settable(widget, name) for name in (*changed, *gone)):
        return False
    if not changed and not gone:
        return True
    if not (is_stock(cls) or value_names(cls)):
        return _renew_foreign(watch, changed, gone, new)
    _renew_stock(watch, cls, changed, gone, new)
    return True


def carry(old: AdoptedWidget, new: AdoptedWidget) -> None:
    """Put what the reader chose in one widget into the one that takes its place, where that offers it."""
    from traitlets import TraitError

    if type(old.widget).__qualname__ != type(new.widget).__qualname__:
        return
    names = old.touched & (value_names(type(new.widget)) or accepted_names(new.widget))
    if not names:
        return
    with acting(Actor.NBAPP), new.widget.hold_sync():
        if isinstance_selection(new.widget):
            if _choose(new.widget, old.widget.value):
                new.touched |= names
            return
        for name in names:
            try:
                setattr(new.widget, name, getattr(old.widget, name))
                new.touched.add(name)
            except (TraitError, ValueError, TypeError):
                continue


def isinstance_selection(widget: Any) -> bool:
    """Whether a widget offers options of which it knows value, label and index."""
    from ipywidgets.widgets.widget_selection import _MultipleSelection, _Selection

    return isinstance(widget, (_Selection, _MultipleSelection))


# -- stock widgets: a probe, which no page sees, says what a new widget would begin with


def _probe(cls: type[Any], arguments: Arguments) -> Any:
    """A widget without comm, made of the arguments of this run: it raises what a new one would raise."""
    probe = _probes.get(cls)
    if probe is None:
        meta: Any = type(cls)
        probe = _probes[cls] = meta(cls.__name__, (cls,), {"open": _stay_closed, "__module__": cls.__module__})
    named = {name: value for name, value in arguments.items() if name not in APPEARANCE}
    widget, made = build(probe, (), named)
    for each in made:
        each.close()
    return widget


def _stay_closed(self: Any) -> None:
    """Take the place of `Widget.open`."""


def _renew_stock(watch: AdoptedWidget, cls: type[Any], changed: list[str], gone: list[str], new: Arguments) -> None:
    from traitlets import TraitError

    widget = watch.widget
    with acting(Actor.NBAPP):
        probe = _probe(cls, new)
        values = value_names(cls)
        if any(name in values for name in changed):
            watch.touched -= values
        before = dict(widget._trait_values)
        with widget.hold_sync():
            if isinstance_selection(widget):
                _renew_selection(watch, probe, [*changed, *gone])
            else:
                names = [name for name in (*changed, *gone) if name not in values]
                chosen = {name: getattr(widget if name in watch.touched else probe, name) for name in values}
                try:
                    _assign(widget, {**{name: getattr(probe, name) for name in names}, **chosen})
                    _validate(widget, watch.touched & values)
                except TraitError:  # what the reader chose is no longer allowed
                    watch.touched -= values
                    _assign(widget, {name: getattr(probe, name) for name in (*names, *values)})
            _send_less(widget, before)


def _assign(widget: Any, traits: dict[str, Any]) -> None:
    with widget.hold_trait_notifications():
        for name, value in traits.items():
            widget.set_trait(name, value)


def _validate(widget: Any, names: Iterable[str]) -> None:
    """Check values that stayed as they were against what is allowed now."""
    for name in names:
        value = getattr(type(widget), name)._cross_validate(widget, getattr(widget, name))
        widget.set_trait(name, value)


def _send_less(widget: Any, before: dict[str, Any]) -> None:
    """Take from the coming message what went and came back."""
    for name in list(widget._states_to_send):
        if name in before and same(before[name], getattr(widget, name)):
            widget._states_to_send.discard(name)


def _renew_selection(watch: AdoptedWidget, probe: Any, names: list[str]) -> None:
    widget = watch.widget
    value = widget.value
    touched = bool(watch.touched & set(CHOICE))
    others = {name: getattr(probe, name) for name in names if name not in (*CHOICE, "options")}
    if others:
        _assign(widget, others)
    if "options" in names:
        widget.options = probe.options
    if not (touched and _choose(widget, value)):
        watch.touched -= set(CHOICE)
        widget.index = probe.index


def _choose(widget: Any, value: Any) -> bool:
    """Choose by value among the options; of several values, those that are still offered."""
    from ipywidgets import SelectionRangeSlider
    from ipywidgets.widgets.widget_selection import _MultipleSelection

    if not isinstance(widget, _MultipleSelection):
        if value is None:
            widget.index = None
            return True
        position = _position(widget, value)
        if position is not None:
            widget.index = position
        return position is not None
    positions = [_position(widget, each) for each in value]
    found = tuple(each for each in positions if each is not None)
    if isinstance(widget, SelectionRangeSlider) and len(found) != 2:
        return False
    widget.index = found
    return True


def _position(widget: Any, value: Any) -> int | None:
    for position, option in enumerate(widget._options_values):
        try:
            if option is value or widget.equals(option, value):
                return position
        except Exception:  # noqa: BLE001  an array's ambiguous truth: compared in another way
            if same(option, value):
                return position
    return None


# -- other widgets


def _renew_foreign(watch: AdoptedWidget, changed: list[str], gone: list[str], new: Arguments) -> bool:
    from traitlets import Undefined

    widget = watch.widget
    values = {name: new[name] for name in changed}
    for name in gone:
        default = widget.traits()[name].default(widget)
        if default is Undefined:
            return False
        values[name] = default
    with acting(Actor.NBAPP), widget.hold_sync():
        _assign(widget, values)
    watch.touched -= set(values)
    return True


def _is_settable(widget: Any, name: str) -> bool:
    """Whether an argument is a trait that can change later: stock ones, and third-party ones that are synced."""
    trait = widget.traits().get(name)
    return trait is not None and (bool(trait.metadata.get("sync")) or is_stock(trait.this_class))


def _renew_appearance(widget: Any, name: str, old: Any, new: Any) -> bool:
    """Apply a layout or style given as a dict to the one there is; another object takes its place."""
    from ipywidgets import Widget
    from traitlets import TraitType

    if not isinstance(getattr(type(widget), name, None), TraitType):  # plotly's layout is another thing
        return False
    if isinstance(new, Widget) and isinstance(old, Widget):
        with acting(Actor.NBAPP):
            widget.set_trait(name, new)
        return True
    part = widget._trait_values.get(name)
    if not isinstance(part, Widget) or isinstance(old, Widget) or isinstance(new, Widget):
        return False
    old, new = old or {}, new or {}
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return False
    wanted = {key: new[key] if key in new else part.traits()[key].default(part) for key in {**old, **new}}
    with acting(Actor.NBAPP), part.hold_sync():
        for key, value in wanted.items():
            setattr(part, key, value)
    return True


def _replace_function(widget: Any, name: str, old: Any, new: Any) -> bool:
    """Put this run's function where last run's is kept, if both are the same line of the script."""
    if old is None or not same_code(old, new) or getattr(widget, name, None) is not old:
        return False
    with acting(Actor.NBAPP):
        setattr(widget, name, new)
    return True


def _function_name(widget: Any) -> str | None:
    """The name of the argument that is the function of an `interactive`."""
    from ipywidgets import interactive

    return "_interactive__interact_f" if isinstance(widget, interactive) else None


def _renew_interactive(
    widget: Any, function: str, changed: list[str], gone: list[str], old: Arguments, new: Arguments
) -> bool:
    """Give an `interactive` this run's function and call it, as its construction would."""
    if gone or not set(changed) <= {function} or function not in new or not same_code(old[function], new[function]):
        return False
    widget.f = new[function]
    if not widget.manual:
        widget.update()
    return True

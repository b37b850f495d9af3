"""Widget classes that the script itself defines: made anew by each run, and the same all the while."""

from __future__ import annotations

from typing import Any

from nbapp.session.arguments import same

MADE_BY_PYTHON = frozenset(
    {"__dict__", "__weakref__", "__module__", "__firstlineno__", "__static_attributes__", "__annotate__"}
)


def same_class(one: Any, other: Any) -> bool:
    """Whether two classes of one name are two executions of one definition.

    Parameters
    ----------
    one, other : type
        The class of the last run and that of this one.

    Returns
    -------
    bool
        True if bases, traits, methods and other attributes are the same.
    """
    if one is other:
        return True
    if (one.__module__, one.__qualname__) != (other.__module__, other.__qualname__):
        return False
    if len(one.__bases__) != len(other.__bases__) or not all(map(same_class, one.__bases__, other.__bases__)):
        return False
    mine, others = _attributes(one), _attributes(other)
    return mine.keys() == others.keys() and all(_same_attribute(mine[name], others[name]) for name in mine)


def rebind(widget: Any, old: Any, new: Any) -> None:
    """Make a live widget an instance of this run's class, so that its methods see this run's names.

    Parameters
    ----------
    widget : Widget
        A live widget of the class of the last run, or of one that `add_traits` derived from it.
    old, new : type
        The class of the last run and that of this one.
    """
    from traitlets.traitlets import EventHandler, TraitType

    cls: Any = type(widget)
    meta: Any = type(cls)
    if cls is old:
        widget.__class__ = new
    elif cls.__bases__ == (old,):
        added = {name: each for name, each in vars(cls).items() if isinstance(each, TraitType)}
        widget.__class__ = meta(cls.__name__, (new,), {"__module__": cls.__module__, **added})
    for name, handler in list(widget._trait_validators.items()):
        if isinstance(handler, EventHandler) and handler.name is not None:
            widget._trait_validators[name] = getattr(type(widget), handler.name, handler)


def _attributes(cls: Any) -> dict[str, Any]:
    """What the body of a class said, without what Python and traitlets add to it."""
    return {
        name: each
        for name, each in vars(cls).items()
        if name not in MADE_BY_PYTHON and name not in _made_by_traitlets()
    }


def _made_by_traitlets() -> frozenset[str]:
    from traitlets import HasTraits

    return frozenset(name for name in vars(HasTraits) if name.startswith("_"))


def _same_attribute(one: Any, other: Any) -> bool:
    from traitlets.traitlets import BaseDescriptor, EventHandler, TraitType

    if type(one) is not type(other):
        return False
    if isinstance(one, TraitType):
        return same(_trait(one), _trait(other))
    if isinstance(one, EventHandler):
        return same(getattr(one, "func", None), getattr(other, "func", None))
    if isinstance(one, BaseDescriptor):
        return False
    if isinstance(one, (staticmethod, classmethod)):
        return same(one.__func__, other.__func__)
    if isinstance(one, property):
        return same((one.fget, one.fset, one.fdel), (other.fget, other.fset, other.fdel))
    if type(one).__module__.startswith("anywidget"):  # text that anywidget watches a file for
        return str(one) == str(other)
    return same(one, other)


def _trait(trait: Any) -> tuple[Any, ...]:
    return trait.default_value, trait.metadata, trait.allow_none, trait.read_only, trait.info()

"""What a page may set in the kernel: a table per class. The browser is not trusted.

ipywidgets lets a page set every synced trait of every model. Here a stock widget accepts its value traits only; one
of a third party accepts what its own classes declare, but never which code the page loads or how the widget looks.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from ipywidgets import Widget

log = logging.getLogger("nbapp")

VALUE = frozenset({"value"})
INDEX = frozenset({"index"})
SELECTED = frozenset({"selected_index"})
NOTHING: frozenset[str] = frozenset()

STOCK: dict[str, frozenset[str]] = {
    # numbers
    **dict.fromkeys(("IntText", "BoundedIntText", "FloatText", "BoundedFloatText"), VALUE),
    **dict.fromkeys(("IntSlider", "FloatSlider", "FloatLogSlider", "IntRangeSlider", "FloatRangeSlider"), VALUE),
    "Play": frozenset({"value", "playing", "repeat"}),
    # yes or no
    **dict.fromkeys(("Checkbox", "ToggleButton"), VALUE),
    # texts
    **dict.fromkeys(("Text", "Textarea", "Password", "Combobox"), VALUE),
    # choices: the page knows their numbers, not their values
    **dict.fromkeys(("Dropdown", "RadioButtons", "Select", "SelectMultiple", "ToggleButtons"), INDEX),
    **dict.fromkeys(("SelectionSlider", "SelectionRangeSlider"), INDEX),
    **dict.fromkeys(("TagsInput", "ColorsInput", "FloatsInput", "IntsInput"), VALUE),
    # dates, colours, files
    **dict.fromkeys(("DatePicker", "DatetimePicker", "NaiveDatetimePicker", "TimePicker", "ColorPicker"), VALUE),
    "FileUpload": frozenset({"value", "error"}),
    # which child is open
    **dict.fromkeys(("Accordion", "Tab", "Stack"), SELECTED),
    # a gamepad: Controller, and its parts `Axis` and `Button` (another Button than the one that is clicked)
    "Controller": frozenset({"connected", "name", "mapping", "timestamp", "axes", "buttons"}),
    "Axis": VALUE,
    "controller.Button": frozenset({"value", "pressed"}),
    # the page collects what an Output shows, and the kernel keeps it for a page that comes later
    "Output": frozenset({"outputs"}),
}
"""Accepted traits of the classes of ipywidgets 8.1 that take input. Every other stock class accepts nothing."""

LINKED: dict[str, frozenset[str]] = dict.fromkeys(
    (
        "Dropdown",
        "RadioButtons",
        "Select",
        "SelectMultiple",
        "ToggleButtons",
        "SelectionSlider",
        "SelectionRangeSlider",
    ),
    frozenset({"index", "value", "label"}),
)
"""Kernel-side names of the same choice."""

QUIET: dict[tuple[str, str], frozenset[str]] = {
    ("ipywidgets", "Output"): frozenset({"outputs"}),
    ("ipywidgets", "Controller"): frozenset({"timestamp"}),
    ("ipyleaflet", "Map"): frozenset({"window_url", "panes", "left", "right", "top", "bottom"}),
    ("ipyleaflet", "TileLayer"): frozenset({"loading"}),
}
"""Accepted traits that say nothing about what the reader wants: a page sends them by itself."""

IGNORED: dict[tuple[str, str], frozenset[str]] = {
    ("ipyleaflet", "Map"): frozenset({"style"}),  # the cursor, at each drag
}
"""Refused traits that an honest page sends: neither logged nor sent back."""

REFUSED = frozenset({"_esm", "_css", "_anywidget_id", "_dom_classes", "layout", "style", "comm", "keys"})
"""Refused for all, as is what begins with `_model_` or `_view_` but for the count of views."""

_narrowed: WeakKeyDictionary[Any, frozenset[str]] = WeakKeyDictionary()
_accepted: WeakKeyDictionary[type[Any], frozenset[str]] = WeakKeyDictionary()


def accepted(subject: type[Widget] | Widget) -> Callable[[str], bool]:
    """Say which traits a page may set.

    Parameters
    ----------
    subject : Widget or its class
        A widget of any kind.

    Returns
    -------
    callable
        Takes the name of a trait.

    Examples
    --------
    >>> from ipywidgets import IntSlider
    >>> accepted(IntSlider)("value"), accepted(IntSlider)("max")
    (True, False)
    """
    return accepted_names(subject).__contains__


def accepted_names(subject: type[Widget] | Widget) -> frozenset[str]:
    """The names of the traits that a page may set."""
    cls = subject if isinstance(subject, type) else type(subject)
    names = _accepted.get(cls)
    if names is None:
        names = _accepted[cls] = _names_of(cls)
    if _narrowed:
        for each in cls.__mro__ if isinstance(subject, type) else (subject, *cls.__mro__):
            if each in _narrowed:
                names &= _narrowed[each]
    return names


def triggers(subject: type[Widget] | Widget) -> frozenset[str]:
    """The names of the accepted traits whose change reruns the script: no housekeeping of the page's own."""
    cls = subject if isinstance(subject, type) else type(subject)
    return frozenset(name for name in accepted_names(subject) if not name.startswith("_")) - _rows(QUIET, cls)


def is_ignored(widget: Widget, name: str) -> bool:
    """Whether a refused trait is nothing to speak of: one that the kernel does not know, or an honest page's own."""
    return name not in widget.keys or name in _rows(IGNORED, type(widget))


def value_names(cls: type[Widget]) -> frozenset[str]:
    """All names, those of the kernel included, under which a stock input carries what its reader chose."""
    name = _stock_name(cls)
    return LINKED.get(name, STOCK.get(name, NOTHING))


def is_stock(cls: type[Widget]) -> bool:
    """Whether a class is one of ipywidgets' own."""
    return _package(cls) == "ipywidgets"


def narrow(subject: type[Widget] | Widget, names: Collection[str]) -> None:
    """Let a page set no other traits of a class, or of one widget, than those.

    Parameters
    ----------
    subject : Widget or its class
        What is narrowed; a class with all that derive from it.
    names : collection of str
        The traits that stay open. Naming one that was closed does not open it.
    """
    _narrowed[subject] = _narrowed.get(subject, frozenset(names)) & frozenset(names)


CONTROL = "jupyter.widget.control"
"""The comm target that answers for all models what state they are in."""


def refuse_comm_open(comm_manager: Any) -> None:
    """Refuse pages that open models in the kernel: a page may only use what the script made.

    The control target, which answers for all models what state they are in, is left as it is.

    Parameters
    ----------
    comm_manager : CommManager
        The kernel's, or what `comm.get_comm_manager()` returns.
    """
    comm_manager.targets = OnlyControl(comm_manager.targets)


class OnlyControl(dict[str, Any]):
    """The targets of a comm manager, of which a page reaches the widgets' control target only."""

    def get(self, name: Any, default: Any = None) -> Any:
        """The function that a page's `comm_open` is handed to."""
        return super().get(name, default) if name == CONTROL else _refuse


def _refuse(comm: Any, message: Any) -> None:
    log.warning("Refused from the page: it may not open a comm (%.80r)", _model_of(message))
    comm.close()


def _model_of(message: Any) -> Any:
    try:
        return message["content"]["data"]["state"]["_model_name"]
    except (KeyError, TypeError):
        return None


def _rows(table: dict[tuple[str, str], frozenset[str]], cls: Any) -> frozenset[str]:
    """What a table says of a class and of those it derives from."""
    return NOTHING.union(*(table.get((_package(each), each.__name__), NOTHING) for each in cls.__mro__))


def _names_of(cls: Any) -> frozenset[str]:
    stock = STOCK.get(_stock_name(cls), NOTHING)
    own = {
        name
        for name, trait in cls.class_traits(sync=True).items()
        if _package(trait.this_class) != "ipywidgets" and not _is_refused(name)
    }
    return stock | own | {"_view_count"}


def _is_refused(name: str) -> bool:
    return name in REFUSED or name.startswith(("_model_", "_view_"))


def _stock_name(cls: type[Any]) -> str:
    """The name of the nearest class of ipywidgets' own."""
    for each in cls.__mro__:
        if _package(each) == "ipywidgets":
            if each.__name__ == "Button" and each.__module__.endswith("controller"):
                return "controller.Button"
            return each.__name__
    return ""


def _package(cls: Any) -> str:
    module = getattr(cls, "__module__", None) or ""
    return str(module).partition(".")[0]

"""What an input is: the description an element call gives, and the live widget that answers to it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from nbapp.types import SlotId

if TYPE_CHECKING:
    from ipywidgets import Widget

    from nbapp.session.sheets import Sheet


class Spot(NamedTuple):
    """Where an input is drawn: what makes two of the same description two inputs (R15, R25).

    Parameters
    ----------
    root : str
        The root branch.
    form : str, optional
        The form it stands in.
    page_name : str, optional
        The page that draws it; None for the script around the pages.
    fragment : SlotId, optional
        The fragment that draws it; makes no difference (R27).
    """

    root: str
    form: str | None = None
    page_name: str | None = None
    fragment: SlotId | None = None


class Binding(NamedTuple):
    """How the value of an input stands in the address: `bind="query-params"`.

    Parameters
    ----------
    to_query : callable
        Takes the value, returns its texts.
    from_query : callable
        Takes texts, of which there is at least one; returns the value, or raises if they give none.
    """

    to_query: Callable[[Any], list[str]]
    from_query: Callable[[list[str]], Any]


def same(value: Any) -> Any:
    """Hand a value on as it is."""
    return value


def equal(one: Any, other: Any) -> bool:
    """Whether two values are the same to a script."""
    if one is other:
        return True
    try:
        return bool(one == other) and type(one) is type(other)
    except (ValueError, TypeError):
        return False


@dataclass(slots=True)
class InputSpec:
    """What one input call asks for.

    Attributes
    ----------
    kind : str
        The element's name: "slider".
    label : str
        What stands above the input.
    default : Any
        The value at the first registration.
    widget : callable
        Makes the live ipywidget; called once per identity.
    identity : tuple of hashables
        All that makes an input without key another one (R16); the label counts by itself.
    keyed_identity : tuple of hashables
        What counts although there is a key (R18).
    traits : dict
        Traits beside the value; those that differ from last run's are applied together.
    trait : str
        The trait that carries the value: "value", or "index" for a choice.
    to_widget, from_widget : callable
        From the script's value to the trait's, and back.
    check : callable
        Takes a value from a browser or from `session_state`; returns the one to use, or raises if the script does not
        offer it.
    fit : callable, optional
        Takes a kept value whose bounds or options may have changed; returns the one to keep, or raises for the default.
    props : dict
        Further properties of the `input` node.
    trigger : bool
        True for one run after a click.
    read_only : bool
        Cannot be assigned through `session_state` (R57).
    disabled : bool
        Takes no value from a browser.
    on_change : callable, "ignore", "rerun" or None
        Called before the script when the value changed.
    args, kwargs
        What it is called with.
    persist_state : "page", "session" or None
        Keeps the value while the input is not shown (R41).
    waits : bool
        In a form, its value counts when that is submitted.
    bind : Binding or None
        Puts the value into the address, under the key.
    """

    kind: str
    label: str
    default: Any
    widget: Callable[[], Widget]
    identity: tuple[Hashable, ...] = ()
    keyed_identity: tuple[Hashable, ...] = ()
    key: str | int | None = None
    traits: Mapping[str, Any] = field(default_factory=dict)
    trait: str = "value"
    to_widget: Callable[[Any], Any] = same
    from_widget: Callable[[Any], Any] = same
    check: Callable[[Any], Any] = same
    fit: Callable[[Any], Any] | None = None
    props: Mapping[str, Any] = field(default_factory=dict)
    trigger: bool = False
    read_only: bool = False
    disabled: bool = False
    on_change: Callable[..., Any] | Literal["ignore", "rerun"] | None = None
    args: Sequence[Any] | None = None
    kwargs: Mapping[str, Any] | None = None
    persist_state: Literal["page", "session"] | None = None
    waits: bool = True
    bind: Binding | None = None


@dataclass(slots=True, eq=False)
class Input:
    """One live input of an app.

    Attributes
    ----------
    identity : hashable
        What the next run finds it by.
    spec : InputSpec
        What the last render asked for; its callbacks are the ones that count (R46).
    widget : Widget
        What the reader touches.
    value : Any
        What the last run saw, or the next one will.
    claimed : int
        The number of the last run that drew it.
    fragment : SlotId or None
        The fragment that drew it: a change runs only that.
    form : str or None
        The form that it stands in.
    sheet : Sheet or None
        That form's: a change waits there until it is handed in.
    page_name : str or None
        The page that drew it; None for the script around the pages.
    drawn_on : str or None
        The page that the reader was on then.
    ahead : bool
        It shows what was assigned to its key elsewhere, which no run has seen yet.
    """

    identity: Hashable
    spec: InputSpec
    widget: Widget
    value: Any
    claimed: int = 0
    props: dict[str, Any] = field(default_factory=dict)
    fragment: SlotId | None = None
    form: str | None = None
    sheet: Sheet | None = None
    page_name: str | None = None
    drawn_on: str | None = None
    ahead: bool = False

    @property
    def key(self) -> str | None:
        """The user's key, as `session_state` names it."""
        return None if self.spec.key is None else str(self.spec.key)

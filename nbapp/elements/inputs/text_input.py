"""The text input: one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from nbapp.elements.binding import Bind, bound, line
from nbapp.elements.icon import checked_icon
from nbapp.elements.inputs.writing import checked_length, checked_text, shown_text, writing
from nbapp.elements.look import (
    Key,
    LabelVisibility,
    OnChange,
    PersistState,
    checked_change,
    checked_persistence,
    look,
)
from nbapp.elements.sizes import checked_word
from nbapp.errors import (
    StreamlitIncompatibleParametersError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
)
from nbapp.session.inputs import InputSpec

if TYPE_CHECKING:
    from ipywidgets import Widget

    from nbapp.elements.place import Place


class Sort(NamedTuple):
    """What a `type` of text brings along, unless the script says otherwise."""

    html: str = "text"
    autocomplete: str = ""
    placeholder: str = ""
    icon: str = ""
    pattern: str | None = None
    hint: str = ""


SORTS = {
    "default": Sort(),
    "password": Sort("password", "new-password"),
    "email": Sort(
        "email", "email", "you@example.org", ":material/mail:", r"^\S+@[^\s@.]+\.[^\s@]+$", "This is no email address."
    ),
    "url": Sort(
        "url", "url", "https://example.org", ":material/link:", r"^([a-zA-Z]+://)?[^\s/.]+\.\S+$", "This is no address."
    ),
    "phone": Sort("tel", "tel", "+49 30 1234567", ":material/call:"),
    "search": Sort("search", "off", "Search", ":material/search:"),
}


def text_input(
    here: Place,
    label: str,
    value: Any = "",
    max_chars: int | None = None,
    key: Key | None = None,
    type: Literal["default", "password", "email", "url", "phone", "search"] = "default",
    help: str | None = None,
    autocomplete: str | None = None,
    on_change: OnChange = "rerun",
    args: Sequence[Any] | None = None,
    kwargs: Mapping[str, Any] | None = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    icon: str | None = None,
    validate: str | tuple[str, str] | None = None,
    live: bool | str = False,
    width: int | str = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> str | None:
    """Draw a box for one line of text; it counts on Enter, or when the reader leaves it.

    Parameters
    ----------
    label : str
        What stands above it, Markdown.
    value : object
        The text at first; None for an empty box that returns None until something is written.
    max_chars : int, optional
        How many characters it takes.
    key : str or int, optional
        Its name in `session_state`.
    type : "default", "password", "email", "url", "phone" or "search"
        What sort of text it is; it brings an icon, a placeholder and a rule along.
    help : str, optional
        A tooltip, Markdown.
    autocomplete : str, optional
        HTML's `autocomplete`.
    on_change : callable, "rerun" or "ignore", optional
        Called before the rerun, with `args` and `kwargs`.
    placeholder : str, optional
        Shown while it is empty.
    disabled, required : bool
        Takes no input; cannot be emptied.
    label_visibility : "visible", "hidden" or "collapsed"
        Whether the label is seen; "hidden" keeps its room.
    icon : str, optional
        An emoji or ":material/name:".
    validate : str or (str, str), optional
        A regular expression, and what to say where it does not match; "" for no rule.
    live : bool or str
        Whether it counts while the reader types.
    width : int or "stretch"
        In CSS pixels, or all of the column.
    bind : "query-params", optional
        Puts the value of a keyed input into the address, under its key, and takes it from there.
    persist_state : "page" or "session", optional
        Keeps the value of a keyed input while it is not drawn.

    Returns
    -------
    str or None
        The text.

    Examples
    --------
    >>> import nbapp as st
    >>> st.text_input("Name", "Ada")
    'Ada'
    """
    limit = checked_length(max_chars)
    default = None if value is None else str(value)[:limit]
    pattern, hint = _checked_rule(validate)
    sort = SORTS[checked_word("type", type, tuple(SORTS))]
    asked = (autocomplete, None if placeholder is None else str(placeholder), icon and (checked_icon(icon) or ""))
    if validate is None:
        rule, hint = sort.pattern, sort.hint
    else:
        rule = pattern
    rules = writing(limit, rule, required)
    if bind is not None and type == "password":
        raise StreamlitIncompatibleParametersError("bind", "type", "A password must not stand in the address.")
    text: str | None = here.input(
        InputSpec(
            "text_input",
            label,
            default,
            _make_secret if type == "password" else _make,
            (default, limit, type, help, asked, width, live, pattern, required),
            (limit, pattern, type == "password"),
            key,
            {
                "placeholder": sort.placeholder if placeholder is None else str(placeholder),
                "continuous_update": _is_live(live),
                "disabled": disabled,
            },
            "value",
            shown_text,
            rules.from_widget,
            checked_text,
            props=look(help, label_visibility, width, extra=_extra(type, limit, rule, hint, required, asked)),
            disabled=disabled,
            on_change=checked_change(on_change),
            args=args,
            kwargs=kwargs,
            persist_state=checked_persistence(persist_state, key),
            bind=None if bind is None else bound(bind, key, line(default, rules.from_widget)),
        )
    )
    return text


@lru_cache(maxsize=512)
def _extra(
    type: str, limit: int | None, pattern: str | None, hint: str, required: bool, asked: tuple[str | None, ...]
) -> tuple[tuple[str, Any], ...]:
    """Return the node's own properties: HTML attributes of the box, the rule for its text, its icon."""
    sort = SORTS[type]
    autocomplete, _, icon = asked
    named = (
        ("type", sort.html),
        ("autocomplete", sort.autocomplete if autocomplete is None else autocomplete),
        ("maxlength", limit),
        ("required", required or None),
    )
    attrs = tuple((name, value) for name, value in named if value is not None and value != "")
    shown = sort.icon if icon is None else icon
    extra: list[tuple[str, Any]] = [("attrs", attrs)]
    if pattern:
        extra.append(("rule", (pattern, hint)))
    if shown:
        extra.append(("icon", shown))
    return tuple(extra)


def _checked_rule(validate: Any) -> tuple[str | None, str]:
    if validate is None or isinstance(validate, str):
        return validate, ""
    if not isinstance(validate, tuple):
        raise StreamlitInvalidParameterTypeError("validate", ["a str", "a tuple of two str", "None"], validate)
    if len(validate) == 2 and all(isinstance(part, str) for part in validate):
        return validate[0], validate[1]
    raise StreamlitValueError("validate", ["a regular expression", "a tuple of one and a sentence"], validate)


def _is_live(live: Any) -> bool:
    if isinstance(live, bool):
        return live
    if isinstance(live, str) and live.strip()[:1].isdigit():
        return True
    raise StreamlitInvalidParameterTypeError("live", ["True", "False", "a duration such as '300ms'"], live)


def _make() -> Widget:
    import ipywidgets

    return ipywidgets.Text(continuous_update=False)


def _make_secret() -> Widget:
    import ipywidgets

    return ipywidgets.Password(continuous_update=False)

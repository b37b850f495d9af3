"""What stands on a page, for a test to look at."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from nbapp.errors import OTHER_SITE, AppTestError, DisabledInputError, NotFoundError

if TYPE_CHECKING:
    from nbapp.testing.app_test import AppTest
    from nbapp.tree.branch import Slot
    from nbapp.tree.node import Node

E = TypeVar("E", bound="Element")

HEADINGS = {1: "title", 2: "header", 3: "subheader"}


LONGEST = 80
"""Characters of a value that an element shows of itself in messages."""


def short(value: object) -> str:
    """A value in a few characters, on one line."""
    text = " ".join(repr(value).split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}..."


def name_of(node: Node) -> str:
    """What an element is called: by the function that draws it.

    Parameters
    ----------
    node : Node
        A node of a page.
    """
    if node.kind == "input":
        return str(node.props["element"])
    if node.kind == "heading":
        return HEADINGS[node.props["level"]]
    if node.kind == "alert":
        return str(node.props["level"])
    if node.kind == "markdown" and node.props.get("small"):
        return "caption"
    return node.kind


def key_of(node: Node) -> str | None:
    """The key that the script gave an element, if any."""
    css = node.props.get("css")
    return css.removeprefix("st-key-") if isinstance(css, str) else None


class Element:
    """One element, as it was on the page when it was asked for.

    Every property of its node is an attribute too: `at.metric[0].label`.

    Attributes
    ----------
    type : str
        The name of the function that draws it.
    key : str or None
        The script's own key.
    props : dict
        All that the page knows of it.
    """

    def __init__(self, at: AppTest, slot: Slot) -> None:
        self._at = at
        self._slot = slot
        self._node = slot.node
        self.type = name_of(slot.node)
        self.key = key_of(slot.node)

    @property
    def props(self) -> dict[str, Any]:
        """All that the page knows of it."""
        return self._node.props

    @property
    def root(self) -> AppTest:
        """The app under test."""
        return self._at

    @property
    def proto(self) -> SimpleNamespace:
        """The same as attributes of one object."""
        return SimpleNamespace(**self._node.props)

    @property
    def value(self) -> Any:
        """What it shows: its text, or what its kind holds."""
        return VALUES.get(self.type, _body)(self)

    def run(self, *, timeout: float | None = None) -> AppTest:
        """Run the app for what was done; see `AppTest.run`."""
        return self._at.run(timeout=timeout)

    def __getattr__(self, name: str) -> Any:
        if not name.startswith("_"):
            for known in (self._node.props, DEFAULTS.get(self.type, {})):
                if name in known:
                    return known[name]
            derived = DERIVED.get(self.type, {}).get(name)
            if derived is not None:
                return derived(self)
        raise AttributeError(f"{self.type!r} has no {name!r}; it has {sorted(self._node.props)}")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Element) and self._slot is other._slot and self._node is other._node

    def __hash__(self) -> int:
        return hash((id(self._slot), id(self._node)))

    def __repr__(self) -> str:
        named = {"key": self.key, "label": self.props.get("label"), "value": self.value}
        shown = [f"{name}={short(value)}" for name, value in named.items() if value is not None]
        return f"{self.type}({', '.join(shown)})"


class ErrorElement(Element):
    """An error that is shown.

    Attributes
    ----------
    message : str
        What it says.
    type_name : str
        The name of its class.
    """

    @property
    def value(self) -> str:
        """What it says."""
        return str(self.props["message"])

    @property
    def type_name(self) -> str:
        """The name of its class."""
        return str(self.props["type"])

    @property
    def stack_trace(self) -> list[str]:
        """Where it happened."""
        return list(self.props.get("trace", ()))

    @property
    def is_markdown(self) -> bool:
        """Whether its sentence is Markdown."""
        return bool(self.props.get("markdown"))

    @property
    def is_warning(self) -> bool:
        """Whether it only warns: here none does."""
        return False

    def __repr__(self) -> str:
        return f"exception({self.type_name}: {self.value})"


class PageLink(Element):
    """A link to another page of the app, or to another site."""

    @property
    def value(self) -> str:
        """What stands on it."""
        return str(self.props.get("label", ""))

    def click(self) -> PageLink:
        """Click it; the page is shown after the next `run`.

        Raises
        ------
        AppTestError
            If it is disabled, or leads to another site.
        """
        if self.props.get("disabled"):
            raise DisabledInputError(self.type, self.value)
        if "name" not in self.props:
            raise AppTestError(OTHER_SITE.format(label=self.value, url=self.props.get("url")))
        self._at.turn(self.props["name"], self.props.get("query"))
        return self


class Elements(Sequence[E], Generic[E]):
    """The elements of one kind, in the order of the page; also found by key: `at.button("go")`.

    Parameters
    ----------
    kind : str
        What they are, for errors.
    found : list
        The elements.
    """

    def __init__(self, kind: str, found: list[E]) -> None:
        self._kind = kind
        self._found = found

    def __call__(self, key: str | int | None = None, *, label: str | None = None) -> E:
        """Return the one of a key, or of a label.

        Raises
        ------
        NotFoundError
            If there is none; it is a KeyError too.
        """
        for element in self._found:
            if key is not None and element.key == str(key):
                return element
            if key is None and label is not None and element.props.get("label") == label:
                return element
        if key is None:
            raise NotFoundError(f"`{self._kind}` with the label {label!r}", self._all("label"))
        raise NotFoundError(f"`{self._kind}` with the key {key!r}", [each.key for each in self._found if each.key])

    @property
    def values(self) -> list[Any]:
        """Their values."""
        return [element.value for element in self._found]

    @property
    def len(self) -> int:
        """How many there are."""
        return len(self._found)

    @overload
    def __getitem__(self, index: int) -> E: ...

    @overload
    def __getitem__(self, index: slice) -> Elements[E]: ...

    def __getitem__(self, index: int | slice) -> E | Elements[E]:
        if isinstance(index, slice):
            return Elements(self._kind, self._found[index])
        try:
            return self._found[index]
        except IndexError:
            count = len(self._found)
            raise IndexError(f"The page has {count} `{self._kind}`, and {index} was asked for.") from None

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[E]:
        return iter(self._found)

    def __eq__(self, other: object) -> bool:
        return self._found == (other._found if isinstance(other, Elements) else other)

    def __hash__(self) -> int:
        return hash(tuple(self._found))

    def __repr__(self) -> str:
        return repr(self._found)

    def _all(self, name: str) -> list[Any]:
        return [element.props[name] for element in self._found if name in element.props]


def _body(element: Element) -> Any:
    return element.props.get("body")


def _frame(element: Element) -> Any:
    """The rows of a `dataframe`, all of them."""
    return element._at.session.sources[element.props["source"]].frame


def _table(element: Element) -> Any:
    import pandas as pd

    columns = element.props["columns"]
    frame = pd.DataFrame(element.props["rows"], columns=[column["name"] for column in columns])
    index = [at for at, column in enumerate(columns) if column.get("index")]
    if not index:
        return frame
    names = [columns[at]["name"] or None for at in index]
    return frame.set_index([frame.columns[at] for at in index]).rename_axis(names)


ALERT = {"icon": "", "title": ""}
TEXT = {"help": "", "icon": "", "anchor": "", "divider": ""}
HELP, ICON, BUTTON = {"help": ""}, {"icon": ""}, {"icon": "", "shortcut": ""}

DEFAULTS: dict[str, dict[str, Any]] = {
    **dict.fromkeys(("success", "info", "warning", "error"), ALERT),
    **dict.fromkeys(("title", "header", "subheader", "markdown", "caption", "text"), TEXT),
    **dict.fromkeys(("latex", "divider"), HELP),
    "metric": {"delta": "", "delta_description": "", "help": "", "icon": "", "color": "", "direction": ""},
    "code": {"language": ""},
    "progress": {"text": ""},
    "expander": ICON,
    **dict.fromkeys(("button", "form_submit_button"), BUTTON),
    **dict.fromkeys(("number_input", "selectbox", "text_input"), ICON),
    "radio": {"captions": []},
    "page_link": {"icon": "", "help": "", "disabled": False},
}
"""What attributes are that the page leaves out."""

Derived = dict[str, Callable[[Element], Any]]

HEADING: Derived = {
    "tag": lambda element: f"h{element.props['level']}",
    "hide_anchor": lambda element: element.props.get("anchor") is False,
}
PROSE: Derived = {
    "allow_html": lambda element: bool(element.props.get("html")),
    "is_caption": lambda element: bool(element.props.get("small")),
}
LIVE: Derived = {"placeholder": lambda element: str(element.widget.placeholder)}

DERIVED: dict[str, Derived] = {
    **dict.fromkeys(("title", "header", "subheader"), HEADING),
    **dict.fromkeys(("markdown", "caption", "divider", "latex"), PROSE),
    **dict.fromkeys(("number_input", "selectbox", "multiselect"), LIVE),
    "code": {
        "code_text": lambda element: element.props["body"],
        "show_line_numbers": lambda element: bool(element.props.get("numbers")),
        "wrap_lines": lambda element: bool(element.props.get("wrap")),
    },
    "dataframe": {"editing_mode": lambda element: "read_only"},
    "metric": {"show_border": lambda element: bool(element.props.get("border"))},
    "page_link": {
        "external": lambda element: "url" in element.props,
        "page": lambda element: element.props.get("url", element.props.get("name")),
        "query_string": lambda element: element.props.get("query") or "",
    },
}
"""What is called in another way than on the page."""


def _chosen(element: Element) -> Any:
    """The value of a widget of the script's own."""
    from ipywidgets.widgets.widget import _instances

    return getattr(_instances.get(element.props["model_id"]), "value", None)


VALUES: dict[str, Callable[[Element], Any]] = {
    "divider": lambda element: "---",
    "latex": lambda element: f"$$\n{element.props['body']}\n$$",
    "json": lambda element: json.dumps(element.props["body"], ensure_ascii=False),
    "metric": lambda element: element.props["value"],
    "progress": lambda element: element.props["value"],
    "dataframe": _frame,
    "table": _table,
    "image": lambda element: element.props["data"],
    "vega": lambda element: element.props["spec"],
    "widget": _chosen,
    "mime": lambda element: element.props["data"],
}
"""What the value of a kind is, where it is not its text."""

"""How a test finds what is on a page: one attribute for each kind of element, on the page and on every container."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from nbapp.errors import SEVERAL_OF_KEY, AppTestError, NotFoundError, listed
from nbapp.testing.choices import Choice, Multiselect
from nbapp.testing.element import Element, Elements, ErrorElement, PageLink, name_of
from nbapp.testing.folds import is_open, toggle
from nbapp.testing.inputs import Button, Checkbox, DateInput, InputElement, NumberInput, Slider, TextInput
from nbapp.testing.widgets import WidgetElement, find_widget, widgets_of
from nbapp.tree.branch import Branch, Slot

if TYPE_CHECKING:
    from ipywidgets import Widget

    from nbapp.testing.app_test import AppTest

E = TypeVar("E", bound=Element)

KINDS: dict[str, type[Element]] = {"exception": ErrorElement, "page_link": PageLink}
"""How what stands in a slot is looked at, by the kind of its node; anything else as an `Element`."""

INPUTS: dict[str, type[InputElement]] = {
    "button": Button,
    "form_submit_button": Button,
    "checkbox": Checkbox,
    "date_input": DateInput,
    "multiselect": Multiselect,
    "number_input": NumberInput,
    "radio": Choice,
    "selectbox": Choice,
    "slider": Slider,
    "text_area": TextInput,
    "text_input": TextInput,
}
"""How an input is used, by the function that draws it; any other one by `set_value`."""

KINDS_OF_STREAMLIT = {"flex_container": "container", "tab_container": "tabs"}
"""What Streamlit's tests may ask for by another name."""


ROOTS_OF_STREAMLIT = {"dialog": "event"}
"""What Streamlit's tests call a root of the page."""


def element_of(at: AppTest, slot: Slot) -> Element:
    """What stands in a slot, for a test."""
    if slot.branch is not None:
        return Column(at, slot) if slot.node.kind == "column" else Block(at, slot)
    if slot.node.kind == "input":
        return INPUTS.get(name_of(slot.node), InputElement)(at, slot)
    return KINDS.get(slot.node.kind, Element)(at, slot)


class Listed(Generic[E]):
    """An attribute that lists the elements of one kind.

    Parameters
    ----------
    *names : str
        What they are called; the attribute's own name if not given.
    """

    def __init__(self, *names: str) -> None:
        self.names = names

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self._name = name
        self.names = self.names or (name,)

    def __get__(self, owner: Queries, cls: type[Any] | None = None) -> Elements[E]:
        return owner._listed(self._name, self.names)


class Queries:
    """The attributes that list what is on a page, or in a part of it."""

    # text
    caption: Listed[Element] = Listed()
    code: Listed[Element] = Listed()
    divider: Listed[Element] = Listed()
    header: Listed[Element] = Listed()
    latex: Listed[Element] = Listed()
    markdown: Listed[Element] = Listed()
    subheader: Listed[Element] = Listed()
    text: Listed[Element] = Listed()
    title: Listed[Element] = Listed()

    # data
    dataframe: Listed[Element] = Listed()
    json: Listed[Element] = Listed()
    metric: Listed[Element] = Listed()
    table: Listed[Element] = Listed()

    # pictures
    image: Listed[Element] = Listed()

    # inputs
    button: Listed[Button] = Listed("button", "form_submit_button")
    checkbox: Listed[Checkbox] = Listed()
    date_input: Listed[DateInput] = Listed()
    form_submit_button: Listed[Button] = Listed()
    multiselect: Listed[Multiselect] = Listed()
    number_input: Listed[NumberInput] = Listed()
    page_link: Listed[PageLink] = Listed()
    radio: Listed[Choice] = Listed()
    selectbox: Listed[Choice] = Listed()
    slider: Listed[Slider] = Listed()
    text_area: Listed[TextInput] = Listed()
    text_input: Listed[TextInput] = Listed()

    # layouts
    columns: Listed[Block] = Listed("column")
    container: Listed[Block] = Listed()
    dialog: Listed[Block] = Listed()
    empty: Listed[Block] = Listed()
    expander: Listed[Block] = Listed()
    form: Listed[Block] = Listed()
    fragment: Listed[Block] = Listed()
    tabs: Listed[Block] = Listed("tab")

    # status
    error: Listed[Element] = Listed()
    exception: Listed[ErrorElement] = Listed()
    info: Listed[Element] = Listed()
    progress: Listed[Element] = Listed()
    success: Listed[Element] = Listed()
    warning: Listed[Element] = Listed()

    def get(self, name: str) -> Elements[Any]:
        """List the elements that a function draws.

        Parameters
        ----------
        name : str
            The function's name, or the kind of node: "slider", "stream", "mime".
        """
        known = vars(Queries).get(name)
        names = known.names if isinstance(known, Listed) else (KINDS_OF_STREAMLIT.get(name, name),)
        return self._listed(name, names)

    def get_by_key(self, key: str | int) -> Any:
        """Return the element or the container of a key.

        Raises
        ------
        NotFoundError
            If there is none; it is a KeyError too.
        AppTestError
            If there are several: a form may have the key of something else.
        """
        keyed = [element for slot in self._walk() if (element := element_of(self._owner, slot)).key is not None]
        found = [element for element in keyed if element.key == str(key)]
        if not found:
            raise NotFoundError(f"element with the key {key!r}", [element.key for element in keyed])
        if len(found) > 1:
            raise AppTestError(SEVERAL_OF_KEY.format(key=key, found=listed(each.type for each in found)))
        return found[0]

    def widget(
        self,
        kind: type[Widget] | None = None,
        *,
        label: str | None = None,
        key: Any = None,
        index: int | None = None,
    ) -> WidgetElement:
        """Return a widget that the script made or shows: a stock ipywidget or any other.

        Parameters
        ----------
        kind : type, optional
            Its class, or one that it is derived from.
        label : str, optional
            Its `description`.
        key : hashable, optional
            What it was made with: `nbapp.widget(factory, key=...)`.
        index : int, optional
            Which one of several, in the order of the page.

        Raises
        ------
        NotFoundError
            If the page shows none like this; it is a KeyError too.
        AppTestError
            If it shows several, and no `index` says which.
        """
        return find_widget(widgets_of(self._owner, self._walk()), kind, label, key, index)

    @property
    def widgets(self) -> list[WidgetElement]:
        """All widgets that the script made or shows, those inside others too."""
        return widgets_of(self._owner, self._walk())

    def _listed(self, name: str, names: tuple[str, ...]) -> Elements[Any]:
        found = [element_of(self._owner, slot) for slot in self._walk() if name_of(slot.node) in names]
        return Elements(name, found)

    @property
    @abstractmethod
    def _owner(self) -> AppTest:
        """Whose page it is."""

    @abstractmethod
    def _walk(self) -> Iterator[Slot]:
        """The slots below, in the order of the page."""


def standing_in(branch: Branch) -> Iterator[Slot]:
    """The slots of a branch; what a page of an app draws stands where that is called."""
    for slot in branch.slots:
        if slot.node.kind == "page" and slot.branch is not None:
            yield from standing_in(slot.branch)
        else:
            yield slot


class Part(Queries):
    """What stands in one branch of the page.

    By place, what stands in it; to go through it is to go through all that is below, after itself.

    Parameters
    ----------
    at : AppTest
        Whose page it is.
    branch : Branch
        The branch.

    Attributes
    ----------
    type : str
        What it is called.
    key : str or None
        The script's own key; a root of the page has none.
    """

    key: str | None = None

    def __init__(self, at: AppTest, branch: Branch) -> None:
        self._at = at
        self._branch = branch
        self.type = ROOTS_OF_STREAMLIT.get(branch.root, branch.root)

    @property
    def root(self) -> AppTest:
        """The app under test."""
        return self._at

    @property
    def children(self) -> dict[int, Element]:
        """What stands in it, by place."""
        return dict(enumerate(element_of(self._at, slot) for slot in standing_in(self._branch)))

    def __iter__(self) -> Iterator[Element | Part]:
        yield self
        for slot in self._walk():
            if slot.node.kind != "page":
                yield element_of(self._at, slot)

    def __len__(self) -> int:
        return sum(1 for _ in standing_in(self._branch))

    def __getitem__(self, index: int) -> Element:
        return element_of(self._at, list(standing_in(self._branch))[index])

    def __repr__(self) -> str:
        return f"{self._branch.root}({list(self.children.values())!r})"

    def run(self, *, timeout: float | None = None) -> AppTest:
        """Run the app for what was done; see `AppTest.run`."""
        return self._at.run(timeout=timeout)

    @property
    def _owner(self) -> AppTest:
        return self._at

    def _walk(self) -> Iterator[Slot]:
        return self._branch.walk()


class Block(Element, Part):
    """A container, with what is in it."""

    def __init__(self, at: AppTest, slot: Slot) -> None:
        Element.__init__(self, at, slot)
        assert slot.branch is not None
        self._branch = slot.branch

    @property
    def label(self) -> str:
        """What stands on it: of an expander, a tab, a dialog."""
        return str(self.props.get("label", self.props.get("title", "")))

    @property
    def value(self) -> list[Any]:
        """The values of what stands in it."""
        return [child.value for child in self.children.values()]

    @property
    def open(self) -> bool | None:
        """Whether the reader has opened a tab or an expander; None if the script does not know."""
        return is_open(self._at, self._slot)

    def click(self) -> Block:
        """Turn to a tab, or open or close an expander, where the script wants to know; it runs at the next `run`.

        Raises
        ------
        AppTestError
            If it does not want to.
        """
        toggle(self._at, self._slot)
        return self

    def dismiss(self) -> Block:
        """Close a dialog, as its reader does.

        Raises
        ------
        AppTestError
            If it is no dialog, or one that only the app closes.
        """
        self._at.dismiss(self._slot)
        return self

    def __repr__(self) -> str:
        name = self.label or self.key
        return f"{self.type}({f'{name!r}, ' if name else ''}{list(self.children.values())!r})"


class Column(Block):
    """One of several columns that stand side by side."""

    @property
    def gap(self) -> Any:
        """How far they stand apart."""
        rows = (each for each in self._at._walk() if each.branch is not None and self._slot in each.branch.slots)
        return next((row.node.props["gap"] for row in rows), None)

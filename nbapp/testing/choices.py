"""Lists and rows of options, for a test to choose from as a reader does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from nbapp.errors import AppTestError, RefusedValueError
from nbapp.testing.inputs import InputElement

if TYPE_CHECKING:
    from typing_extensions import Self


class Choice(InputElement):
    """A list or a row of options, of which one is chosen.

    Attributes
    ----------
    options : list of str
        What the reader sees.
    index : int or None
        Which one is chosen.
    horizontal : bool
        Whether they stand in a row.
    """

    @property
    def horizontal(self) -> bool:
        """Whether they stand in a row."""
        return getattr(self._last.widget, "orientation", "") == "horizontal"

    @property
    def options(self) -> list[str]:
        """What the reader sees."""
        return list(self._last.widget.options)

    @property
    def index(self) -> int | None:
        """Which one is chosen."""
        chosen = getattr(self._last.widget, self._last.spec.trait)
        return chosen if isinstance(chosen, int) else None

    def select(self, value: Any) -> Self:
        """Choose an option."""
        return self.set_value(value)

    def select_index(self, index: int | None) -> Self:
        """Choose the option at a place, or none.

        Raises
        ------
        AppTestError
            If there is no such place.
        """
        live = self._usable()
        try:
            return self.set_value(live.spec.from_widget(index))
        except AppTestError:
            raise
        except Exception as reason:
            raise RefusedValueError(self.type, self.label, index, reason) from reason


class Multiselect(InputElement):
    """A list of options, of which any number is chosen.

    Attributes
    ----------
    options : list of str
        What the reader sees.
    indices : list of int
        Which are chosen.
    values : list of str
        What the reader sees of those.
    max_selections : int
        How many can be chosen; 0 for any number.
    """

    @property
    def max_selections(self) -> int:
        """How many can be chosen; 0 for any number."""
        return int(self._last.widget.limit or 0)

    @property
    def options(self) -> list[str]:
        """What the reader sees."""
        return list(self._last.widget.options)

    @property
    def indices(self) -> list[int]:
        """Which are chosen."""
        return [each for each in self._chosen if isinstance(each, int)]

    @property
    def values(self) -> list[str]:
        """What the reader sees of those that are chosen."""
        return [self.options[each] if isinstance(each, int) else str(each) for each in self._chosen]

    @property
    def _chosen(self) -> Sequence[Any]:
        return tuple(getattr(self._last.widget, self._last.spec.trait))

    def select(self, value: Any) -> Self:
        """Choose one more."""
        return self if value in self.value else self.set_value([*self.value, value])

    def unselect(self, value: Any) -> Self:
        """Choose one less."""
        return self.set_value([each for each in self.value if each != value])

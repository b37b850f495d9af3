"""What is compared: which app, in which system, on which host."""

from __future__ import annotations

from dataclasses import dataclass

VOILA = "Voilà"
LAB = "JupyterLab"
VOILA_SLOW = "Voilà as it comes"
LAB_SLOW = "JupyterLab as it comes"
STREAMLIT = "Streamlit"
STREAMLIT_WITHOUT_GC = "Streamlit without its gc"


@dataclass(frozen=True)
class Case:
    """One app in one place.

    Attributes
    ----------
    chapter : str
        What is compared: all cases of a chapter do the same job.
    system : str
        "nbapp", "observe", "interact", "bare" (a slider alone) or "Streamlit".
    host : str
        Where it is shown.
    app : str
        The script's name in `apps/`.
    count : int or None
        How many lines the script shows, where it can be told.
    """

    chapter: str
    system: str
    host: str
    app: str
    count: int | None = None

    @property
    def title(self) -> str:
        """What a table calls it."""
        return self.host if self.system == "Streamlit" else f"{self.system} in {self.host}"


def everywhere(chapter: str, app: str, count: int | None = None) -> list[Case]:
    """A job in nbapp, plain ipywidgets and Streamlit."""
    return [
        Case(chapter, "nbapp", VOILA, app, count),
        Case(chapter, "observe", VOILA, app, count),
        Case(chapter, "Streamlit", STREAMLIT, app, count),
    ]


CHAPTERS: dict[str, list[Case]] = {
    "line": [
        Case("line", "nbapp", VOILA, "line"),
        Case("line", "observe", VOILA, "line"),
        Case("line", "interact", VOILA, "line"),
        Case("line", "bare", VOILA, "line"),
        Case("line", "nbapp", LAB, "line"),
        Case("line", "observe", LAB, "line"),
        Case("line", "interact", LAB, "line"),
        Case("line", "observe", VOILA_SLOW, "line"),
        Case("line", "observe", LAB_SLOW, "line"),
        Case("line", "Streamlit", STREAMLIT, "line"),
        Case("line", "Streamlit", STREAMLIT_WITHOUT_GC, "line"),
    ],
    "200": everywhere("200", "lines", 200),
    "1000": [*everywhere("1000", "lines", 1000), Case("1000", "nbapp", LAB, "lines", 1000)],
    "sliders": everywhere("sliders", "sliders"),
    "plot": everywhere("plot", "plot"),
    "caches": [
        Case("caches", "nbapp", VOILA, "caches"),
        Case("caches", "Streamlit", STREAMLIT, "caches"),
        Case("caches", "Streamlit", STREAMLIT_WITHOUT_GC, "caches"),
    ],
}

TITLES = {
    "line": "One slider and one line",
    "200": "200 lines, of which one changes",
    "1000": "1,000 lines, of which one changes",
    "sliders": "100 sliders, of which one is moved",
    "plot": "A matplotlib figure and a table",
    "caches": "Ten cached functions whose results are there, and a line",
}

"""`pyplot`: a figure of matplotlib, as a picture."""

from __future__ import annotations

import io
import sys
from typing import Any

from nbapp.elements.place import P
from nbapp.elements.sizes import Width, checked_width
from nbapp.errors import StreamlitInvalidParameterTypeError, StreamlitValueError

DPI = 200
"""Pixels per inch, if the caller says nothing: sharp on a screen of twice the usual density."""

CSS_INCH = 96
"""CSS pixels per inch."""

USUAL = {"dpi": DPI, "bbox_inches": "tight", "format": "png"}

MIMES = {b"\x89PNG": "image/png", b"\xff\xd8": "image/jpeg", b"RIFF": "image/webp"}


def pyplot(
    here: P,
    /,
    fig: Any,
    clear_figure: bool = False,
    *,
    width: Width = "stretch",
    use_container_width: bool | None = None,
    alt: str | None = None,
    **kwargs: Any,
) -> P:
    """Show a figure of matplotlib.

    The figure is taken off pyplot's list of open figures, so that nothing shows it a second time; the object itself
    can be drawn on and shown again.

    Parameters
    ----------
    fig : matplotlib.figure.Figure
        The figure; also a grid of seaborn, or `matplotlib.pyplot` itself for the current figure.
    clear_figure : bool
        Whether to empty the figure afterwards.
    width : int or str
        CSS pixels, "stretch" or "content" (the size the figure was made in).
    use_container_width : bool, optional
        The older way to say `width`: True for "stretch", False for "content".
    alt : str, optional
        What the picture shows, said to screen readers.
    **kwargs
        For `Figure.savefig`, such as `dpi`, `format="svg"` or `transparent=True`.

    Returns
    -------
    Container
        The element; drawing on it replaces it.

    Raises
    ------
    StreamlitInvalidParameterTypeError
        If it is no figure.

    Examples
    --------
    >>> import nbapp
    >>> from matplotlib.figure import Figure
    >>> fig = Figure()
    >>> _ = fig.subplots().plot([3, 1, 2])
    >>> nbapp.pyplot(fig)  # doctest: +SKIP
    """
    if use_container_width is not None:
        width = "stretch" if use_container_width else "content"
    figure = _figure(fig)
    data = picture_of(figure, **kwargs)
    props: dict[str, Any] = {"data": data, "mime": _mime(data), "width": checked_width(width)}
    if width == "content":
        props["scale"] = round(_dpi(figure, kwargs) / CSS_INCH, 4)
    if alt is not None:
        props["alt"] = str(alt)
    if clear_figure:
        figure.clear()
    _release(figure)
    return here.put("image", props)


def picture_of(figure: Any, **kwargs: Any) -> bytes:
    """Return a figure as the bytes of a picture.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        What to draw.
    **kwargs
        For `Figure.savefig`.
    """
    options: dict[str, Any] = {**USUAL, **kwargs}
    if options["format"] == "png":  # half of the usual time goes into squeezing out the last bytes
        options["pil_kwargs"] = {"compress_level": 1, **(options.get("pil_kwargs") or {})}
    picture = io.BytesIO()
    figure.savefig(picture, **options)
    return picture.getvalue()


def _figure(fig: Any) -> Any:
    """Return the figure that was meant."""
    if fig is sys.modules.get("matplotlib.pyplot") and fig is not None:
        return fig.gcf()
    if callable(getattr(fig, "savefig", None)):
        return fig if hasattr(fig, "canvas") else getattr(fig, "figure", fig)
    advice = "For axes, pass the figure they belong to: `pyplot(ax.figure)`." if hasattr(fig, "figure") else ""
    raise StreamlitInvalidParameterTypeError("fig", ["a figure of matplotlib"], fig, advice)


def _dpi(figure: Any, kwargs: dict[str, Any]) -> float:
    """Return the pixels per inch that a figure was drawn with."""
    dpi = kwargs.get("dpi", DPI)
    return float(figure.dpi if dpi in ("figure", None) else dpi)


def _mime(data: bytes) -> str:
    """Tell the kind of a picture by its first bytes."""
    for beginning, mime in MIMES.items():
        if data.startswith(beginning):
            return mime
    if b"<svg" in data[:2048]:
        return "image/svg+xml"
    raise StreamlitValueError("format", ["'png'", "'jpg'", "'webp'", "'svg'"], data[:4].decode("latin1").strip())


def _release(figure: Any) -> None:
    """Take a figure off pyplot's list, if it is on it."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None and hasattr(figure, "number") and pyplot.fignum_exists(figure.number):
        pyplot.close(figure)

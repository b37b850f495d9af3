"""What a reader's hands and eyes do: drags at the pace of a screen, and looks at every painted frame."""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import Locator, Page

FRAMES = 60
"""Moves of the mouse in a second."""

WATCH = """(el, look) => {
    const see = new Function('el', `return ${look}`);
    const seen = (el.nbappSeen = []);
    const frame = () => {
        if (el.nbappSeen !== seen) return;
        const now = see(el);
        if (now !== null && now !== undefined && now !== seen.at(-1)) seen.push(now);
        requestAnimationFrame(frame);
    };
    frame();
}"""
MARK = """(el) => {
    const mark = (window.nbappMark = { el, blurs: 0 });
    el.addEventListener('blur', () => mark.blurs++);
}"""


def watch(what: Locator, look: str) -> None:
    """Note, frame by frame, what a JavaScript expression of `el` gives, where it differs from the frame before."""
    what.evaluate(WATCH, look)


def seen(what: Locator) -> list[Any]:
    """What was noted since `watch`; ends the watch."""
    notes: list[Any] = what.evaluate("(el) => { const seen = el.nbappSeen; el.nbappSeen = null; return seen; }")
    return notes


def drag(page: Page, handle: Locator, by: float, seconds: float) -> None:
    """Drag something to the right, 60 moves a second."""
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    began, moves = time.perf_counter(), round(seconds * FRAMES)
    for move in range(1, moves + 1):
        page.mouse.move(x + by * move / moves, y)
        rest = began + move / FRAMES - time.perf_counter()
        if rest > 0:
            time.sleep(rest)
    page.mouse.up()


def mark(what: Locator) -> None:
    """Remember an element, and count how often it loses the focus from now on."""
    what.evaluate(MARK)


def assert_kept(page: Page) -> None:
    """The marked element is the one in the document that has the focus, and never lost it."""
    state = page.evaluate("[nbappMark.el.isConnected, document.activeElement === nbappMark.el, nbappMark.blurs]")
    assert state == [True, True, 0], "in the document, has the focus, times it was lost"

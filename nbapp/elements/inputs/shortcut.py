"""Keys that click a button, written the way people say them."""

from __future__ import annotations

from typing import Any

from nbapp.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError

MODIFIERS = {
    "ctrl": "ctrl",
    "control": "ctrl",
    "mod": "ctrl",
    "cmd": "cmd",
    "command": "cmd",
    "meta": "cmd",
    "alt": "alt",
    "option": "alt",
    "shift": "shift",
}
ORDER = ("ctrl", "cmd", "alt", "shift")

NAMED = {
    "return": "enter",
    "spacebar": "space",
    "esc": "escape",
    "del": "delete",
    "arrowleft": "left",
    "arrowright": "right",
    "arrowup": "up",
    "arrowdown": "down",
}
NAMES = {"enter", "space", "tab", "escape", "backspace", "delete", "home", "end", "pageup", "pagedown"} | {
    "left",
    "right",
    "up",
    "down",
}
TAKEN = {"r", "c"}
"""Keys of the app's own bar: rerun, clear cache."""


def checked_shortcut(shortcut: Any) -> str:
    """Return a shortcut in one spelling: modifiers in order, then one key.

    Parameters
    ----------
    shortcut : str
        "Ctrl+K", "enter", "shift+F5".

    Returns
    -------
    str
        Lower case, joined by "+".

    Raises
    ------
    StreamlitAPIException
        If it has no key or two, an unknown one, or one that the app's bar uses.

    Examples
    --------
    >>> checked_shortcut("Shift+Control+Return")
    'ctrl+shift+enter'
    """
    if not isinstance(shortcut, str):
        raise StreamlitInvalidParameterTypeError("shortcut", ["a str such as 'Ctrl+K'"], shortcut)
    words = [word.strip().lower() for word in shortcut.split("+") if word.strip()]
    held = {MODIFIERS[word] for word in words if word in MODIFIERS}
    keys = [NAMED.get(word, word) for word in words if word not in MODIFIERS]
    if len(keys) != 1:
        raise StreamlitAPIException(f"`shortcut` is {shortcut!r}. It must name one key besides Ctrl, Cmd, Alt, Shift.")
    key = keys[0]
    if key in TAKEN:
        raise StreamlitAPIException(f"`shortcut` is {shortcut!r}. R reruns and C clears the cache: take another key.")
    single = len(key) == 1 and key.isalnum()
    numbered = key[:1] == "f" and key[1:].isdigit()
    if not (single or numbered or key in NAMES):
        raise StreamlitAPIException(
            f"`shortcut` is {shortcut!r}. {key!r} is no key that can be used: take a letter, a digit, F1 to F12, "
            "or a key by its name, such as Enter, Escape or Left."
        )
    return "+".join([modifier for modifier in ORDER if modifier in held] + [key])

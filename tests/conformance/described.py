"""What an AppTest shows, in words that Streamlit and nbapp share; both sides import this, so it imports neither."""

from __future__ import annotations

from typing import Any

GROUPS = {"flex_container", "container", "fragment", "transparent"}
"""Blocks that only hold others."""

RENAMED = {"tab_container": "tabs", "form_submit_button": "button"}

AS_IN_STREAMLIT = {
    "InvalidIconError": "StreamlitAPIException",
    "ManyElementsError": "StreamlitAPIException",
    "NoSuchMethodError": "StreamlitAPIException",
    "QueryKeyError": "KeyError",
    "StateKeyError": "KeyError",
}
"""Classes of our own, and the class of Streamlit's that each of them is derived from."""

INVISIBLE = {"space", "spinner"}


def described(at: Any) -> dict[str, Any]:
    """Describe the page and the state of an AppTest as JSON."""
    triggers = {button.key for button in at.button if button.key}
    return {
        "main": listed(at.main.children.values()),
        "sidebar": listed(at.sidebar.children.values()),
        "dialog": [inside for block in at.get("dialog") if (inside := inlined(block))],
        "query": {name: text(value) for name, value in sorted(at.query_params.items())},
        "state": {key: text(at.session_state[key]) for key in sorted(at.session_state) if key not in triggers},
    }


def listed(children: Any) -> list[Any]:
    """Describe what stands in a container; what holds nothing but one thing for a while counts as that thing."""
    found = []
    for child in children:
        if child.type == "empty":
            found += listed(child.children.values()) if hasattr(child, "children") else []
        elif child.type not in INVISIBLE:
            found.append(node(child))
    return found


def inlined(block: Any) -> list[Any]:
    """Describe what stands in a dialog; Streamlit has a fragment in it."""
    inside = listed(block.children.values())
    return inside[0][1] if len(inside) == 1 and inside[0][0] == "group" else inside


def node(element: Any) -> list[Any]:
    """Describe one element: what it is, then what it shows."""
    kind = RENAMED.get(element.type, element.type)
    if hasattr(element, "children"):
        inside = listed(element.children.values())
        if kind in GROUPS:
            return ["columns" if inside and all(each[0] == "column" for each in inside) else "group", inside]
        if kind == "columns":
            return ["columns", inside]
        label = getattr(element, "label", None)
        return [kind, *([str(label)] if label else []), inside]
    if kind == "exception":
        return ["exception", *error(element)]
    if kind in INPUTS:
        options = {"options": list(element.options)} if kind in CHOICES else {}
        return [kind, element.label, element.key, text(element.value), bool(element.disabled), options]
    if kind == "metric":
        return [kind, element.label, str(element.value), str(element.delta or "")]
    return [kind, text(element.value)]


CHOICES = {"radio", "selectbox", "multiselect"}
INPUTS = CHOICES | {
    *("button", "checkbox", "date_input", "form_submit_button", "number_input", "slider", "text_area", "text_input"),
}


def error(element: Any) -> list[str]:
    """Name an error; what it says only if it is not the library's own."""
    name = getattr(element, "type_name", None) or element.proto.type
    name = name.rpartition(".")[2] if name.startswith("streamlit.") else name.removeprefix("__main__.")
    name = AS_IN_STREAMLIT.get(name, name)
    ours = name.startswith(("Streamlit", "Duplicate", "Cache", "Unhash", "Unserial", "UserHash"))
    return [name] if ours or name in ("KeyError", "AttributeError") else [name, element.value]


def text(value: Any) -> Any:
    """Write a value so that it can be compared."""
    if type(value).__name__ == "DataFrame":
        rows = [[str(cell) for cell in row] for row in value.itertuples(index=False)]
        return [[str(name) for name in value.columns], rows]
    return value if isinstance(value, str) else repr(value)


def played(at: Any, steps: list[str]) -> list[dict[str, Any]]:
    """Take the steps, one after another, and describe the page after each; a step that cannot be taken is described."""
    shown = []
    for step in steps:
        try:
            exec(step, {"at": at})
        except Exception as reason:  # noqa: BLE001  what a test would see
            shown.append({"raised": type(reason).__name__})
        else:
            shown.append(described(at))
    return shown

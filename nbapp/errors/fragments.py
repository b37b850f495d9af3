"""Sentences about fragments and dialogs."""

from __future__ import annotations

NO_PART = (
    "A fragment drew on a container outside of it, and it had not drawn there when the whole script ran last: so "
    "nothing says where in the container its part is to stand. Draw there in every run, if only an `empty()`, or make "
    "the container inside the fragment."
)

NO_FRAGMENT_RUNS = (
    '`rerun(scope="fragment")` was called where no fragment runs by itself. It can be called in a fragment\'s function '
    "once a reader has touched an input in it; in a run of the whole script, guard it with a condition, or call "
    "`rerun()`."
)

KEYS_IN_CALLBACKS = (
    "`rerun({keys!r})` was called outside of a callback. A fragment is run by its key from an `on_change` or "
    "`on_click` function, instead of what the interaction would have run; elsewhere, call `rerun()`."
)

NO_SUCH_FRAGMENT = (
    "`rerun({key!r})` names a fragment that is not on the page. Give the function that key, as in "
    "`@fragment(key={key!r})`, and call it in the script."
)

PARALLEL_PART = (
    "A fragment with `parallel=True` drew on a container outside of it, while the script goes on drawing there. Draw "
    "inside the fragment, or leave out `parallel`."
)

ONE_DIALOG = (
    "A second dialog was opened in one run, and a page shows one at a time. Call one function decorated with `@dialog` "
    "in a run, for instance under an `if button(...)` for each."
)

DIALOG_IN_DIALOG = (
    "A dialog was opened inside another one. Keep in `session_state` which one is wanted, call `rerun()`, and open it "
    "from the script."
)

DIALOG_IN_PARALLEL = (
    "A fragment with `parallel=True` opened a dialog while the script goes on. Open it from the script, or leave out "
    "`parallel`."
)

RESERVED_WORD = (
    "`key={key!r}` is a word that `rerun` keeps for itself, so a fragment cannot have it as its key. Give it another "
    "key."
)

"""How a page reaches a browser.

`app_view` is the one anywidget: it answers with a snapshot to whoever arrives late. `outbox` gathers the ops of a run
into few messages, numbered so that a view notices a gap. `picture` turns the page into plain HTML for where no view can
live. `assets` finds what the front end's build left in `static/` (built, not edited). This room knows only the tree.
"""

"""The only room that knows IPython: a cell that begins with `%%app` becomes an app of its kernel.

`magic` reads the cell's first line. `cell` turns the rest into code, `namespace` gives it its names. `app` joins page,
view, session and runner for one cell; `runtime` is what all apps of a kernel share and what it takes over in the
process: `output`, `captured` and `figures` (print, display, Output widgets and pyplot inside a run), `interrupt`
(SIGINT, sleep), `prompts` (`input()`), `parents` (which request a message answers), `busy` and `quiet` (its status),
`server_log` (what strangers must not read), `whereabouts` and `visit` (what the host says of notebook and visitor).
Start at `app`.
"""

"""Many pages in one app.

`page` is what a script makes of a file, a function or an address; `navigation` lists the pages, says which one is open
and draws the links; `switching` is how a script turns to another by itself. `folder` is the navigation that a `pages/`
folder beside the entry notebook or script makes without a line of code. `page_file` makes code of a file, `cell_text`
draws the Markdown cells of a notebook, and `address` stands between a browser's address and the route. Where the reader
is, and under which address, is the session's to keep (`session/route`); who runs a file is the host (`kernel`,
`testing`).
"""

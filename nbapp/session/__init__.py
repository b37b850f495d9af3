"""What outlives a run: the live inputs, the widgets that scripts construct, and `session_state`.

A kernel has one `State` (`state`), shared by its apps; each app has one `Session` (`session`), which joins that state
with the app's own inputs (`inputs`: what they are, `registry`: which are live), its adopted ipywidgets (`adoption`)
and the tables whose rows the page may ask for (`sources`). Nothing here knows a run or a kernel. What comes from a
browser enters through `guard`.
"""

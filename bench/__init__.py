"""The comparison with the peers: nbapp beside plain ipywidgets and Streamlit, in a real browser and a real kernel.

Start reading at `__main__`. `cases` lists what is compared, `apps/` holds the scripts, `servers` and `pages` bring them
onto a page, `probe.js` presses the keys and takes the time, `answer` and `wire` ask it, `bookkeeping` times reruns in a
kernel without a browser, `page_load` weighs the first and the second visit, `targets` says what must be reached, and
`report` writes the tables.
"""

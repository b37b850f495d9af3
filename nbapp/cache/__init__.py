"""What outlives an app: the results of functions, kept for the next call with the same arguments.

`function` says which function and which arguments a call has, `hashing` (with `tables` for arrays and frames) turns
them into a key, `store` keeps entries by key, `data` computes each entry once, `copies` gives every caller a value of
its own, and `replay` draws again what the function drew. Nothing here knows a run or a page: `elements.caching` hands
them in.
"""

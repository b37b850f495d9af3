"""What outlives an app: the results of functions, kept for the next call with the same arguments.

`function` says which function and which arguments a call has, `hashing` (with `tables` for arrays and frames, and
`files`) turns them into a key. `caches` finds the `cache` of a function, which computes each `entry` once (`flight`),
keeps it in a `store` in memory and, if asked, on a `shelf` outside of the process: as a `parcel` on `disk` or on
`redis`. `copies` (with `sharing`) gives every caller a value of his own, and `replay` draws again what the function
drew. Nothing here knows a run or a page: `elements.cached` hands them in.
"""

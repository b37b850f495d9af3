"""Status: how it goes.

One element a file: the boxes `success`, `info`, `warning` and `error` (they share `alert`), `exception`, `progress`
and `spinner`, which draws nothing that stays.
"""

"""Inputs: each file draws one kind of live ipywidget and returns its value.

An input is a function from its parameters to an `InputSpec`: which values it takes (`scale`, `filtering`, `writing`,
`days`), which widget the reader touches, and, with what tabs and expanders need too, how it looks (`../look`), what can
be chosen (`../choice`) and how it stands in the address (`../binding`). The place does the rest. A stock ipywidget is
used where there is a good one; ours are in `view/widgets`. Start with `checkbox`, then `slider`.
"""

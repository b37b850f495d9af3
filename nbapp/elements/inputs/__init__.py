"""Inputs: each file draws one kind of live ipywidget and returns its value.

An input is a function from its parameters to an `InputSpec`: what it looks like (`look`), which values it takes
(`scale`, `choice`, `filtering`, `writing`, `days`) and which widget the reader touches. The place does the rest. A
stock ipywidget is used where there is a good one; ours are in `view/widgets`. Start with `checkbox`, then `slider`.
"""

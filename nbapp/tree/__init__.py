"""What is on the page: pure data, no IPython, no widgets, no run.

Elements are *nodes* (`node`), placed one after another on a *branch* (`branch`); a container's node owns a branch of
its own. A *page* (`page`) holds the root branches and hands each change, a *patch op* (`patch`), to whoever listens.
Comparison happens while drawing: a node equal to what is shown at its position changes nothing. Start at
`Branch.put`.
"""

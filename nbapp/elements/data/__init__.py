"""Tables, figures of merit and nested data.

One file per element; beside them `columns` (how a column of a table is labelled, aligned and laid out) and `styled`
(what a pandas Styler shows). What counts as a table is said in `elements.frame`, how a cell becomes JSON in
`session.cells`, how a number becomes text in `session.formats`; the rows of a `dataframe` wait in `session.sources`.
"""

"""Charts.

One file per element. `line_chart` and `bar_chart` write a Vega-Lite specification themselves: `series` reads the data,
`vega` makes the node, and the browser puts the two together. `altair_chart` hands over the specification of a chart,
`pyplot` the picture of a figure.
"""

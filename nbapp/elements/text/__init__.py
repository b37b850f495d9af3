"""Text: what a reader reads.

One element a file: `markdown`, `title`, `header`, `subheader`, `caption`, `code`, `text`, `latex`, `divider`. Bodies may
be any object; the indentation of the script around them is taken away (`elements.prose`). The three headings share
`heading`.
"""

"""Text: what a reader reads.

One element a file: `markdown`, `title`, `header`, `subheader`, `caption`, `code`, `text`, `latex`, `divider`. A body is
any object; the indentation of the script around it is taken away (`elements.prose`). The headings share `heading`.
"""

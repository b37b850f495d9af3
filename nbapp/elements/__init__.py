"""The vocabulary: what a script can put on a page.

Kept here: `place`, where the next element goes; `show`, any object as a MIME bundle; a folder for each chapter (`text`,
`data`, `charts`, `inputs`, `layouts`, `status`) with one small file an element; `write`, which chooses among them;
`container`, the list of all as methods; `bare`, the same as functions of the package; `ambient`, session_state and its
like. An element is a plain function whose first parameter is the place. No chapter imports another. Start reading at
`text/title`, then `place`.
"""

"""Bare expressions: which of them a script shows, and how that is put into its code (R139 to R142)."""

from __future__ import annotations

import ast
import io
import tokenize
from typing import Any

WRITE = "__nbapp_write__"
"""Shows a bare expression as `write` does (R139)."""

DISPLAY = "__nbapp_display__"
"""Shows the cell's last expression as Jupyter does."""

CALLED = "__nbapp_called__"
"""Holds the function that the last expression calls, so that a call of nbapp's own is not shown."""


def with_shown_expressions(tree: ast.Module, silent: bool) -> ast.Module:
    """Have bare expressions shown: the last one as in Jupyter, all others as in Streamlit (R139 to R141).

    Parameters
    ----------
    tree : ast.Module
        The cell; changed in place.
    silent : bool
        The last expression is not shown: the cell ends with a semicolon.
    """
    last = tree.body[-1] if tree.body else None
    Shower(last if isinstance(last, ast.Expr) else None, silent).visit(tree)
    return ast.fix_missing_locations(tree)


def with_written_expressions(tree: ast.Module) -> ast.Module:
    """Have every bare expression written, the last one too, as Streamlit does in a file (R139 to R141).

    Parameters
    ----------
    tree : ast.Module
        The file; changed in place.
    """
    Shower(None, False).visit(tree)
    return ast.fix_missing_locations(tree)


def ends_silently(text: str) -> bool:
    """Whether the code ends with a semicolon, comments aside.

    Examples
    --------
    >>> ends_silently("x;  # quiet"), ends_silently("x")
    (True, False)
    """
    skipped = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.ENDMARKER, tokenize.DEDENT, tokenize.INDENT}
    last = ""
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type not in skipped:
                last = token.string
    except (tokenize.TokenError, SyntaxError):
        return False
    return last == ";"


class Shower(ast.NodeTransformer):
    """Wraps bare expressions into calls that show them, and answers `__name__ == "__main__"` as a script expects.

    Parameters
    ----------
    last : ast.Expr, optional
        The cell's last statement, if it is an expression.
    silent : bool
        Leave the last one alone.
    """

    def __init__(self, last: ast.Expr | None, silent: bool) -> None:
        self._last = last
        self._silent = silent
        self._docstring: ast.Expr | None = None

    def visit_Expr(self, node: ast.Expr) -> ast.AST | list[ast.stmt]:
        """Show an expression statement, unless it is a call, an `await`, a `yield` or a docstring."""
        value = self.visit(node.value)
        if node is self._last:
            return node if self._silent else self._displayed(node, value)
        node.value = value
        if node is self._docstring or isinstance(value, (ast.Call, ast.Await, ast.Yield, ast.YieldFrom)):
            return node
        values = value.elts if isinstance(value, ast.Tuple) and value.elts else [value]
        node.value = ast.Call(ast.Name(WRITE, ast.Load()), values, [])
        return ast.copy_location(node, value)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> Any:
        """Leave a function's docstring alone."""
        return self._visit_body(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> Any:
        """Leave a coroutine function's docstring alone."""
        return self._visit_body(node)

    def visit_Module(self, node: ast.Module) -> Any:
        """Leave the cell's docstring alone, unless it is all there is."""
        return self._visit_body(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        """Look into the methods of a class only (R140)."""
        for statement in node.body:
            if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                self.visit(statement)
        return node

    def visit_Lambda(self, node: ast.Lambda) -> ast.AST:
        """Nothing in a lambda is a statement."""
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        """An app is a script: `__name__` equals "__main__" although its classes belong to a module of its own."""
        sides = [node.left, *node.comparators]
        named = any(isinstance(side, ast.Name) and side.id == "__name__" for side in sides)
        main = any(isinstance(side, ast.Constant) and side.value == "__main__" for side in sides)
        if named and main and len(sides) == 2 and isinstance(node.ops[0], (ast.Eq, ast.NotEq)):
            return ast.copy_location(ast.Constant(isinstance(node.ops[0], ast.Eq)), node)
        return self.generic_visit(node)

    def _visit_body(self, node: Any) -> Any:
        first = node.body[0] if node.body else None
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
            self._docstring = first
        return self.generic_visit(node)

    def _displayed(self, node: ast.Expr, value: ast.expr) -> list[ast.stmt]:
        arguments: list[ast.expr] = [ast.Constant(None), value]
        called = isinstance(value, ast.Call)
        if isinstance(value, ast.Call):
            arguments[0] = ast.NamedExpr(ast.Name(CALLED, ast.Store()), value.func)
            value.func = ast.Name(CALLED, ast.Load())
        shown = ast.Call(ast.Name(DISPLAY, ast.Load()), arguments, [])
        displayed: list[ast.stmt] = [ast.Expr(ast.copy_location(shown, value))]
        if called:  # or it would live on: the file of `open(...).write(...)` would not be closed
            displayed.append(ast.Assign([ast.Name(CALLED, ast.Store())], ast.Constant(None)))
        return [ast.copy_location(part, node) for part in displayed]

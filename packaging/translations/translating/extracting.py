# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What texts the window's source marks for translation, found in its syntax.

Qt's ``lupdate`` reads Python too, but takes no plural of ``translate(context, text, None, n)`` for one: what it writes
could not say "1 day" and "2 days". So the calls are looked up here, where a test can do it again in a second.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

_WITH_CONTEXT: Final = frozenset({"translate", "QT_TRANSLATE_NOOP"})
_PLURAL_AT: Final = {"translate": 3, "tr": 2}  # the place of the number among the arguments


class Text(NamedTuple):
    """A text of the source: its context is the first argument of ``translate``, or the class that calls ``tr``."""

    context: str
    source: str
    plural: bool


class MadeUpError(ValueError):
    """A text that is put together where it is marked: no translator could ever see it."""


def texts_of(folder: Path) -> tuple[Text, ...]:
    """Return every marked text below a folder once, sorted; :class:`MadeUpError` for one that is put together."""
    return tuple(
        sorted({text for path in folder.rglob("*.py") for text in texts_in(path.read_text("utf-8"), path.name)})
    )


def texts_in(code: str, name: str = "code") -> Iterator[Text]:
    """Yield the marked texts of one file, in the order of its syntax."""
    yield from _walk(ast.parse(code, name), "", name)


def _walk(node: ast.AST, owner: str, name: str) -> Iterator[Text]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield from _of_call(child, owner, name)
        yield from _walk(child, child.name if isinstance(child, ast.ClassDef) else owner, name)


def _of_call(call: ast.Call, owner: str, name: str) -> Iterator[Text]:
    called = _name(call.func)
    if called in _WITH_CONTEXT and len(call.args) > 1:
        context, text = call.args[:2]
        if not isinstance(context, ast.Constant):
            return
    elif called == "tr" and call.args and isinstance(call.func, ast.Attribute) and _name(call.func.value) == "self":
        context, text = ast.Constant(owner), call.args[0]
    else:
        return
    if isinstance(text, ast.Constant):
        yield Text(str(context.value), str(text.value), len(call.args) > _PLURAL_AT.get(called, len(call.args)))
    elif not isinstance(text, ast.Name | ast.Attribute | ast.Subscript):  # those come from a table of marked texts
        raise MadeUpError(f"{name}:{call.lineno}: {ast.unparse(call)}")


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""

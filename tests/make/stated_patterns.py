# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The patterns that the program states, found in its sources: sentences of tests do not call for all of them.

A pattern is what stands as the argument of ``compiled`` or first in a call of ``grammar_matches`` and the like, worked
out in its module. What depends on more than the module (a row of a table, a word put in) is left to those who read
sentences. The rows of the books of patterns are found where they are held.
"""

import ast
import gc
import inspect
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType
from typing import Any

import inspector.policies as room
from inspector.policies.patterns import PatternBook

BEHIND_GATES: frozenset[str] = frozenset(("compiled", "grammar_matches", "_matches", "_stated"))
PLAIN: frozenset[str] = frozenset(("pattern_of", "ready"))


@cache
def stated_patterns() -> tuple[str, ...]:
    """Return the sources of all patterns behind gates that can be worked out from the program's own text."""
    found = {str(asked[0]): None for asked in _calls(BEHIND_GATES)}
    from inspector.policies.purposes import _book, _necessary

    books = [_book(), _necessary(), *(held for held in gc.get_objects() if isinstance(held, PatternBook))]
    return tuple(found | {row.source: None for book in books for row in book.rows})


def stated_plainly() -> tuple[tuple[str, int], ...]:
    """Return the patterns without gates, each with its flags, that can be worked out so."""
    from inspector.policies import lifetimes

    for source, *_ in _calls(frozenset(("_phrase",))):
        lifetimes._phrase(str(source))
    lifetimes._numbers()
    return tuple((str(source), int(*flags)) for source, *flags in _calls(PLAIN))


def _calls(names: frozenset[str]) -> Iterator[tuple[Any, ...]]:
    """The arguments of every call of one of some functions, worked out in its module; the first one is a text."""
    for found in walk_packages(room.__path__, "inspector.policies."):
        module = import_module(found.name)
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                try:
                    asked = tuple(_worked_out(part, module) for part in node.args[: 2 if names is PLAIN else 1])
                except (NameError, AttributeError):
                    continue  # it stands in a variable
                if asked and isinstance(asked[0], str):
                    yield asked


def _worked_out(part: ast.expr, module: ModuleType) -> Any:
    return eval(compile(ast.Expression(part), "<pattern>", "eval"), dict(vars(module)))

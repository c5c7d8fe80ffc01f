# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""YAML as plain text values that know their lines.

Only the composer of PyYAML is used: no tags are resolved and no objects are made, so ``no`` stays the word "no" and
``!!python/...`` is a word too. A node that comes twice is an alias, and aliases are refused.
"""

from collections.abc import Iterator
from dataclasses import field
from typing import Final

from inspector.core.frozen import frozen
from inspector.core.problem import Problem, Severity

_MAX_DEPTH: Final = 12
_MAX_VALUES: Final = 200_000


@frozen
class Value:
    """A value: a text, a list or a mapping, with its line."""

    line: int
    scalar: str = ""
    members: tuple["Value", ...] = ()
    fields: tuple[tuple[str, int, "Value"], ...] = field(default=())

    def get(self, key: str) -> "Value | None":
        """Return a field of a mapping."""
        return next((value for name, _, value in self.fields if name == key), None)

    def text(self, key: str) -> str:
        """Return the text of a field, empty where there is none."""
        value = self.get(key)
        return " ".join(value.scalar.split()) if value else ""

    def items(self, key: str) -> tuple["Value", ...]:
        """Return the members of a field; a single text counts as a list of one."""
        value = self.get(key)
        if value is None:
            return ()
        return value.members or ((value,) if value.scalar or value.fields else ())

    def named(self) -> Iterator[tuple[str, int]]:
        """Return the names of the fields, with their lines."""
        return ((name, line) for name, line, _ in self.fields)


class _RefusedError(Exception):
    """The document asks for more than a declaration needs."""


def load(text: str, where: str) -> tuple[Value | None, tuple[Problem, ...]]:
    """Return the mapping that the text holds, or ``None`` and why not."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        node = yaml.compose(text, Loader=loader)
        if not isinstance(node, yaml.MappingNode):
            return None, (_failed(where, "it holds no mapping of keys to values"),)
        return _Conversion().value(node, 0), ()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f" (line {mark.line + 1})" if mark is not None else ""
        return None, (_failed(where, f"not valid YAML{place}"),)
    except _RefusedError as error:
        return None, (_failed(where, str(error)),)
    except RecursionError:
        return None, (_failed(where, "nested too deeply"),)


class _Conversion:
    """Turns nodes into values, counting them."""

    def __init__(self) -> None:
        self._seen: set[int] = set()
        self._count = 0

    def value(self, node: object, depth: int) -> Value:
        """Return the value of a node."""
        import yaml

        self._count += 1
        if depth > _MAX_DEPTH:
            raise _RefusedError("nested too deeply")
        if self._count > _MAX_VALUES:
            raise _RefusedError(f"more than {_MAX_VALUES:,} values")
        if id(node) in self._seen:
            raise _RefusedError("it uses aliases (*name), which a declaration does not need")
        self._seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return Value(node.start_mark.line + 1, str(node.value))
        if isinstance(node, yaml.SequenceNode):
            return Value(node.start_mark.line + 1, members=tuple(self.value(item, depth + 1) for item in node.value))
        if isinstance(node, yaml.MappingNode):
            fields = (
                (self.value(key, depth + 1).scalar, key.start_mark.line + 1, self.value(held, depth + 1))
                for key, held in node.value
            )
            return Value(node.start_mark.line + 1, fields=tuple(fields))
        raise _RefusedError("it holds something that is no text, list or mapping")


def _failed(where: str, why: str) -> Problem:
    return Problem(
        "declaration-unreadable",
        "the declaration could not be read",
        where,
        why,
        "See docs/cookies-yml.md",
        Severity.FAILED,
    )

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a format of declarations gives, and how that becomes a document."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from inspector.core.frozen import frozen
from inspector.core.policy import BlockKind, Document, Source
from inspector.core.problem import Problem
from inspector.policies.documents.api import Limits
from inspector.policies.documents.builder import Builder

HEADERS = ("Cookie name", "Provider", "Purpose", "Type", "Duration", "Details")


@frozen
class DeclaredCookie:
    """One cookie as declared; ``lifetime`` is text, ``line`` the line in the source file.

    ``purpose`` says what the cookie is for; ``details`` is text that does not decide the purpose.
    """

    name: str
    provider: str = ""
    purpose: str = ""
    kind: str = "Cookie"
    lifetime: str = ""
    line: int = 1
    details: str = ""


@frozen
class Statement:
    """A sentence that the declaration amounts to, and the line it rests on."""

    text: str
    line: int = 1


@frozen
class Category:
    """A group of cookies with its title and what the declaration says of the group."""

    title: str
    description: str = ""
    cookies: tuple[DeclaredCookie, ...] = ()
    line: int = 1


@frozen
class Declaration:
    """A declaration: statements first, then the categories in their order."""

    title: str
    statements: tuple[Statement, ...] = ()
    categories: tuple[Category, ...] = ()
    problems: tuple[Problem, ...] = ()


@frozen
class JsonFormat:
    """A JSON format: its name, a test on the parsed data, and a function that reads it (with the text, for lines)."""

    name: str
    claims: Callable[[Any], bool]
    read: Callable[[Any, str], Declaration]


class Locator:
    """Finds the lines of values in their file: values come in the order of the file, so the search only goes on."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._position = 0
        self._counted = 0
        self._line = 1

    def line_of(self, value: str) -> int:
        """Return the line of the next place where ``value`` stands in quotes; the line before where it does not."""
        for written in (f'"{value}"', f"'{value}'"):
            found = self._text.find(written, self._position)
            if found >= 0:
                self._line += self._text.count("\n", self._counted, found)
                self._position = self._counted = found
                break
        return self._line


def seconds_text(seconds: object) -> str:
    """Return a number of seconds as a lifetime that people read; empty where there is no number."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 <= seconds < 1e12:
        return ""
    if seconds == 0:
        return "Session"
    for size, unit in ((86_400, "days"), (3_600, "hours"), (60, "minutes")):
        if seconds % size == 0:
            return f"{int(seconds // size)} {unit}"
    return f"{seconds / 86_400:.3f} days" if seconds > 86_400 else f"{int(seconds)} seconds"


def text_of(value: object) -> str:
    """Return a value of a declaration as one line of text; empty for what is no text or number."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, str | int | float):
        return " ".join(str(value).split())[:2_000]
    return ""


def items_of(value: object) -> Sequence[Any]:
    """Return a list of the declaration, empty where there is none."""
    return value if isinstance(value, list) else ()


def field_of(value: object, *names: str) -> Any:
    """Return the first of the named fields that a mapping has, ``None`` where there is none."""
    if isinstance(value, dict):
        for name in names:
            if value.get(name) is not None:
                return value[name]
    return None


def document_of(declaration: Declaration, source: Source, limits: Limits) -> tuple[Document, bool]:
    """Return the declaration as a document, and whether it was cut."""
    builder = Builder(limits)
    _heading(builder, declaration.title, 1, 1)
    for statement in declaration.statements:
        builder.text(statement.text, statement.line)
        builder.end_block()
    for category in declaration.categories:
        _heading(builder, category.title, 2, category.line)
        if category.description:
            builder.text(category.description, category.line)
            builder.end_block()
        if category.cookies:
            _table(builder, category.cookies)
    return builder.document(source, declaration.title), builder.truncated


def _heading(builder: Builder, text: str, level: int, line: int) -> None:
    builder.as_kind(BlockKind.HEADING, level)
    builder.text(text, line)
    builder.as_kind(BlockKind.PARAGRAPH)


def _table(builder: Builder, cookies: Sequence[DeclaredCookie]) -> None:
    builder.start_table()
    width = len(HEADERS) if any(cookie.details for cookie in cookies) else len(HEADERS) - 1
    _row(builder, HEADERS[:width], cookies[0].line, header=True)
    for cookie in cookies:
        if builder.truncated:
            break
        texts = (cookie.name, cookie.provider, cookie.purpose, cookie.kind, cookie.lifetime, cookie.details)[:width]
        _row(builder, texts, cookie.line, header=False)
    builder.end_table()


def _row(builder: Builder, texts: Iterable[str], line: int, header: bool) -> None:
    builder.start_row(line)
    cells = []
    for name, text in zip(HEADERS, texts, strict=False):
        builder.start_cell()
        builder.text(text, line)
        cells.append(builder.end_cell()._replace(header=None if header else name))
    builder.end_row(header, tuple(cells))

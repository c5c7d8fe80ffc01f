# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a format of community lists is: how it is recognised and read, under which licence, how far it is trusted."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from inspector.core.label import Purpose
from inspector.core.problem import InspectorError
from inspector.knowledge.names import HEAD, LONGEST_NAME
from inspector.knowledge.records import Match, Sure
from inspector.knowledge.rows import Row

MOST_ENTRIES: Final = 500_000
_HOST: Final = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}")


class PackError(InspectorError):
    """A list that cannot be taken over: the reason, and that nothing has changed."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The list is refused: {reason}", "Nothing was changed; download the list again")


class Document(NamedTuple):
    """A file that the user handed in, whole: its name and content."""

    name: str
    content: bytes

    def text(self) -> str:
        """Return the content as text, or say that it is none."""
        try:
            return self.content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise PackError(f"it is not UTF-8 text (byte {error.start})") from error


@dataclass(slots=True)
class PackData:
    """What a list says: rows of cookies (source number 0) and (domain, owner, category, purpose); ``skipped`` counts
    entries that say nothing we can use (no purpose, storage that is no cookie, rules for parts of pages)."""

    cookies: list[Row] = field(default_factory=list)
    domains: list[tuple[str, str | None, str, str]] = field(default_factory=list)
    skipped: int = 0
    licence: str = ""

    def add_cookie(
        self,
        name: str,
        purpose: Purpose,
        *,
        wildcard: bool = False,
        domain: str | None = None,
        days: float | None = None,
        session: bool | None = None,
        note: str = "",
    ) -> None:
        """Add a cookie; a name that no cookie can have, or a prefix too short to mean anything, is skipped."""
        if not 0 < len(name) <= LONGEST_NAME or not name.isprintable() or (wildcard and len(name) < HEAD):
            self.skipped += 1
            return
        match = Match.PREFIX if wildcard else Match.EXACT
        row = [match.value, name, domain, None, purpose.value, "", days, session, None, 0, Sure.PACK.value]
        self.cookies.append([*row, None, note, []])

    def add_domain(self, domain: str, owner: str | None, category: str, purpose: Purpose) -> None:
        """Add what the list says of a domain; text that is no domain is skipped."""
        folded = find_domain(domain)
        if folded is None or folded != domain.strip().strip(".").lower():
            self.skipped += 1
            return
        self.domains.append((folded, owner, category, purpose.value))


class PackFormat(NamedTuple):
    """One format. ``recognise`` looks at the file's beginning; ``read`` raises :class:`PackError` on any damage."""

    id: str
    name: str
    licence: str
    attribution: str
    trust: int
    recognise: Callable[[Document], bool]
    read: Callable[[Document], PackData]
    one_per_file: bool = False  # each file is a list of its own (disclosures of one vendor each)


def read_json(document: Document) -> Any:
    """Return the JSON of a document, or refuse it."""
    try:
        return json.loads(document.text())
    except RecursionError as error:
        raise PackError("it is nested too deeply") from error
    except ValueError as error:
        raise PackError(f"it is not JSON: {error}") from error


def need(condition: bool, reason: str) -> None:
    """Refuse the list unless ``condition`` holds."""
    if not condition:
        raise PackError(reason)


def mapping(value: Any, where: str) -> Mapping[str, Any]:
    """Return ``value`` if it is a table of names, else refuse the list."""
    need(isinstance(value, dict), f"{where} is not a table")
    checked: Mapping[str, Any] = value
    return checked


def sequence(value: Any, where: str) -> list[Any]:
    """Return ``value`` if it is a list of bearable length, else refuse the list."""
    need(isinstance(value, list), f"{where} is not a list")
    checked: list[Any] = value
    need(len(checked) <= MOST_ENTRIES, f"{where} has more than {MOST_ENTRIES:,} entries")
    return checked


def words(value: Any, where: str) -> str:
    """Return ``value`` if it is text, else refuse the list."""
    need(isinstance(value, str), f"{where} is not a text")
    checked: str = value
    return checked


def find_domain(text: str) -> str | None:
    """Return the first host name that ``text`` holds.

    >>> find_domain("facebook.com (3rd party)"), find_domain("the site's own domain")
    ('facebook.com', None)
    """
    match = _HOST.search(text[:LONGEST_NAME].lower())
    return match[0] if match else None

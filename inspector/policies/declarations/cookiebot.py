# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookiebot: the saved ``cc.js`` of a site, or its tables as JSON.

The script assigns ``CookieConsentDialog.cookieTableNecessary = [[name, provider, purpose, expiry, type, ...], ...]``,
one table for each category; the arrays are JSON but for their single quotes.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from inspector.policies.declarations.api import Category, Declaration, DeclaredCookie, Locator, items_of, text_of
from inspector.policies.patterns import late

_TABLES: Final = (
    ("cookieTableNecessary", "Necessary cookies"),
    ("cookieTablePreference", "Preference cookies"),
    ("cookieTableStatistics", "Statistics cookies"),
    ("cookieTableAdvertising", "Marketing cookies"),
    ("cookieTableUnclassified", "Unclassified cookies"),
)
_ASSIGNED: Final = late(r"\bCookieConsentDialog\.(cookieTable\w+)\s*=\s*\[")
_STRING: Final = late(r"""'((?:[^'\\]|\\.)*+)'|"((?:[^"\\]|\\.)*+)"|([\[\],\s]+)""", re.S)


def is_script(text: str) -> bool:
    """Whether a text is Cookiebot's script."""
    return _ASSIGNED.search(text) is not None


def script_tables(text: str) -> dict[str, Any]:
    """Return the tables that the script assigns; the arrays are read as data, nothing is run."""
    found: dict[str, Any] = {}
    for match in _ASSIGNED.finditer(text):
        found[match[1]] = _array(text, match.end() - 1)
    return found


def _array(text: str, start: int) -> list[list[str]]:
    """Read ``[['a','b'],['c']]``: strings, brackets and commas, up to the bracket that closes it."""
    rows: list[list[str]] = []
    depth, position = 0, start
    while match := _STRING.match(text, position):
        position = match.end()
        if match[3] is None:
            if depth == 2:
                rows[-1].append(_unquoted(match[1] if match[1] is not None else match[2]))
            continue
        for symbol in match[3]:
            if symbol == "[":
                depth += 1
                if depth == 2:
                    rows.append([])
            elif symbol == "]":
                depth -= 1
                if depth == 0:
                    return rows
    return rows


def _unquoted(text: str) -> str:
    """Resolve a script string's escapes; they are JSON's, but for the quote."""
    try:
        return str(json.loads('"' + re.sub(r'(?<!\\)"', r"\"", text).replace("\\'", "'") + '"', strict=False))
    except ValueError:
        return text


def claims(data: Any) -> bool:
    """Whether the data is Cookiebot's tables."""
    return isinstance(data, dict) and any(key in data for key, _ in _TABLES)


def read(data: Any, text: str) -> Declaration:
    """Read the tables in the order of the categories."""
    categories = []
    for key, title in _TABLES:
        cookies = tuple(_cookies(items_of(data.get(key)), Locator(text)))
        if cookies:
            categories.append(Category(title, "", cookies, cookies[0].line))
    return Declaration("Cookies declared through Cookiebot", categories=tuple(categories))


def _cookies(rows: Any, locator: Locator) -> Iterator[DeclaredCookie]:
    for row in rows:
        values = [text_of(value) for value in items_of(row)]
        if len(values) >= 4 and values[0]:
            provider, purpose, lifetime, *rest = values[1:]
            provider = " ".join(re.sub(r"<br\s*/?>", ", ", provider).split())
            kind = _kind(rest[0] if rest else "")
            yield DeclaredCookie(values[0], provider, purpose, kind, lifetime, locator.line_of(values[0]))


def _kind(text: str) -> str:
    """The type is a word or its number: 1 HTTP, 2 HTML storage, 3 pixel, 4 IndexedDB."""
    names = {
        "HTML": "HTML Local Storage",
        "Pixel": "Pixel Tracker",
        "IDB": "IndexedDB",
        "1": "HTTP Cookie",
        "2": "HTML Local Storage",
        "3": "Pixel Tracker",
        "4": "IndexedDB",
    }
    return names.get(text, text or "HTTP Cookie")

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""OneTrust and CookiePro: the saved ``en.json`` of a site (``DomainData``), or ``Optanon.GetDomainData()``.

Groups hold ``FirstPartyCookies`` and ``Hosts`` with their ``Cookies``; ``Length`` counts days, "0" is a few seconds
(read so by CookieBlock's scraper), ``IsSession`` goes before it.
"""

from collections.abc import Iterator
from typing import Any

from inspector.policies.declarations.api import (
    Category,
    Declaration,
    DeclaredCookie,
    Locator,
    field_of,
    items_of,
    text_of,
)


def claims(data: Any) -> bool:
    """Whether the data is OneTrust's."""
    groups = _groups(data)
    return bool(groups) and any(
        isinstance(group, dict) and {"FirstPartyCookies", "Hosts", "CustomGroupId"} & group.keys() for group in groups
    )


def read(data: Any, text: str) -> Declaration:
    """Read the groups in their order."""
    locator = Locator(text)
    categories: list[Category] = []
    for group in _groups(data):
        title = text_of(field_of(group, "GroupName", "GroupNameMobile", "CustomGroupId")) or "Cookies"
        line = locator.line_of(title)
        description = text_of(field_of(group, "GroupDescription"))
        categories.append(Category(title, description, tuple(_cookies(group, locator)), line))
    return Declaration("Cookies declared through OneTrust", categories=tuple(categories))


def _groups(data: Any) -> list[Any]:
    inner = field_of(data, "DomainData") or data
    return list(items_of(field_of(inner, "Groups")))


def _cookies(group: Any, locator: Locator) -> Iterator[DeclaredCookie]:
    for cookie in items_of(field_of(group, "FirstPartyCookies", "Cookies")):
        yield from _cookie(cookie, text_of(field_of(cookie, "Host")), "First party cookie", locator)
    for host in items_of(field_of(group, "Hosts")):
        provider = text_of(field_of(host, "DisplayName", "HostName"))
        for cookie in items_of(field_of(host, "Cookies")):
            yield from _cookie(cookie, text_of(field_of(cookie, "Host")) or provider, "Third party cookie", locator)


def _cookie(cookie: Any, provider: str, kind: str, locator: Locator) -> Iterator[DeclaredCookie]:
    name = text_of(field_of(cookie, "Name"))
    if name:
        purpose = text_of(field_of(cookie, "description", "Description", "thirdPartyDescription"))
        yield DeclaredCookie(name, provider, purpose, kind, _lifetime(cookie), locator.line_of(name))


def _lifetime(cookie: Any) -> str:
    if field_of(cookie, "IsSession") is True:
        return "Session"
    length = text_of(field_of(cookie, "Length"))
    if not length.isdigit():
        return length
    return "1 minute" if int(length[:9]) == 0 else f"{int(length[:9])} days"

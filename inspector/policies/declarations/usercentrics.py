# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Usercentrics: saved settings or the aggregated templates of its data processing services.

A service has ``dataProcessor``, ``descriptionOfService``, ``categorySlug`` and, where it names its storage,
``deviceStorage.disclosures`` in the form of the TCF. A service without named storage is a provider without cookies'
names: it is a sentence, not a row.
"""

from collections.abc import Iterator
from typing import Any

from inspector.policies.declarations.api import (
    Category,
    Declaration,
    DeclaredCookie,
    Locator,
    Statement,
    field_of,
    items_of,
    seconds_text,
    text_of,
)
from inspector.policies.declarations.tcf import disclosed


def claims(data: Any) -> bool:
    """Whether the data is Usercentrics'."""
    return any(
        isinstance(service, dict) and {"dataProcessor", "templateId"} & service.keys() for service in _services(data)
    )


def read(data: Any, text: str) -> Declaration:
    """Read the services, by category."""
    locator = Locator(text)
    titles = {
        text_of(field_of(entry, "categorySlug")): text_of(field_of(entry, "label", "name"))
        for entry in items_of(field_of(data, "categories"))
    }
    rows: dict[str, list[DeclaredCookie]] = {}
    statements: list[Statement] = []
    for service in _services(data):
        if field_of(service, "isDeactivated") is True:
            continue
        slug = text_of(field_of(service, "categorySlug", "category"))
        title = titles.get(slug) or slug.capitalize() or "Services"
        rows.setdefault(title, []).extend(_cookies(service, locator))
        statements.extend(_statement(service, locator))
    categories = tuple(
        Category(f"{title} cookies" if "cookie" not in title.lower() else title, "", tuple(cookies), cookies[0].line)
        for title, cookies in rows.items()
        if cookies
    )
    return Declaration("Services declared through Usercentrics", tuple(statements), categories)


def _services(data: Any) -> list[Any]:
    found: list[Any] = []
    for name in ("consentTemplates", "templates", "services", "dataProcessingServices"):
        found.extend(items_of(field_of(data, name)))
    return found or list(items_of(data))


def _cookies(service: Any, locator: Locator) -> Iterator[DeclaredCookie]:
    provider = text_of(field_of(service, "dataProcessor", "name"))
    storage = field_of(service, "deviceStorage")
    yield from disclosed(
        items_of(field_of(storage, "disclosures") or field_of(service, "disclosures")), provider, locator
    )
    for name in items_of(field_of(service, "cookieNames", "cookies")):
        stated = name if isinstance(name, dict) else {"identifier": name}
        yield from disclosed([stated], provider, locator)


def _statement(service: Any, locator: Locator) -> Iterator[Statement]:
    """A service that says it uses cookies is a sentence: who, what for, for how long."""
    provider = text_of(field_of(service, "dataProcessor", "name"))
    if not provider or field_of(service, "usesCookies") is False:
        return
    purposes = [text_of(purpose) for purpose in items_of(field_of(service, "dataPurposesList", "dataPurposes"))]
    aim = f" for {', '.join(filter(None, purposes))}".lower() if any(purposes) else ""
    longest = seconds_text(field_of(service, "cookieMaxAgeSeconds"))
    ending = f" They last at most {longest}." if longest and longest != "Session" else ""
    yield Statement(f"{provider} uses cookies on this site{aim}.{ending}", locator.line_of(provider))

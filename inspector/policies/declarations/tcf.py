# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""IAB Europe TCF: a vendor's device storage disclosures (``deviceStorage.json``).

"Vendor Device Storage & Operational Disclosures" (TCF technical specifications): ``disclosures`` with ``identifier``,
``type`` (cookie, web, app), ``maxAgeSeconds`` (``null`` for what is no cookie), ``purposes`` and ``domains``.
"""

from collections.abc import Iterator
from typing import Any, Final

from inspector.policies.declarations.api import (
    Category,
    Declaration,
    DeclaredCookie,
    Locator,
    field_of,
    items_of,
    seconds_text,
    text_of,
)

# The standard texts of TCF 2.2, shortened to what each is about.
_PURPOSES: Final = {
    1: "store and/or access information on a device",
    2: "use limited data to select advertising",
    3: "create profiles for personalised advertising",
    4: "use profiles to select personalised advertising",
    5: "create profiles to personalise content",
    6: "use profiles to select personalised content",
    7: "measure advertising performance",
    8: "measure content performance",
    9: "understand audiences through statistics",
    10: "develop and improve services",
    11: "use limited data to select content",
}
_SPECIAL: Final = {1: "ensure security, prevent and detect fraud, and fix errors", 2: "deliver and present advertising"}
_TYPES: Final = {"cookie": "Cookie", "web": "Local storage", "app": "App storage"}
# What tells most comes first: nearly every disclosure also names purpose 1.
_ORDER: Final = (4, 3, 2, 7, 9, 8, 6, 5, 11, 10, 1)


def claims(data: Any) -> bool:
    """Whether the data is a vendor's disclosures."""
    entries = items_of(field_of(data, "disclosures"))
    return any(isinstance(entry, dict) and "identifier" in entry for entry in entries)


def read(data: Any, text: str) -> Declaration:
    """Read the disclosures in their order."""
    cookies = tuple(disclosed(items_of(field_of(data, "disclosures")), "", Locator(text)))
    category = Category("Storage disclosed by the vendor", "", cookies, cookies[0].line if cookies else 1)
    return Declaration("Device storage disclosure (IAB TCF)", categories=(category,))


def disclosed(entries: Any, provider: str, locator: Locator) -> Iterator[DeclaredCookie]:
    """Return the cookies of a list of disclosures; Usercentrics' files hold the same lists."""
    for entry in entries:
        name = text_of(field_of(entry, "identifier", "name"))
        if not name:
            continue
        domains = [text_of(domain) for domain in items_of(field_of(entry, "domains"))]
        domain = text_of(field_of(entry, "domain")) or ", ".join(filter(None, domains[:5]))
        kind = text_of(field_of(entry, "type")).lower()
        lifetime = seconds_text(field_of(entry, "maxAgeSeconds"))
        if lifetime == "Session" and kind != "cookie":
            lifetime = ""
        purpose = text_of(field_of(entry, "description")) or _purposes(entry)
        yield DeclaredCookie(
            name, provider or domain, purpose, _TYPES.get(kind, kind or "Cookie"), lifetime, locator.line_of(name)
        )


def _purposes(entry: Any) -> str:
    stated = {number for number in items_of(field_of(entry, "purposes")) if isinstance(number, int)}
    special = {number for number in items_of(field_of(entry, "specialPurposes")) if isinstance(number, int)}
    texts = [_PURPOSES[number] for number in _ORDER if number in stated]
    texts += [_SPECIAL[number] for number in sorted(special) if number in _SPECIAL]
    return "; ".join(texts)

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookies.yml``: the declaration that a team keeps in its own repository (docs/cookies-yml.md; JSON Schema in
``resources/cookies.schema.json``).

Loaded as plain text values with their lines: no tags, no objects, no aliases (which is what "billion laughs" is made
of), bounded depth.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from inspector.core.problem import Problem, Severity
from inspector.policies.declarations.api import Category, Declaration, DeclaredCookie, Statement
from inspector.policies.declarations.yaml_values import Value, load

KEYS: Final = ("version", "site", "updated", "complete", "cookies", "vendors", "purposes", "denied", "notes")
COOKIE_KEYS: Final = ("name", "provider", "purpose", "category", "lifetime", "storage", "description", "notes")
VENDOR_KEYS: Final = ("id", "name", "purposes", "opt_out", "notes")
# What a purpose of the record is called in a sentence.
PHRASES: Final[Mapping[str, str]] = {
    "cart": "remember the items in your shopping cart",
    "authentication": "keep you logged in",
    "security": "prevent fraud and protect your account",
    "preferences": "remember your settings and preferences",
    "analytics": "analyse how visitors use our site",
    "advertising": "serve advertisements",
    "social": "offer social media features",
    "necessary": "make the site work, for which they are strictly necessary",
}
DENIALS: Final[Mapping[str, str]] = {
    "cookies": "We do not use cookies.",
    "third_party_cookies": "We do not use third-party cookies.",
    "persistent_cookies": "We do not use persistent cookies.",
    "session_cookies": "We do not use session cookies.",
    "cross_site_tracking": "We do not track you across other websites.",
    "personal_data_in_cookies": "Our cookies do not contain any personal information.",
    "data_sale": "We do not sell your personal information.",
}
_LISTS: Final = ("cookies", "vendors", "purposes", "denied")
_ONE_EACH: Final = "Keep the purpose that it mostly serves, and say the rest in description"
_PARTLY: Final = Severity.PARTIAL
_STORAGE: Final = {
    "cookie": "Cookie",
    "local_storage": "Local storage",
    "session_storage": "Session storage",
    "indexed_db": "IndexedDB",
    "pixel": "Pixel",
}


def read(text: str, where: str) -> Declaration:
    """Read a ``cookies.yml``; what does not fit its description is a problem, the rest is read."""
    root, problems = load(text, where)
    if root is None:
        return Declaration("", problems=problems)
    found = list(problems)
    found.extend(_unknown(root, KEYS, where))
    site = root.text("site")
    statements = tuple(_statements(root, where, found))
    categories = tuple(_categories(root, where, found))
    return Declaration(f"Cookies of {site}" if site else "Declared cookies", statements, categories, tuple(found))


def _statements(root: Value, where: str, problems: list[Problem]) -> Iterator[Statement]:
    if updated := root.get("updated"):
        yield Statement(f"Last updated: {updated.scalar}", updated.line)
    for purpose in root.items("purposes"):
        if purpose.scalar in PHRASES:
            yield Statement(f"We use cookies to {PHRASES[purpose.scalar]}.", purpose.line)
        else:
            problems.append(_wrong(where, purpose, f'"{purpose.scalar}" is not a purpose', ", ".join(PHRASES)))
    for denied in root.items("denied"):
        name = denied.scalar
        if name in PHRASES:
            yield Statement(f"We do not use cookies to {PHRASES[name]}.", denied.line)
        elif name in DENIALS:
            yield Statement(DENIALS[name], denied.line)
        else:
            allowed = ", ".join((*PHRASES, *DENIALS))
            problems.append(_wrong(where, denied, f'"{name}" cannot be denied', allowed))
    for vendor in root.items("vendors"):
        yield from _vendor(vendor, where, problems)
    complete = root.get("complete")
    if complete is not None and complete.scalar.lower() in ("true", "yes"):
        yield Statement("We only use the following cookies, and no others.", complete.line)
    if notes := root.get("notes"):
        yield Statement(notes.scalar, notes.line)


def _vendor(vendor: Value, where: str, problems: list[Problem]) -> Iterator[Statement]:
    problems.extend(_unknown(vendor, VENDOR_KEYS, where))
    name = vendor.text("name") or vendor.text("id") or vendor.scalar
    if not name:
        problems.append(_wrong(where, vendor, "a vendor needs a name or an id", "name, id"))
        return
    aims = [PHRASES[item.scalar] for item in vendor.items("purposes") if item.scalar in PHRASES]
    yield Statement(
        f"{name} uses cookies on our site" + (f" to {' and to '.join(aims)}" if aims else "") + ".", vendor.line
    )
    if address := vendor.text("opt_out"):
        yield Statement(f"You can opt out of {name}'s cookies at {address}", vendor.line)


def _categories(root: Value, where: str, problems: list[Problem]) -> Iterator[Category]:
    """Cookies by purpose, in the order in which the purposes first come."""
    groups: dict[str, list[DeclaredCookie]] = {}
    for entry in root.items("cookies"):
        problems.extend(_unknown(entry, COOKIE_KEYS, where))
        name = entry.text("name") or entry.scalar
        if not name:
            problems.append(_wrong(where, entry, "a cookie needs a name", "name"))
            continue
        purpose = _purpose(entry, where, problems)
        groups.setdefault(purpose or entry.text("category"), []).append(_cookie(entry, name, purpose))
    for purpose, cookies in groups.items():
        title = f"{purpose.capitalize()} cookies" if purpose else "Other cookies"
        yield Category(title, "", tuple(cookies), cookies[0].line)


def _purpose(entry: Value, where: str, problems: list[Problem]) -> str:
    """The purpose of a cookie. It has one; of a list the first is read, and that the others are not is told."""
    stated = [item for item in entry.items("purpose") if item.scalar]
    for item in stated[:1]:
        if item.scalar not in PHRASES:
            problems.append(_wrong(where, item, f'"{item.scalar}" is not a purpose', ", ".join(PHRASES)))
    for item in stated[1:]:
        what = f'a cookie has one purpose, and "{item.scalar}" was not read'
        problems.append(Problem("declaration-invalid", f"{what} (line {item.line})", where, "", _ONE_EACH, _PARTLY))
    return stated[0].scalar if stated else ""


def _cookie(entry: Value, name: str, purpose: str) -> DeclaredCookie:
    storage = entry.text("storage") or "cookie"
    return DeclaredCookie(
        name=name,
        provider=entry.text("provider"),
        purpose=purpose or entry.text("description"),
        kind=_STORAGE.get(storage, storage),
        lifetime=entry.text("lifetime"),
        line=entry.line,
        details=_details(entry),
    )


def _details(entry: Value) -> str:
    described = entry.text("description") if entry.get("purpose") else ""
    return " ".join(filter(None, (described, entry.text("notes"))))


def _unknown(value: Value, keys: tuple[str, ...], where: str) -> Iterator[Problem]:
    """What of a mapping is not read: keys that are not known, and lists and mappings where a text belongs."""
    for key, line in value.named():
        held = value.get(key)
        if key in keys and key not in _LISTS and held is not None and (held.members or held.fields):
            if key == "purpose" and held.members and not any(item.members or item.fields for item in held.members):
                continue
            what = f'"{key}" holds more than a text, and was not read'
            yield Problem("declaration-invalid", f"{what} (line {line})", where, "", "Write one value for it", _PARTLY)
        if key not in keys:
            yield Problem(
                "declaration-unknown-key",
                f'"{key}" on line {line} is not known and was not read',
                where,
                "",
                f"Known here: {', '.join(keys)}",
                Severity.NOTE,
            )


def _wrong(where: str, value: Value, what: str, allowed: str) -> Problem:
    return Problem(
        "declaration-invalid", f"{what} (line {value.line})", where, "", f"Use one of: {allowed}", Severity.PARTIAL
    )

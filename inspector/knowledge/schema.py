# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What an entry of the tables may hold. One declaration for the bundled tables, the user's overrides and the tests.

A kind of entry is a table of keys with the check for each; faults are sentences, and an entry with one is not used.
"""

import math
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

from inspector.core.label import Purpose, Subtype
from inspector.knowledge.domains import ANY_SUFFIX
from inspector.knowledge.names import HEAD, LONGEST_NAME
from inspector.knowledge.patterns import find_fault
from inspector.knowledge.records import LinkStatus, Mechanism, Sure

Check = Callable[[Any], str | None]

_ID: Final = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_DOMAIN: Final = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z0-9-]{2,}")
_WORD_DOMAIN: Final = re.compile(r"[a-z0-9-]+\.\*")
_LONGEST_TEXT: Final = 1000
_LONGEST_LIFE_DAYS: Final = 36_500

VENDOR_KINDS: Final = frozenset(
    {
        "ab-testing",
        "advertising",
        "affiliate",
        "analytics",
        "cdn",
        "chat",
        "consent",
        "e-mail",
        "embed",
        "hosting",
        "identity",
        "media",
        "payment",
        "performance",
        "personalisation",
        "platform",
        "programme",
        "security",
        "session-replay",
        "social",
        "tag-manager",
    }
)
PLATFORM_KINDS: Final = frozenset({"shop", "cms", "framework", "server", "identity"})
SCOPES: Final = frozenset({"ads", "analytics", "all", "session-replay"})
PROGRAMMES: Final = frozenset({"NAI", "DAA", "DAAC", "EDAA"})


def _text(value: Any) -> str | None:
    fine = isinstance(value, str) and 0 < len(value) <= _LONGEST_TEXT and value == value.strip()
    return None if fine else "is not a text (non-empty, no outer blanks)"


def _id(value: Any) -> str | None:
    return None if isinstance(value, str) and _ID.fullmatch(value) else "is not an id (lower case, digits, - and _)"


def _flag(value: Any) -> str | None:
    return None if isinstance(value, bool) else "is neither true nor false"


def _name(value: Any) -> str | None:
    fine = isinstance(value, str) and 0 < len(value) <= LONGEST_NAME and value.isprintable()
    return None if fine else "is not a cookie's name"


def _prefix(value: Any) -> str | None:
    return _name(value) or (None if len(value) >= HEAD else f"is shorter than {HEAD} characters")


def _pattern(value: Any) -> str | None:
    return find_fault(value) if isinstance(value, str) else "is not a text"


def _domain(value: Any) -> str | None:
    form = _WORD_DOMAIN if isinstance(value, str) and value.endswith(ANY_SUFFIX) else _DOMAIN
    return None if isinstance(value, str) and form.fullmatch(value) else "is not a domain"


def _url(value: Any) -> str | None:
    if _text(value):
        return "is not an address"
    parts = urlsplit(value)
    return None if parts.scheme == "https" and parts.hostname and "@" not in parts.netloc else "is not an https address"


def _days(value: Any) -> str | None:
    fine = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    return None if fine and 0 < value <= _LONGEST_LIFE_DAYS else f"is not between 0 and {_LONGEST_LIFE_DAYS} days"


def _year(value: Any) -> str | None:
    return None if isinstance(value, int) and 1994 < value < 2100 else "is not a year"


def _day(value: Any) -> str | None:
    try:
        return None if isinstance(value, str) and date.fromisoformat(value).isoformat() == value else "is not a day"
    except ValueError:
        return "is not a day such as 2026-11-24"


def _one_of(values: frozenset[str]) -> Check:
    return lambda value: None if value in values else f"is none of {', '.join(sorted(values))}"


def _list(check: Check) -> Check:
    def check_list(value: Any) -> str | None:
        if not isinstance(value, list) or not value:
            return "is not a list with something in it"
        return next((f"{item!r} {fault}" for item in value if (fault := check(item))), None)

    return check_list


def _one_or_list(check: Check) -> Check:
    of_list = _list(check)
    return lambda value: of_list(value) if isinstance(value, list) else check(value)


def _tables(value: Any) -> str | None:
    fine = isinstance(value, list) and value and all(isinstance(item, dict) for item in value)
    return None if fine else "is not a list of tables with something in it"


def _values(value: Any) -> str | None:
    fine = isinstance(value, list) and value and all(isinstance(item, str) and item for item in value)
    return None if fine else "is not a list of texts"


_PURPOSE: Final = _one_of(frozenset(Purpose) - {Purpose.UNKNOWN})
_SURE: Final = _one_of(frozenset(Sure) - {Sure.USER, Sure.PACK})

_SHARED: Final[Mapping[str, Check]] = {
    "vendor": _id,
    "platform": _id,
    "domain": _one_or_list(_domain),
    "purpose": _PURPOSE,
    "subtype": _one_of(frozenset(Subtype) - {Subtype.NONE}),
    "source": _text,
    "note": _text,
    "disputed": _list(_text),
}


class Kind(NamedTuple):
    """One kind of entry: the check of each key, and the keys that no entry may lack."""

    keys: Mapping[str, Check]
    needed: tuple[str, ...]


COOKIE: Final = Kind(
    {
        **_SHARED,
        "name": _name,
        "prefix": _prefix,
        "pattern": _pattern,
        "days": _days,
        "life": _one_of(frozenset({"session", "persistent"})),
        "id": _flag,
    },
    needed=(),
)
GROUP: Final = Kind({**_SHARED, "cookies": _tables}, needed=("cookies",))
SOURCE: Final = Kind({"text": _text, "sure": _SURE}, needed=("text", "sure"))
VENDOR: Final = Kind(
    {
        "id": _id,
        "name": _text,
        "company": _text,
        "domains": _list(_domain),
        "aliases": _list(_text),
        "kinds": _list(_one_of(VENDOR_KINDS)),
        "ways_of": _id,
        "source": _text,
        "note": _text,
        "opt_out": _tables,
    },
    needed=("id", "name", "kinds", "source"),
)
OPT_OUT: Final = Kind(
    {
        "id": _id,
        "name": _text,
        "domains": _list(_domain),
        "url": _url,
        "scope": _one_of(SCOPES),
        "programme": _one_of(PROGRAMMES),
        "mechanism": _one_of(frozenset(Mechanism)),
        "cookies": _tables,
        "login": _flag,
        "status": _one_of(frozenset(LinkStatus)),
        "year": _year,
        "sure": _one_of(frozenset("ABC")),
        "stops": _text,
        "does_not_stop": _text,
        "source": _text,
        "replaced_by": _url,
        "opened": _day,
        "undone_by": _list(_name),
        "lasts": _text,
    },
    needed=("id", "name", "url", "scope", "mechanism", "status", "year", "sure", "source"),
)
OPT_OUT_COOKIE: Final = Kind(
    {"name": _name, "domain": _domain, "values": _values, "dedicated": _flag, "consent": _flag},
    needed=("name", "dedicated"),
)
LINK: Final = Kind(
    {
        "url": _text,
        "phrase": _text,
        "opt_out": _id,
        "replacement": _url,
        "status": _one_of(frozenset(LinkStatus)),
        "note": _text,
        "source": _text,
        "whole_host": _flag,
    },
    needed=("opt_out", "status", "source"),
)
PLATFORM: Final = Kind(
    {"id": _id, "name": _text, "kind": _one_of(PLATFORM_KINDS), "vendor": _id}, needed=("id", "name", "kind")
)


def check_entry(entry: Mapping[str, Any], kind: Kind) -> list[str]:
    """Return the faults of one entry: unknown keys, missing keys, values that are not of their kind."""
    faults = [f"has an unknown key {key!r}" for key in entry if key not in kind.keys]
    checks = kind.keys
    faults += [f"{key} {fault}" for key, value in entry.items() if key in checks and (fault := checks[key](value))]
    faults += [f"lacks {key}" for key in kind.needed if key not in entry]
    return faults

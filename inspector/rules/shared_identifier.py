# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Two companies' cookies hold the same identifying value.

What: a value that looks like an identifier (long enough, varied enough, no time, word, address, consent string) stands
in the cookies of two companies on this site. Values are compared by a keyed hash with a key of this one audit, and are
never shown. A cookie on the site's own host counts as the site's, unless a sourced entry names another company.

Why: a shared identifier lets two companies join what they know of the same person.

Example: the site's own "visitor" holds the very value of a third party's "uid".

Sources: Acar et al., "The Web Never Forgets" (CCS 2014), on cookie syncing.
"""

from collections.abc import Iterator
from hashlib import blake2b
from os import urandom
from typing import Final
from urllib.parse import unquote

from inspector.core.finding import Level
from inspector.core.fingerprint import cookie_parts
from inspector.core.label import Purpose
from inspector.core.late_pattern import late
from inspector.core.rule_page import Fact
from inspector.rules.api import Outcome, Rule
from inspector.rules.case import Case, CookieCase
from inspector.rules.purposes import EXEMPT
from inspector.rules.words import count, named

_IDENTIFIER: Final = late(r"[A-Za-z0-9_.~:|+/=-]{14,200}")
_TIME: Final = late(r"[\d.:T+Z-]{1,40}")
_SHORTEST: Final = 14  # that _IDENTIFIER takes; what is unquoted gets no longer
_LEAST_DISTINCT: Final = 8
_LEFT_ALONE: Final = EXEMPT | {Purpose.SECURITY}


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each value that two companies share."""
    key, unread = urandom(16), 0
    by_hash: dict[bytes, list[CookieCase]] = {}
    for held in case.cookies:
        value = held.cookie.value
        if value is None:
            unread += 1
            continue
        text = value.reveal()
        if len(text) < _SHORTEST or held.kind.label.purpose in _LEFT_ALONE:
            continue
        if (found := identifier_in(text)) is not None:
            by_hash.setdefault(blake2b(found.encode("utf-8", "replace"), key=key).digest(), []).append(held)
    if unread:
        yield RULE.undecided(f"value not read ({count(unread, 'cookie')})")
    for sharing in by_hash.values():
        if len(sharing) > 1 and len({_company(case, held) for held in sharing}) > 1:
            yield _finding(case, sharing)


def _company(case: Case, held: CookieCase) -> str:
    """The company behind a cookie; on the site's own host that is the site, unless a sourced entry names another."""
    return case.site if held.own and not held.sure else held.company


def _finding(case: Case, sharing: list[CookieCase]) -> Outcome:
    first = sharing[0]
    whose = _company(case, first)
    other = next(held for held in sharing if _company(case, held) != whose)
    return RULE.found(
        f"{named(first)} ({whose}) and {named(other)} ({_company(case, other)}) hold the same identifying value",
        "Find out why the two share it, and say so in the policy or stop it",
        first,
        others=sharing[1:],
        evidence=("compared by a keyed hash; the value is not shown",),
        subject=" = ".join(sorted({" of ".join(cookie_parts(held.ref)[:2]) for held in sharing})),
    )


def identifier_in(value: str) -> str | None:
    """Return what of a value looks like an identifier, unquoted; ``None`` where it does not."""
    if len(value) < _SHORTEST:
        return None
    text = unquote(value[:600])
    return text if _identifies(text) else None


def _identifies(text: str) -> bool:
    """Whether a value looks like an identifier, on the strict side: words, times and short counters are none."""
    if not _IDENTIFIER.fullmatch(text) or text.lower().startswith(("http", "www.")):
        return False
    if text.isdigit():
        return len(text) >= 16 and len(set(text)) >= _LEAST_DISTINCT - 2
    return not _TIME.fullmatch(text) and any(map(str.isdigit, text)) and len(set(text)) >= _LEAST_DISTINCT


RULE = Rule("CI701", "shared-identifier", Level.WARNING, __doc__, check, needs=(Fact.VALUE,))

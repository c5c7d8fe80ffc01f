# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What makes a finding of today the one of yesterday: its rule, site, cookie and statement; no value, id or time.

A baseline and the alerts of a code host live on it: change what goes into it only with a new :data:`VERSION`.
"""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from typing import Final

from inspector.core.comparison import Difference
from inspector.core.finding import CookieRef, Finding
from inspector.core.name_pattern import name_pattern

VERSION: Final = 1
_DIGITS: Final = 32


def fingerprint(finding: Finding, site: str) -> str:
    """Return 32 hexadecimal digits that are the same for the same finding in the next run.

    A finding on a cookie goes by the cookie's pattern, host and partition and by the field that the policy's sentence
    is about, not by its words: a reworded policy is no new finding. One without a cookie goes by the words. One on
    several cookies goes by its subject (the company, the promise): which of them is the worst, or the first, may change
    with every visit, and it is the same finding.
    """
    claim = finding.claim
    field = "" if claim is None else claim.field
    words = "" if claim is None or finding.cookie is not None else " ".join(claim.quote.text.split()).casefold()
    about = ("subject", finding.subject) if finding.subject else cookie_parts(finding.cookie)
    return _mark(finding.code, site.casefold(), *about, field, words)


def fingerprints(findings: Iterable[Finding], site: str) -> tuple[str, ...]:
    """Return a fingerprint for each finding, numbered where several are alike: ``...:1``, ``...:2``."""
    seen: Counter[str] = Counter()
    numbered = []
    for finding in findings:
        mark = fingerprint(finding, site)
        seen[mark] += 1
        numbered.append(f"{mark}:{seen[mark]}")
    return tuple(numbered)


def difference_marks(differences: Iterable[Difference]) -> tuple[str, ...]:
    """Return a fingerprint for each difference: how it differs, and what; of a statement, what is said of it."""
    seen: Counter[str] = Counter()
    numbered = []
    for held in differences:
        ref = CookieRef("", held.name, held.host, held.partition or None)
        said = "" if held.host else " ".join(held.message.split()).casefold()
        about = ("subject", held.about) if held.about else (*cookie_parts(ref), said)
        mark = _mark("difference", held.turn.value, held.subject.value, held.code, *about)
        seen[mark] += 1
        numbered.append(f"{mark}:{seen[mark]}")
    return tuple(numbered)


def _mark(*parts: str) -> str:
    """Return the hash of several texts, each behind its length: no two things make the same text."""
    text = "".join(f"{len(part)}:{part}" for part in (str(VERSION), *parts))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


@lru_cache(maxsize=65_536)  # each finding is asked about by several formats
def cookie_parts(cookie: CookieRef | None) -> tuple[str, ...]:
    """Return what of a cookie stays the same: the patterns of its name and host, and its partition."""
    if cookie is None:
        return ("",)
    host = ".".join(name_pattern(label) for label in cookie.host.casefold().split("."))
    return name_pattern(cookie.name), host, (cookie.partition or "").casefold()

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The date of a policy: since when it is in effect, or when it was last changed, as the text says.

A date that could be read two ways ("05/06/2018") is no date: nothing is guessed.
"""

import re
from datetime import date
from typing import Final, NamedTuple

from inspector.core.policy import Document, PolicyDate, Quote
from inspector.policies.late_pattern import pattern_of
from inspector.policies.patterns import late
from inspector.policies.ready import ready

_MONTHS: Final = (
    "jan(?:uary)?",
    "feb(?:ruary)?",
    "mar(?:ch)?",
    "apr(?:il)?",
    "may",
    "june?",
    "july?",
    "aug(?:ust)?",
    "sept?(?:ember)?",
    "oct(?:ober)?",
    "nov(?:ember)?",
    "dec(?:ember)?",
)
_MONTH: Final = "(?:" + "|".join(_MONTHS) + ")"
_YEAR: Final = r"((?:19|20)\d\d)"
_FORMS: Final = (
    rf"(?P<m1>{_MONTH})\.?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y1>(?:19|20)\d\d)",
    (
        rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<m2>{_MONTH})\.?,?[\s-]+(?P<y2>(?:19"
        rf"|20)\d\d)"
    ),
    r"(?P<y3>(?:19|20)\d\d)[-/.](?P<n3>\d{1,2})[-/.](?P<d3>\d{1,2})",
    r"(?P<a4>\d{1,2})[./-](?P<b4>\d{1,2})[./-](?P<y4>(?:(?:19|20)\d\d|\d\d))(?!\d)",
    rf"(?P<m5>{_MONTH})\.?,?\s+(?P<y5>(?:19|20)\d\d)",
)
_DATE: Final = late(r"(?<![\w])(?:" + "|".join(_FORMS) + ")", re.I)
_SAYS: Final = (
    (
        "effective",
        ready(
            (
                r"\beffective\s*(?:date|as\s+of|from|since|on)?\b|\bin\s+(?:effect|force)\s+(?:as\s+of|since"
                r"|from)\b|\b(?:becomes?|became)\s+(?:active|effective)\b|\bvalid\s+from\b"
            ),
            re.I,
        ),
    ),
    (
        "updated",
        ready(
            (
                r"\b(?:last|latest|recently|was|were|page|policy)\s+(?:\w+\s+)?(?:updated?|modif\w+|revis\w+"
                r"|changed?|amended|reviewed|edited)\b|\b(?:updated|revised|modified|amended)\s*(?:on|:|\b)"
                r"|\blast\s+(?:update|revision|modification|change)\b|\brevision\s+date\b|\bversion\s+(?:of"
                r"|date)\b|\bas\s+of\b|\bdate\s+of\s+(?:last\s+)?(?:issue|revision|update|publication)\b"
            ),
            re.I,
        ),
    ),
)
_NEAR: Final = 60
_EDGE: Final = 6000


class DatedQuote(NamedTuple):
    """A policy's date with the place that says it."""

    date: PolicyDate
    quote: Quote


def policy_date(document: Document) -> DatedQuote | None:
    """Return the date that the text states: its effective date first, else the latest of its updates."""
    found: dict[str, list[DatedQuote]] = {"effective": [], "updated": []}
    for match in _matches(document.text):
        day = _day(match)
        basis = _basis(document.text, match)
        if day is not None and basis is not None:
            start = max(document.text.rfind("\n", 0, match.start()) + 1, match.start() - _NEAR)
            dated = DatedQuote(PolicyDate(day, basis), document.quote(start, match.end()))
            found[basis].append(dated)
    for basis in ("updated", "effective"):
        if found[basis]:
            return max(found[basis], key=lambda dated: dated.date.date)
    return None


def _matches(text: str) -> list[re.Match[str]]:
    matches = list(_DATE.finditer(text, 0, _EDGE))
    return matches + list(_DATE.finditer(text, max(_EDGE, len(text) - _EDGE)))


def _basis(text: str, match: re.Match[str]) -> str | None:
    before = text[max(0, match.start() - _NEAR) : match.start()]
    line = before[max(before.rfind("\n\n") + 1, 0) :]
    return next((basis for basis, pattern in _SAYS if pattern.search(line)), None)


def _day(match: re.Match[str]) -> date | None:
    held = {key: value for key, value in match.groupdict().items() if value is not None}
    if "m1" in held:
        return _made(held["y1"], _month(held["m1"]), held["d1"])
    if "m2" in held:
        return _made(held["y2"], _month(held["m2"]), held["d2"])
    if "y3" in held:
        return _made(held["y3"], int(held["n3"]), held["d3"])
    if "m5" in held:
        return _made(held["y5"], _month(held["m5"]), "1")
    return _numeric(held)


def _numeric(held: dict[str, str]) -> date | None:
    first, second = int(held["a4"]), int(held["b4"])
    year = held["y4"] if len(held["y4"]) == 4 else "20" + held["y4"]
    if first > 12:
        return _made(year, second, str(first))
    if second > 12:
        return _made(year, first, str(second))
    return _made(year, second, str(first)) if first == second else None


def _month(name: str) -> int:
    return next((at + 1 for at, pattern in enumerate(_MONTHS) if pattern_of(pattern, re.I).fullmatch(name)), 0)


def _made(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:  # "31 February"
        return None

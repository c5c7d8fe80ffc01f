# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The verdict on each cookie: the gravest of what the rules found, else how it is declared, else that nothing says so.

Findings that are notes because the label is only likely, and promises in tension, do not make a cookie a contradiction.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from inspector.core.finding import DeclaredBy, Finding, Level, Verdict
from inspector.core.label import Purpose
from inspector.core.report import Completeness
from inspector.rules.case import Case, CookieCase
from inspector.rules.purposes import EXEMPT
from inspector.rules.words import purpose_of, word

_GRAVEST_FIRST: Final = tuple(Verdict)
_VERDICTS: Final[Mapping[str, Verdict]] = MappingProxyType(
    dict.fromkeys(("CI201", "CI202", "CI203", "CI204", "CI205", "CI206", "CI402"), Verdict.CONTRADICTS)
    | dict.fromkeys(("CI301", "CI302"), Verdict.OUTLIVES)
    | dict.fromkeys(("CI101", "CI102"), Verdict.UNDECLARED)
)


def by_cookie(findings: Iterable[Finding]) -> Mapping[str, Sequence[Finding]]:
    """Return the findings by the id of each cookie they show."""
    table: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.cookie is not None:
            table.setdefault(finding.cookie.id, []).append(finding)
        if finding.others:
            first = finding.cookie.id if finding.cookie is not None else None
            for cookie_id in dict.fromkeys([ref.id for ref in finding.others]):
                if cookie_id != first:
                    table.setdefault(cookie_id, []).append(finding)
    return table


def proven_verdict(held: CookieCase, found: Sequence[Finding]) -> tuple[Verdict, str] | None:
    """Return the verdict that findings prove of a cookie, and the deciding sentence; ``None`` where they prove none."""
    proven = [(verdict, one) for one in found if (verdict := _proves(one)) is not None]
    if not proven:
        return None
    if len(proven) == 1:
        return proven[0][0], proven[0][1].message
    gravest = min((verdict for verdict, _ in proven), key=_GRAVEST_FIRST.index)
    return gravest, _deciding([one for verdict, one in proven if verdict is gravest], held.ref.id).message


def _proves(finding: Finding) -> Verdict | None:
    """The verdict that a finding is good for; a note makes no cookie a contradiction, nor one that outlives."""
    verdict = _VERDICTS.get(finding.code)
    return None if verdict is not Verdict.UNDECLARED and finding.level is Level.NOTE else verdict


def verdict_by_declaration(case: Case, held: CookieCase) -> tuple[Verdict, str]:
    """Return the verdict on a cookie of which nothing was found, the same for all of its kind, and why."""
    if held.matches:
        return Verdict.DECLARED, _how(held)
    return Verdict.NOT_STATED, _not_stated(case, held)


def _how(held: CookieCase) -> str:
    """How it is declared; where that rests on what the cookie is for, and that is not sure, it is said."""
    match = held.matches[0]
    if held.sure or match.by not in (DeclaredBy.VENDOR, DeclaredBy.PURPOSE):
        return match.how
    purpose = "its purpose is unknown" if held.label.purpose is Purpose.UNKNOWN else f"this one is {purpose_of(held)}"
    return f"{match.how}; {purpose}"


def _deciding(found: Sequence[Finding], cookie_id: str) -> Finding:
    """The gravest; among equals one that is about this very cookie, not one that merely shows it too."""
    return max(found, key=lambda one: (one.level.rank, one.cookie is not None and one.cookie.id == cookie_id))


def _not_stated(case: Case, held: CookieCase) -> str:
    if case.completeness is Completeness.SILENT:
        return f"the policy cannot be compared: {case.standing.completeness_why}"
    if held.label.purpose in EXEMPT:
        told = purpose_of(held)
        likely = "" if told == word(held.label.purpose) else f" (this one is {told})"
        return f"the policy says nothing of {word(held.label.purpose)} cookies, and need not{likely}"
    return "the policy says nothing that it could be compared with"

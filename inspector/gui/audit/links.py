# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Which cookies show which claims, as an audit has it, in both directions; and what a finding rests on."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from inspector.core.finding import ClaimRef, CookieRef, Finding
from inspector.core.report import Report


class Linked(NamedTuple):
    """Numbers of claims and of cookies, in the order of the report."""

    claims: tuple[int, ...] = ()
    cookies: tuple[int, ...] = ()


class Links:
    """The links of one report. Numbers are places in ``report.claims`` and ``report.cookies``."""

    def __init__(self, report: Report) -> None:
        self._claim_numbers = {judged.claim.id: number for number, judged in enumerate(report.claims)}
        self._cookie_numbers = {judged.ref.id: number for number, judged in enumerate(report.cookies)}
        self._cookies_of: dict[int, set[int]] = defaultdict(set)
        self._claims_of: dict[int, set[int]] = defaultdict(set)
        for number, judged in enumerate(report.claims):
            self._link((number,), self._cookies(judged.cookies))
        for number, held in enumerate(report.cookies):
            self._link(self._claims(declared.claim for declared in held.declared_by), (number,))
        for finding in report.findings:
            linked = self.of_finding(finding)
            self._link(linked.claims, linked.cookies)

    def _link(self, claims: tuple[int, ...], cookies: tuple[int, ...]) -> None:
        for claim in claims:
            self._cookies_of[claim].update(cookies)
        for cookie in cookies:
            self._claims_of[cookie].update(claims)

    def _claims(self, refs: Iterable[ClaimRef]) -> tuple[int, ...]:
        found = {self._claim_numbers[ref.id] for ref in refs if ref.id in self._claim_numbers}
        return tuple(sorted(found))

    def _cookies(self, refs: Iterable[CookieRef]) -> tuple[int, ...]:
        found = {self._cookie_numbers[ref.id] for ref in refs if ref.id in self._cookie_numbers}
        return tuple(sorted(found))

    def of_claim(self, number: int) -> tuple[int, ...]:
        """Return the cookies that show a claim, are declared by it, or go against it."""
        return tuple(sorted(self._cookies_of.get(number, ())))

    def of_cookie(self, number: int) -> tuple[int, ...]:
        """Return the claims that a cookie shows, is declared by, or goes against."""
        return tuple(sorted(self._claims_of.get(number, ())))

    def of_finding(self, finding: Finding) -> Linked:
        """Return the sentences that a finding rests on and the cookies that it is about."""
        cookies = finding.others if finding.cookie is None else (finding.cookie, *finding.others)
        return Linked(self._claims(finding.claims), self._cookies(cookies))

    def of_refs(self, cookie: CookieRef | None, claim: ClaimRef | None) -> Linked:
        """Return the numbers of what is referred to."""
        return Linked(
            self._claims(() if claim is None else (claim,)), self._cookies(() if cookie is None else (cookie,))
        )

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""An audit arranged for reading: what belongs together is put together, the gravest first, and lists are bounded.

Pages (HTML and Markdown) are written from this. Nothing is judged here and no sentence is made up; what a list does not
show it counts, and the JSON report has it.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar

from inspector.core.finding import ClaimRef, ClaimVerdict, CookieRef, Finding, NotJudged, Verdict
from inspector.core.frozen import frozen
from inspector.core.grouping import grouped
from inspector.core.label import Certainty
from inspector.core.moments import from_datetime
from inspector.core.report import AsideCookie, Declared, JudgedClaim, JudgedCookie, Report
from inspector.reports.api import Look
from inspector.reports.audit_charts import company_of
from inspector.reports.audit_parts import (
    NAME,
    Answer,
    Declaration,
    FoundItem,
    NamedCookie,
    Quoted,
    Reason,
    Row,
    RuleFound,
    Sentence,
    Some,
    VerdictRows,
    correction_text,
    quoted,
    safe,
    safe_name,
    sentence,
)
from inspector.reports.audit_words import (
    MATCHED,
    STANCES,
    TIES,
    field_title,
    lifetime_text,
    party_text,
    purpose_text,
)
from inspector.reports.words import apart

COOKIES: Final = 1000  # of one verdict
FINDINGS: Final = 200  # of one rule
SENTENCES: Final = 400
ITEMS: Final = 100  # of any other list
NEARBY: Final = 12  # cookies named beside a sentence
QUOTES: Final = 3  # sentences quoted beside a cookie
_TOLD_ELSEWHERE: Final = frozenset({"policy_date"})  # among what was measured
_GRAVEST: Final = {verdict: rank for rank, verdict in enumerate(ClaimVerdict)}
A = TypeVar("A")
B = TypeVar("B")


@frozen
class View:
    """The arranged audit."""

    rules: tuple[RuleFound, ...]
    sentences: Some[Sentence]
    verdicts: tuple[VerdictRows, ...]
    not_judged: Some[Reason]
    aside: Some[Row]


def arrange(report: Report, look: Look) -> View:
    """Return a report arranged for reading."""
    maker = _Maker(report, look)
    return View(
        maker.rules(report.findings),
        maker.sentences(report.claims),
        maker.verdicts,
        maker.reasons(report.not_judged),
        some(report.aside, ITEMS, maker.aside_row),
    )


def some(items: Sequence[A], most: int, make: Callable[[A], B]) -> Some[B]:
    """Return the first ``most`` items, made into what is shown, and the number of the others."""
    return Some(tuple(make(item) for item in items[:most]), max(0, len(items) - most))


class _Maker:
    """Makes the parts of one page: knows which cookies have a row there, so that names can lead to them."""

    def __init__(self, report: Report, look: Look) -> None:
        self._look = look
        self._parties = {vendor.id: vendor.name for vendor in report.policy.record.vendors}
        self._now_us = from_datetime(report.measured.now)
        groups = grouped(report.cookies, lambda judged: judged.verdict)
        self.verdicts = tuple(
            VerdictRows(verdict, len(groups[verdict]), some(groups[verdict], COOKIES, self._row))
            for verdict in Verdict
            if verdict in groups
        )
        self._ids = frozenset(row.id for held in self.verdicts for row in held.rows.shown)

    def _row(self, judged: JudgedCookie) -> Row:
        cookie, label = judged.cookie, judged.label
        value = cookie.value if self._look.with_values else None
        return Row(
            judged.ref.id,
            safe_name(cookie.name),
            safe(cookie.host, NAME),
            safe(apart(cookie.isolation), NAME),
            purpose_text(label),
            company_of(judged, self._look.site_of),
            party_text(label),
            TIES[judged.attribution],
            lifetime_text(cookie, self._now_us),
            sentence(judged.why, cookie.name),
            judged.codes,
            some(_each_sentence(judged.declared_by), QUOTES, lambda declared: _declaration(declared, judged.why)),
            sentence(label.because[0], cookie.name) if label.because else "",
            not judged.sure,
            tuple(correction_text(correction) for correction in judged.corrections),
            None if value is None else safe(value.reveal(), 4 * NAME),
        )

    def aside_row(self, aside: AsideCookie) -> Row:
        """Return the row of a cookie that is shown beside the audit."""
        cookie, label = aside.cookie, aside.label
        return Row(
            cookie.id,
            safe_name(cookie.name),
            safe(cookie.host, NAME),
            safe(apart(cookie.isolation), NAME),
            purpose_text(label),
            safe(label.vendor_name or label.vendor or self._look.site_of(cookie.host), NAME),
            party_text(label),
            "",
            lifetime_text(cookie, self._now_us),
            sentence(aside.why, cookie.name),
            likely=label.certainty is not Certainty.SURE,
            declared_by=some(aside.supports, QUOTES, lambda ref: Declaration(quoted(ref.quote), "")),
        )

    def _named(self, ref: CookieRef) -> NamedCookie:
        shown = ref.id if ref.id in self._ids else ""
        return NamedCookie(safe_name(ref.name), safe(ref.host, NAME), safe(ref.partition or "", NAME), shown)

    def rules(self, findings: Iterable[Finding]) -> tuple[RuleFound, ...]:
        """Return findings by rule, in the order of each rule's gravest one."""
        return tuple(self._rule(found) for found in grouped(findings, lambda finding: finding.code).values())

    def _rule(self, found: list[Finding]) -> RuleFound:
        gravest = max(found, key=lambda finding: finding.level.rank)
        advice = dict.fromkeys(safe(finding.what_to_do) for finding in found if finding.what_to_do)
        items = some(found, FINDINGS, self._item)
        return RuleFound(gravest.code, gravest.name, gravest.level, len(found), tuple(advice)[:NEARBY], items)

    def _item(self, finding: Finding) -> FoundItem:
        return FoundItem(
            finding.level,
            sentence(finding.message, finding.cookie.name if finding.cookie else ""),
            None if finding.cookie is None else self._named(finding.cookie),
            tuple(dict.fromkeys(quoted(ref.quote) for ref in finding.claims[:NEARBY])),
            some(finding.others, NEARBY, self._named),
            tuple(sentence(text, finding.cookie.name if finding.cookie else "") for text in finding.evidence[:NEARBY]),
            safe(finding.cap_why),
            "" if finding.baseline is None else finding.baseline.value,
        )

    def sentences(self, claims: Iterable[JudgedClaim]) -> Some[Sentence]:
        """Return the policy's sentences with what each claims: the gravest first, then in the policy's order."""
        shown = (judged for judged in claims if judged.claim.field not in _TOLD_ELSEWHERE)
        places = grouped(shown, lambda judged: (judged.claim.quote.start, judged.claim.quote.end))
        ordered = sorted(places.values(), key=lambda group: (_GRAVEST[_worst(group)], group[0].claim.quote.start))
        return some(ordered, SENTENCES, self._sentence)

    def _sentence(self, group: list[JudgedClaim]) -> Sentence:
        alike = grouped(group, lambda judged: (judged.verdict, judged.why, judged.cookies))
        answers = sorted(map(self._answer, alike.values()), key=lambda answer: _GRAVEST[answer.verdict])
        return Sentence(quoted(group[0].claim.quote), _worst(group), tuple(answers))

    def _answer(self, group: list[JudgedClaim]) -> Answer:
        first = group[0]
        codes = dict.fromkeys(code for judged in group for code in judged.codes)
        topics = dict.fromkeys(self._topic(judged) for judged in group)
        cookies = some(first.cookies, NEARBY, self._named)
        return Answer(first.verdict, tuple(topics), safe(first.why), cookies, tuple(codes))

    def _topic(self, judged: JudgedClaim) -> str:
        """Return what a claim is about, and whether it denies it; a party is told by its name, not by our id."""
        claim = judged.claim
        kind, _, party = claim.field.partition(".")
        name = self._parties.get(party)
        title = field_title(f"{kind}.{name}" if name else claim.field)
        names = ", ".join(safe_name(name) for name in claim.names[:NEARBY])
        stance = STANCES[claim.stance]
        return safe(title, NAME) + (f": {names}" if names else "") + (f" ({stance})" if stance else "")

    def reasons(self, unjudged: Iterable[NotJudged]) -> Some[Reason]:
        """Return what was not judged, by reason, the reason that concerns most first."""
        kept = (item for item in unjudged if item.claim is None or item.claim.field not in _TOLD_ELSEWHERE)
        groups = grouped(kept, lambda item: item.why)
        ordered = sorted(groups.values(), key=lambda group: -len(group))
        return some(ordered, ITEMS, self._reason)

    def _reason(self, group: list[NotJudged]) -> Reason:
        cookies = tuple(dict.fromkeys(item.cookie for item in group if item.cookie is not None))
        claims = tuple(dict.fromkeys(_quote(item.claim) for item in group if item.claim is not None))
        codes = sorted({item.code for item in group if item.code})
        return Reason(
            sentence(group[0].why),
            len(group),
            tuple(codes),
            some(cookies, NEARBY, self._named),
            some(claims, NEARBY, lambda quote: quote),
        )


def _each_sentence(declarations: Iterable[Declared]) -> tuple[Declared, ...]:
    """Return the strongest declaration of each sentence: one sentence may make several claims that declare a cookie."""
    first: dict[tuple[int, int], Declared] = {}
    for declared in declarations:
        first.setdefault((declared.claim.quote.start, declared.claim.quote.end), declared)
    return tuple(first.values())


def _declaration(declared: Declared, why: str) -> Declaration:
    """Say how a sentence declares a cookie, without saying the verdict's own sentence again."""
    matched, how = MATCHED[declared.by], declared.how
    return Declaration(quoted(declared.claim.quote), f"{matched}: {safe(how)}" if how and how != why else matched)


def _quote(ref: ClaimRef) -> Quoted:
    return quoted(ref.quote)


def _worst(group: Iterable[JudgedClaim]) -> ClaimVerdict:
    return min((judged.verdict for judged in group), key=_GRAVEST.__getitem__)

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What was answered of the facts: labels, verdicts, findings, by the ids that a dataset has; and what of it repeats.

An answer is repeated where the facts as told give it again. Its texts are taken from the repetition then, so that no
sentence can say more than the tables do.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import NamedTuple

from inspector.core.finding import ClaimVerdict, Finding, Level, Verdict
from inspector.core.fingerprint import fingerprints
from inspector.core.frozen import frozen
from inspector.core.label import Label
from inspector.core.report import Report
from inspector.datasets.cookie_rows import CookieRows
from inspector.datasets.material import Held


class LabelAnswer(NamedTuple):
    """A cookie's label; ``sure`` is ``None`` where nothing was audited."""

    label: Label
    sure: bool | None = None
    corrected: bool = False

    def repeats(self, other: "LabelAnswer | None") -> bool:
        """Whether another answer says the same; sentences may differ."""
        return other is not None and _said(self.label) == _said(other.label) and self.sure == other.sure


def _said(label: Label) -> tuple[object, ...]:
    return (label.purpose, label.subtype, label.vendor, label.party, label.tracks, label.confidence)


class VerdictAnswer(NamedTuple):
    """A cookie's verdict, why, the rules that found something, and the claims that declare it with how they match."""

    verdict: Verdict
    why: str
    codes: tuple[str, ...]
    declared: tuple[tuple[str, str], ...] = ()

    def repeats(self, other: "VerdictAnswer | None") -> bool:
        """Whether another answer says the same."""
        return other is not None and (self.verdict, self.codes) == (other.verdict, other.codes)


class ClaimAnswer(NamedTuple):
    """A claim's verdict, why, and the rules that found something against it."""

    verdict: ClaimVerdict
    why: str
    codes: tuple[str, ...]

    def repeats(self, other: "ClaimAnswer | None") -> bool:
        """Whether another answer says the same."""
        return other is not None and (self.verdict, self.codes) == (other.verdict, other.codes)


class FindingAnswer(NamedTuple):
    """A finding with its cookies and claims by their ids here."""

    code: str
    rule: str
    level: Level
    cap: Level | None
    ignored: bool
    cookies: tuple[str, ...]
    claims: tuple[str, ...]
    message: str
    what_to_do: str
    evidence: tuple[str, ...]

    def repeats(self, other: "FindingAnswer | None") -> bool:
        """Whether another answer says the same."""
        return other is not None and self[:3] == other[:3] and set(self.cookies) == set(other.cookies)


@frozen
class Answers:
    """Everything that was answered, by cookie, claim and finding."""

    labels: Mapping[str, LabelAnswer] = field(default_factory=dict)
    verdicts: Mapping[str, VerdictAnswer] = field(default_factory=dict)
    claims: Mapping[str, ClaimAnswer] = field(default_factory=dict)
    findings: Mapping[str, FindingAnswer] = field(default_factory=dict)


def answers_of(told: CookieRows, report: Report | None) -> Answers:
    """Return what was answered of a run's cookies."""
    return answers_by(told.by_id.items(), told.ids, report)


def answers_by(cookies: Iterable[tuple[str, Held]], ids: Mapping[str, str], report: Report | None) -> Answers:
    """Return the answers of cookies with their ids; ``ids`` are those by the ids that findings name them by."""
    labels: dict[str, LabelAnswer] = {}
    verdicts: dict[str, VerdictAnswer] = {}
    for cookie_id, held in cookies:
        judged = held.judged
        labels[cookie_id] = LabelAnswer(held.label)
        if judged is not None:
            labels[cookie_id] = LabelAnswer(held.label, judged.sure, bool(judged.corrections))
            declared = tuple((one.claim.id, one.by.value) for one in judged.declared_by)
            verdicts[cookie_id] = VerdictAnswer(judged.verdict, judged.why, tuple(judged.codes), declared)
    if report is None:
        return Answers(labels)
    claims = {one.claim.id: ClaimAnswer(one.verdict, one.why, tuple(one.codes)) for one in report.claims}
    return Answers(labels, verdicts, claims, _findings(report, ids))


def _findings(report: Report, ids: Mapping[str, str]) -> dict[str, FindingAnswer]:
    kept = list(report.findings)
    all_found = [*kept, *(one.finding for one in report.ignored)]
    marks = fingerprints(all_found, report.site)
    return {
        mark: _finding(finding, ids, number >= len(kept))
        for number, (mark, finding) in enumerate(zip(marks, all_found, strict=True))
    }


def _finding(finding: Finding, ids: Mapping[str, str], ignored: bool) -> FindingAnswer:
    refs = [ref for ref in (finding.cookie, *finding.others) if ref is not None]
    return FindingAnswer(
        finding.code,
        finding.name,
        finding.level,
        finding.cap,
        ignored,
        tuple(dict.fromkeys(ids[ref.id] for ref in refs if ref.id in ids)),
        tuple(dict.fromkeys(ref.id for ref in finding.claims)),
        finding.message,
        finding.what_to_do,
        finding.evidence,
    )

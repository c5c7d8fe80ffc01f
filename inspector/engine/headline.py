# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The answer in one line, and what has to be said right below it."""

from collections import Counter
from collections.abc import Sequence

from inspector.core.finding import Attribution, ClaimVerdict, Finding, Level, Verdict
from inspector.core.policy import Stance
from inspector.core.report import DISCLAIMER, Completeness, JudgedClaim, JudgedCookie
from inspector.engine.audit_cookies import Prepared
from inspector.rules.case import Case
from inspector.rules.words import count, day

_DECIDED = (ClaimVerdict.KEPT, ClaimVerdict.BROKEN, ClaimVerdict.IN_TENSION)
_USED = ("cookies", "first_party_cookies")  # that cookies are used is no promise: seeing one verifies nothing
_COMPARED = (Verdict.CONTRADICTS, Verdict.OUTLIVES, Verdict.UNDECLARED, Verdict.DECLARED)


def unverified(case: Case, judged: Sequence[JudgedCookie], claims: Sequence[JudgedClaim]) -> str:
    """Return why nothing could be verified; empty where something was."""
    if not judged and not case.evidence.proves_visit:
        return "no cookie of this site was seen, and nothing says that it was visited"
    if judged and all(row.verdict is Verdict.NOT_JUDGED for row in judged):
        return "no cookie could be judged against this policy"
    silent = case.completeness is Completeness.SILENT
    decided = (held for held in claims if held.verdict in _DECIDED and not (silent and held.claim.field in _USED))
    if any(row.verdict in _COMPARED for row in judged) or next(decided, None) is not None:
        return ""
    if silent:
        return f"the policy cannot be compared with cookies: {case.standing.completeness_why}"
    if not judged:
        return ""
    return "no cookie could be compared with what the policy states"


def headline(
    case: Case, judged: Sequence[JudgedCookie], findings: Sequence[Finding], why: str, ignored: int = 0
) -> str:
    """Return the answer in one line; where the policy is an old one, its day comes first, and what is ignored last."""
    start = f"Judged against the policy of {case.standing.as_of}: " if case.standing.as_of else ""
    text = f"could not be verified: {why}" if why else _answer(case, judged, findings)
    text = start + (text if start else text[:1].upper() + text[1:])
    if ignored:
        text = f"{text.removesuffix('.')}; {count(ignored, 'finding')} ignored by the settings"
    return text if text.endswith(".") else f"{text}."


def _answer(case: Case, judged: Sequence[JudgedCookie], findings: Sequence[Finding]) -> str:
    if not judged:
        denied = case.policy.record.stance("cookies") is Stance.DENIED
        return "the policy promises no cookies, and none was seen" if denied else "no cookies were seen on this site"
    total = len(judged)
    numbers = Counter([row.verdict for row in judged])
    parts = [
        f"{numbers[verdict]} {verb}"
        for verdict, verb in (
            (Verdict.CONTRADICTS, "contradict it" if numbers[Verdict.CONTRADICTS] != 1 else "contradicts it"),
            (Verdict.OUTLIVES, "outlive it" if numbers[Verdict.OUTLIVES] != 1 else "outlives it"),
        )
        if numbers[verdict]
    ]
    missing = numbers[Verdict.UNDECLARED]
    if missing:
        first = f"{missing} of {count(total, 'cookie')} {'is' if missing == 1 else 'are'} not in the policy"
        return "; ".join((first, *parts))
    if parts:
        return "; ".join((f"of {count(total, 'cookie')}, {parts[0]}", *parts[1:]))
    return _nothing_grave(total, numbers, findings)


def _nothing_grave(total: int, numbers: dict[Verdict, int], findings: Sequence[Finding]) -> str:
    declared = numbers[Verdict.DECLARED]
    said = f"{declared} of {count(total, 'cookie')} {'is' if declared == 1 else 'are'} declared, none is undeclared"
    rest = numbers[Verdict.NOT_STATED] + numbers[Verdict.NOT_JUDGED]
    said += f", {rest} could not be compared" if rest else ""
    grave = sum(finding.level is not Level.NOTE for finding in findings)
    notes = len(findings) - grave
    told = [count(grave, "finding")] if grave else []
    told += [count(notes, "note")] if notes else []
    return f"{said}; {' and '.join(told)}" if told else said


def notices(case: Case, prepared: Prepared) -> tuple[str, ...]:
    """Return what has to be said below the answer."""
    found: list[str] = []
    standing = case.standing
    if standing.as_of is not None:
        source = "an archive's page" if case.policy.document.source.archived else "more than a year old"
        found.append(f"The policy is {source}: it is judged as of {standing.as_of}, and its findings are notes.")
    elif standing.in_force and standing.dated is not None:
        found.append(f"The policy of {standing.dated} is taken to be in force, on the word of who asked.")
    by_word = Attribution.TESTER
    if any(held.attribution is by_word for held in prepared.judged):
        found.append("Third parties are tied to this site on the tester's word that nothing else was visited.")
    if prepared.unattributed:
        number = count(prepared.unattributed, "cookie")
        found.append(f"{number} of other hosts could not be attributed to any site and were not judged.")
    if case.only_tried:
        number, were = count(len(case.only_tried), "more cookie"), "was" if len(case.only_tried) == 1 else "were"
        found.append(f"{number} {were} tried on this site, and refused by every browser of the visit.")
    if prepared.earlier:
        found.append(f"{count(len(prepared.earlier), 'cookie')} set before this policy were not judged.")
    if prepared.newest_us is not None:
        newest = day(prepared.newest_us)
        found.append(
            f"The moment judged at, {day(case.now_us)}, lies before the newest date in the cookies, {newest}: "
            "lifetimes that would be told from what is left are not judged."
        )
    ends = [held.cookie.expires_us for held in prepared.judged]
    ended = sum([us < case.now_us for us in ends if us is not None])
    if ended:
        found.append(f"{count(ended, 'cookie')} had ended by {day(case.now_us)}: judged is that it was set.")
    language = case.policy.record.language
    if language and not language.startswith("en"):
        found.append(f"The policy is not in English ({language}): tables are read, sentences are not.")
    return (*found, DISCLAIMER)

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What differs between two saved audits of one site: findings by their fingerprints, and the cookies with verdicts.

A new finding is as grave as it is; what is gone, milder or set aside is a note, and so is what differs in cookies: what
is wrong with a cookie is a finding.
"""

from collections.abc import Iterable, Iterator, Mapping

from inspector.core.comparison import Detail, Difference, Subject, Turn
from inspector.core.finding import CookieRef, Finding, Level
from inspector.core.fingerprint import cookie_parts, fingerprint
from inspector.core.problem import InspectorError
from inspector.core.saved import SavedAudit, SavedCookie
from inspector.core.visible import visible
from inspector.engine.compare_cookies import CookiesDiffer, Levels, compare_cookies

_NOTES = Levels(Level.NOTE, Level.NOTE)


def compare_audits(before: SavedAudit, after: SavedAudit) -> CookiesDiffer:
    """Return what differs; raise where the two are of different sites."""
    if before.site != after.site:
        sites = f"{visible(before.site, 120)} and {visible(after.site, 120)}"
        raise InspectorError(f"These audits are of different sites: {sites}", "Compare two audits of one site")
    cookies = compare_cookies(
        (held.cookie for held in before.cookies),
        (held.cookie for held in after.cookies),
        _NOTES,
        before.now_us or 0,
        after.now_us or 0,
    )
    found = (*_findings(before, after), *_verdicts(before.cookies, after.cookies), *cookies.differences)
    return CookiesDiffer(found, cookies.unknown_lives)


def rules_that_differ(before: SavedAudit, after: SavedAudit) -> tuple[str, ...]:
    """Return the note on rules that were asked in one of the two only: what they found is new or gone by that."""
    codes = sorted(before.off ^ after.off)
    return (f"Switched off in one of the two only: {', '.join(visible(code, 20) for code in codes)}.",) if codes else ()


def _findings(before: SavedAudit, after: SavedAudit) -> Iterator[Difference]:
    old, new = _marked(before.findings, before.site), _marked(after.findings, after.site)
    aside = _marked(after.ignored, after.site)
    for mark, finding in new.items():
        known = old.get(mark)
        if known is None:
            yield _difference(Turn.NEW, finding, finding.level, _said(finding))
        elif known.level is not finding.level:
            graver = finding.level.rank > known.level.rank
            level = finding.level if graver else Level.NOTE
            text = f"{'graver' if graver else 'milder'} than before: {_said(finding)}"
            levels = Detail("level", known.level.value, finding.level.value)
            yield _difference(Turn.CHANGED, finding, level, text, (levels,))
    for mark, finding in old.items():
        if mark in aside:
            yield _difference(Turn.CHANGED, finding, Level.NOTE, f"ignored by the settings now: {_said(finding)}")
        elif mark not in new and finding.code not in after.off:
            yield _difference(Turn.GONE, finding, Level.NOTE, f"not found any more: {_said(finding)}")


def _marked(findings: Iterable[Finding], site: str) -> Mapping[str, Finding]:
    """The findings by fingerprint, of several alike the gravest."""
    marked: dict[str, Finding] = {}
    for finding in findings:
        mark = fingerprint(finding, site)
        if mark not in marked or marked[mark].level.rank < finding.level.rank:
            marked[mark] = finding
    return marked


def _verdicts(before: Iterable[SavedCookie], after: Iterable[SavedCookie]) -> Iterator[Difference]:
    old = {cookie_parts(CookieRef.of(held.cookie)): held for held in before}
    for held in after:
        ref = CookieRef.of(held.cookie)
        known = old.get(cookie_parts(ref))
        if known is None or known.verdict is None or held.verdict is None or known.verdict is held.verdict:
            continue
        verdicts = Detail("verdict", known.verdict.value.replace("_", " "), held.verdict.value.replace("_", " "))
        text = f'"{visible(ref.name, 120)}" of {visible(ref.host, 120)}: {verdicts.after}, before {verdicts.before}'
        partition = ref.partition or ""
        yield Difference(Turn.CHANGED, Subject.COOKIE, Level.NOTE, text, "", ref.name, ref.host, partition, (verdicts,))


def _difference(
    turn: Turn, finding: Finding, level: Level, message: str, details: tuple[Detail, ...] = ()
) -> Difference:
    ref = finding.cookie or CookieRef("", "", "")
    line = finding.claim.quote.line if finding.claim is not None else None
    return Difference(
        turn, Subject.FINDING, level, message, finding.code, ref.name, ref.host, ref.partition or "", details, line,
        others=tuple((other.name, other.host) for other in finding.others),
        about=finding.subject,
    )  # fmt: skip


def _said(finding: Finding) -> str:
    return visible(" ".join(finding.message.split()), 600) or visible(finding.name, 120)

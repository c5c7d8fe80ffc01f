# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What is behind each row of an audit, in words and grouped: the evidence of a verdict, never a cookie's value."""

from collections.abc import Iterable
from typing import Final

from inspector.core.finding import ClaimRef, CookieRef, Finding
from inspector.core.label import Certainty, Label
from inspector.core.project import Assessment
from inspector.core.report import Correction, KnownFinding, Report
from inspector.core.visible import visible
from inspector.gui import words as general
from inspector.gui.audit import words
from inspector.gui.audit.mark_words import STANCES
from inspector.gui.audit.rows import (
    AsideRow,
    AuditRows,
    ClaimRow,
    CookieRow,
    FindingRow,
    IgnoredRow,
    OpenRow,
    WayRow,
    cookie_name,
)
from inspector.gui.facts import Fact, FactGroup
from inspector.gui.policy.facts import claim_facts
from inspector.gui.policy.words import what
from inspector.gui.translation import translate

_LONGEST: Final = 4_000
_MOST: Final = 60  # lines of one group; the tables have all of them


def claim_details(row: ClaimRow, rows: AuditRows) -> tuple[FactGroup, ...]:
    """Return why a claim is kept, broken, or neither, and the cookies that show it."""
    judged = row.judged
    verdict = FactGroup(
        translate("audit", "Verdict"),
        (_said(words.CLAIMS[judged.verdict]), Fact(translate("audit", "Why"), words.sentence(_text(judged.why)))),
    )
    shown = FactGroup(translate("audit", "Cookies that show it"), _capped(_cookie(ref) for ref in judged.cookies))
    found = _findings(finding for finding in rows.report.findings if judged.claim.id in _ids(finding.claims))
    return _filled(verdict, shown, found, *claim_facts(judged.claim, rows.report.policy))


def cookie_details(row: CookieRow, rows: AuditRows) -> tuple[FactGroup, ...]:
    """Return why a cookie is declared, undeclared or neither: what ties it to the site, and what it rests on."""
    judged = row.judged
    verdict = FactGroup(
        translate("audit", "Verdict"),
        (
            _said(words.VERDICTS[judged.verdict]),
            Fact(translate("audit", "Why"), words.sentence(_text(judged.why))),
            Fact(translate("audit", "Of this site"), words.word(words.TIES, judged.attribution)),
        ),
    )
    declared = FactGroup(
        translate("audit", "Declared by"),
        _capped(
            Fact("", _quoted(held.claim), f"{words.sentence(_text(held.how))}, {words.word(words.MATCHED, held.by)}")
            for held in judged.declared_by
        ),
    )
    found = _findings(finding for finding in rows.report.findings if row.judged.ref in _cookies(finding))
    return _filled(
        verdict, _corrections(judged.corrections), declared, found, _label(judged.label, judged.sure), _life(row)
    )


def finding_details(row: FindingRow, rows: AuditRows) -> tuple[FactGroup, ...]:
    """Return what a finding says, what it rests on, and what can be done."""
    finding = row.finding
    level = words.LEVELS[finding.level].text
    facts = [
        Fact("", words.sentence(_text(finding.message))),
        Fact(translate("audit", "Level"), level, words.sentence(_text(finding.cap_why))),
    ]
    to_do = (Fact("", _text(finding.what_to_do)),) if finding.what_to_do else ()
    evidence = _capped(Fact("", words.sentence(_text(text))) for text in finding.evidence)
    return _filled(
        FactGroup(translate("audit", "Found"), tuple(facts)),
        FactGroup(translate("audit", "Your mark"), _mark(row.mark)),
        FactGroup(translate("audit", "What to do"), to_do),
        FactGroup(translate("audit", "The policy's words"), _capped(Fact("", _quoted(ref)) for ref in finding.claims)),
        FactGroup(translate("audit", "Evidence"), evidence),
        FactGroup(translate("audit", "Cookies"), _capped(_cookie(ref) for ref in _cookies(finding))),
    )


def _mark(mark: Assessment | None) -> tuple[Fact, ...]:
    if mark is None:
        return ()
    word = "" if mark.stance is None else STANCES[mark.stance].text
    when = general.moment(mark.at_us)
    who = translate("audit", "{author}, {when}").format(author=visible(mark.author, 80), when=when)
    return (Fact(word, _text(mark.comment), who if mark.author else when),)


def ignored_details(row: IgnoredRow, rows: AuditRows) -> tuple[FactGroup, ...]:
    """Return why the settings set a finding aside, and what the finding is."""
    why = Fact(translate("audit", "Until {day}").format(day=row.until), words.sentence(row.reason))
    return _filled(
        FactGroup(translate("audit", "Ignored by the settings"), (why,)),
        *finding_details(FindingRow(row.finding, row.message), rows),
    )


def open_details(row: OpenRow, rows: AuditRows) -> tuple[FactGroup, ...]:
    """Return why something was not judged."""
    held = row.held
    facts = [Fact("", row.why)]
    if held.code:
        facts.append(Fact(translate("audit", "Rule"), visible(held.code)))
    cookie = () if held.cookie is None else (_cookie(held.cookie),)
    claim = () if held.claim is None else (Fact("", _quoted(held.claim), what(held.claim.field)),)
    return _filled(
        FactGroup(translate("audit", "Why it was not judged"), tuple(facts)),
        FactGroup(translate("audit", "Cookie"), cookie),
        FactGroup(translate("audit", "The policy's words"), claim),
    )


def aside_details(row: AsideRow, rows: AuditRows) -> tuple[FactGroup, ...]:
    """Return why a third party's cookie was left aside, and which claims speak of it."""
    why = Fact(
        "",
        translate("audit", "It may have been set on any site that this browser showed, so it is no finding here."),
        words.sentence(_text(row.held.why)),
    )
    return _filled(
        FactGroup(translate("audit", "Why it was left aside"), (why,)),
        FactGroup(translate("audit", "Spoken of"), _capped(Fact("", _quoted(ref)) for ref in row.held.supports)),
        _label(row.held.label, None),
    )


def way_details(row: WayRow, rows: AuditRows) -> tuple[FactGroup, ...]:
    """Return what an opt-out stops, where it is, and what it takes."""
    way = row.way
    facts = [
        Fact(translate("audit", "Address"), visible(way.url, _LONGEST), visible(way.status)),
        Fact(translate("audit", "In the policy"), general.yes_no(way.offered_by_policy)),
        Fact(translate("audit", "Needs an account"), general.yes_no(way.requires_login)),
    ]
    if way.why:
        facts.append(Fact(translate("audit", "Why"), words.sentence(_text(way.why))))
    stops = (Fact("", row.stops),) if row.stops else ()
    return _filled(
        FactGroup(translate("audit", "What it stops"), stops), FactGroup(translate("audit", "Opt-out"), tuple(facts))
    )


def report_details(report: Report) -> tuple[FactGroup, ...]:
    """Return what the report as a whole rests on, while nothing is chosen."""
    consents = (
        Fact(visible(held.tool, 80), words.sentence(_text(held.why)), cookie_name(held.cookie))
        for held in report.consents
    )
    gone = report.baseline.gone if report.baseline is not None else ()
    return _filled(
        FactGroup(translate("audit", "Said first"), tuple(Fact("", _text(notice)) for notice in report.notices)),
        _counts(report),
        FactGroup(translate("audit", "Choices that cookies record"), _capped(consents)),
        _corrections(report.corrections),
        FactGroup(translate("audit", "Found before, and not now"), _capped(map(_gone, gone))),
        _measured(report),
    )


def _gone(known: KnownFinding) -> Fact:
    where = translate("audit", "{name} of {host}").format(
        name=visible(known.cookie, 120), host=visible(known.host, 120)
    )
    about = where if known.cookie else _text(known.subject or known.sentence)
    return Fact(visible(known.code, 20), about, visible(known.name, 80))


def _counts(report: Report) -> FactGroup:
    counted = ((said.text, report.counts.verdict(verdict)) for verdict, said in words.VERDICTS.items())
    numbers = (*counted, (translate("audit", "Of unknown site"), report.counts.aside))
    facts = tuple(Fact(label, general.amount(number)) for label, number in numbers if number)
    return FactGroup(translate("audit", "Cookies by verdict"), facts)


def _measured(report: Report) -> FactGroup:
    measured = report.measured
    read = (
        Fact(words.input_kind(held.kind), visible(held.location, _LONGEST), visible(held.format))
        for held in measured.inputs
    )
    day = measured.knowledge_date.isoformat()
    facts = (
        *_capped(read),
        Fact(translate("audit", "Knowledge"), visible(measured.knowledge), day),
        Fact(translate("audit", "Program"), visible(measured.program)),
    )
    return FactGroup(translate("audit", "Measured with"), facts)


def _filled(*groups: FactGroup) -> tuple[FactGroup, ...]:
    return tuple(group for group in groups if group.facts)


def _text(text: str) -> str:
    return visible(text, _LONGEST)


def _said(said: words.Said) -> Fact:
    return Fact(said.text, words.sentence(said.explanation))


def _quoted(ref: ClaimRef) -> str:
    return f"“{_text(' '.join(ref.quote.text.split()))}”"


def _cookie(ref: CookieRef) -> Fact:
    within = ""
    if ref.partition:
        within = translate("audit", "only within {site}").format(site=visible(ref.partition, 120))
    return Fact(cookie_name(ref), visible(ref.host, 120), within)


def _cookies(finding: Finding) -> tuple[CookieRef, ...]:
    return finding.others if finding.cookie is None else (finding.cookie, *finding.others)


def _ids(claims: Iterable[ClaimRef]) -> set[str]:
    return {ref.id for ref in claims}


def _findings(findings: Iterable[Finding]) -> FactGroup:
    facts = (
        Fact(f"{finding.code}, {words.LEVELS[finding.level].text}", words.sentence(_text(finding.message)))
        for finding in findings
    )
    return FactGroup(translate("audit", "Findings"), _capped(facts))


def _capped(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the first of many lines, and say how many more there are: a claim may have a thousand cookies."""
    held = tuple(facts)
    if len(held) <= _MOST:
        return held
    more = translate("audit", "and {count} more").format(count=general.amount(len(held) - _MOST))
    return (*held[:_MOST], Fact("", more))


def _corrections(corrections: tuple[Correction, ...]) -> FactGroup:
    facts = tuple(
        Fact(visible(held.kind, 40), _text(held.says), _text(", ".join(filter(None, (held.reason, held.author)))))
        for held in corrections
    )
    return FactGroup(translate("audit", "Corrected by a person"), facts)


def _label(label: Label, sure: bool | None) -> FactGroup:
    because = "; ".join(label.because[:3])
    told = label.certainty is Certainty.SURE if sure is None else sure
    facts = [
        Fact(translate("audit", "Purpose"), words.purpose(label, told), words.sentence(_text(because))),
        Fact(translate("audit", "Set by"), words.word(words.PARTIES, label.party)),
    ]
    if label.vendor_name or label.vendor:
        facts.append(Fact(translate("audit", "Company"), visible(label.vendor_name or label.vendor or "", 200)))
    if sure is not None:
        facts.append(Fact(translate("audit", "Certain"), general.yes_no(sure)))
    return FactGroup(translate("audit", "What it is for"), tuple(facts))


def _life(row: CookieRow) -> FactGroup:
    cookie = row.judged.cookie
    lifetime = Fact(
        translate("audit", "Lives"), general.lifetime_words(cookie.lifetime), general.basis(cookie.lifetime)
    )
    where = Fact(translate("audit", "Found in"), visible(cookie.store.label, 200))
    return FactGroup(translate("audit", "The cookie"), (lifetime, where))

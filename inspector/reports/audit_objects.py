# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The records of an audit as objects for programs. ``None`` is "not known" everywhere; it never means "no".

The shapes are those of ``resources/schemas/audit.schema.json``; the tests hold the two together.
"""

from typing import Any

from inspector.core.consent import Consent
from inspector.core.finding import ClaimRef, CookieRef, Finding, Level, NotJudged, Verdict
from inspector.core.label import Group, Label
from inspector.core.moments import from_datetime, to_iso
from inspector.core.policy import Claim
from inspector.core.report import (
    AsideCookie,
    BaselineCheck,
    Correction,
    Counts,
    Declared,
    IgnoredFinding,
    JudgedClaim,
    JudgedCookie,
    Measured,
    Report,
    WayOut,
)
from inspector.core.rule_page import AskedRule
from inspector.reports.objects import cookie_object


def cookie_ref(ref: CookieRef | None) -> dict[str, Any] | None:
    """Return a cookie as findings name it."""
    return None if ref is None else {"id": ref.id, "name": ref.name, "host": ref.host, "partition": ref.partition}


def claim_ref(ref: ClaimRef | None) -> dict[str, Any] | None:
    """Return a claim as findings name it: its sentence and where that stands."""
    return None if ref is None else {"id": ref.id, "field": ref.field, **_place(ref)}


def _place(quoted: ClaimRef | Claim) -> dict[str, Any]:
    quote = quoted.quote
    return {"quote": quote.text, "start": quote.start, "end": quote.end, "line": quote.line}


def label_object(label: Label) -> dict[str, Any]:
    """Return what a cookie is for, and what that rests on."""
    return {
        "purpose": label.purpose,
        "group": label.group,
        "subtype": label.subtype or None,
        "vendor": label.vendor,
        "vendor_name": label.vendor_name,
        "party": label.party,
        "tracks": label.tracks,
        "tracks_because": list(label.tracks_because),
        "confidence": label.confidence,
        "disputed": list(label.disputed),
        "because": list(label.because),
    }


def judged_cookie(judged: JudgedCookie, with_value: bool) -> dict[str, Any]:
    """Return one cookie with its verdict; the value is part of the record only where it was asked for."""
    record = cookie_object(judged.cookie, with_value)
    partition = record["partition"]
    return {
        "id": judged.ref.id,
        "name": record["name"],
        "host": record["host"],
        "partition": None if partition is None else partition["site"],
        "verdict": judged.verdict,
        "why": judged.why,
        "codes": list(judged.codes),
        "attribution": judged.attribution,
        "declared_by": [_declared(declared) for declared in judged.declared_by],
        "label": {**label_object(judged.label), "sure": judged.sure},
        "corrections": [correction_object(correction) for correction in judged.corrections],
        "record": record,
    }


def _declared(declared: Declared) -> dict[str, Any]:
    return {"by": declared.by, "how": declared.how, "claim": claim_ref(declared.claim)}


def aside_cookie(aside: AsideCookie, with_value: bool) -> dict[str, Any]:
    """Return a third party's cookie of which nothing says which site set it."""
    record = cookie_object(aside.cookie, with_value)
    return {
        "id": record["id"],
        "name": record["name"],
        "host": record["host"],
        "why": aside.why,
        "supports": [claim_ref(ref) for ref in aside.supports],
        "label": label_object(aside.label),
        "record": record,
    }


def judged_claim(judged: JudgedClaim) -> dict[str, Any]:
    """Return one claim of the policy with its verdict and the cookies that show it."""
    cookies = [cookie_ref(ref) for ref in judged.cookies]
    return {**claim_verdict(judged), "cookies": cookies, **claim_said(judged.claim)}


def claim_verdict(judged: JudgedClaim) -> dict[str, Any]:
    """Return what a claim's object begins with: which claim, and its verdict."""
    claim = judged.claim
    return {
        "id": claim.id,
        "field": claim.field,
        "stance": claim.stance,
        "verdict": judged.verdict,
        "why": judged.why,
        "codes": list(judged.codes),
    }


def claim_said(claim: Claim) -> dict[str, Any]:
    """Return what follows the cookies in a claim's object: the sentence, and what was read from it."""
    return {
        **_place(claim),
        "subject": claim.subject,
        "scope": claim.scope,
        "purpose": claim.purpose,
        "vendor": claim.vendor,
        "names": list(claim.names),
        "lifetime": claim.lifetime_value,
        "lifetime_basis": None if claim.lifetime is None else claim.lifetime.basis,
        "opt_out": claim.opt_out,
        "url": claim.url,
    }


def finding_object(finding: Finding) -> dict[str, Any]:
    """Return one finding. ``claim`` is the sentence that decides, ``claims`` are all that it rests on."""
    return {
        "code": finding.code,
        "name": finding.name,
        "level": finding.level,
        "message": finding.message,
        "what_to_do": finding.what_to_do or None,
        "cookie": cookie_ref(finding.cookie),
        "claim": claim_ref(finding.claim),
        "claims": [claim_ref(ref) for ref in finding.claims],
        "others": [cookie_ref(ref) for ref in finding.others],
        "evidence": list(finding.evidence),
        "cap": finding.cap,
        "cap_why": finding.cap_why or None,
        "baseline": finding.baseline,
        "subject": finding.subject or None,
    }


def ignored_object(ignored: IgnoredFinding) -> dict[str, Any]:
    """Return a finding that the settings set aside, with the reason they give."""
    return {
        "reason": ignored.reason,
        "until": None if ignored.until is None else ignored.until.isoformat(),
        "finding": finding_object(ignored.finding),
    }


def baseline_object(check: BaselineCheck | None) -> dict[str, Any] | None:
    """Return what came of comparing with a baseline; ``None`` where there was none."""
    if check is None:
        return None
    return {
        "location": check.location,
        "new": check.new,
        "known": check.known,
        "gone": [known._asdict() for known in check.gone],
    }


def not_judged_object(unjudged: NotJudged) -> dict[str, Any]:
    """Return what could not be judged, and why."""
    return {
        "why": unjudged.why,
        "code": unjudged.code or None,
        "cookie": cookie_ref(unjudged.cookie),
        "claim": claim_ref(unjudged.claim),
    }


def rule_object(rule: AskedRule) -> dict[str, Any]:
    """Return a rule; ``unasked`` says why it could not find anything here, ``None`` where it could."""
    page = rule.page
    return {"code": page.code, "name": page.name, "level": page.level, "unasked": rule.unasked or None}


def consent_object(consent: Consent) -> dict[str, Any]:
    """Return a choice that a consent cookie records."""
    return {
        "tool": consent.tool,
        "cookie": cookie_ref(consent.cookie),
        "choices": {group.value: consent.choices[group] for group in Group if group in consent.choices},
        "active": consent.active,
        "made": to_iso(consent.made_us),
        "made_why": consent.made_why or None,
        "precision_seconds": consent.precision_us / 1_000_000,
        "sale_opt_out": consent.sale_opt_out,
        "sections": list(consent.sections),
        "why": consent.why or None,
    }


def way_out_object(way: WayOut) -> dict[str, Any]:
    """Return an opt-out. The address is text: whoever opens it should look at it first."""
    return {**way._asdict(), "stops": way.stops or None, "why": way.why or None}


def correction_object(correction: Correction) -> dict[str, Any]:
    """Return a person's correction."""
    return {**correction._asdict(), "author": correction.author or None}


def counts_object(counts: Counts) -> dict[str, Any]:
    """Return the numbers, every verdict, group and level with one."""
    by_group, by_level = dict(counts.by_group), dict(counts.by_level)
    return {
        "cookies": counts.cookies,
        "judged": counts.judged,
        "by_verdict": {verdict.value: counts.verdict(verdict) for verdict in Verdict},
        "by_group": {group.value: by_group.get(group, 0) for group in Group},
        "by_level": {level.value: by_level.get(level, 0) for level in Level},
        "aside": counts.aside,
        "elsewhere": counts.elsewhere,
    }


def policy_object(report: Report) -> dict[str, Any]:
    """Return which policy was judged against, as of when, and how much it says."""
    document, standing, record = report.policy.document, report.standing, report.policy.record
    source = document.source
    return {
        "location": source.location,
        "sha256": source.sha256,
        "retrieved": None if source.retrieved is None else to_iso(from_datetime(source.retrieved)),
        "media_type": source.media_type or None,
        "archived": None if source.archived is None else source.archived.isoformat(),
        "original_url": source.original_url,
        "title": document.title or None,
        "language": record.language or document.language,
        "dated": None if standing.dated is None else standing.dated.isoformat(),
        "dated_basis": standing.dated_basis or None,
        "as_of": None if standing.as_of is None else standing.as_of.isoformat(),
        "in_force": standing.in_force,
        "completeness": standing.completeness,
        "completeness_why": standing.completeness_why,
        "vendors": [vendor._asdict() for vendor in record.vendors],
        "delegates": record.delegates,
        "notices": list(document.notices),
    }


def measured_object(measured: Measured) -> dict[str, Any]:
    """Return what the report rests on, so that it can be repeated."""
    return {
        "program": measured.program,
        "knowledge": measured.knowledge,
        "knowledge_date": measured.knowledge_date.isoformat(),
        "now": to_iso(from_datetime(measured.now)),
        "inputs": [{**given._asdict(), "format": given.format or None} for given in measured.inputs],
        "options": dict(measured.options),
    }

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The rows of a run: first the facts as they are told, then what was answered of them.

``repeated`` are the answers that the told facts gave when they were asked again (by the engine). With full detail the
original sentences are told, else only those of the repetition.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any, Final

from inspector.core.frozen import frozen
from inspector.core.moments import SECOND_US, from_datetime
from inspector.core.policy import Claim
from inspector.core.report import Report
from inspector.datasets.answers import Answers, FindingAnswer, answers_of
from inspector.datasets.cookie_rows import CookieRows, ValuesTold, cookie_rows
from inspector.datasets.dataset import Row, Rows, row_of
from inspector.datasets.material import Material
from inspector.datasets.telling import Telling, clean, clean_all
from inspector.datasets.visit_rows import visit_rows

_RUN_DIGITS: Final = 16
_SOURCE_DIGITS: Final = 12


@frozen
class ToldRun:
    """The facts of a run as they are told: what a dataset has of it before anything is answered."""

    run_id: str
    material: Material
    telling: Telling
    cookies: CookieRows
    facts: Rows


def told_moment(now: datetime, telling: Telling) -> datetime:
    """Return the moment of a run as it is told: the end of the day, which no record of the day lies after."""
    if telling.full:
        return now
    day = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return day + timedelta(days=1) - timedelta(microseconds=1)


def tell_run(material: Material, telling: Telling, values: ValuesTold) -> ToldRun:
    """Return the facts of a run: no answer is in them, so that they can be asked again."""
    run_id = _run_id(material, telling)
    cookies = cookie_rows(run_id, material, telling, values)
    facts: dict[str, tuple[Row, ...]] = {
        "runs": (_run(run_id, material, telling, values, len(cookies.rows)),),
        "sources": _sources(run_id, material, telling),
        "cookies": cookies.rows,
        "claims": tuple(row_of("claims", _claim(run_id, claim)) for claim in _claims(material.report)),
        "consents": _consents(run_id, material.report, telling, cookies.ids),
        "problems": _problems(run_id, material, telling),
        **visit_rows(run_id, material.visits, telling),
    }
    return ToldRun(run_id, material, telling, cookies, facts)


def rows_of(told: ToldRun, repeated: Answers | None = None) -> Rows:
    """Return all rows of a run: its facts and what was answered of them."""
    first = answers_of(told.cookies, told.material.report)
    run_id, full = told.run_id, told.telling.full
    found = sorted(first.findings.items())
    return {
        **told.facts,
        "labels": tuple(_label(run_id, cookie_id, first, repeated, full) for cookie_id in first.labels),
        "verdicts": tuple(_verdict(run_id, cookie_id, first, repeated, full) for cookie_id in first.verdicts),
        "claims": tuple(
            row_of("claims", _claim(run_id, claim) | _claim_answer(claim.id, first, repeated, full))
            for claim in _claims(told.material.report)
        ),
        "declarations": tuple(_declarations(run_id, first)),
        "findings": tuple(_finding(run_id, mark, first, repeated, full) for mark in sorted(first.findings)),
        "finding_cookies": _linked(run_id, {mark: one.cookies for mark, one in found}),
        "finding_claims": _linked(run_id, {mark: one.claims for mark, one in found}),
    }


def _run_id(material: Material, telling: Telling) -> str:
    """What is looked at, as it is told, and by what: the same input gives the same id."""
    inputs = sorted(f"{given.kind} {given.sha256} {given.format}" for given in material.inputs)
    now = told_moment(material.now, telling).isoformat()
    options = [f"{name}={value}" for name, value in material.options]
    parts = [material.site, now, material.program, material.knowledge, telling.disclosure.value, material.key]
    text = "".join(f"{len(part)}:{part}" for part in map(str, [*parts, *inputs, *options]))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_RUN_DIGITS]


def _run(run_id: str, material: Material, telling: Telling, values: ValuesTold, cookies: int) -> Row:
    report, standing = material.report, None if material.report is None else material.report.standing
    cells: dict[str, Any] = {
        "run_id": run_id,
        "site": clean(material.site),
        "domains": clean_all(list(material.domains)),
        "judged_at": from_datetime(told_moment(material.now, telling)),
        "disclosure": telling.disclosure.value,
        "values_told": values.word,
        "mark_key": None if values.marks is None else values.marks.id,
        "program": material.program,
        "knowledge": material.knowledge,
        "knowledge_date": material.knowledge_date,
        "rules": material.rules,
        "options": clean_all([f"{name}={value}" for name, value in material.options]),
        "audited": report is not None,
        "complete": material.complete,
        "only_this_site": material.evidence.only_this_site,
        "visited": _visited(material, telling),
        "cookies": cookies,
        "cookies_aside": material.aside,
        "cookies_elsewhere": material.elsewhere,
    }
    if report is not None and standing is not None:
        cells |= {
            "verified": report.verified,
            "unverified_why": clean(report.unverified_why),
            "completeness": standing.completeness.value,
            "completeness_why": clean(standing.completeness_why),
            "policy_dated": standing.dated,
            "policy_dated_basis": clean(standing.dated_basis),
            "policy_as_of": standing.as_of,
        }
    return row_of("runs", cells)


def _visited(material: Material, telling: Telling) -> tuple[str, ...]:
    origins = {telling.origin(visit.page) for visit in material.evidence.visits}
    return clean_all(sorted(origin for origin in origins if origin is not None))


def _sources(run_id: str, material: Material, telling: Telling) -> tuple[Row, ...]:
    rows = []
    for number, given in enumerate(material.inputs, 1):
        public = given.location.startswith(("http://", "https://"))
        told = telling.address(given.location) if public and given.kind != "policy" else clean(given.location)
        cells = {
            "run_id": run_id,
            "source_id": f"{number}-{(given.sha256 or given.kind)[:_SOURCE_DIGITS]}",
            "kind": given.kind,
            "location": told if public or telling.full else None,
            "format": clean(given.format),
            "sha256": given.sha256,
            "cookies": given.cookies,
        }
        rows.append(row_of("sources", cells))
    return tuple(rows)


def _claims(report: Report | None) -> tuple[Claim, ...]:
    return () if report is None else report.policy.claims


def _claim(run_id: str, claim: Claim) -> dict[str, Any]:
    quote, life = claim.quote, claim.lifetime
    return {
        "run_id": run_id,
        "claim_id": claim.id,
        "field": claim.field,
        "stance": claim.stance.value,
        "quote": clean(quote.text),
        "quote_start": quote.start,
        "quote_end": quote.end,
        "quote_line": quote.line,
        "subject": claim.subject.value,
        "scope": claim.scope.value,
        "purpose": None if claim.purpose is None else claim.purpose.value,
        "vendor": clean(claim.vendor),
        "names": clean_all(claim.names),
        "provider": clean(claim.provider),
        "lifetime_days": None if life is None else life.days,
        "lifetime_session": None if life is None else life.session,
        "lifetime_basis": None if life is None else life.basis.value,
        "lifetime_start": None if life is None else life.start,
        "lifetime_end": None if life is None else life.end,
        "opt_out": clean(claim.opt_out),
        "url": clean(claim.url),
        "storage": claim.storage,
        "purpose_text": clean(claim.purpose_text),
        "codes": (),
    }


def _claim_answer(claim_id: str, first: Answers, repeated: Answers | None, full: bool) -> dict[str, Any]:
    answer = first.claims.get(claim_id)
    if answer is None:
        return {}
    again = None if repeated is None else repeated.claims.get(claim_id)
    repeats = None if repeated is None else answer.repeats(again)
    why = answer.why if full else again.why if again is not None and repeats else None
    return {
        "verdict": answer.verdict.value,
        "verdict_why": clean(why),
        "codes": answer.codes,
        "repeatable": repeats,
    }


def _label(run_id: str, cookie_id: str, first: Answers, repeated: Answers | None, full: bool) -> Row:
    answer = first.labels[cookie_id]
    again = None if repeated is None else repeated.labels.get(cookie_id)
    repeats = None if repeated is None else answer.repeats(again)
    label = answer.label
    spoken = label if full else again.label if again is not None and repeats else None
    cells = {
        "run_id": run_id,
        "cookie_id": cookie_id,
        "purpose": label.purpose.value,
        "group": label.group.value,
        "subtype": label.subtype.value or None,
        "vendor": label.vendor,
        "vendor_name": label.vendor_name,
        "party": label.party.value,
        "tracks": label.tracks.value,
        "confidence": label.confidence,
        "sure": answer.sure,
        "because": None if spoken is None else clean_all(spoken.because),
        "tracks_because": None if spoken is None else clean_all(spoken.tracks_because),
        "disputed": None if spoken is None else clean_all(spoken.disputed),
        "corrected": answer.corrected,
        "repeatable": repeats,
    }
    return row_of("labels", cells)


def _verdict(run_id: str, cookie_id: str, first: Answers, repeated: Answers | None, full: bool) -> Row:
    answer = first.verdicts[cookie_id]
    again = None if repeated is None else repeated.verdicts.get(cookie_id)
    repeats = None if repeated is None else answer.repeats(again)
    why = answer.why if full else again.why if again is not None and repeats else None
    cells = {"verdict": answer.verdict.value, "why": clean(why), "codes": answer.codes, "repeatable": repeats}
    return row_of("verdicts", {"run_id": run_id, "cookie_id": cookie_id, **cells})


def _declarations(run_id: str, first: Answers) -> list[Row]:
    return [
        row_of(
            "declarations",
            {
                "run_id": run_id,
                "cookie_id": cookie_id,
                "claim_id": claim_id,
                "declared_by": how,
                "position": position,
            },
        )
        for cookie_id, answer in first.verdicts.items()
        for position, (claim_id, how) in enumerate(answer.declared, 1)
        if claim_id in first.claims
    ]


def _finding(run_id: str, mark: str, first: Answers, repeated: Answers | None, full: bool) -> Row:
    answer = first.findings[mark]
    again = None if repeated is None else repeated.findings.get(mark)
    repeats = None if repeated is None else answer.repeats(again)
    spoken: FindingAnswer | None = answer if full else again if repeats else None
    cells = {
        "run_id": run_id,
        "finding_id": mark,
        "code": answer.code,
        "rule": answer.rule,
        "level": answer.level.value,
        "cap": None if answer.cap is None else answer.cap.value,
        "ignored": answer.ignored,
        "cookie_id": answer.cookies[0] if answer.cookies else None,
        "claim_id": answer.claims[0] if answer.claims else None,
        "message": None if spoken is None else clean(spoken.message),
        "what_to_do": None if spoken is None else clean(spoken.what_to_do),
        "evidence": None if spoken is None else clean_all(spoken.evidence),
        "repeatable": repeats,
    }
    return row_of("findings", cells)


def _linked(run_id: str, ids: Mapping[str, tuple[str, ...]]) -> tuple[Row, ...]:
    """Return the rows that link findings, in the order of their ids, with others."""
    return tuple((run_id, mark, position, one) for mark in ids for position, one in enumerate(ids[mark], 1))


def _consents(run_id: str, report: Report | None, telling: Telling, ids: Mapping[str, str]) -> tuple[Row, ...]:
    rows = []
    for consent in () if report is None else report.consents:
        if consent.cookie.id not in ids:
            continue
        cells = {
            "run_id": run_id,
            "cookie_id": ids[consent.cookie.id],
            "tool": consent.tool,
            "allowed": tuple(sorted(group.value for group, allowed in consent.choices.items() if allowed)),
            "refused": tuple(sorted(group.value for group, allowed in consent.choices.items() if not allowed)),
            "active": consent.active,
            "made": telling.moment(consent.made_us),
            "made_why": clean(consent.made_why),
            "precision_seconds": consent.precision_us / SECOND_US,
            "sale_opt_out": consent.sale_opt_out,
            "sections": tuple(map(str, consent.sections)),
        }
        rows.append(row_of("consents", cells))
    return tuple(sorted(rows, key=lambda row: row[:3]))


def _problems(run_id: str, material: Material, telling: Telling) -> tuple[Row, ...]:
    return tuple(
        row_of(
            "problems",
            {
                "run_id": run_id,
                "position": position,
                "code": problem.code,
                "severity": problem.severity.value,
                "count": problem.count,
                "what": telling.only_full(problem.what),
                "where": telling.only_full(problem.where),
                "why": telling.only_full(problem.why),
            },
        )
        for position, problem in enumerate(material.problems, 1)
    )

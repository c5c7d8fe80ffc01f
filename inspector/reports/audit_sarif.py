# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""An audit as SARIF 2.1.0 (OASIS), with what GitHub's code scanning asks for, within its limits.

A cookie is no file, and an alert needs one: it stands at the contradicted sentence of the policy, or at line 1 of the
file that should declare the cookie; the cookie is the logical location. Section numbers below are SARIF's.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple, TextIO

from inspector.core.finding import BaselineState, ClaimRef, CookieRef, Finding
from inspector.core.fingerprint import fingerprints
from inspector.core.problem import Problem, Severity
from inspector.core.report import DISCLAIMER, IgnoredFinding, KnownFinding, Report
from inspector.reports.api import Look
from inspector.reports.audit_parts import NAME, correction_text
from inspector.reports.audit_places import Place, claim_place, place_of, policy_place, source_places
from inspector.reports.json_text import as_text
from inspector.reports.sarif_budget import Budget
from inspector.reports.sarif_rules import cut, rule_objects

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
MOST_RESULTS: Final = 25_000  # GitHub takes no more in a run
_NEARBY: Final = 20
_BASELINE: Final[Mapping[BaselineState | None, str]] = {
    BaselineState.NEW: "new",
    BaselineState.KNOWN: "unchanged",
    BaselineState.GONE: "absent",
}
_MOST_TOLD: Final = 1000  # problems of reading, and corrections
_NOTIFIED: Final = {Severity.NOTE: "note", Severity.PARTIAL: "warning", Severity.FAILED: "error"}
ROOT: Final = "%SRCROOT%"


class _Held(NamedTuple):
    """A finding with what belongs to it."""

    finding: Finding
    mark: str
    ignored: IgnoredFinding | None = None


def write_audit(report: Report, look: Look, out: TextIO) -> None:
    """Write the audit's log."""
    rules = rule_objects(report)
    order = {rule["id"]: number for number, rule in enumerate(rules)}
    held = _held(report)
    total = len(held) + (0 if report.baseline is None else len(report.baseline.gone))
    results = _results(report, look, held, order)
    write_log(_head(report, look, rules), results, lambda written: _invocation(report, total - written), out)


def write_log(
    head: Mapping[str, Any],
    results: Iterable[dict[str, Any]],
    invocation: Callable[[int], dict[str, Any]],
    out: TextIO,
) -> None:
    """Write a log of one run: results one by one within GitHub's limits, what stands beside them last.

    ``invocation`` gets the number of results that were written, for it says how many were left out.
    """
    out.write(f'{{"$schema": {as_text(SCHEMA)},\n"version": "2.1.0",\n"runs": [{{\n')
    for key, value in head.items():
        out.write(f'"{key}": {as_text(value)},\n')
    budget, written = Budget(), 0
    out.write('"results": [')
    for result in results:
        text = as_text(result)
        if written == MOST_RESULTS or not budget.takes(text):
            break
        out.write((",\n" if written else "\n") + text)
        written += 1
    out.write(f'],\n"invocations": {as_text([invocation(written)])}\n}}]}}\n')


def _held(report: Report) -> Sequence[_Held]:
    findings = [*report.findings, *(ignored.finding for ignored in report.ignored)]
    ignored = [None] * len(report.findings) + list(report.ignored)
    marks = fingerprints(findings, report.site)
    return tuple(_Held(*both) for both in zip(findings, marks, ignored, strict=True))


def _head(report: Report, look: Look, rules: Sequence[dict[str, Any]]) -> dict[str, Any]:
    measured = report.measured
    _, _, version = measured.program.partition(" ")
    driver: dict[str, Any] = {"name": "Cookie Inspector", "rules": rules}
    if version:
        driver["version"] = cut(version, NAME)
    return {
        "tool": {"driver": driver},
        "automationDetails": {"id": f"cookies/{cut(report.site, NAME)}/{measured.now:%Y-%m-%d}"},
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the source tree."}}},
        "artifacts": [
            {"location": _artifact(place), "hashes": {"sha-256": cut(source.sha256, NAME) or "unknown"}}
            for source, place in source_places(report, look)
        ],
        "properties": {
            "headline": cut(report.headline),
            "verified": report.verified,
            "unverifiedWhy": cut(report.unverified_why) if not report.verified else None,
            "knowledge": cut(measured.knowledge, NAME),
            "disclaimer": DISCLAIMER,
        },
    }


def _invocation(report: Report, left: int) -> dict[str, Any]:
    """Return what is to be said of the run itself (3.20). It did its work where everything was read and judged."""
    told = [problem_notification(met) for met in report.problems[:_MOST_TOLD]]
    if not report.verified:
        told.insert(0, _notification("warning", f"Could not be verified: {report.unverified_why}", "not-verified"))
    if left:
        text = f"{left:,} results were left out: GitHub takes {MOST_RESULTS:,} and 10 MB. --format json has them all."
        told.insert(0, _notification("warning", text, "results-left-out"))
    told += [_notification("note", correction_text(held), "correction") for held in report.corrections[:_MOST_TOLD]]
    fault = any(met.code == "internal-error" for met in report.problems)
    return {"executionSuccessful": not fault, "toolExecutionNotifications": told}


def problem_notification(met: Problem) -> dict[str, Any]:
    """Return a problem of reading as a notification of the run (3.58)."""
    return _notification(_NOTIFIED[met.severity], str(met), met.code)


def _notification(level: str, text: str, code: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": cut(text)}, "descriptor": {"id": cut(code, NAME)}}


def _results(report: Report, look: Look, held: Iterable[_Held], order: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    for one in held:
        yield _result(one, report, look, order)
    for gone in report.baseline.gone if report.baseline is not None else ():
        yield _gone(gone, policy_place(report, look), order)


def _result(held: _Held, report: Report, look: Look, order: Mapping[str, int]) -> dict[str, Any]:
    finding = held.finding
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": order[finding.code],
        "level": finding.level.value,
        "message": {"text": _message(finding)},
        "locations": [_location(place_of(finding, report, look), (finding.cookie, *finding.others))],
        "partialFingerprints": {"primaryLocationLineHash": held.mark},
        "properties": {
            "evidence": [cut(text) for text in finding.evidence[:_NEARBY]],
            "whatToDo": cut(finding.what_to_do) or None,
            "levelCappedBecause": cut(finding.cap_why) or None,
        },
    }
    related = _unique(_related(claim, report, look) for claim in finding.claims)
    if related:
        result["relatedLocations"] = related
    if finding.baseline is not None:
        result["baselineState"] = _BASELINE[finding.baseline]
    if report.ignored:  # 3.27.23: where one result has it, all have; empty says that it is not suppressed
        result["suppressions"] = [] if held.ignored is None else [_suppression(held.ignored)]
    return result


def _message(finding: Finding) -> str:
    text = f"{finding.message}. {finding.what_to_do}." if finding.what_to_do else finding.message
    return cut(text) or finding.code


def _location(place: Place, cookies: Iterable[CookieRef | None]) -> dict[str, Any]:
    named = _unique(logical(cookie) for cookie in cookies if cookie is not None)
    location: dict[str, Any] = {"physicalLocation": physical(place)}
    return {**location, "logicalLocations": named} if named else location


def _unique(objects: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the first few that differ as they are shown: SARIF's lists are sets."""
    found: list[dict[str, Any]] = []
    for held in objects:
        if held not in found:
            found.append(held)
        if len(found) == _NEARBY:
            break
    return found


def physical(place: Place) -> dict[str, Any]:
    """Return a place as a physical location (3.29)."""
    region = place.region
    lines = {"startLine": region.line, "startColumn": region.column}
    ends = {"endLine": region.end_line, "endColumn": region.end_column}
    return {"artifactLocation": _artifact(place), "region": lines | ends}


def _artifact(place: Place) -> dict[str, Any]:
    return {"uri": place.uri, "uriBaseId": ROOT} if place.relative else {"uri": place.uri}


def logical(cookie: CookieRef) -> dict[str, Any]:
    """Return a cookie as a logical location (3.33)."""
    name, host = cut(cookie.name, NAME) or "(no name)", cut(cookie.host, NAME)
    place = f"{cut(cookie.partition, NAME)}/" if cookie.partition else ""
    return {"name": name, "fullyQualifiedName": f"{place}{host}/{name}", "kind": "resource"}


def _related(claim: ClaimRef, report: Report, look: Look) -> dict[str, Any]:
    quote = cut(" ".join(claim.quote.text.split())) or claim.field
    return {"physicalLocation": physical(claim_place(claim, report, look)), "message": {"text": quote}}


def _suppression(ignored: IgnoredFinding) -> dict[str, Any]:
    until = f" (until {ignored.until})" if ignored.until is not None else ""
    return {"kind": "external", "status": "accepted", "justification": cut(f"{ignored.reason}{until}")}


def _gone(known: KnownFinding, place: Place, order: Mapping[str, int]) -> dict[str, Any]:
    """Return what the baseline has and was not found now: an absent result (3.27.24), which GitHub does not show."""
    about = f": {known.cookie} of {known.host}" if known.cookie else f": {known.subject}" if known.subject else ""
    result: dict[str, Any] = {
        "ruleId": cut(known.code, NAME) or "unknown",
        "level": known.level.value,
        "message": {"text": cut(f"No longer found{about}.")},
        "locations": [_location(place, ())],
        "partialFingerprints": {"primaryLocationLineHash": cut(known.fingerprint, NAME) or "unknown"},
        "baselineState": "absent",
    }
    return result | ({"ruleIndex": order[known.code]} if known.code in order else {})

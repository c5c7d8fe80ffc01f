# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A comparison as SARIF 2.1.0: a difference is a result at its file and line.

Findings keep their rule and have a ``baselineState`` (3.27.24), which is what the format has for two runs; cookies and
statements are filed under the way in which they differ.
"""

from collections.abc import Iterator
from typing import Any, Final, TextIO

from inspector.core.comparison import Comparison, Difference, SetAside, Subject, Turn
from inspector.core.finding import CookieRef
from inspector.core.fingerprint import difference_marks
from inspector.core.report import DISCLAIMER
from inspector.reports.audit_parts import NAME
from inspector.reports.audit_sarif import MOST_RESULTS, ROOT, logical, physical, problem_notification, write_log
from inspector.reports.changes.api import ChangesLook
from inspector.reports.changes.ways import rule_of, ways_of
from inspector.reports.changes.wording import headline, told
from inspector.reports.objects import PROGRAM
from inspector.reports.sarif_rules import bare_rule, cut

_STATES: Final = {Turn.NEW: "new", Turn.GONE: "absent", Turn.CHANGED: "updated", Turn.LONGER: "updated"}


def write_comparison(comparison: Comparison, look: ChangesLook, out: TextIO) -> None:
    """Write the comparison's log."""
    held = [*comparison.differences, *(aside.difference for aside in comparison.ignored)]
    rules = list(_rules(comparison, held))
    order = {rule["id"]: number for number, rule in enumerate(rules)}
    results = _results(comparison, look, held, order)
    write_log(
        _head(comparison, rules), results, lambda written: _invocation(comparison, look, len(held) - written), out
    )


def _rules(comparison: Comparison, held: list[Difference]) -> Iterator[dict[str, Any]]:
    known = set()
    for way in ways_of(comparison):
        if way.subject is not Subject.FINDING:
            known.add(way.code)
            rule = bare_rule(way.code, way.code, "warning" if way.turn in (Turn.NEW, Turn.LONGER) else "note")
            text = {"text": way.means}
            yield {**rule, "shortDescription": text, "fullDescription": text, "help": {**text, "markdown": way.means}}
    for difference in held:
        code = cut(rule_of(difference), NAME)
        if code not in known:
            known.add(code)
            yield bare_rule(code, code, difference.level.value)


def _head(comparison: Comparison, rules: list[dict[str, Any]]) -> dict[str, Any]:
    driver = {"name": "Cookie Inspector", "version": PROGRAM["version"], "rules": rules}
    return {
        "tool": {"driver": driver},
        "automationDetails": {"id": f"cookies-diff/{comparison.kind.value}/"},
        "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the source tree."}}},
        "properties": {
            "headline": cut(headline(comparison)),
            "before": cut(comparison.before.location),
            "after": cut(comparison.after.location),
            "whole": not comparison.why,
            "why": cut(comparison.why) or None,
            "disclaimer": DISCLAIMER,
        },
    }


def _results(
    comparison: Comparison, look: ChangesLook, held: list[Difference], order: dict[str, int]
) -> Iterator[dict[str, Any]]:
    aside: list[SetAside | None] = [*(None for _ in comparison.differences), *comparison.ignored]
    for difference, ignored, mark in zip(held, aside, difference_marks(held), strict=True):
        code, place = cut(rule_of(difference), NAME), look.place(difference, comparison)
        location: dict[str, Any] = {"physicalLocation": physical(place)}
        if difference.host:
            ref = CookieRef("", difference.name, difference.host, difference.partition or None)
            location["logicalLocations"] = [logical(ref)]
        result: dict[str, Any] = {
            "ruleId": code,
            "ruleIndex": order[code],
            "level": difference.level.value,
            "message": {"text": cut(told(difference)) or code},
            "locations": [location],
            "partialFingerprints": {"primaryLocationLineHash": mark},
            "properties": {"turn": difference.turn.value, "details": [cut(str(it.what)) for it in difference.details]},
        }
        if difference.subject is Subject.FINDING:
            result["baselineState"] = _STATES[difference.turn]
        if comparison.ignored:  # 3.27.23: where one result has it, all have
            result["suppressions"] = [] if ignored is None else [_suppression(ignored)]
        yield result


def _suppression(held: SetAside) -> dict[str, Any]:
    until = f" (until {held.until})" if held.until is not None else ""
    return {"kind": "external", "status": "accepted", "justification": cut(f"{held.reason}{until}")}


def _invocation(comparison: Comparison, look: ChangesLook, left: int) -> dict[str, Any]:
    told_of = [problem_notification(met) for met in comparison.problems[:1000]]
    for text, code in (
        (comparison.why and f"Could not be compared whole: {comparison.why}", "not-compared"),
        (left and f"{left:,} results were left out: GitHub takes {MOST_RESULTS:,} and 10 MB.", "results-left-out"),
    ):
        if text:
            said = {"level": "warning", "message": {"text": cut(str(text))}, "descriptor": {"id": code}}
            told_of.insert(0, said)
    return {"executionSuccessful": True, "toolExecutionNotifications": told_of}

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""An audit as JUnit XML: a suite for the site, a case for each rule on each cookie, passes too.

The dialect is the one that Jenkins, GitLab and the common readers agree on: ``failure`` and ``error`` with ``type`` and
``message``, ``skipped`` with ``message``, ``properties`` of the suite.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final, TextIO

from inspector.core.finding import CookieRef, Finding
from inspector.core.report import DISCLAIMER, Report
from inspector.reports.api import Look
from inspector.reports.audit_cases import Case, Outcome, cases
from inspector.reports.audit_parts import NAME, TEXT
from inspector.reports.audit_sections import browsers
from inspector.reports.xml_text import xml_attribute, xml_text

_NEARBY: Final = 12
_TAGS: Final = {Outcome.FAILED: "failure", Outcome.ERROR: "error", Outcome.SKIPPED: "skipped"}


def write_audit(report: Report, look: Look, out: TextIO) -> None:
    """Write the document; the cases are counted first, because their numbers stand in front of them."""
    tally = Counter(case.outcome for case in cases(report, look))
    numbers = (
        f'tests="{sum(tally.values())}" failures="{tally[Outcome.FAILED]}" errors="{tally[Outcome.ERROR]}" '
        f'skipped="{tally[Outcome.SKIPPED]}"'
    )
    moment = report.measured.now.strftime("%Y-%m-%dT%H:%M:%S")
    site = xml_attribute(report.site, NAME)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(f'<testsuites name="Cookie Inspector" {numbers} time="0">\n')
    out.write(f'  <testsuite name={site} {numbers} time="0" timestamp="{moment}">\n    <properties>\n')
    for name, value in _properties(report):
        out.write(f'      <property name="{name}" value={xml_attribute(value, TEXT)}/>\n')
    out.write("    </properties>\n")
    names: Counter[str] = Counter()
    for case in cases(report, look):
        out.write(_case(case, site, _name(case, names)))
    out.write(f"    <system-out>{xml_text(report.headline, TEXT)}\n{xml_text(DISCLAIMER)}</system-out>\n")
    out.write("  </testsuite>\n</testsuites>\n")


def _properties(report: Report) -> Iterator[tuple[str, str]]:
    measured, source = report.measured, report.policy.document.source
    yield "program", measured.program
    yield "knowledge", f"{measured.knowledge} of {measured.knowledge_date}"
    yield "policy", source.location
    yield "policy.sha256", source.sha256
    yield "verified", "yes" if report.verified else f"no: {report.unverified_why}"
    yield "browser", browsers(report)
    for given in measured.inputs:
        yield f"input.{given.kind}", f"{given.location} {given.sha256 or ''}".strip()


def _name(case: Case, names: Counter[str]) -> str:
    """Return a case's name, numbered where two cookies are told apart only by what no name shows."""
    name = f"{case.code} {case.name}"
    if case.cookie is not None:
        name += f": {_cookie(case.cookie)}"
    elif case.passes > 1:
        name += f": {case.why}"
    names[name] += 1
    return name if names[name] == 1 else f"{name} [{names[name]}]"


def _cookie(ref: CookieRef) -> str:
    place = f" in {ref.partition[:NAME]}" if ref.partition else ""
    return f"{ref.name[:NAME] or '(no name)'} of {ref.host[:NAME]}{place}"


def _case(case: Case, site: str, name: str) -> str:
    head = f"    <testcase classname={site} name={xml_attribute(name, 4 * NAME)}"
    tag = _TAGS.get(case.outcome)
    if tag is None and case.finding is None:
        return f'{head} time="0"/>\n'
    head += ' time="0">\n'
    if tag is None and case.finding is not None:
        told = f"      <system-out>{_details(case.finding)}</system-out>\n"
    elif tag == "skipped":
        told = f"      <skipped message={xml_attribute(case.why, TEXT)}/>\n"
    else:
        inner = _details(case.finding) if case.finding is not None else xml_text(case.why, TEXT)
        told = f'      <{tag} type="{case.code}" message={xml_attribute(case.why, TEXT)}>{inner}</{tag}>\n'
    return f"{head}{told}    </testcase>\n"


def _details(finding: Finding) -> str:
    """Return a finding in lines: what was found, the sentences it rests on, the evidence, what to do."""
    known = f" ({finding.baseline.value})" if finding.baseline is not None else ""
    lines = [f"{finding.level.value}{known}: {finding.message}"]
    lines += [f'line {ref.quote.line}: "{" ".join(ref.quote.text.split())}"' for ref in finding.claims[:_NEARBY]]
    lines += [*finding.evidence[:_NEARBY], finding.cap_why and f"Not graver than this because {finding.cap_why}"]
    lines += [finding.what_to_do and f"What to do: {finding.what_to_do}"]
    return "\n".join(xml_text(line, TEXT) for line in lines if line)

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
from inspector.reports.audit_parts import NAME, TEXT, correction_text
from inspector.reports.audit_sections import browsers
from inspector.reports.words import many
from inspector.reports.xml_text import xml_attribute, xml_text

_NEARBY: Final = 12
_MOST_TOLD: Final = 100  # corrections
_TAGS: Final = {Outcome.FAILED: "failure", Outcome.ERROR: "error", Outcome.SKIPPED: "skipped"}


def write_audit(report: Report, look: Look, out: TextIO) -> None:
    """Write the document; the cases are made before it begins, because their numbers stand in front of them."""
    tally: Counter[Outcome] = Counter()
    maker, body = _Maker(report), []
    for case in cases(report, look):
        tally[case.outcome] += 1
        body.append(maker.element(case))
    numbers = (
        f'tests="{len(body)}" failures="{tally[Outcome.FAILED]}" errors="{tally[Outcome.ERROR]}" '
        f'skipped="{tally[Outcome.SKIPPED]}"'
    )
    moment = report.measured.now.strftime("%Y-%m-%dT%H:%M:%S")
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(f'<testsuites name="Cookie Inspector" {numbers} time="0">\n')
    out.write(f'  <testsuite name={maker.site} {numbers} time="0" timestamp="{moment}">\n    <properties>\n')
    for name, value in _properties(report):
        out.write(f'      <property name="{name}" value={xml_attribute(value, TEXT)}/>\n')
    out.write("    </properties>\n")
    out.writelines(body)
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
    for correction in report.corrections[:_MOST_TOLD]:
        yield "correction", correction_text(correction)


class _Maker:
    """Makes the elements. What each rule says again of the same cookie or reason is escaped once."""

    def __init__(self, report: Report) -> None:
        self.site = xml_attribute(report.site, NAME)
        self._labels: dict[str, str] = {}
        self._shown: Counter[str] = Counter()
        self._names: Counter[str] = Counter()
        self._whys: dict[str, str] = {}

    def element(self, case: Case) -> str:
        """Return one case."""
        head = f'    <testcase classname={self.site} name="{self._name(case)}" time="0"'
        tag = _TAGS.get(case.outcome)
        if tag is None and case.finding is None:
            return f"{head}/>\n"
        if tag is None and case.finding is not None:
            told = f"<system-out>{_details(case.finding)}</system-out>"
        elif tag == "skipped":
            told = f"<skipped message={self._why(case.why)}/>"
        else:
            inner = _details(case.finding) if case.finding is not None else xml_text(case.why, TEXT)
            told = f'<{tag} type="{case.code}" message={self._why(case.why)}>{inner}</{tag}>'
        return f"{head}>\n      {told}\n    </testcase>\n"

    def _name(self, case: Case) -> str:
        """Return a case's name, numbered where it came before: two findings of a rule may be about one cookie."""
        name = f"{case.code} {case.name}"
        if case.cookie is not None:
            name = f"{name}: {self._label(case.cookie)}"
            if case.finding is None:  # each cookie comes once in such a case, and its label is its own
                return name
        elif case.cookies > 1:
            name = f"{name}: {many(case.cookies, 'cookie')}"
        self._names[name] += 1
        return name if self._names[name] == 1 else f"{name} [{self._names[name]}]"

    def _label(self, ref: CookieRef) -> str:
        """Return what a cookie is called, numbered where two are told apart only by what no name shows."""
        label = self._labels.get(ref.id)
        if label is None:
            label = xml_attribute(_cookie(ref), 4 * NAME)[1:-1]
            self._shown[label] += 1
            label = label if self._shown[label] == 1 else f"{label} #{self._shown[label]}"
            self._labels[ref.id] = label
        return label

    def _why(self, why: str) -> str:
        shown = self._whys.get(why)
        if shown is None:
            shown = self._whys[why] = xml_attribute(why, TEXT)
        return shown


def _cookie(ref: CookieRef) -> str:
    place = f" in {ref.partition[:NAME]}" if ref.partition else ""
    return f"{ref.name[:NAME] or '(no name)'} of {ref.host[:NAME]}{place}"


def _details(finding: Finding) -> str:
    """Return a finding in lines: what was found, the sentences it rests on, the evidence, what to do."""
    known = f" ({finding.baseline.value})" if finding.baseline is not None else ""
    lines = [f"{finding.level.value}{known}: {finding.message}"]
    lines += [f'line {ref.quote.line}: "{" ".join(ref.quote.text.split())}"' for ref in finding.claims[:_NEARBY]]
    lines += [*finding.evidence[:_NEARBY], finding.cap_why and f"Not graver than this because {finding.cap_why}"]
    lines += [finding.what_to_do and f"What to do: {finding.what_to_do}"]
    return "\n".join(xml_text(line, TEXT) for line in lines if line)

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A comparison as JUnit XML: a case for each difference, and one for each way to differ in which nothing did.

A way in which nothing differs is a pass only where both sides were read whole; otherwise it could not be verified.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple, TextIO

from inspector.core.comparison import Comparison, Difference
from inspector.core.report import DISCLAIMER
from inspector.reports.audit_parts import NAME, TEXT
from inspector.reports.changes.api import ChangesLook
from inspector.reports.changes.ways import Way, rule_of, way_of, ways_of
from inspector.reports.changes.wording import headline, told
from inspector.reports.objects import PROGRAM
from inspector.reports.xml_text import xml_attribute, xml_text

_MOST: Final = 20_000  # cases of differences; more are counted in one


class _Case(NamedTuple):
    name: str
    tag: str = ""  # empty: it passes
    message: str = ""
    inner: str = ""
    rule: str = ""


def write_comparison(comparison: Comparison, look: ChangesLook, out: TextIO) -> None:
    """Write the document."""
    found = list(_cases(comparison, look))
    tags = Counter(case.tag for case in found)
    numbers = f'tests="{len(found)}" failures="{tags["failure"]}" errors="0" skipped="{tags["skipped"]}"'
    title = xml_attribute(f"diff of {comparison.kind.value}", NAME)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(f'<testsuites name="Cookie Inspector" {numbers} time="0">\n')
    out.write(f'  <testsuite name={title} {numbers} time="0">\n    <properties>\n')
    for name, value in _properties(comparison):
        out.write(f'      <property name="{name}" value={xml_attribute(value, TEXT)}/>\n')
    out.write("    </properties>\n")
    names: Counter[str] = Counter()
    for case in found:
        name = xml_attribute(case.name, 4 * NAME)[1:-1]
        names[name] += 1
        number = "" if names[name] == 1 else f" [{names[name]}]"
        out.write(f'    <testcase classname={title} name="{name}{number}" time="0"{_inside(case)}\n')
    out.write(f"    <system-out>{xml_text(headline(comparison), TEXT)}\n{xml_text(DISCLAIMER)}</system-out>\n")
    out.write("  </testsuite>\n</testsuites>\n")


def _properties(comparison: Comparison) -> Iterator[tuple[str, str]]:
    yield "program", f"{PROGRAM['name']} {PROGRAM['version']}"
    yield "before", comparison.before.location
    yield "after", comparison.after.location
    yield "whole", f"no: {comparison.why}" if comparison.why else "yes"
    for number, note in enumerate(comparison.notes, 1):
        yield f"note.{number}", note


def _cases(comparison: Comparison, look: ChangesLook) -> Iterator[_Case]:
    differs = {way_of(held) for held in comparison.differences}
    for way in ways_of(comparison):
        if way not in differs:
            yield _nothing(way, comparison.why)
    for held in comparison.differences[:_MOST]:
        yield _case(held, look)
    left = comparison.differences[_MOST:]
    if left:
        fails = any(map(look.fails, left))
        yield _Case(f"{len(left):,} more differences", "failure" if fails else "", "the other formats have them all")
    for aside in comparison.ignored[:_MOST]:
        until = f" (until {aside.until})" if aside.until is not None else ""
        yield _Case(_name(aside.difference), "skipped", f"ignored by the settings: {aside.reason}{until}")


def _nothing(way: Way, why: str) -> _Case:
    return _Case(f"no {way.code}", "skipped" if why else "", f"could not be compared whole: {why}" if why else "")


def _case(held: Difference, look: ChangesLook) -> _Case:
    text = told(held)
    if not look.fails(held):
        return _Case(_name(held), inner=f"{held.level.value}: {text}")
    return _Case(_name(held), "failure", text, f"{held.level.value}: {text}", rule_of(held))


def _name(held: Difference) -> str:
    place = f" in {held.partition[:NAME]}" if held.partition else ""
    cookie = f"{held.name[:NAME] or '(no name)'} of {held.host[:NAME]}{place}" if held.host else held.name[:NAME]
    rule = "" if rule_of(held) == way_of(held).code else f" {rule_of(held)}"
    return f"{way_of(held).code}{rule}" + (f": {cookie}" if cookie else f" {held.code}".rstrip() if not rule else "")


def _inside(case: _Case) -> str:
    if not case.tag and not case.inner:
        return "/>"
    inner = xml_text(case.inner, TEXT)
    if not case.tag:
        return f"><system-out>{inner}</system-out></testcase>"
    message = xml_attribute(case.message, TEXT)
    kind = f" type={xml_attribute(case.rule, NAME)}" if case.tag == "failure" else ""
    return f"><{case.tag}{kind} message={message}>{inner}</{case.tag}></testcase>"

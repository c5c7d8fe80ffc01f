# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A filter laid over what was read or judged. It decides what is shown, never what is judged.

An audit draws conclusions from what is not there ("declared, but not seen"), so cookies that a filter hides are judged
like the others; counts, the first line and the exit code are those of the whole.
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import zip_longest

from inspector.core.cookie import Cookie
from inspector.core.filter.fields import Needs
from inspector.core.filter.query import Query, checked
from inspector.core.filter.subject import Around, Subject, no_company
from inspector.core.finding import Attribution, Finding
from inspector.core.label import Label, Party
from inspector.core.narrowed import Narrowed
from inspector.core.reading import Reading
from inspector.core.report import JudgedCookie, Report

__all__ = ["Query", "around", "narrow_reading", "narrow_report", "query_of_audit", "query_of_scan"]


def query_of_scan(line: str) -> Query:
    """Return what a line asks of a scan; raise where it is wrong or asks for verdicts, which a scan has not."""
    return checked(line, without=Needs.VERDICT)


def query_of_audit(line: str) -> Query:
    """Return what a line asks of an audit; raise where it is wrong."""
    return checked(line)


def around(query: Query, now_us: int) -> Around:
    """Return what a query needs beside the records; the tables of companies only where it asks for one."""
    asked = any(term.field is not None and term.field.name == "company" for term in query.terms)
    return Around(now_us, _companies() if asked else no_company)


def _companies() -> Callable[[Label], str | None]:
    from inspector.engine.knowledge import open_knowledge, user_places  # here because few filters ask for companies

    knowledge = open_knowledge(user_places())

    def company(label: Label) -> str | None:
        vendor = knowledge.vendor(label.vendor) if label.vendor else None
        return vendor.company if vendor is not None else no_company(label)

    return company


def narrow_reading(reading: Reading, query: Query, outside: Around) -> Reading:
    """Return the cookies of a reading that a query means, and how many that is of how many."""
    pairs = [
        (cookie, label)
        for cookie, label in zip_longest(reading.cookies, reading.labels)
        if query.holds(Subject(cookie, label), outside)
    ]
    return replace(
        reading,
        cookies=tuple(cookie for cookie, _ in pairs),
        labels=tuple(label for _, label in pairs if label is not None),
        narrowed=Narrowed(query.line, len(pairs), len(reading.cookies)),
    )


def narrow_report(report: Report, query: Query, outside: Around) -> Report:
    """Return a report with the cookies that a query means and the findings about them; what is of no cookie stays.

    Verdicts, counts and the first line stay those of the whole audit, and a notice says so.
    """

    def shows(cookie: Cookie, label: Label, verdict: JudgedCookie | None = None) -> bool:
        return query.holds(Subject(cookie, label, None if verdict is None else verdict.verdict), outside)

    cookies = tuple(held for held in report.cookies if shows(held.cookie, _label(held), held))
    aside = tuple(held for held in report.aside if shows(held.cookie, held.label))
    ids = {held.ref.id for held in cookies} | {held.cookie.id for held in aside}

    def about_shown(finding: Finding) -> bool:
        return finding.cookie is None or any(ref.id in ids for ref in (finding.cookie, *finding.others))

    findings = tuple(filter(about_shown, report.findings))
    narrowed = Narrowed(
        query.line,
        len(cookies) + len(aside),
        len(report.cookies) + len(report.aside),
        len(findings),
        len(report.findings),
    )
    whole = "The answer, the counts and the exit code are those of the whole audit."
    return replace(
        report,
        cookies=cookies,
        aside=aside,
        findings=findings,
        ignored=tuple(held for held in report.ignored if about_shown(held.finding)),
        not_judged=tuple(held for held in report.not_judged if held.cookie is None or held.cookie.id in ids),
        notices=(f"{narrowed}. {whole}", *report.notices),
        narrowed=narrowed,
    )


def _label(held: JudgedCookie) -> Label:
    """Return a cookie's label with its party: what lies under the site's own domains is the site's own."""
    if held.attribution is Attribution.OWN and held.label.party is Party.UNKNOWN:
        return replace(held.label, party=Party.FIRST)
    return held.label

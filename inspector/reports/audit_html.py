# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""An audit as one HTML page that a lawyer or a customer can read: it loads nothing, runs nothing and prints well.

Jinja2 with escaping on for everything: whatever a site or a policy wrote is text. The page's own policy (CSP) forbids
scripts, requests and forms, so that a mistake here could not become one elsewhere.
"""

import re
from types import SimpleNamespace
from typing import Any, Final, TextIO

from markupsafe import Markup

from inspector.core.frozen import frozen
from inspector.core.report import DISCLAIMER, Report
from inspector.reports import audit_charts as numbers
from inspector.reports import audit_drawings as drawings
from inspector.reports import audit_sections as sections
from inspector.reports.api import Look
from inspector.reports.audit_glossary import GLOSSARY
from inspector.reports.audit_parts import correction_text
from inspector.reports.audit_view import ITEMS, View, arrange, some
from inspector.reports.audit_words import CLAIMS, LEVELS, VERDICTS
from inspector.reports.pages import environment
from inspector.reports.visit_view import arrange_visit

TEMPLATE: Final = "audit.html.j2"
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}", re.IGNORECASE)  # RFC 5646, what pages use of it
_WORDS: Final = SimpleNamespace(
    levels=LEVELS,
    claims=CLAIMS,
    verdicts=VERDICTS,
    unverified=sections.UNVERIFIED,
    nothing=sections.NOTHING,
    ignored_title=sections.IGNORED_TITLE,
    gone_title=sections.GONE_TITLE,
)


@frozen
class Chart:
    """A drawing with the table that has the same numbers."""

    title: str
    head: str
    drawing: Markup
    bars: tuple[numbers.Bar, ...]


def write_audit(report: Report, look: Look, out: TextIO) -> None:
    """Write the page."""
    template = environment().get_template(TEMPLATE)
    for part in template.generate(_context(report, look)):
        out.write(part)


def _context(report: Report, look: Look) -> dict[str, Any]:
    view = arrange(report, look)
    return {
        "report": report,
        "view": view,
        "words": _WORDS,
        "levels": sections.levels(report),
        "notices": sections.notices(report),
        "tally": sections.tally(report),
        "contents": contents(report, view),
        "charts": charts(report, look),
        "visits": tuple(arrange_visit(visit, report.visit_labels) for visit in report.visits),
        "consents": tuple(sections.choice(consent) for consent in report.consents),
        "ways": tuple(sections.way(offered) for offered in report.ways_out[:ITEMS]),
        "corrections": tuple(correction_text(correction) for correction in report.corrections[:ITEMS]),
        "ignored": some(report.ignored, ITEMS, sections.ignored),
        "gone": some(sections.gone_findings(report), ITEMS, sections.gone),
        "problems": some(report.problems, ITEMS, sections.problem),
        "measured": sections.measured(report),
        "glossary": GLOSSARY,
        "disclaimer": DISCLAIMER,
        "language": language(report),
        "with_values": look.with_values,
    }


def contents(report: Report, view: View) -> tuple[tuple[str, str], ...]:
    """Return the sections of the page: the id of each and its title."""
    listed = (
        ("found", "What was found", True),
        ("sentences", "What the policy says", True),
        ("cookies", "The cookies", True),
        ("visit", "The visit", bool(report.visits)),
        ("numbers", "In numbers", bool(report.cookies)),
        ("unjudged", "What could not be judged", True),
        ("aside", "Site unknown", bool(report.counts.aside or view.aside or report.counts.elsewhere)),
        ("choices", "Choices", bool(report.consents)),
        ("ways-out", "Ways out", bool(report.ways_out)),
        ("corrections", "Corrections", bool(report.corrections)),
        ("ignored", sections.IGNORED_TITLE, bool(report.ignored)),
        ("gone", sections.GONE_TITLE, bool(sections.gone_findings(report))),
        ("problems", "What could not be read", bool(report.problems)),
        ("measured", "How it was measured", True),
        ("glossary", "Words used here", True),
    )
    return tuple((name, title) for name, title, there in listed if there)


def charts(report: Report, look: Look) -> tuple[Chart, ...]:
    """Return the three charts."""
    purposes = numbers.by_purpose(report.cookies)
    companies = numbers.by_company(report.cookies, look.site_of)
    lives = numbers.lifetimes(report.cookies, drawings.COLUMNS)
    return (
        Chart("By purpose", "Purpose", drawings.bar_chart(purposes, _picture("purpose")), purposes),
        Chart("By company", "Company", drawings.bar_chart(companies, _picture("company")), companies),
        Chart(
            "By lifetime, on a log axis", "Lifetime", drawings.lifetime_chart(lives, _picture("lifetime")), lives.bands
        ),
    )


def _picture(what: str) -> str:
    return f"Bar chart of cookies by {what}; the table below has the numbers"


def language(report: Report) -> str:
    """Return the language of the policy for its quotes, empty where it is not known or no proper tag."""
    told = report.policy.record.language or report.policy.document.language or ""
    return told if _LANGUAGE.fullmatch(told) else ""

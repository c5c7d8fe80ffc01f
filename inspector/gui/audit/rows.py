# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The tables of an audit: claims, cookies, findings, what was not judged, ways out. Rows made once, columns as data."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from inspector.core.finding import CookieRef, Finding, NotJudged
from inspector.core.label import Certainty
from inspector.core.project import Assessment
from inspector.core.report import (
    AsideCookie,
    IgnoredFinding,
    JudgedClaim,
    JudgedCookie,
    KnownFinding,
    Report,
    WayOut,
)
from inspector.core.visible import visible
from inspector.gui.audit import words
from inspector.gui.audit.links import Links
from inspector.gui.audit.mark_words import mark_look, mark_order, mark_text
from inspector.gui.models.table import Columns, TableColumn
from inspector.gui.policy.claims import LONGEST_CELL, what_of
from inspector.gui.policy.facts import vendor_names
from inspector.gui.policy.words import long_date
from inspector.gui.translation import QT_TRANSLATE_NOOP, translate

_GRAVITY: Final = tuple(words.VERDICTS)
_CLAIM_GRAVITY: Final = tuple(words.CLAIMS)
_LEVEL_GRAVITY: Final = tuple(words.LEVELS)


class ClaimRow(NamedTuple):
    """A claim with its verdict."""

    judged: JudgedClaim
    what: str
    quote: str
    cookies: int


class CookieRow(NamedTuple):
    """A cookie with its verdict."""

    judged: JudgedCookie
    name: str
    host: str
    purpose: str
    why: str


class FindingRow(NamedTuple):
    """A finding; ``state`` is a word where it was compared with what was found before.

    ``known`` tells it again in the next audit, and ``mark`` is what a person said of it.
    """

    finding: Finding
    message: str
    state: str = ""
    known: KnownFinding | None = None
    mark: Assessment | None = None


class IgnoredRow(NamedTuple):
    """A finding that the settings set aside."""

    held: IgnoredFinding
    message: str
    reason: str
    until: str

    @property
    def finding(self) -> Finding:
        """The finding itself."""
        return self.held.finding


class OpenRow(NamedTuple):
    """What was not judged: a cookie, a claim, or a number of them."""

    held: NotJudged
    what: str
    why: str


class AsideRow(NamedTuple):
    """A third party's cookie of which nothing says which site set it."""

    held: AsideCookie
    name: str
    host: str
    purpose: str


class WayRow(NamedTuple):
    """A way out of what a company does."""

    way: WayOut
    name: str
    stops: str


class AuditRows(NamedTuple):
    """Everything that the page shows of a report, made in the worker."""

    report: Report
    links: Links
    claims: tuple[ClaimRow, ...]
    cookies: tuple[CookieRow, ...]
    findings: tuple[FindingRow, ...]
    open: tuple[OpenRow, ...]
    aside: tuple[AsideRow, ...]
    ways: tuple[WayRow, ...]
    ignored: tuple[IgnoredRow, ...] = ()


def audit_rows(report: Report) -> AuditRows:
    """Return a report made ready for the window. Rows keep the report's order, so numbers are its places."""
    from inspector.engine.baseline import known_finding  # here because the engine is loaded in the worker

    vendors = vendor_names(report.policy)
    return AuditRows(
        report,
        Links(report),
        tuple(_claim_row(judged, vendors) for judged in report.claims),
        tuple(_cookie_row(judged) for judged in report.cookies),
        tuple(_finding_row(finding, known_finding(finding, report.site)) for finding in report.findings),
        tuple(_open_row(held) for held in report.not_judged),
        tuple(_aside_row(held) for held in report.aside),
        tuple(WayRow(way, _short(way.name), _short(way.stops)) for way in report.ways_out),
        tuple(map(_ignored_row, report.ignored)),
    )


def _finding_row(finding: Finding, known: KnownFinding) -> FindingRow:
    state = "" if finding.baseline is None else words.word(words.BASELINE, finding.baseline)
    return FindingRow(finding, words.sentence(_short(finding.message)), state, known)


def _ignored_row(held: IgnoredFinding) -> IgnoredRow:
    until = translate("audit", "for good") if held.until is None else long_date(held.until)
    return IgnoredRow(held, words.sentence(_short(held.finding.message)), _short(held.reason), until)


def _short(text: str) -> str:
    return visible(" ".join(text[: 4 * LONGEST_CELL].split()), LONGEST_CELL)


def cookie_name(cookie: CookieRef) -> str:
    """Return a cookie's name, or that it has none."""
    return visible(cookie.name, 120) or translate("audit", "(no name)")


def _claim_row(judged: JudgedClaim, vendors: Mapping[str, str]) -> ClaimRow:
    return ClaimRow(judged, what_of(judged.claim, vendors), _short(judged.claim.quote.text), len(judged.cookies))


def _cookie_row(judged: JudgedCookie) -> CookieRow:
    return CookieRow(
        judged,
        cookie_name(judged.ref),
        visible(judged.cookie.host, 120),
        words.purpose(judged.label, judged.sure),
        words.sentence(_short(judged.why)),
    )


def _open_row(held: NotJudged) -> OpenRow:
    if held.cookie is not None:
        what = translate("audit", "{name} of {host}").format(
            name=cookie_name(held.cookie), host=visible(held.cookie.host, 120)
        )
    elif held.claim is not None:
        what = f"“{_short(held.claim.quote.text)}”"
    else:
        what = translate("audit", "Other cookies")
    return OpenRow(held, what, words.sentence(_short(held.why)))


def _aside_row(held: AsideCookie) -> AsideRow:
    ref = CookieRef.of(held.cookie)
    return AsideRow(
        held,
        cookie_name(ref),
        visible(ref.host, 120),
        words.purpose(held.label, held.label.certainty is Certainty.SURE),
    )


_CLAIM: Final = words.CLAIMS
_COOKIE: Final = words.VERDICTS

CLAIM_COLUMNS: Final = Columns(
    "audit",
    (
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Verdict"),
            QT_TRANSLATE_NOOP("audit", "What became of the promise"),
            20,
            lambda row: _CLAIM[row.judged.verdict].text,
            lambda row: _CLAIM_GRAVITY.index(row.judged.verdict),
            lambda row: _CLAIM[row.judged.verdict].look,
            lambda row: _CLAIM[row.judged.verdict].explanation,
            lambda: [said.text for said in _CLAIM.values()],
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Promise"),
            QT_TRANSLATE_NOOP("audit", "What the policy speaks of"),
            22,
            lambda row: row.what,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Quote"),
            QT_TRANSLATE_NOOP("audit", "The words that say so; sorted by their place in the text"),
            40,
            lambda row: row.quote,
            lambda row: row.judged.claim.quote.start,
        ),
    ),
)
COOKIE_COLUMNS: Final = Columns(
    "audit",
    (
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Verdict"),
            QT_TRANSLATE_NOOP("audit", "What the policy makes of the cookie"),
            20,
            lambda row: _COOKIE[row.judged.verdict].text,
            lambda row: _GRAVITY.index(row.judged.verdict),
            lambda row: _COOKIE[row.judged.verdict].look,
            lambda row: _COOKIE[row.judged.verdict].explanation,
            lambda: [said.text for said in _COOKIE.values()],
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Cookie"), QT_TRANSLATE_NOOP("audit", "Its name"), 20, lambda row: row.name
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Host"),
            QT_TRANSLATE_NOOP("audit", "The host that it is sent to"),
            18,
            lambda row: row.host,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Purpose"),
            QT_TRANSLATE_NOOP("audit", "What it is for, as far as is known"),
            16,
            lambda row: row.purpose,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Why"),
            QT_TRANSLATE_NOOP("audit", "Why the verdict is so"),
            50,
            lambda row: row.why,
        ),
    ),
)
SINCE: Final = 2  # the column of the findings that is shown only where they were compared
MARK: Final = 3  # the one that is shown only where somebody marked one
FINDING_COLUMNS: Final = Columns(
    "audit",
    (
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Level"),
            QT_TRANSLATE_NOOP("audit", "How grave it is"),
            17,
            lambda row: words.LEVELS[row.finding.level].text,
            lambda row: -row.finding.level.rank,
            lambda row: words.LEVELS[row.finding.level].look,
            words=lambda: [said.text for said in words.LEVELS.values()],
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Rule"),
            QT_TRANSLATE_NOOP("audit", "The rule that found it"),
            9,
            lambda row: row.finding.code,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Since"),
            QT_TRANSLATE_NOOP("audit", "Whether it was found before, where it was compared with something"),
            9,
            lambda row: row.state,
            words=lambda: [words.word(words.BASELINE, state) for state in words.BASELINE],
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Mark"),
            QT_TRANSLATE_NOOP("audit", "What you said of it"),
            23,
            lambda row: mark_text(row.mark),
            lambda row: mark_order(row.mark),
            lambda row: mark_look(row.mark),
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Finding"),
            QT_TRANSLATE_NOOP("audit", "What was found"),
            60,
            lambda row: row.message,
        ),
    ),
)
IGNORED_COLUMNS: Final = Columns(
    "audit",
    (
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Rule"),
            QT_TRANSLATE_NOOP("audit", "The rule that found it"),
            9,
            lambda row: row.finding.code,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Finding"),
            QT_TRANSLATE_NOOP("audit", "What was found"),
            50,
            lambda row: row.message,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Ignored because"),
            QT_TRANSLATE_NOOP("audit", "The reason that the settings give"),
            40,
            lambda row: row.reason,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Until"),
            QT_TRANSLATE_NOOP("audit", "The last day on which it is ignored"),
            16,
            lambda row: row.until,
            lambda row: "" if row.held.until is None else row.held.until.isoformat(),
        ),
    ),
)
OPEN_COLUMNS: Final = Columns(
    "audit",
    (
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "What"),
            QT_TRANSLATE_NOOP("audit", "The cookie or the sentence that was not judged"),
            34,
            lambda row: row.what,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Why not"),
            QT_TRANSLATE_NOOP("audit", "Why it was not judged"),
            50,
            lambda row: row.why,
        ),
    ),
)
ASIDE_COLUMNS: Final = Columns(
    "audit",
    (
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Cookie"), QT_TRANSLATE_NOOP("audit", "Its name"), 20, lambda row: row.name
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Host"),
            QT_TRANSLATE_NOOP("audit", "The host that it is sent to"),
            24,
            lambda row: row.host,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Purpose"),
            QT_TRANSLATE_NOOP("audit", "What it is for, as far as is known"),
            18,
            lambda row: row.purpose,
        ),
    ),
)
WAY_COLUMNS: Final = Columns(
    "audit",
    (
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Opt-out"), QT_TRANSLATE_NOOP("audit", "Whose it is"), 34, lambda row: row.name
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("audit", "Stops"), QT_TRANSLATE_NOOP("audit", "What it stops"), 50, lambda row: row.stops
        ),
    ),
)

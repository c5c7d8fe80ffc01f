# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What an audit says, in words and looks: verdicts on cookies and claims, levels, what ties a cookie to the site."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, TypeVar

from inspector.core.finding import Attribution, BaselineState, ClaimVerdict, DeclaredBy, Level, Verdict
from inspector.core.label import Label, Party, Purpose
from inspector.core.report import Completeness, Report
from inspector.core.visible import visible
from inspector.gui import purpose_words
from inspector.gui.hues import Look
from inspector.gui.policy.words import DATES, long_date
from inspector.gui.translation import QT_TRANSLATE_NOOP, translate
from inspector.gui.verdict_words import VERDICTS, Said

__all__ = ["VERDICTS", "Said"]

_M = TypeVar("_M", bound=StrEnum)


CLAIMS: Final[Mapping[ClaimVerdict, Said]] = {
    ClaimVerdict.BROKEN: Said(
        QT_TRANSLATE_NOOP("audit", "Broken"), Look.BAD, QT_TRANSLATE_NOOP("audit", "a cookie goes against it")
    ),
    ClaimVerdict.IN_TENSION: Said(
        QT_TRANSLATE_NOOP("audit", "In tension"),
        Look.TENSE,
        QT_TRANSLATE_NOOP("audit", "it is hard to square with what was seen"),
    ),
    ClaimVerdict.KEPT: Said(
        QT_TRANSLATE_NOOP("audit", "Kept"), Look.GOOD, QT_TRANSLATE_NOOP("audit", "what was seen agrees with it")
    ),
    ClaimVerdict.NOT_MEASURED: Said(
        QT_TRANSLATE_NOOP("audit", "Not measured"),
        Look.OPEN,
        QT_TRANSLATE_NOOP("audit", "a cookie could show it, and none did"),
    ),
    ClaimVerdict.NOT_TESTABLE: Said(
        QT_TRANSLATE_NOOP("audit", "Not testable"), Look.QUIET, QT_TRANSLATE_NOOP("audit", "no cookie could show it")
    ),
}
LEVELS: Final[Mapping[Level, Said]] = {
    Level.ERROR: Said(QT_TRANSLATE_NOOP("audit", "Error"), Look.BAD),
    Level.WARNING: Said(QT_TRANSLATE_NOOP("audit", "Warning"), Look.DOUBTFUL),
    Level.NOTE: Said(QT_TRANSLATE_NOOP("audit", "Note"), Look.NOTE),
}
BASELINE: Final[Mapping[BaselineState, str]] = {
    BaselineState.NEW: QT_TRANSLATE_NOOP("audit", "New"),
    BaselineState.KNOWN: QT_TRANSLATE_NOOP("audit", "Known"),
    BaselineState.GONE: QT_TRANSLATE_NOOP("audit", "Gone"),
}
TIES: Final[Mapping[Attribution, str]] = {
    Attribution.OWN: QT_TRANSLATE_NOOP("audit", "Its host is the site's own"),
    Attribution.PARTITIONED: QT_TRANSLATE_NOOP("audit", "A third party's, stored in this site's partition"),
    Attribution.EVIDENCE: QT_TRANSLATE_NOOP("audit", "The recording names the page that set it"),
    Attribution.TESTER: QT_TRANSLATE_NOOP("audit", "On your word that nothing but this site was visited"),
    Attribution.UNKNOWN: QT_TRANSLATE_NOOP("audit", "Nothing says which site set it"),
    Attribution.ELSEWHERE: QT_TRANSLATE_NOOP("audit", "Stored in another site's partition"),
}
MATCHED: Final[Mapping[DeclaredBy, str]] = {
    DeclaredBy.CORRECTION: QT_TRANSLATE_NOOP("audit", "by a person's correction"),
    DeclaredBy.NAME: QT_TRANSLATE_NOOP("audit", "by its name"),
    DeclaredBy.PATTERN: QT_TRANSLATE_NOOP("audit", "by a pattern of its name"),
    DeclaredBy.VENDOR: QT_TRANSLATE_NOOP("audit", "by its company"),
    DeclaredBy.PURPOSE: QT_TRANSLATE_NOOP("audit", "by its purpose"),
}
COMPLETENESS: Final[Mapping[Completeness, str]] = {
    Completeness.SILENT: QT_TRANSLATE_NOOP("audit", "The policy says nothing that a cookie could be compared with"),
    Completeness.PARTIAL: QT_TRANSLATE_NOOP("audit", "The policy states purposes without claiming to list all cookies"),
    Completeness.COMPLETE: QT_TRANSLATE_NOOP("audit", "The policy claims to list or cover all cookies"),
}
INPUTS: Final[Mapping[str, str]] = {  # what an audit was given, as reports call it
    "cookies": QT_TRANSLATE_NOOP("audit", "Cookies"),
    "policy": QT_TRANSLATE_NOOP("audit", "Policy"),
    "corrections": QT_TRANSLATE_NOOP("audit", "Corrections"),
    "settings": QT_TRANSLATE_NOOP("audit", "Settings"),
}
PARTIES: Final[Mapping[Party, str]] = {
    Party.FIRST: QT_TRANSLATE_NOOP("audit", "The site itself"),
    Party.SAME_COMPANY: QT_TRANSLATE_NOOP("audit", "The same company"),
    Party.THIRD: QT_TRANSLATE_NOOP("audit", "A third party"),
    Party.UNKNOWN: QT_TRANSLATE_NOOP("audit", "Unknown"),
}


def word(table: Mapping[_M, str], member: _M) -> str:
    """Return the word of an enumeration's member."""
    return translate("audit", table[member])


def input_kind(kind: str) -> str:
    """Return what kind of input something was; one that is not known here keeps the name that reports give it."""
    return translate("audit", INPUTS[kind]) if kind in INPUTS else sentence(visible(kind, 40))


def purpose(label: Label, sure: bool) -> str:
    """Return what a cookie is for; what rests on no sourced entry is only likely, and says so."""
    text = purpose_words.purpose(label)
    if sure or label.purpose is Purpose.UNKNOWN:
        return text
    return translate("audit", "{purpose} (likely)").format(purpose=text)


def sentence(text: str) -> str:
    """Return a text of the engine as a sentence of its own: they begin small, to stand after a colon too."""
    return text[:1].upper() + text[1:]


def standing(report: Report) -> str:
    """Return which policy was judged against, and how much it says."""
    held = report.standing
    parts = []
    if held.dated is not None:
        template = DATES.get(held.dated_basis, QT_TRANSLATE_NOOP("policy", "Dated {date}"))
        parts.append(translate("policy", template).format(date=long_date(held.dated)))
    else:
        parts.append(translate("policy", "No date found"))
    partial = held.completeness is Completeness.PARTIAL  # its reason is what the words say already
    why = f" ({held.completeness_why})" if held.completeness_why and not partial else ""
    parts.append(word(COMPLETENESS, held.completeness) + why)
    return " · ".join(parts)


def answer_look(report: Report) -> Look:
    """Return the look of the answer. What could not be verified never looks fine, nor does anything that was found."""
    if not report.verified:
        return Look.OPEN
    verdicts = {judged.verdict for judged in report.cookies}
    if Verdict.CONTRADICTS in verdicts or report.worst is Level.ERROR:
        return Look.BAD
    if verdicts & {Verdict.OUTLIVES, Verdict.UNDECLARED} or report.worst is Level.WARNING:
        return Look.DOUBTFUL
    promises = {judged.verdict for judged in report.claims}
    if (
        report.findings
        or report.ignored
        or promises & {ClaimVerdict.BROKEN, ClaimVerdict.IN_TENSION}
        or not report.complete
    ):
        return Look.NOTE
    return Look.GOOD

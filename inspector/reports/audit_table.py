# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""An audit for the terminal: the answer, what was found, what became of each sentence and of each cookie.

Long lists are cut with a count; the pages and the JSON report have more, and all.
"""

import textwrap
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple, TextIO

from rich.console import Console
from rich.style import Style
from rich.text import Text

from inspector.core.report import Report
from inspector.reports import audit_sections as sections
from inspector.reports.api import Look
from inspector.reports.audit_parts import NamedCookie, Quoted, Row, RuleFound, Sentence, Some, correction_text, safe
from inspector.reports.audit_view import View, arrange
from inspector.reports.audit_words import CLAIMS, LEVELS, VERDICTS, Word
from inspector.reports.grid import Column, console_for, print_grid
from inspector.reports.visit_table import print_visit
from inspector.reports.visit_view import arrange_visit
from inspector.reports.words import many

WIDEST: Final = 100  # columns of running text
FOUND: Final = 10  # findings of one rule
SHOWN: Final = 60  # sentences
EXPLAINED: Final = 60  # cookies; where there are more, each has one line of a table
NEAR: Final = 4  # cookies named in one line
_COLOURS: Final = {
    "bad": Style(color="red", bold=True),
    "warn": Style(color="yellow", bold=True),
    "tense": Style(color="magenta", bold=True),
    "good": Style(color="green", bold=True),
    "note": Style(color="blue", bold=True),
    "plain": Style(bold=True),
    "mute": Style(bold=True, dim=True),
}
_TITLE: Final = Style(bold=True, underline=True)
_DIM: Final = Style(dim=True)
_ITALIC: Final = Style(italic=True)


class _Field(NamedTuple):
    column: Column
    text: Callable[[Row, Word], str]


_FIELDS: Final = (
    _Field(Column("Verdict", 13, style=Style(bold=True), kept=True), lambda row, word: f"{word.sign} {word.text}"),
    _Field(Column("Name", 30, kept=True), lambda row, word: row.name),
    _Field(Column("Host", 34, kept=True), lambda row, word: row.host),
    _Field(Column("Kept apart", 24), lambda row, word: row.apart),
    _Field(Column("What for", 22), lambda row, word: row.purpose),
    _Field(Column("Company", 22), lambda row, word: row.company),
    _Field(Column("Lives", 14), lambda row, word: row.lifetime),
    _Field(Column("Rules", 20), lambda row, word: ", ".join(row.codes)),
    _Field(Column("Value", 60), lambda row, word: "" if row.value is None else row.value),
)


def write_audit(report: Report, look: Look, out: TextIO) -> None:
    """Write the report."""
    _Paper(console_for(out, look.styled)).write(report, arrange(report, look))


class _Paper:
    """A console with a left edge: lines are wrapped to it, and nothing in them is markup."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._width = min(WIDEST, console.width) if console.is_terminal else WIDEST

    def write(self, report: Report, view: View) -> None:
        """Write all sections."""
        self._answer(report)
        self._found(view)
        self._sentences(view)
        self._cookies(report, view)
        for visit in report.visits:
            print_visit(self._console, arrange_visit(visit, report.visit_labels))
        self._unjudged(view)
        self._rest(report)
        self._line(f"{safe(report.measured.program)}, knowledge {safe(report.measured.knowledge)}.", style=_DIM)

    def _answer(self, report: Report) -> None:
        self._line(safe(report.headline), style=Style(bold=True))
        if not report.verified:
            self._marked(sections.UNVERIFIED, safe(report.unverified_why))
        said = ", ".join(f"{word.sign} {text}" for word, text in sections.levels(report))
        if said or report.verified:
            self._line(said or f"{sections.NOTHING.sign} {sections.NOTHING.text}")
        for text in sections.notices(report):
            self._line(text, style=_DIM)

    def _found(self, view: View) -> None:
        if view.rules:
            self._title("Found")
        for rule in view.rules:
            self._rule(rule)

    def _rule(self, rule: RuleFound) -> None:
        word = LEVELS[rule.level]
        self._marked(word, f"{rule.code} {rule.name}" + (f" ({rule.count:,} times)" if rule.count > 1 else ""))
        for item in rule.items.shown[:FOUND]:
            level = f"{LEVELS[item.level].text}: " if item.level is not rule.level else ""
            self._line((f"({item.state}) " if item.state else "") + level + item.message, 2)
            for quote in item.quotes:
                self._quote(quote, 4)
            if item.cap_why:
                self._line(f"Not graver than this because {item.cap_why}", 4, _DIM)
        self._more(rule.count - FOUND, 2)
        for text in rule.what_to_do[:NEAR]:
            self._line(f"What to do: {text}", 2)

    def _sentences(self, view: View) -> None:
        if not view.sentences:
            return
        self._title("What the policy says, and what was seen")
        for sentence in view.sentences.shown[:SHOWN]:
            self._sentence(sentence)
        self._more(max(0, len(view.sentences.shown) - SHOWN) + view.sentences.more, 0)

    def _sentence(self, sentence: Sentence) -> None:
        self._quote(sentence.quote, 0)
        for answer in sentence.answers:
            seen = f" [{_names(answer.cookies)}]" if answer.cookies else ""
            topics = ", ".join(answer.topics)
            self._marked(CLAIMS[answer.verdict], f"{topics}: {answer.why}{seen}", 2)

    def _cookies(self, report: Report, view: View) -> None:
        self._title(f"{many(len(report.cookies), 'cookie')} of this site, {report.counts.judged:,} judged")
        rows = [(row, VERDICTS[group.verdict]) for group in view.verdicts for row in group.rows.shown]
        if len(rows) > EXPLAINED:
            cells = [tuple(field.text(row, word) for field in _FIELDS) for row, word in rows]
            print_grid(self._console, [field.column for field in _FIELDS], cells)
        else:
            for row, word in rows:
                self._cookie(row, word)
        self._more(sum(group.rows.more for group in view.verdicts), 0)
        for said, count in (
            ("In this browser, site unknown", report.counts.aside),
            ("Stored in other sites' partitions", report.counts.elsewhere),
        ):
            if count:
                self._line(f"{said}: {many(count, 'cookie')} of third parties, never held against this site.", 0, _DIM)

    def _cookie(self, row: Row, word: Word) -> None:
        where = f"{row.host}, {row.apart}" if row.apart else row.host
        likely = ", likely" if row.likely and row.purpose != "Unknown" else ""
        codes = f" ({', '.join(row.codes)})" if row.codes else ""
        self._marked(word, f"{row.name} of {where}: {row.purpose}{likely}; {row.company}; lives: {row.lifetime}")
        self._line(row.why + codes, 4)
        for said in row.declared_by.shown[:1]:
            self._line(said.how, 4)
            self._quote(said.quote, 4)
        for text in row.corrections:
            self._line(text, 4)
        if row.value is not None:
            self._line(f"Value: {row.value}", 4)

    def _unjudged(self, view: View) -> None:
        if not view.not_judged:
            return
        self._title("Not judged, which is not the same as fine")
        for reason in view.not_judged.shown[:SHOWN]:
            names = _names(reason.cookies)
            codes = f" ({', '.join(reason.codes)})" if reason.codes else ""
            self._line(f"? {reason.why}{codes}{f': {names}' if names else ''}")
            for quote in reason.quotes.shown[:NEAR]:
                self._quote(quote, 4)
            self._more(max(0, len(reason.quotes.shown) - NEAR) + reason.quotes.more, 4)
        self._more(max(0, len(view.not_judged.shown) - SHOWN) + view.not_judged.more, 0)

    def _rest(self, report: Report) -> None:
        choices = [sections.choice(consent) for consent in report.consents]
        ways = [sections.way(offered) for offered in report.ways_out]
        for title, lines in (
            ("Choices that were recorded", [f"{it.tool}: {it.text}" for it in choices]),
            ("Ways out", [f"{it.name} ({it.state}): {it.url}" for it in ways]),
            ("Corrections by hand", [correction_text(made) for made in report.corrections]),
            (sections.IGNORED_TITLE, [sections.ignored(held) for held in report.ignored]),
            (sections.GONE_TITLE, [sections.gone(known) for known in sections.gone_findings(report)]),
            ("Not read", [sections.problem(met) for met in report.problems]),
        ):
            if lines:
                self._title(title)
                for text in lines[:SHOWN]:
                    self._line(text)
                self._more(len(lines) - SHOWN, 0)
        self._console.print()

    def _title(self, text: str) -> None:
        self._console.print()
        self._print(Text(text, _TITLE))

    def _quote(self, quote: Quoted, indent: int) -> None:
        self._line(f"“{quote.text}” (line {quote.line})", indent, _ITALIC)

    def _more(self, count: int, indent: int) -> None:
        if count > 0:
            self._line(f"… and {count:,} more: --format json has them all.", indent, _DIM)

    def _marked(self, word: Word, text: str, indent: int = 0) -> None:
        """Write a verdict and what it is about: the verdict in its colour, the lines below it indented."""
        mark = f"{word.sign} {word.text}  "
        lines = list(self._wrapped(mark + text, indent, indent + 4))
        first = Text(lines[0])
        first.stylize(_COLOURS[word.tone], indent, indent + len(mark))
        for line in (first, *map(Text, lines[1:])):
            self._print(line)

    def _line(self, text: str, indent: int = 0, style: Style | None = None) -> None:
        for line in self._wrapped(text, indent, indent):
            self._print(Text(line, style or ""))

    def _wrapped(self, text: str, first: int, others: int) -> Iterator[str]:
        lines = textwrap.wrap(text, self._width, initial_indent=" " * first, subsequent_indent=" " * others)
        yield from lines or ("",)

    def _print(self, text: Text) -> None:
        self._console.print(text, crop=False, overflow="ignore", no_wrap=True)


def _names(cookies: Some[NamedCookie]) -> str:
    more = len(cookies.shown) - NEAR + cookies.more
    names = [f"{cookie.name} of {cookie.host}" for cookie in cookies.shown[:NEAR]]
    return ", ".join(names + ([f"{more:,} more"] if more > 0 else []))

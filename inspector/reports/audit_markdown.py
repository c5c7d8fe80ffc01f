# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""An audit as Markdown, for an issue, a wiki or a mail: the sections of the HTML page, everything escaped."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TextIO

from inspector.core.report import DISCLAIMER, Report
from inspector.reports import audit_charts as numbers
from inspector.reports import audit_sections as sections
from inspector.reports.api import Look
from inspector.reports.audit_glossary import GLOSSARY
from inspector.reports.audit_parts import (
    FoundItem,
    NamedCookie,
    Quoted,
    Reason,
    Row,
    RuleFound,
    Sentence,
    Some,
    correction_text,
    safe,
)
from inspector.reports.audit_view import ITEMS, View, arrange, some
from inspector.reports.audit_words import CLAIMS, LEVELS, VERDICTS
from inspector.reports.markdown_text import code, escaped
from inspector.reports.visit_markdown import visit_blocks
from inspector.reports.visit_view import arrange_visit
from inspector.reports.words import many

_COLUMNS: Final = 65  # as in the page: the bands do not depend on it


def write_audit(report: Report, look: Look, out: TextIO) -> None:
    """Write the document."""
    view = arrange(report, look)
    for block in _blocks(report, view, look):
        out.write(block + "\n\n")
    out.write(f"**{DISCLAIMER}** Made by {escaped(safe(report.measured.program))}.\n")


def _blocks(report: Report, view: View, look: Look) -> Iterator[str]:
    yield from _answer(report)
    yield from _found(report, view)
    yield from _sentences(view)
    yield from _cookies(report, view, look)
    for visit in report.visits:
        yield from visit_blocks(arrange_visit(visit, report.visit_labels), "##")
    yield from _numbers(report, look)
    yield from _unjudged(view)
    yield from _aside(report, view)
    yield from _rest(report)
    yield from _measured(report)


def _answer(report: Report) -> Iterator[str]:
    yield f"# {escaped(safe(report.site))}: cookies, promise against practice"
    yield f"**{escaped(safe(report.headline))}**"
    if not report.verified:
        word = sections.UNVERIFIED
        yield f"{word.sign} **{word.text.capitalize()}**: {escaped(safe(report.unverified_why))}"
    said = [f"{word.sign} {text}" for word, text in sections.levels(report)]
    if said or report.verified:
        yield ", ".join(said) or f"{sections.NOTHING.sign} {sections.NOTHING.text}"
    yield _list(escaped(text) for text in sections.notices(report))
    rows = [(f"{word.sign} {word.text}", f"{count:,}", word.explained) for word, count in sections.tally(report)]
    yield _table(("Verdict", "Cookies", "Meaning"), rows, right=(1,))


def _found(report: Report, view: View) -> Iterator[str]:
    yield "## What was found"
    if not view.rules:
        found = "No rule found anything" + (" that is not ignored." if report.ignored else ".")
        if report.narrowed is not None:
            found = report.narrowed.nothing_found or found
        yield found if report.verified else "Nothing could be judged, so nothing was found."
    for rule in view.rules:
        yield from _rule(rule)


def _rule(rule: RuleFound) -> Iterator[str]:
    word = LEVELS[rule.level]
    yield f"### {word.sign} {word.text}: {rule.name} ({rule.code}, {many(rule.count, 'finding')})"
    yield "\n".join(line for item in rule.items.shown for line in _item(item, rule))
    if rule.items.more:
        yield _more(rule.items.more, "findings of this rule")
    for text in rule.what_to_do:
        yield f"**What to do:** {escaped(text)}"


def _item(item: FoundItem, rule: RuleFound) -> Iterator[str]:
    level = f"{LEVELS[item.level].text}: " if item.level is not rule.level else ""
    state = f"({item.state}) " if item.state else ""
    yield f"- {state}{level}{escaped(item.message)}"
    for quote in item.quotes:
        yield f"  - {_quote(quote)}"
    if item.cookie is not None:
        yield f"  - Cookie: {_cookie(item.cookie)}"
    if item.others:
        yield f"  - Also: {_cookies_text(item.others)}"
    for text in item.evidence:
        yield f"  - {escaped(text)}"
    if item.cap_why:
        yield f"  - Not graver than this because {escaped(item.cap_why)}"


def _sentences(view: View) -> Iterator[str]:
    yield "## What the policy says, and what was seen"
    if not view.sentences:
        yield "No statement about cookies was found in the policy."
    for sentence in view.sentences.shown:
        yield _sentence(sentence)
    if view.sentences.more:
        yield _more(view.sentences.more, "sentences")


def _sentence(sentence: Sentence) -> str:
    lines = [f"> {_quote(sentence.quote)}", ""]
    for answer in sentence.answers:
        word = CLAIMS[answer.verdict]
        codes = f" ({', '.join(answer.codes)})" if answer.codes else ""
        topics = escaped(" · ".join(answer.topics))
        lines.append(f"- {word.sign} **{word.text}**{codes}, {topics}: {escaped(answer.why)}")
        if answer.cookies:
            lines.append(f"  - Seen: {_cookies_text(answer.cookies)}")
    return "\n".join(lines)


def _cookies(report: Report, view: View, look: Look) -> Iterator[str]:
    yield "## The cookies, one by one"
    shown = "shown" if look.with_values else "not shown"
    yield (
        f"{many(len(report.cookies), 'cookie')} of this site, {report.counts.judged:,} judged. Values are {shown}."
        if view.verdicts
        else "There was no cookie of this site."
    )
    for group in view.verdicts:
        word = VERDICTS[group.verdict]
        yield f"### {word.sign} {word.text}: {many(group.count, 'cookie')}"
        yield _ledger(group.rows.shown)
        if group.rows.more:
            yield _more(group.rows.more, "cookies")


def _ledger(rows: Iterable[Row]) -> str:
    return _table(("Cookie", "What it is for", "Lives", "Why"), (_row(row) for row in rows))


def _row(row: Row) -> tuple[str, ...]:
    name = f"{code(row.name)} of {code(row.host)}" + (f", {escaped(row.apart)}" if row.apart else "")
    likely = " (likely)" if row.likely and row.purpose != "Unknown" else ""
    party = f", {row.party}" if row.party else ""
    why = [escaped(row.why) + (f" ({', '.join(row.codes)})" if row.codes else "")]
    why += [f"{_quote(said.quote)} {escaped(said.how)}".rstrip() for said in row.declared_by.shown]
    why += [f"And {row.declared_by.more:,} more sentences."] if row.declared_by.more else []
    why += [escaped(text) for text in (*row.corrections, row.because) if text]
    why += [row.tie] if row.tie else []
    why += [f"Value: {code(row.value)}"] if row.value is not None else []
    return name, f"{escaped(row.purpose)}{likely}: {escaped(row.company)}{party}", row.lifetime, " / ".join(why)


def _numbers(report: Report, look: Look) -> Iterator[str]:
    if not report.cookies:
        return
    yield "## In numbers"
    for title, bars in (
        ("Purpose", numbers.by_purpose(report.cookies)),
        ("Company", numbers.by_company(report.cookies, look.site_of)),
        ("Lifetime", numbers.lifetimes(report.cookies, _COLUMNS).bands),
    ):
        yield _table((title, "Cookies"), ((escaped(bar.label), f"{bar.cookies:,}") for bar in bars), right=(1,))


def _unjudged(view: View) -> Iterator[str]:
    yield "## What could not be judged, and why"
    yield "Not judged and not measured are not the same as fine."
    if not view.not_judged:
        yield "Everything that the rules ask for could be judged."
        return
    yield "\n".join(line for reason in view.not_judged.shown for line in _reason(reason))
    if view.not_judged.more:
        yield _more(view.not_judged.more, "reasons")


def _reason(reason: Reason) -> Iterator[str]:
    codes = f" ({', '.join(reason.codes)})" if reason.codes else ""
    yield f"- **{escaped(reason.why)}**{codes}"
    if reason.cookies:
        yield f"  - {_cookies_text(reason.cookies)}"
    for quote in reason.quotes.shown:
        yield f"  - {_quote(quote)}"
    if reason.quotes.more:
        yield f"  - And {reason.quotes.more:,} more sentences"


def _aside(report: Report, view: View) -> Iterator[str]:
    if not (report.counts.aside or view.aside or report.counts.elsewhere):
        return
    yield "## In this browser, site unknown"
    yield (
        f"Third parties' cookies of which nothing says which site set them: {report.counts.aside:,}. They are never "
        f"held against this site. Stored in another site's partition: {report.counts.elsewhere:,}."
    )
    if view.aside:
        yield _ledger(view.aside.shown)
    if view.aside.more:
        yield _more(view.aside.more, "cookies")


def _rest(report: Report) -> Iterator[str]:
    """The sections that most reports lack."""
    choices = [sections.choice(consent) for consent in report.consents]
    ways = [sections.way(offered) for offered in report.ways_out[:ITEMS]]
    problems = some(report.problems, ITEMS, sections.problem)
    ignored = some(report.ignored, ITEMS, sections.ignored)
    gone = some(sections.gone_findings(report), ITEMS, sections.gone)
    for title, lines in (
        (
            "Choices that were recorded",
            [f"{escaped(it.tool)}: {escaped(it.text)}. {escaped(it.why)}" for it in choices],
        ),
        ("Ways out", [_way(way) for way in ways]),
        ("Corrections by hand", [escaped(correction_text(made)) for made in report.corrections[:ITEMS]]),
        (sections.IGNORED_TITLE, [escaped(text) for text in ignored.shown]),
        (sections.GONE_TITLE, [escaped(text) for text in gone.shown]),
        ("What could not be read", [escaped(text) for text in problems.shown]),
    ):
        if lines:
            yield f"## {title}"
            yield _list(lines)
    for more, noun in (
        (ignored.more, "ignored findings"),
        (gone.more, "findings that are gone"),
        (problems.more, "problems"),
    ):
        if more:
            yield _more(more, noun)


def _way(way: sections.Way) -> str:
    said = f". {escaped(way.said)}" if way.said else ""
    return f"{escaped(way.name)} ({escaped(way.state)}): {f'<{way.url}>' if way.link else code(way.url)}{said}"


def _measured(report: Report) -> Iterator[str]:
    yield "## How it was measured"
    yield _list(f"{term}: {escaped('; '.join(lines))}" for term, lines in sections.measured(report))
    yield "## Words used here"
    yield _list(f"**{term}**: {escaped(text)}" for term, text in GLOSSARY)


def _cookie(cookie: NamedCookie) -> str:
    apart = f" (partition {code(cookie.partition)})" if cookie.partition else ""
    return f"{code(cookie.name)} of {code(cookie.host)}{apart}"


def _cookies_text(cookies: Some[NamedCookie]) -> str:
    more = [f"{cookies.more:,} more"] if cookies.more else []
    return ", ".join([_cookie(cookie) for cookie in cookies.shown] + more)


def _quote(quote: Quoted) -> str:
    return f"“{escaped(quote.text)}” (line {quote.line})"


def _more(count: int, noun: str) -> str:
    return f"And {count:,} more {noun}: the JSON report has them all."


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[int] = ()) -> str:
    rule = ("---:" if number in right else "---" for number in range(len(head)))
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, tuple(rule), *rows))

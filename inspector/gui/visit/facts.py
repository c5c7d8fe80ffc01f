# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What is behind each row of a visit, in words and grouped: the biography of a cookie, the facts of a run."""

from collections.abc import Iterable
from typing import Final

from inspector.core.report import Report
from inspector.core.visible import visible
from inspector.core.visit import Step, VisitRun
from inspector.gui import words as general
from inspector.gui.audit.words import sentence
from inspector.gui.facts import Fact, FactGroup
from inspector.gui.translation import translate
from inspector.gui.verdict_words import VERDICTS
from inspector.gui.visit import words
from inspector.gui.visit.rows import HostRow, KeptRow, PageRow, RunRow, StoryRow, VisitRows

_MOST: Final = 200  # lines of one group


def story_details(row: StoryRow, rows: VisitRows, audit: Report | None = None) -> tuple[FactGroup, ...]:
    """Return the biography of a cookie in a run: what was asked, by whom, what became of it, step by step."""
    return _filled(
        _fate(row),
        _biography(row),
        FactGroup(
            translate("visit", "In the other runs"),
            _capped(Fact(held.title, words.fate_text(held.story)) for held in rows.others(row)),
        ),
        _purpose(row),
        _verdict(row, audit),
    )


def _fate(row: StoryRow) -> FactGroup:
    story = row.story
    facts = [
        Fact(translate("visit", "In this run"), words.fate_text(story), row.title),
        Fact(translate("visit", "Asked for"), _times(story.asked)),
    ]
    if story.refused:
        facts.append(Fact(translate("visit", "Refused"), _times(story.refused), "; ".join(_reasons(story.reasons))))
    if story.partition:
        facts.append(Fact(translate("visit", "Partition"), words.short(story.partition)))
    facts.append(Fact(translate("visit", "Asked to live"), general.lifetime_words(story.requested)))
    if story.stored:
        facts.append(Fact(translate("visit", "Kept for"), general.lifetime_words(story.kept)))
    facts.append(Fact(translate("visit", "First written by"), words.writer(story.first)))
    held = ", ".join(words.said(words.PHASES[phase]) for phase in story.held)
    if held:
        facts.append(Fact(translate("visit", "In the jar at the end of"), held))
    return FactGroup(translate("visit", "What became of it"), tuple(facts))


def _times(count: int) -> str:
    return translate("visit", "Once") if count == 1 else translate("visit", "%Ln times", None, count)


def _reasons(reasons: Iterable[str]) -> tuple[str, ...]:
    return tuple(words.short(reason) for reason in reasons) or (translate("visit", "no reason given"),)


def _biography(row: StoryRow) -> FactGroup:
    story = row.story
    lines = [
        Fact(words.after(step.us, row.started_us), _deed(step), "\n".join(_circumstances(step)))
        for step in story.steps[:_MOST]
    ]
    left = len(story.steps) - len(lines) + story.steps_more
    if left > 0:
        lines.append(Fact("", translate("visit", "and {count} more").format(count=general.amount(left))))
    began = translate("visit", "Biography, from the beginning of the run at {moment}")
    return FactGroup(began.format(moment=general.moment(row.started_us)), tuple(lines))


def _deed(step: Step) -> str:
    text = words.said(words.DEEDS[step.deed])
    if step.requested.us is not None and step.requested.us > 0:
        return translate("visit", "{deed}, for {lifetime}").format(deed=text, lifetime=general.span(step.requested.us))
    return text


def _circumstances(step: Step) -> Iterable[str]:
    yield words.said(words.PHASES[step.phase])
    yield from (words.short(reason) for reason in step.reasons)
    if step.same_value is not None:
        same = translate("visit", "With the same value"), translate("visit", "With another value")
        yield same[not step.same_value]
    if step.writer is None:
        return
    yield words.writer(step.writer)
    if step.writer.chain:
        yield translate("visit", "Called by {place}").format(place=words.short(step.writer.chain[0]))
    if step.writer.frame and step.writer.frame not in (step.writer.page, step.writer.url):
        yield translate("visit", "In the frame {address}").format(address=words.short(step.writer.frame))
    if step.writer.page and step.writer.page != step.writer.url:
        yield translate("visit", "On {page}").format(page=words.short(step.writer.page))


def _purpose(row: StoryRow) -> FactGroup:
    label = row.label
    if label is None:
        return FactGroup(translate("visit", "What it is for"), ())
    because = sentence(visible("; ".join(label.because[:3]), words.LONGEST))
    facts = [Fact(translate("audit", "Purpose"), row.purpose, because)]
    if label.vendor_name or label.vendor:
        facts.append(Fact(translate("audit", "Company"), visible(label.vendor_name or label.vendor or "", 200)))
    return FactGroup(translate("visit", "What it is for"), tuple(facts))


def _verdict(row: StoryRow, audit: Report | None) -> FactGroup:
    judged = () if audit is None else audit.cookies
    facts = (
        Fact(VERDICTS[held.verdict].text, sentence(visible(held.why, words.LONGEST)))
        for held in judged
        if held.cookie.id == row.story.id
    )
    return FactGroup(translate("visit", "What the policy makes of it"), tuple(facts))


def run_details(row: RunRow, rows: VisitRows) -> tuple[FactGroup, ...]:
    """Return how a run was made, how it ended, and what the self-test said of the browser."""
    run = row.run
    out = words.outcome(run)
    facts = [
        Fact(
            translate("visit", "Outcome"),
            words.said(out.text),
            words.short(run.why, words.LONGEST) or words.said(out.explanation),
        ),
        Fact(translate("visit", "Self-test"), words.canary(run.canary)),
        Fact(translate("visit", "Visited"), words.short(run.url), general.moment(run.started_us)),
        Fact(translate("visit", "Scenario"), _scenario(run)),
        Fact(
            translate("visit", "Browser"), words.short(f"{run.browser_name} {run.version}"), words.short(run.user_agent)
        ),
        Fact(translate("visit", "With a window"), general.yes_no(None if run.headless is None else not run.headless)),
        Fact(translate("visit", "Global Privacy Control sent"), general.yes_no(run.gpc)),
        Fact(translate("visit", "Recorded in"), words.short(run.id, 120)),
    ]
    choices = FactGroup(
        translate("visit", "Choices"),
        _capped(
            Fact(
                words.after(span.started_us, run.started_us),
                words.said(words.PHASES[span.phase]),
                f"{words.who(span)}\n{words.jar(span.jar)}",
            )
            for span in run.phases
        ),
    )
    met = FactGroup(
        translate("visit", "Met on the way"), _capped(Fact("", words.short(str(held), 400)) for held in run.problems)
    )
    return _filled(FactGroup(translate("visit", "The run"), tuple(facts)), choices, met)


def _scenario(run: VisitRun) -> str:
    known = words.SCENARIOS.get(run.scenario)
    return words.short(run.scenario, 120) if known is None else words.said(known)


def page_details(row: PageRow, rows: VisitRows) -> tuple[FactGroup, ...]:
    """Return what came of a page, and what led there."""
    page = row.page
    facts = [
        Fact(translate("visit", "Answer"), words.answer(page), words.short(page.why, words.LONGEST)),
        Fact(translate("visit", "Asked address"), words.short(page.asked, words.LONGEST)),
        Fact(translate("visit", "Phase"), words.said(words.PHASES[page.phase])),
        Fact(translate("visit", "Browser and mode"), row.title),
    ]
    led = _capped(Fact("", words.short(url, words.LONGEST)) for url in page.redirects)
    return _filled(
        FactGroup(translate("visit", "The page"), tuple(facts)), FactGroup(translate("visit", "Led there by"), led)
    )


def host_details(row: HostRow, rows: VisitRows) -> tuple[FactGroup, ...]:
    """Return what was asked of a host, and the cookies that it asked for in that run."""
    host = row.host
    counts = (
        (translate("visit", "Requests"), host.requests),
        (translate("visit", "Before any choice"), host.before_choice),
        (translate("visit", "After a refusal"), host.after_refusal),
        (translate("visit", "With cookies"), host.with_cookies),
    )
    cookies = (
        Fact(held.name, words.fate_text(held.story), held.purpose)
        for held in rows.cookies
        if held.run == row.run and _belongs(held.story.host, host.host)
    )
    return _filled(
        FactGroup(row.title, tuple(Fact(label, general.amount(number)) for label, number in counts)),
        FactGroup(translate("visit", "Its cookies"), _capped(cookies)),
    )


def _belongs(domain: str, host: str) -> bool:
    bare = domain.removeprefix(".")
    return host == bare or (domain.startswith(".") and host.endswith(f".{bare}"))


def kept_details(row: KeptRow, rows: VisitRows) -> tuple[FactGroup, ...]:
    """Return the whole of what was found."""
    return _filled(
        FactGroup(row.what, (Fact(translate("visit", "Where"), row.where), Fact("", row.text), Fact("", row.title)))
    )


def visit_details(rows: VisitRows) -> tuple[FactGroup, ...]:
    """Return what is said of the visit as a whole, while nothing is chosen."""
    report = rows.report
    told = (Fact("", visible(text, words.LONGEST)) for text in report.said)
    measured = (
        Fact(translate("audit", "Program"), visible(report.program, 120)),
        Fact(translate("audit", "Knowledge"), visible(report.knowledge, 120)),
        Fact(translate("visit", "Visited"), words.short(report.record.url), general.moment(report.record.started_us)),
    )
    return _filled(
        FactGroup(translate("audit", "Said first"), tuple(told)),
        FactGroup(translate("audit", "Measured with"), measured),
    )


def _filled(*groups: FactGroup) -> tuple[FactGroup, ...]:
    return tuple(group for group in groups if group.facts)


def _capped(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    held = tuple(facts)
    if len(held) <= _MOST:
        return held
    more = translate("visit", "and {count} more").format(count=general.amount(len(held) - _MOST))
    return (*held[:_MOST], Fact("", more))

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A visit arranged for reading: runs and cookies side by side, then each run by itself; lists are bounded.

Pages, Markdown and the terminal are written from this. What a list does not show it counts, and the JSON has it all.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, TypeVar

from inspector.core.label import Label
from inspector.core.visit import CookieStory, Deed, VisitRecord, VisitRun
from inspector.reports import visit_words as words
from inspector.reports.audit_parts import NAME, safe, safe_name
from inspector.reports.audit_words import purpose_text
from inspector.reports.visit_parts import Biography, RunView, Sheet, VisitView
from inspector.reports.words import many

COOKIES: Final = 500  # of one run
LIVES: Final = 200
LINES: Final = 24  # of one biography
ITEMS: Final = 100  # of any other list
RUNS: Final = 12
T = TypeVar("T")
Labels = Mapping[str, Label]
_Key = tuple[str, str, str]


def arrange_visit(record: VisitRecord, labels: Labels) -> VisitView:
    """Return a visit arranged; ``labels`` are those of its cookies, by the ids of their records."""
    runs = record.runs[:RUNS]
    return VisitView(
        safe(record.url, words.ADDRESS),
        words.moment(record.started_us),
        (_side_by_side(runs, len(record.runs) - len(runs)), *([_across(runs, labels)] if len(runs) > 1 else [])),
        tuple(_run(number, run, labels) for number, run in enumerate(runs, 1)),
    )


def numbers(run: VisitRun) -> tuple[int, int, int, int, int]:
    """Return how many cookies were asked for, stored, refused, partitioned, and of how many the fate is not known.

    Stored are those in a partition, too; refused are those that were never stored.
    """
    stories = run.stories
    return (
        sum(story.asked > 0 for story in stories),
        sum(story.stored is True for story in stories),
        sum(story.refused > 0 and not story.stored for story in stories),
        sum(story.partitioned and story.stored is True for story in stories),
        sum(story.stored is None and not story.refused for story in stories),
    )


def _side_by_side(runs: Sequence[VisitRun], more: int) -> Sheet:
    head = ("Browser and mode", "Scenario", "Asked", "Stored", "Refused", "Partitioned", "Not known", "Outcome")
    rows = tuple(
        (
            safe(run.title, NAME),
            safe(run.scenario, NAME),
            *(f"{number:,}" for number in numbers(run)),
            words.outcome_word(run).text,
        )
        for run in runs
    )
    lead = "How many cookies the site asked for, and what each browser made of that in each mode."
    return Sheet("Asked, stored, refused, partitioned", lead, head, rows, (2, 3, 4, 5, 6), more)


def _across(runs: Sequence[VisitRun], labels: Labels) -> Sheet:
    found: dict[_Key, dict[int, CookieStory]] = {}
    for number, run in enumerate(runs):
        for story in run.stories:
            held = found.setdefault((story.host, story.name, story.path or "/"), {})
            held[number] = _better(held.get(number), story)
    keys = sorted(found)
    rows = tuple(
        (
            safe_name(key[1]),
            safe(key[0], NAME),
            _purpose(next(iter(found[key].values())), labels),
            *(words.fate_word(found[key].get(number)) for number in range(len(runs))),
        )
        for key in keys[:COOKIES]
    )
    head = ("Cookie", "Host", "What for", *(safe(run.title, NAME) for run in runs))
    lead = "The same cookie in every run. A difference is what a browser or a mode made of the same request."
    return Sheet("Each cookie in each run", lead, head, rows, (), len(keys) - len(rows))


def _better(held: CookieStory | None, other: CookieStory) -> CookieStory:
    """Of two stories of one name, host and path (in two partitions) the one that was stored."""
    return other if held is None or (other.stored and not held.stored) else held


def _purpose(story: CookieStory, labels: Labels) -> str:
    label = labels.get(story.id)
    return "" if label is None else purpose_text(label)


def _run(number: int, run: VisitRun, labels: Labels) -> RunView:
    lives = run.stories[:LIVES]
    sheets = (
        _cookies(run, labels),
        _timeline(run),
        _pages(run),
        _hosts(run),
        *_others(run),
    )
    return RunView(
        f"run-{number}",
        safe(f"{run.title}, scenario “{run.scenario}”", words.ADDRESS),
        words.outcome_word(run),
        tuple(_facts(run)),
        tuple(sheet for sheet in sheets if sheet.rows),
        tuple(_biography(story, labels) for story in lives),
        len(run.stories) - len(lives),
    )


def _facts(run: VisitRun) -> Iterable[tuple[str, str]]:
    yield "Visited", f"{safe(run.url, words.ADDRESS)}, {words.moment(run.started_us)}"
    if run.why:
        yield "How it ended", safe(run.why)
    yield "Self-test", words.canary_text(run.canary)
    signal = {True: "the Global Privacy Control signal was sent", False: "", None: ""}[run.gpc]
    if signal:
        yield "Signal", signal
    seen = {True: "without a window", False: "in a window", None: ""}[run.headless]
    yield "Browser", safe(f"{run.title} {seen}".strip() + (f", {run.user_agent}" if run.user_agent else ""))
    yield "Recorded in", safe(run.id, NAME)


def _cookies(run: VisitRun, labels: Labels) -> Sheet:
    head = (
        "Cookie",
        "Host",
        "What for",
        "Asked",
        "Stored",
        "Refused",
        "Partitioned",
        "Asked to live",
        "Kept for",
        "First written by",
    )
    rows = tuple(_cookie(story, labels) for story in run.stories[:COOKIES])
    lead = "Every cookie that was asked for or held, with the lifetime that was asked for and the one that was kept."
    return Sheet("Cookies", lead, head, rows, (3,), len(run.stories) - len(rows))


def _cookie(story: CookieStory, labels: Labels) -> tuple[str, ...]:
    refused = "" if not story.refused else f"{story.refused:,}: {safe('; '.join(story.reasons)) or 'no reason given'}"
    return (
        safe_name(story.name),
        safe(story.host, NAME),
        _purpose(story, labels),
        f"{story.asked:,}",
        {True: "yes", False: "no", None: "not known"}[story.stored],
        refused,
        f"under {safe(story.partition, NAME)}" if story.partition and story.stored else "",
        words.lifetime_word(story.requested),
        words.lifetime_word(story.kept) if story.stored else "",
        words.writer_text(story.first),
    )


def _timeline(run: VisitRun) -> Sheet:
    rows = tuple(
        (
            words.moment(span.started_us),
            words.PHASES[span.phase],
            words.phase_text(span),
            f"{_new(run, number):,}",
            words.jar_text(span.jar),
        )
        for number, span in enumerate(run.phases[:ITEMS])
    )
    head = ("When", "What", "By whom", "New cookies", "In the jar at its end")
    lead = "Before any choice, after it, and on a later visit. New are cookies first kept in that part of the visit."
    return Sheet("Choices", lead, head, rows, (3,), max(0, len(run.phases) - ITEMS))


def _new(run: VisitRun, number: int) -> int:
    span = run.phases[number]
    start, end = span.started_us or 0, span.ended_us
    firsts = (_first_kept(story) for story in run.stories if story.stored)
    return sum(us is not None and us >= start and (end is None or us < end) for us in firsts)


def _first_kept(story: CookieStory) -> int | None:
    return next((step.us for step in story.steps if step.deed in (Deed.SET, Deed.HELD, Deed.ASKED)), None)


def _pages(run: VisitRun) -> Sheet:
    rows = tuple(
        (
            words.clock(page.at_us),
            safe(page.url or page.asked, words.ADDRESS),
            words.PAGES.get(page.outcome, safe(page.outcome, NAME)) + (f" ({page.status})" if page.status else ""),
            safe(" → ".join(page.redirects), words.ADDRESS),
            words.PHASES[page.phase],
        )
        for page in run.pages[:ITEMS]
    )
    head = ("When", "Page", "Answer", "Led there by", "Phase")
    return Sheet("Pages", "", head, rows, (), max(0, len(run.pages) - ITEMS))


def _hosts(run: VisitRun) -> Sheet:
    rows = tuple(
        (
            safe(host.host, NAME),
            {True: "another site", False: "the site itself", None: "not known"}[host.third],
            f"{host.requests:,}",
            f"{host.before_choice:,}",
            f"{host.after_refusal:,}",
            f"{host.with_cookies:,}",
        )
        for host in run.hosts[:ITEMS]
    )
    head = ("Host", "Whose", "Requests", "Before any choice", "After a refusal", "With cookies")
    lead = "Whom the browser asked, by host."
    return Sheet("Requests", lead, head, rows, (2, 3, 4, 5), max(0, len(run.hosts) - ITEMS))


def _others(run: VisitRun) -> Iterable[Sheet]:
    yield _list(
        "Kept outside cookies",
        ("Where", "Origin", "Keys"),
        run.storage,
        lambda it: (f"{it.kind} storage", safe(it.origin, words.ADDRESS), _keys(it.keys, it.keys_more)),
    )
    yield _list(
        "Policies that the page links to",
        ("Words", "Address"),
        run.policy_links,
        lambda it: (safe(it[1], NAME), safe(it[0], words.ADDRESS)),
    )
    yield _list(
        "Declarations of consent platforms",
        ("Platform", "Address", "Kept as", "SHA-256"),
        run.declarations,
        lambda it: (safe(it.what, NAME), safe(it.url or "", words.ADDRESS), safe(it.file, NAME), safe(it.sha256, NAME)),
    )
    yield _list(
        "Answers of consent interfaces",
        ("Interface", "Phase", "Answer"),
        run.answers,
        lambda it: (safe(it.api, NAME), words.PHASES[it.phase], safe(it.answer)),
    )
    yield _list(
        "Pictures",
        ("Phase", "Kept as", "SHA-256"),
        run.screenshots,
        lambda it: (safe(it.what, NAME), safe(it.file, NAME), safe(it.sha256, NAME)),
    )
    yield _list("Met on the way", ("What",), run.problems, lambda it: (safe(str(it)),))


def _list(title: str, head: tuple[str, ...], items: Sequence[T], row: Callable[[T], tuple[str, ...]]) -> Sheet:
    return Sheet(title, "", head, tuple(row(item) for item in items[:ITEMS]), (), max(0, len(items) - ITEMS))


def _keys(keys: Sequence[str], more: int) -> str:
    shown = ", ".join(safe_name(key) for key in keys[:12])
    rest = len(keys) - 12 + more
    return f"{shown} and {many(rest, 'more key')}" if rest > 0 else shown


def _biography(story: CookieStory, labels: Labels) -> Biography:
    lines = tuple((words.clock(step.us), words.step_text(step)) for step in story.steps[:LINES])
    purpose = _purpose(story, labels)
    apart = f", under {safe(story.partition, NAME)}" if story.partition else ""
    return Biography(
        story.id,
        safe_name(story.name),
        safe(story.host, NAME),
        f"{purpose or 'Unknown'}{apart}: {words.fate_word(story)}",
        lines,
        len(story.steps) - len(lines) + story.steps_more,
    )

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a visit shows, in words: the answer in a line, what stands below it, labels; and the receipt of a refusal."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from urllib.parse import urlsplit

from inspector.capture.reading import VisitReading
from inspector.core.cookie import Cookie
from inspector.core.label import Label
from inspector.core.problem import InspectorError
from inspector.core.receipt import Receipt, receipt_headline, run_receipt
from inspector.core.visit import Phase, VisitRecord, VisitReport, VisitRun
from inspector.engine.knowledge import open_knowledge, user_places
from inspector.engine.labels import labels
from inspector.knowledge.book import Knowledge
from inspector.rules.purposes import NON_NECESSARY
from inspector.rules.words import count


def report_visit(
    found: VisitReading, program: str, now: datetime, *, knowledge: Knowledge | None = None
) -> VisitReport:
    """Return the report on a visit that was read; raise where there was none."""
    book = knowledge if knowledge is not None else open_knowledge(user_places())
    record = found.record
    if record is None:
        raise InspectorError("There is no visit to report on", "Give the folder of a visit")
    refused = tuple(held.cookie for held in found.reading.evidence.refused)
    told = label_visit(record, found.reading.cookies, refused, book)
    return VisitReport(
        record,
        headline(record),
        tuple(said(record, told)),
        told,
        found.reading.cookies,
        (*book.problems, *found.reading.problems),
        program,
        f"{book.version} ({book.date})",
        now=now,
    )


def label_visit(
    record: VisitRecord, kept: Sequence[Cookie], refused: Sequence[Cookie], knowledge: Knowledge
) -> Mapping[str, Label]:
    """Return what each cookie of a visit is for, by the ids of their records."""
    cookies = list({cookie.id: cookie for cookie in (*refused, *kept)}.values())
    host = urlsplit(record.url).hostname or ""
    found = labels(knowledge)(cookies, host)
    return {cookie.id: label for cookie, label in zip(cookies, found, strict=True)}


def headline(record: VisitRecord) -> str:
    """Return the answer in one line; what was not measured comes first, and is never said to be nothing."""
    measured = [run for run in record.runs if run.measured]
    if not measured:
        why = next((run.why for run in record.runs if run.why), "no run was carried through")
        return f"Not measured: {why.rstrip('.')}."
    asked = {(story.host, story.name) for run in measured for story in run.stories if story.asked or story.stored}
    lost = len(record.runs) - len(measured)
    named = _names(measured)
    parts = [f"{name} {_kept(run)}" for name, run in zip(named, measured, strict=True)]
    start = f"{count(lost, 'run')} of {len(record.runs)} not measured. " if lost else ""
    if not asked:
        return f"{start}The site asked for no cookie: {', '.join(named)}."
    return f"{start}The site asked for {count(len(asked), 'cookie')}: {'; '.join(parts)}."


def _names(runs: Sequence[VisitRun]) -> list[str]:
    """Return browser and mode of each run, with what was done where another run has the same of both."""
    titles = Counter(run.title for run in runs)
    return [run.title if titles[run.title] == 1 else f"{run.title} (scenario {run.scenario})" for run in runs]


def _kept(run: VisitRun) -> str:
    stored = sum(story.stored is True for story in run.stories)
    refused = sum(story.refused > 0 and not story.stored for story in run.stories)
    apart = sum(story.partitioned and story.stored is True for story in run.stories)
    text = f"kept {stored}"
    text += f" ({apart} of them partitioned)" if apart else ""
    return f"{text} and refused {refused}" if refused else text


def said(record: VisitRecord, told: Mapping[str, Label]) -> Iterator[str]:
    """Yield what has to be said below the answer."""
    for run in record.runs:
        yield from _choices(run, told)
    third = sorted({host.host for run in record.runs for host in run.hosts if host.third})
    hosts = {host.host for run in record.runs for host in run.hosts}
    if hosts:
        yield f"The visit contacted {count(len(hosts), 'host')}, {len(third)} of them of other sites."
    yield "The site can tell that a program drives the browser; other visitors may be shown something else."


def _choices(run: VisitRun, told: Mapping[str, Label]) -> Iterator[str]:
    before = _of(run, told, lambda phases: Phase.NO_CHOICE in phases)
    if before:
        yield f"{run.title}, scenario {run.scenario}: {_not_needed(before)} kept before any choice."
    if run.span(Phase.REFUSED) is not None:
        after = _of(run, told, lambda phases: Phase.REFUSED in phases)
        yield f"{run.title}: {_not_needed(after)} in the jar after the refusal."


def _not_needed(number: int) -> str:
    if not number:
        return "no cookie that is not necessary was"
    return f"{count(number, 'cookie')} that {'is not necessary was' if number == 1 else 'are not necessary were'}"


def _of(run: VisitRun, told: Mapping[str, Label], wanted: Callable[[tuple[Phase, ...]], bool]) -> int:
    groups = (told[story.id].group for story in run.stories if story.id in told and wanted(story.held))
    return sum(group in NON_NECESSARY for group in groups)


def receipt_of(report: VisitReport) -> Receipt:
    """Return the receipt of a refusal; raise where nobody refused in the visit."""
    runs = tuple(made for run in report.record.runs if (made := run_receipt(run, report.labels)) is not None)
    if not runs:
        raise InspectorError(
            "Nothing was refused in this visit, so there is no receipt",
            "Visit with --scenario reject, or with --scenario manual and mark the refusal",
        )
    return Receipt(report.record, runs, receipt_headline(runs), report.program, report.knowledge, now=report.now)

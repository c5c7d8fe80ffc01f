# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The tables of a visit: runs, cookies, pages, hosts, what is kept elsewhere. Rows made once, columns as data."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from inspector.core.label import Certainty, Label
from inspector.core.visit import CookieStory, HostSeen, PageSeen, VisitReport, VisitRun
from inspector.gui import words as general
from inspector.gui.audit.words import purpose
from inspector.gui.models.table import Columns, TableColumn
from inspector.gui.translation import QT_TRANSLATE_NOOP, translate
from inspector.gui.visit import words
from inspector.reports.visit_view import numbers

MOST: Final = 20_000  # rows of one table; what is beyond is counted by the page


class RunRow(NamedTuple):
    """A run: browser, mode and scenario, and how many cookies were asked for, stored, refused, partitioned."""

    number: int
    run: VisitRun
    title: str
    asked: int
    stored: int
    refused: int
    partitioned: int
    unknown: int


class StoryRow(NamedTuple):
    """A cookie in a run. ``run`` is the number of its run."""

    run: int
    started_us: int | None
    story: CookieStory
    label: Label | None
    name: str
    host: str
    title: str
    purpose: str


class PageRow(NamedTuple):
    """A page that was opened in a run."""

    run: int
    page: PageSeen
    when: str
    address: str
    title: str


class HostRow(NamedTuple):
    """A host that requests of a run went to."""

    run: int
    host: HostSeen
    title: str


class KeptRow(NamedTuple):
    """Something that a run found outside cookies: stored keys, an answer of a consent interface, a link, a file."""

    run: int
    what: str
    where: str
    text: str
    title: str
    picture: str = ""  # the name of its file, where it is a picture of the page


class VisitRows(NamedTuple):
    """Everything that the page shows of a visit, made in the worker."""

    report: VisitReport
    runs: tuple[RunRow, ...]
    cookies: tuple[StoryRow, ...]
    pages: tuple[PageRow, ...]
    hosts: tuple[HostRow, ...]
    kept: tuple[KeptRow, ...]

    def others(self, row: StoryRow) -> tuple[StoryRow, ...]:
        """Return the same cookie in the other runs."""
        story = row.story
        wanted = (story.host, story.name, story.path)
        return tuple(
            held
            for held in self.cookies
            if held.run != row.run and (held.story.host, held.story.name, held.story.path) == wanted
        )


def visit_rows(report: VisitReport) -> VisitRows:
    """Return a visit made ready for the window."""
    runs = tuple(
        RunRow(number, run, _title(run, report), *numbers(run)) for number, run in enumerate(report.record.runs)
    )
    return VisitRows(
        report,
        runs,
        tuple(row for held in runs for row in _cookies(held, report))[:MOST],
        tuple(row for held in runs for row in _pages(held))[:MOST],
        tuple(HostRow(held.number, host, held.title) for held in runs for host in held.run.hosts)[:MOST],
        tuple(row for held in runs for row in _kept(held))[:MOST],
    )


def _title(run: VisitRun, report: VisitReport) -> str:
    """Return how a run is called; by its scenario, too, where the visit has several."""
    several = len({held.scenario for held in report.record.runs}) > 1
    return f"{words.title(run)} ({words.short(run.scenario, 40)})" if several else words.title(run)


def _cookies(held: RunRow, report: VisitReport) -> Iterator[StoryRow]:
    for story in held.run.stories:
        label = report.labels.get(story.id)
        name = words.short(story.name, 120) or translate("audit", "(no name)")
        told = "" if label is None else purpose(label, label.certainty is Certainty.SURE)
        host = words.short(story.host, 120)
        yield StoryRow(held.number, held.run.started_us, story, label, name, host, held.title, told)


def _pages(held: RunRow) -> Iterator[PageRow]:
    for page in held.run.pages:
        when = words.after(page.at_us, held.run.started_us)
        yield PageRow(held.number, page, when, words.short(page.url or page.asked), held.title)


def _kept(held: RunRow) -> Iterator[KeptRow]:
    run = held.run
    for kept in run.storage:
        what = translate("visit", "Local storage") if kept.kind == "local" else translate("visit", "Session storage")
        keys = ", ".join(words.short(key, 80) for key in kept.keys[:40])
        left = len(kept.keys) - 40 + kept.keys_more
        more = f" + {general.amount(left)}" if left > 0 else ""
        yield KeptRow(held.number, what, words.short(kept.origin), keys + more, held.title)
    for answer in run.answers:
        what = translate("visit", "Answer of {interface}").format(interface=words.short(answer.api, 40))
        yield KeptRow(held.number, what, words.said(words.PHASES[answer.phase]), words.short(answer.answer), held.title)
    for url, text in run.policy_links:
        yield KeptRow(
            held.number, translate("visit", "Link to a policy"), words.short(url), words.short(text), held.title
        )
    for file in run.declarations:
        what = translate("visit", "Declaration of {platform}").format(platform=words.short(file.what, 40))
        yield KeptRow(held.number, what, words.short(file.url or ""), words.short(file.file), held.title)
    for file in run.screenshots:
        what, phase = translate("visit", "Picture"), words.short(file.what)
        yield KeptRow(held.number, what, phase, words.short(file.file), held.title, file.file)


def _phases() -> list[str]:
    return [words.said(text) for text in words.PHASES.values()]


UNKNOWN: Final = 5  # the column of the runs that is shown only where something is not known
RUN_COLUMNS: Final = Columns(
    "visit",
    (
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "Browser and mode"),
            QT_TRANSLATE_NOOP("visit", "One run of the visit"),
            42,
            lambda row: row.title,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "Asked"),
            QT_TRANSLATE_NOOP("visit", "Cookies that the site asked for"),
            9,
            lambda row: general.amount(row.asked),
            lambda row: row.asked,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "Stored"),
            QT_TRANSLATE_NOOP("visit", "Cookies that the browser kept, those in a partition too"),
            9,
            lambda row: general.amount(row.stored),
            lambda row: row.stored,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "Refused"),
            QT_TRANSLATE_NOOP("visit", "Cookies that the browser never kept"),
            11,
            lambda row: general.amount(row.refused),
            lambda row: row.refused,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "Partitioned"),
            QT_TRANSLATE_NOOP("visit", "Cookies kept for the visited site only"),
            15,
            lambda row: general.amount(row.partitioned),
            lambda row: row.partitioned,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "Not known"),
            QT_TRANSLATE_NOOP("visit", "Cookies of which the browser did not say what became of them"),
            14,
            lambda row: general.amount(row.unknown),
            lambda row: row.unknown,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "Outcome"),
            QT_TRANSLATE_NOOP("visit", "Whether the run was carried through"),
            16,
            lambda row: words.said(words.outcome(row.run).text),
            None,
            lambda row: words.outcome(row.run).look,
            lambda row: words.short(row.run.why) or words.said(words.outcome(row.run).explanation),
            lambda: [words.said(said.word) for said in words.OUTCOMES.values()],
        ),
    ),
)
_FATE_ORDER: Final = tuple(words.FATES)
COOKIE_COLUMNS: Final = Columns(
    "visit",
    (
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "Cookie"), QT_TRANSLATE_NOOP("visit", "Its name"), 20, lambda row: row.name
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "Host"),
            QT_TRANSLATE_NOOP("visit", "The host that it is sent to"),
            20,
            lambda row: row.host,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "What became of it"),
            QT_TRANSLATE_NOOP("visit", "Whether the browser kept it in this run"),
            22,
            lambda row: words.fate_text(row.story),
            lambda row: _FATE_ORDER.index(words.fate(row.story)),
            lambda row: words.FATES[words.fate(row.story)].look,
            words=lambda: [words.said(said.word) for said in words.FATES.values()],
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "Browser and mode"),
            QT_TRANSLATE_NOOP("visit", "The run that it was seen in"),
            36,
            lambda row: row.title,
            lambda row: row.run,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "What for"),
            QT_TRANSLATE_NOOP("visit", "Its purpose, as far as is known"),
            18,
            lambda row: row.purpose,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "First"),
            QT_TRANSLATE_NOOP("visit", "The phase in which it was first asked for"),
            16,
            lambda row: words.said(words.PHASES[row.story.first_phase]),
            words=_phases,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "Asked"),
            QT_TRANSLATE_NOOP("visit", "How often it was asked for"),
            8,
            lambda row: general.amount(row.story.asked),
            lambda row: row.story.asked,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "Asked to live"),
            QT_TRANSLATE_NOOP("visit", "The last lifetime that was asked for"),
            14,
            lambda row: general.lifetime_words(row.story.requested),
            lambda row: row.story.requested.us or -1,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "Kept for"),
            QT_TRANSLATE_NOOP("visit", "The lifetime that the browser stored"),
            14,
            lambda row: general.lifetime_words(row.story.kept) if row.story.stored else "",
            lambda row: (row.story.kept.us or -1) if row.story.stored else -2,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "First written by"),
            QT_TRANSLATE_NOOP("visit", "The request or the script that first asked for it"),
            40,
            lambda row: words.writer(row.story.first),
        ),
    ),
)
PAGE_COLUMNS: Final = Columns(
    "visit",
    (
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "After"),
            QT_TRANSLATE_NOOP("visit", "How long after the beginning of its run"),
            12,
            lambda row: row.when,
            lambda row: row.page.at_us or 0,
        ),
        TableColumn(QT_TRANSLATE_NOOP("visit", "Page"), "", 44, lambda row: row.address),
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "Answer"),
            QT_TRANSLATE_NOOP("visit", "What came of it"),
            24,
            lambda row: words.answer(row.page),
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "Phase"),
            QT_TRANSLATE_NOOP("visit", "What had been chosen by then"),
            16,
            lambda row: words.said(words.PHASES[row.page.phase]),
            words=_phases,
        ),
        TableColumn(QT_TRANSLATE_NOOP("visit", "Browser and mode"), "", 36, lambda row: row.title),
    ),
)
_WHOSE: Final = {
    True: QT_TRANSLATE_NOOP("visit", "Another site"),
    False: QT_TRANSLATE_NOOP("visit", "The site itself"),
    None: QT_TRANSLATE_NOOP("visit", "Not known"),
}
HOST_COLUMNS: Final = Columns(
    "visit",
    (
        TableColumn(QT_TRANSLATE_NOOP("visit", "Host"), "", 32, lambda row: words.short(row.host.host, 120)),
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "Whose"),
            QT_TRANSLATE_NOOP("visit", "Whether it belongs to the visited site"),
            16,
            lambda row: words.said(_WHOSE[row.host.third]),
            words=lambda: map(words.said, _WHOSE.values()),
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "Requests"),
            "",
            12,
            lambda row: general.amount(row.host.requests),
            lambda row: row.host.requests,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "Before any choice"),
            QT_TRANSLATE_NOOP("visit", "Requests while nothing was chosen"),
            20,
            lambda row: general.amount(row.host.before_choice),
            lambda row: row.host.before_choice,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "After a refusal"),
            QT_TRANSLATE_NOOP("visit", "Requests that began after the visitor had refused"),
            18,
            lambda row: general.amount(row.host.after_refusal),
            lambda row: row.host.after_refusal,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "With cookies"),
            QT_TRANSLATE_NOOP("visit", "Requests that carried cookies"),
            16,
            lambda row: general.amount(row.host.with_cookies),
            lambda row: row.host.with_cookies,
        ),
        TableColumn(QT_TRANSLATE_NOOP("visit", "Browser and mode"), "", 36, lambda row: row.title),
    ),
)
KEPT_COLUMNS: Final = Columns(
    "visit",
    (
        TableColumn(QT_TRANSLATE_NOOP("visit", "What"), "", 24, lambda row: row.what),
        TableColumn(QT_TRANSLATE_NOOP("visit", "Where"), "", 34, lambda row: row.where),
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "Content"),
            QT_TRANSLATE_NOOP("visit", "Keys, words or the name of a file; never what is stored under a key"),
            50,
            lambda row: row.text,
        ),
        TableColumn(QT_TRANSLATE_NOOP("visit", "Browser and mode"), "", 36, lambda row: row.title),
    ),
)

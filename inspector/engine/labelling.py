# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Where knowledge, classifier and readers meet: labels for files of cookies and for cookies of a scan, and stories."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from inspector.classify.classifier import Classifier, load_classifier
from inspector.classify.facts import sentence
from inspector.classify.judge import Case
from inspector.classify.words import said_of
from inspector.core.cookie import Cookie
from inspector.core.frozen import frozen
from inspector.core.label import Group, Label
from inspector.core.labelling import Edition, LabelledCookie, Labelling, Story, TableReading, WayOut
from inspector.core.problem import Problem
from inspector.core.resources import resources_folder
from inspector.core.traits import Traits, traits_of
from inspector.engine.cookie_files import NOTHING_TOLD, CookieFile, Told, read_cookies, recognised_as
from inspector.engine.knowledge import Places, open_knowledge
from inspector.knowledge.records import KnownCookie
from inspector.readers.stable import Unreadable

_TABLE: Final = "csv"
_TITLE: Final = "Table of cookies (CSV)"


@frozen
class Judge:
    """A classifier, the edition of the knowledge that it rests on, and what was wrong with the user's part of it."""

    classifier: Classifier
    edition: Edition
    problems: tuple[Problem, ...]


def open_judge(places: Places) -> Judge:
    """Return a judge with the program's tables and model, the user's overrides and imported lists."""
    knowledge = open_knowledge(places)
    classifier = load_classifier(resources_folder(), knowledge)
    return Judge(classifier, Edition(knowledge.version, knowledge.date.isoformat()), knowledge.problems)


def label_cookies(cookies: Iterable[Cookie], judge: Judge) -> tuple[Label, ...]:
    """Return the labels of cookies from a scan, in their order."""
    return tuple(judge.classifier.classify_all(map(traits_of, cookies)))


def label_files(paths: Sequence[Path], judge: Judge, told: Told = NOTHING_TOLD) -> Labelling:
    """Return the labels of all cookies of these files, in order, and every problem met."""
    tables = [read_file(path, told) for path in paths]
    rows = [row for table in tables for row in table.rows]
    labels = judge.classifier.classify_all(rows)
    return Labelling(
        cookies=tuple(map(LabelledCookie, rows, labels)),
        problems=(*judge.problems, *(problem for table in tables for problem in table.problems)),
        edition=judge.edition,
        read=any(table.read for table in tables),
        recognised=tuple(table.recognised for table in tables if table.recognised),
    )


def read_file(path: Path, told: Told = NOTHING_TOLD) -> TableReading:
    """Return the cookies of one file: of any tool, or of a table, which may do without a domain.

    Where a recording says on which page a cookie was set, the page is part of what tells its purpose.
    """
    found = read_cookies(path, told)
    if not found.kind or found.kind == _TABLE:
        table = _read_table(path)
        if table.read or not _is_refused(found):
            line = recognised_as(str(path), _TITLE, len(table.rows), table.problems) if table.read else ""
            return replace(table, recognised=line)
        return TableReading(problems=found.reading.problems, read=False)
    seen = found.reading.evidence.sightings
    pages = ((cookie, seen.get(cookie.key)) for cookie in found.reading.cookies)
    rows = tuple(traits_of(cookie, _host(held.page) if held is not None else None) for cookie, held in pages)
    return TableReading(rows, found.reading.problems, True, found.recognised)


def _is_refused(found: CookieFile) -> bool:
    """Whether a file is something else altogether, which says more than that it is no table."""
    from inspector.readers.files.registry import OPEN  # here because a scan of browsers needs no format

    return any(problem.code == "cookie-file-unknown" and problem.why not in OPEN for problem in found.reading.problems)


def _host(page: str | None) -> str | None:
    try:
        return urlsplit(page or "").hostname
    except ValueError:  # an address in brackets that is none
        return None


def _read_table(path: Path) -> TableReading:
    """Read a table of its own columns; a file that cannot be opened is a problem like any other."""
    from inspector.readers.files.cookie_table import read_opened_table
    from inspector.readers.files.registry import open_file

    try:
        return read_opened_table(open_file(path))
    except Unreadable as error:
        return TableReading(problems=(error.problem,), read=False)


def tell_story(traits: Traits, judge: Judge) -> Story:
    """Return everything that is known of one cookie."""
    case = judge.classifier.examine(traits)
    knowledge = judge.classifier.knowledge
    label = case.label
    vendor = knowledge.vendor(label.vendor) if label.vendor else None
    found = knowledge.find(traits.name, traits.host)
    ways = knowledge.opt_outs(label.vendor) if label.vendor else ()
    return Story(
        cookie=LabelledCookie(traits._replace(value=None), label),
        lifetime=_usual_lifetime(case.fact),
        facts=tuple(sentence(knowledge, fact) for fact in found),
        evidence=tuple(f"{opinion.way}: {opinion.because}" for opinion in case.opinions) + _of_statistics(case),
        alternatives=_alternatives(case),
        vendor_note=vendor.note if vendor else "",
        ways_out=tuple(
            WayOut(way.name, way.url, way.status, way.mechanism, way.stops, way.does_not_stop) for way in ways
        ),
        edition=judge.edition,
    )


def _usual_lifetime(fact: KnownCookie | None) -> str:
    if fact is None:
        return ""
    if fact.session:
        return "until the browser is closed"
    if fact.lifetime_days is None:
        return ""
    seconds = fact.lifetime_days * 86_400
    size, unit = next((size, unit) for size, unit in _UNITS if seconds >= size or size == 1)
    count = round(seconds / size)
    return f"{count:,} {unit}" + ("" if count == 1 else "s")


_UNITS = ((86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second"))


def _of_statistics(case: Case) -> tuple[str, ...]:
    chances = ", ".join(f"{said_of(group)} {chance:.0%}" for group, chance in _by_chance(case))
    return (f"statistics: {chances}",)


def _alternatives(case: Case) -> tuple[tuple[str, float], ...]:
    """Return the other groups that are not ruled out, the likeliest first."""
    return tuple(
        (group.value, round(chance, 3))
        for group, chance in _by_chance(case)
        if group is not case.label.group and chance >= 0.05
    )


def _by_chance(case: Case) -> list[tuple[Group, float]]:
    return sorted(case.chances, key=lambda pair: -pair[1])

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the consent timeline shows, as data: lanes with bands and dots for painting, the same as rows for its twin."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from inspector.core.label import Group
from inspector.core.visit import Deed, Phase
from inspector.gui.chips import HUE_OF_GROUP
from inspector.gui.models.table import Columns, TableColumn
from inspector.gui.translation import QT_TRANSLATE_NOOP, translate
from inspector.gui.visit import words
from inspector.gui.visit.rows import RunRow, StoryRow, VisitRows

_MOST: Final = 400  # dots of a lane: more are one smear; the tables have all
HUES: Final[Mapping[Phase, str]] = {
    Phase.NO_CHOICE: "grey",
    Phase.ACCEPTED: "green",
    Phase.REFUSED: "vermilion",
    Phase.RETURN: "blue",
    Phase.UNKNOWN: "orange",
}


class Band(NamedTuple):
    """A phase of a run, from when to when after its beginning."""

    phase: Phase
    start_us: int
    end_us: int


class Dot(NamedTuple):
    """A cookie, where it was first asked for or seen. ``row`` is its number in the table of cookies."""

    us: int
    row: int
    kept: bool
    hue: str
    text: str


class Lane(NamedTuple):
    """A run."""

    title: str
    length_us: int
    bands: tuple[Band, ...]
    dots: tuple[Dot, ...]


class Moment(NamedTuple):
    """A row of the twin: something that happened in a run. ``row`` is a cookie's number, ``None`` for a phase."""

    us: int
    when: str
    what: str
    who: str
    title: str
    row: int | None = None


def lanes_of(rows: VisitRows) -> tuple[Lane, ...]:
    """Return a lane for each run that began."""
    return tuple(_lane(held, rows) for held in rows.runs if held.run.started_us is not None)


def _lane(held: RunRow, rows: VisitRows) -> Lane:
    run = held.run
    began = run.started_us or 0
    dots = tuple(dot for number, row in enumerate(rows.cookies) if (dot := _dot(number, row, held, began)) is not None)
    ends = [span.ended_us for span in run.phases if span.ended_us is not None]
    last = max((run.ended_us or began, *ends, *(began + dot.us for dot in dots)))
    bands = tuple(
        Band(span.phase, max(0, (span.started_us or began) - began), (span.ended_us or last) - began)
        for span in run.phases
    )
    return Lane(held.title, last - began, bands, tuple(sorted(dots))[:_MOST])


def _dot(number: int, row: StoryRow, held: RunRow, began: int) -> Dot | None:
    if row.run != held.number:
        return None
    first = next((step for step in row.story.steps if step.us is not None and step.deed is not Deed.GONE), None)
    if first is None or first.us is None:
        return None
    group = Group.UNKNOWN if row.label is None else row.label.group
    us = max(0, first.us - began)
    where = f"{row.name} ({row.host}), {row.purpose}" if row.purpose else f"{row.name} ({row.host})"
    text = f"{where}\n{words.after(first.us, began)}: {words.fate_text(row.story)}"
    return Dot(us, number, row.story.stored is True, HUE_OF_GROUP[group], text)


def dot_text(dot: Dot) -> str:
    """Return what a dot says when the pointer is over it."""
    return dot.text


def lane_text(lane: Lane) -> str:
    """Return a lane in a sentence, for a screen reader."""
    phases = "; ".join(f"{words.said(words.PHASES[band.phase])} {words.after(band.start_us, 0)}" for band in lane.bands)
    template = translate("visit", "{run}: {phases}; {kept} cookies kept, {others} not")
    kept = sum(dot.kept for dot in lane.dots)
    return template.format(run=lane.title, phases=phases, kept=kept, others=len(lane.dots) - kept)


def moments_of(rows: VisitRows) -> tuple[Moment, ...]:
    """Return what the timeline shows as rows, run by run in the order of time."""
    found: list[Moment] = []
    for held in rows.runs:
        began = held.run.started_us or 0
        of_run = [
            Moment(
                (span.started_us or began) - began,
                words.after(span.started_us, held.run.started_us),
                words.said(words.PHASES[span.phase]),
                f"{words.who(span)}; {words.jar(span.jar)}",
                held.title,
            )
            for span in held.run.phases
        ]
        of_run += [_moment(number, row, began) for number, row in enumerate(rows.cookies) if row.run == held.number]
        found += sorted(of_run, key=lambda moment: moment.us)
    return tuple(found)


def _moment(number: int, row: StoryRow, began: int) -> Moment:
    first = next((step for step in row.story.steps if step.us is not None), None)
    us = None if first is None else first.us
    what = f"{row.name} ({row.host}): {words.fate_text(row.story)}"
    when = words.after(us, row.started_us)
    return Moment((us or began) - began, when, what, words.writer(row.story.first), row.title, number)


COLUMNS: Final = Columns(
    "visit",
    (
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "After"),
            QT_TRANSLATE_NOOP("visit", "How long after the beginning of its run"),
            12,
            lambda row: row.when,
            lambda row: row.us,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "What"),
            QT_TRANSLATE_NOOP("visit", "A phase that began, or a cookie that was first asked for"),
            38,
            lambda row: row.what,
        ),
        TableColumn(
            QT_TRANSLATE_NOOP("visit", "By whom"),
            QT_TRANSLATE_NOOP("visit", "Who chose, or who wrote the cookie"),
            30,
            lambda row: row.who,
        ),
        TableColumn(QT_TRANSLATE_NOOP("visit", "Browser and mode"), "", 36, lambda row: row.title),
    ),
)

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``--format FORMAT[:FILE]``, as often as wanted: one report, judged once, written to every place that was named.

On GitHub Actions, where no format is named, annotations follow the table.
"""

import os
from collections.abc import Callable, Collection, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final, NamedTuple, TextIO

import click

from inspector.cli.github import append_summary, here_of, in_actions, without_commands
from inspector.cli.output import checked, opened
from inspector.core.finding import Finding
from inspector.core.frozen import frozen
from inspector.core.moments import from_datetime
from inspector.core.problem import InspectorError
from inspector.core.report import Report
from inspector.reports.api import Look, warns
from inspector.reports.registry import AUDITS

ANNOTATIONS: Final = "github"
FOR_PEOPLE: Final = ("table", "html", "markdown", "json")  # say in themselves that a filter left something out


def format_options(known: Collection[str]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return what adds ``--format`` and ``--output`` to a command that knows these formats."""
    help_text = f"One of {', '.join(known)} (default: table); repeat it, each with a FILE, for several at once."
    decorate = click.option("--format", "formats", multiple=True, metavar="FORMAT[:FILE]", help=help_text)
    to_file = click.option(
        "--output",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="Write what would go to stdout to this file.",
    )
    return lambda function: decorate(to_file(function))


format_option: Final = format_options(AUDITS)  # of a command that makes an audit's report


class Destination(NamedTuple):
    """One format and where it goes (``None``: stdout); ``refused`` is why it cannot go there. ``fenced``: what is in it
    is no command to whoever reads the log."""

    format: str
    target: Path | None
    refused: InspectorError | None = None
    fenced: bool = False


@frozen
class Destinations:
    """Where a report goes, files first: a reader of stdout that goes away must not cost them."""

    places: tuple[Destination, ...]

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that are written."""
        return tuple(place.target for place in self.places if place.target is not None and place.refused is None)

    def write(self, report: Report, look: Look, shown: Report | None = None) -> None:
        """Write an audit's report in every format; where one is for GitHub, the job gets its summary.

        ``shown`` is the part of the report that a filter leaves for people; a log's annotations are of the whole.
        """

        def write_one(place: Destination, out: TextIO) -> None:
            told = shown if shown is not None and place.format in FOR_PEOPLE else report
            AUDITS[place.format]()(told, look if place.target is None else replace(look, styled=False), out)

        def summary(room: int) -> str:
            from inspector.reports.github_summary import summary

            return summary(report, look, room)

        self.write_each(write_one, summary)

    def write_each(self, write: Callable[[Destination, TextIO], None], summary: Callable[[int], str]) -> None:
        """Write every format. One that cannot be written does not keep the others from it; it is raised at the end."""
        failures = [error for place in self.places if (error := _written(place, write)) is not None]
        if any(place.format == ANNOTATIONS for place in self.places):
            append_summary(summary, os.environ)
        if len(failures) == 1:
            raise failures[0]
        if failures:
            raise InspectorError("; ".join(error.message for error in failures), "Name other files")


def look_of(report: Report, now: datetime, fails: Callable[[Finding], bool] = warns) -> Look:
    """Return how a report should look here: from which folder its files are told, and where in them a sentence is."""
    from inspector.engine.domains import site_of
    from inspector.engine.regions import Regions

    here = here_of(os.environ)
    if here is None:
        return Look(from_datetime(now), site_of, fails=fails)
    regions = Regions(report.policy.document, here.folder)
    return Look(from_datetime(now), site_of, root=here.root, inside=here.inside, region_of=regions, fails=fails)


def destinations(
    formats: Sequence[str], output: Path | None, known: Collection[str] = AUDITS, *, narrowed: bool = False
) -> Destinations:
    """Return where a report is to go; called before anything is read. Raises where the options contradict each other,
    or where no place could be written to. ``narrowed``: a filter leaves a part out; programs would take it for gone.
    """
    if not formats and in_actions(os.environ):
        table = _checked("table", output)
        if table.refused is not None:
            raise table.refused
        return Destinations((table._replace(fenced=output is None), Destination(ANNOTATIONS, None)))
    asked = [_parsed(text, known) for text in formats] or [("table", None)]
    _bear_filters([name for name, _ in asked] if narrowed else [])
    loose = [name for name, file in asked if file is None]
    if len(loose) > 1:
        raise click.UsageError(f"{' and '.join(loose)} would both go to one place: name a file, --format FORMAT:FILE.")
    if output is not None and not loose:
        raise click.UsageError("--output is for a format without a file, and every format here has one.")
    places = [_checked(name, output if file is None else file) for name, file in asked]
    _unmistakable([place.target for place in places if place.target is not None])
    if all(place.refused is not None for place in places):
        raise next(place.refused for place in places if place.refused is not None)
    return Destinations(tuple(sorted(places, key=lambda place: place.target is None)))


def _bear_filters(names: Sequence[str]) -> None:
    for name in names:
        if name not in FOR_PEOPLE:
            why = "programs take what is missing in it as mended"
            raise click.UsageError(
                f"--filter does not go with {name}: {why}. Formats that do: {', '.join(FOR_PEOPLE)}."
            )


def _parsed(text: str, known: Collection[str]) -> tuple[str, Path | None]:
    """Return a format's name and its file. A file's name may hold colons: the first one divides."""
    name, mark, file = text.partition(":")
    name = name.strip().lower()
    if name not in known:
        from difflib import get_close_matches  # here because most people spell the formats right

        close = get_close_matches(name, known, n=1)
        meant = f" Did you mean {close[0]}?" if close else ""
        raise click.UsageError(f'"{name[:80]}" is not a format: {", ".join(known)}.{meant}')
    if mark and not file.strip():
        raise click.UsageError(f'"{name}:" names no file.')
    return name, Path(file) if mark else None


def _checked(name: str, file: Path | None) -> Destination:
    try:
        return Destination(name, checked(file))
    except InspectorError as refused:
        return Destination(name, file, refused)


def _unmistakable(files: Sequence[Path]) -> None:
    same = [os.path.normcase(os.path.realpath(file)) for file in files]
    if len(set(same)) < len(same):
        raise click.UsageError("Two formats would be written to the same file.")


def _written(place: Destination, write: Callable[[Destination, TextIO], None]) -> InspectorError | None:
    if place.refused is not None:
        return place.refused
    try:
        with opened(place.target) as out, without_commands(out) if place.fenced else nullcontext():
            write(place, out)
    except InspectorError as error:
        return error
    return None

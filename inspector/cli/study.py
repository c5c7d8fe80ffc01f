# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector study``: the same judgement over many sites, with the published methods counted."""

import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import click

from inspector import __version__
from inspector.cli import exits
from inspector.cli.judging import judging_options, levels_of
from inspector.cli.meter import Meter
from inspector.cli.moment import moment_of
from inspector.cli.paths import any_path
from inspector.core.finding import DeclaredBy
from inspector.core.problem import InspectorError
from inspector.core.visible import visible
from inspector.engine.scan import Progress
from inspector.study.listing import Listing, read_listing
from inspector.study.options import StudyOptions
from inspector.study.result import Finished
from inspector.study.run import StudyHooks, StudyRequest, run_study
from inspector.study.tables import RowState
from inspector.study.timing import StudyProgress, sentence

_EVERY_S: Final = 30  # between two lines on the progress where there is no terminal
_TOLD: Final = 20  # failed rows told by name; the result has all
_ONLY: Final = "Your word on every row: nothing but its site was visited with its cookies."
_MOST_WORKERS: Final = 64
_STATES: Final[Mapping[RowState, str]] = {
    RowState.JUDGED: "judged",
    RowState.UNVERIFIED: "read, and nothing could be compared",
    RowState.FAILED: "failed",
}


@click.command("study")
@click.argument("listing", metavar="LIST.csv", type=any_path)
@click.option("--out", metavar="DIR", required=True, type=any_path, help="The result: a new folder.")
@click.option(
    "--workers", type=click.IntRange(1, _MOST_WORKERS), metavar="N", help="Processes that judge (default: one a core)."
)
@click.option("--only-this-site", is_flag=True, help=_ONLY)
@judging_options
@click.option(
    "--small",
    type=click.IntRange(1),
    default=5,
    show_default=True,
    metavar="N",
    help="Tell a cookie's name in the tables of numbers only where N sites show it; 1 tells all.",
)
@click.option(
    "--row-limit",
    type=click.FloatRange(1),
    default=600.0,
    show_default=True,
    metavar="S",
    help="Seconds that one row may take.",
)
@click.option("--now", "moment", metavar="TIME", help="Judge as of this moment (ISO 8601; default: when it was begun).")
def command(listing: Path, out: Path, workers: int | None, moment: str | None, **given: Any) -> int:
    """Judge every site of a list by its own policy and cookies, and count the published violation methods.

    LIST.csv has a row for each site: the columns site, policy and cookies, and more (docs/study.md). The result is a
    dataset with tables of numbers, pictures, and a script that counts every number again. A row that cannot be read
    stops nothing and is in the result as such. Interrupted, the same command goes on where it was. Nothing is fetched.
    Exit codes: 0 every row was read, 2 some could not be read, or not whole, 3 wrong usage, no row could be read or no
    result.
    """
    place = Path(os.path.abspath(out))  # noqa: PTH100 - links stay as they are: what is at the place is looked at
    read = read_listing(listing)
    _tell_list(listing, read)
    options = StudyOptions(
        moment_of(moment),
        f"cookie-inspector {__version__}",
        DeclaredBy(given["declared_by"] or DeclaredBy.PURPOSE),
        bool(given["strict_lifetime"]),
        bool(given["in_force"]),
        given["only_this_site"],
        levels_of(given["levels"]),
        _corrections(given["corrections"]),
    )
    request = StudyRequest(
        read, place, options, moment is not None, workers or os.cpu_count() or 1, given["row_limit"], given["small"]
    )
    return _told(_run(request))


def _run(request: StudyRequest) -> Finished:
    lines = _Lines()
    try:
        with Meter(words=lambda progress: progress.what) as meter:

            def tell(progress: StudyProgress) -> None:
                lines(progress)
                meter(Progress(progress.done, progress.total, f"{sentence(progress)}: {visible(progress.site, 60)}"))

            return run_study(request, StudyHooks(tell, lambda text: click.echo(text, err=True)))
    except KeyboardInterrupt:
        click.echo("What is done is kept: the same command goes on from there.", err=True)
        raise


class _Lines:
    """A line on stderr once in a while, where nobody sits before a terminal: a study may run for days."""

    def __init__(self) -> None:
        self._shows = sys.stderr is not None and not sys.stderr.isatty()
        self._next = time.monotonic() + _EVERY_S

    def __call__(self, progress: StudyProgress) -> None:
        if self._shows and time.monotonic() >= self._next:
            self._next = time.monotonic() + _EVERY_S
            click.echo(sentence(progress), err=True)


def _tell_list(path: Path, read: Listing) -> None:
    if read.unknown:
        names = ", ".join(f'"{visible(name, 40)}"' for name in read.unknown[:10])
        click.echo(f"Note: {visible(str(path))}: these columns mean nothing here: {names}", err=True)


def _corrections(path: Path | None) -> Path | None:
    if path is None:
        return None
    try:
        with path.open("rb"):
            return path.absolute()
    except (OSError, ValueError) as error:
        why = (getattr(error, "strerror", None) or str(error)).lower()
        raise InspectorError(f"{path} cannot be read: {why}", "Name your file of corrections") from error


def _told(finished: Finished) -> int:
    for failure in finished.failures[:_TOLD]:
        row = failure.row
        click.echo(f"Not read: row {row.number} (line {row.line}), {visible(row.site, 60)}: {failure.why}", err=True)
    if len(finished.failures) > _TOLD:
        click.echo(f"And {len(finished.failures) - _TOLD:,} more; data/study_rows.csv has them all.", err=True)
    parts = [f"{number:,} {_STATES[state]}" for state, number in finished.states.items()]
    click.echo(f"{finished.rows:,} row{'' if finished.rows == 1 else 's'}: {', '.join(parts)}.")
    click.echo(f"The result is in {visible(str(finished.out))}: begin with STUDY.md.")
    if finished.states.get(RowState.FAILED) == finished.rows:
        return exits.FAILED
    return exits.READ if finished.whole else exits.PARTLY

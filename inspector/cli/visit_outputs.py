# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a visit is written to beside its report: HAR, cookies, the receipt of a refusal. Every file is checked first."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, TextIO

import click

from inspector.cli.output import checked, opened, spare
from inspector.cli.outputs import Destination, Destinations
from inspector.cli.paths import any_path
from inspector.core.frozen import frozen
from inspector.core.visible import visible
from inspector.core.visit import VisitReport
from inspector.engine.visit_export import write_visit_har
from inspector.engine.visit_report import receipt_of
from inspector.engine.visiting import Visited
from inspector.reports.api import Look
from inspector.reports.registry import READINGS, RECEIPTS, VISITS

_COOKIES: Final[Mapping[str, str]] = {".json": "json", ".jsonl": "jsonl", ".csv": "csv"}


def saving_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--save-har``, ``--save-cookies`` and ``--receipt`` to a command."""
    cookies = f"Also write what the browsers held, as scan does ({', '.join(_COOKIES)})."
    receipt = f"Also write what a refusal left, and what came back ({', '.join(RECEIPTS)})."
    for decorate in (
        click.option("--receipt", metavar="FILE", type=any_path, help=receipt),
        click.option("--save-cookies", metavar="FILE", type=any_path, help=cookies),
        click.option("--save-har", metavar="FILE", type=any_path, help="Also write the visit as HAR, for other tools."),
    ):
        function = decorate(function)
    return function


@frozen
class Saving:
    """Where a visit goes beside its report; ``None``: nowhere."""

    har: Path | None = None
    cookies: Path | None = None
    receipt: Path | None = None
    cookies_format: str = ""
    receipt_format: str = ""

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that are written."""
        return tuple(file for file in (self.har, self.cookies, self.receipt) if file is not None)


def saving_of(har: Path | None, cookies: Path | None, receipt: Path | None, others: tuple[Path, ...]) -> Saving:
    """Return where a visit is to go; called before it is made. Raises for what could not be written."""
    cookies_format = "" if cookies is None else _by_ending(cookies, _COOKIES, "--save-cookies")
    receipt_format = "" if receipt is None else _by_ending(receipt, {name: name for name in RECEIPTS}, "--receipt")
    saving = Saving(checked(har), checked(cookies), checked(receipt), cookies_format, receipt_format)
    for number, file in enumerate(saving.files):
        spare((file,), (*others, *saving.files[number + 1 :]))
    return saving


def _by_ending(file: Path, known: Mapping[str, str], option: str) -> str:
    found = known.get(file.suffix.lower())
    if found is None:
        raise click.UsageError(f"{option} tells the format by the file's ending: {', '.join(known)}.")
    return found


def write_saved(saving: Saving, visited: Visited, report: VisitReport, look: Look) -> None:
    """Write everything that was asked for beside the report, each file whole; a receipt only where somebody refused."""
    if saving.har is not None:
        _write(saving.har, "HAR", lambda out: write_visit_har(visited, out))
    if saving.cookies is not None:
        write = READINGS[saving.cookies_format]()
        _write(saving.cookies, "Cookies", lambda out: write(visited.found.reading, look, out))
    if saving.receipt is not None:
        receipt, write_receipt = receipt_of(report), RECEIPTS[saving.receipt_format]()
        _write(saving.receipt, "Receipt", lambda out: write_receipt(receipt, out))


def _write(target: Path, what: str, write: Callable[[TextIO], object]) -> None:
    with opened(target) as out:
        write(out)
    click.echo(f"{what} written to {visible(str(target))}", err=True)


def write_report(places: Destinations, report: VisitReport, look: Look) -> None:
    """Write the report on a visit in every format."""

    def write_one(place: Destination, out: TextIO) -> None:
        VISITS[place.format]()(report, look if place.target is None else replace(look, styled=False), out)

    places.write_each(write_one, lambda room: "")

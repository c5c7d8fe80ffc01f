# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector scan``: every cookie that was asked for, as a table or for programs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from inspector.cli import exits
from inspector.cli.filtering import filter_option, narrowed, query_of
from inspector.cli.meter import Meter
from inspector.cli.moment import moment_of, own_clock
from inspector.cli.output import checked, opened, spare
from inspector.cli.paths import any_path
from inspector.cli.problems import print_problems
from inspector.cli.remembering import remember_option, remember_scan
from inspector.cli.told import told_of, told_options
from inspector.core.moments import from_datetime
from inspector.core.reading import Reading, Values
from inspector.core.snapshot import ScopeKind
from inspector.core.visible import visible
from inspector.engine.computer import this_computer
from inspector.engine.cookie_files import Told, read_cookies
from inspector.engine.domains import checked_domain, of_site, site_of
from inspector.engine.request import ScanRequest
from inspector.engine.scan import read
from inspector.engine.sources import Sources, find
from inspector.reports.api import Look
from inspector.reports.registry import READINGS
from inspector.reports.words import many

if TYPE_CHECKING:  # most scans follow no opt-out visit
    from inspector.core.optout import SetByVisit


@click.command("scan")
@click.argument("files", metavar="[FILE]...", nargs=-1, type=any_path)
@click.option("--browser", "browsers", multiple=True, metavar="NAME", help="Only this browser (id or name).")
@click.option("--profile", "profiles", multiple=True, metavar="NAME", help="Only this profile (name or folder).")
@click.option(
    "--store",
    "stores",
    multiple=True,
    metavar="PATH",
    type=any_path,
    help="Read this cookie file, profile or folder instead of looking for browsers.",
)
@told_options
@click.option("--site", metavar="DOMAIN", help="Only cookies of this site: the domain and its subdomains.")
@filter_option
@click.option("--read-values", is_flag=True, help="Open values in memory and check them; nothing of them is printed.")
@click.option("--show-values", is_flag=True, help="Print values, too. They are keys to your accounts.")
@click.option("--format", "name", type=click.Choice(tuple(READINGS)), default="table", show_default=True)
@click.option("--output", metavar="FILE", type=any_path, help="Write to this file, not to stdout.")
@remember_option
@click.option("--now", "moment", metavar="TIME", help="As of this moment (ISO 8601), for repeatable output.")
def command(
    files: tuple[Path, ...],
    browsers: tuple[str, ...],
    profiles: tuple[str, ...],
    stores: tuple[Path, ...],
    origin: str | None,
    recorded: str | None,
    site: str | None,
    line: str | None,
    read_values: bool,
    show_values: bool,
    name: str,
    output: Path | None,
    remembers: bool | None,
    moment: str | None,
) -> int:
    """Print every cookie of the browsers on this computer, or of the files and stores that you name.

    FILE is what any tool saved (a HAR, a storage state, cookies.txt, ...: docs/imports.md), a browser's store or a
    profile. Options that can be given more than once: --browser, --profile, --store. With FILE or --store no browser is
    looked for, unless --browser asks for it. Only --read-values and --show-values may make your system ask for a
    keyring. --filter shows a part of what was read, in the language of docs/filter.md; the exit code and what is
    remembered are those of the whole scan.
    """
    values = Values.READ if read_values or show_values else Values.NO
    domain = None if site is None else checked_domain(site)
    request = ScanRequest(browsers, profiles, stores, domain, values)
    query = query_of(line)
    target, now = checked(output), moment_of(moment)
    spare((target,), (*files, *stores))
    named = NamedFiles(files, told_of(origin, recorded))
    sources, reading = _read(request, named)
    reading, left = _visited(reading) if reading.cookies and not files else (reading, ())
    code = exits.of_reading(reading)
    try:
        if code != exits.FAILED or name != "table":
            _write(narrowed(reading, query, now), name, show_values, target, now)
        _tell_of_visits(left)
    finally:  # after the table, where a person sees them, and also where nobody wanted the rest of it
        print_problems(reading.problems)
        _print_places(sources)
    if files:  # what a file held is not how things are here now: it would make a wrong yesterday
        return code
    return max(code, remember_scan(reading, request, ScopeKind.SCAN, remembers, now, own_clock(moment)))


class NamedFiles(NamedTuple):
    """The files that were named, and what was said of them."""

    paths: tuple[Path, ...]
    told: Told


def _read(request: ScanRequest, named: NamedFiles) -> tuple[Sources, Reading]:
    parts = [_of_file(path, named.told, request.site) for path in named.paths]
    sources = Sources()
    if not named.paths or request.browsers or request.stores or request.profiles:
        with Meter() as meter:
            sources = find(request, this_computer(home_needed=request.discovers))
            parts.append(read(sources, request, progress=meter))
    reading = Reading.joined(parts)
    if reading.cookies:
        from inspector.engine.knowledge import user_places  # here because "no cookies" needs neither
        from inspector.engine.purposes import label_reading

        reading = label_reading(reading, user_places())
    return sources, reading


def _visited(reading: Reading) -> tuple[Reading, tuple["SetByVisit", ...]]:
    """Say of cookies that an opt-out visit left that it did: they are no news of tracking."""
    from inspector.engine.history import history_places, is_kept

    places = history_places()
    if not is_kept(places) and all(cookie.value is None for cookie in reading.cookies):
        return reading, ()  # nothing can tell of a visit, and what would look for one takes longer than the scan
    from inspector.engine.knowledge import user_places
    from inspector.engine.past import label_visits

    return label_visits(reading, places, user_places())


def _tell_of_visits(left: Sequence["SetByVisit"]) -> None:
    if left:
        names = ", ".join(dict.fromkeys(visible(held.cookie.name, 40) for held in left[:8]))
        told = f"{many(len(left), 'cookie')} appeared within minutes of an opt-out visit, no news of tracking"
        click.echo(f"{told}: {names}", err=True)


def _of_file(path: Path, told: Told, site: str | None) -> Reading:
    """Read one file, say what it was taken for, and keep the site's part of it."""
    found = read_cookies(path, told)
    click.echo(visible(found.recognised), err=True)
    if site is None:
        return found.reading
    evidence = found.reading.evidence
    refused = tuple(held for held in evidence.refused if of_site((held.cookie,), site))
    cookies = of_site(found.reading.cookies, site)
    return replace(found.reading, cookies=cookies, evidence=replace(evidence, refused=refused))


def _write(reading: Reading, name: str, with_values: bool, target: Path | None, now: datetime) -> None:
    look = Look(from_datetime(now), site_of, with_values, styled=None if target is None else False)
    write = READINGS[name]()
    with opened(target) as out:
        write(reading, look, out)
    if target is not None:
        click.echo(f"{len(reading.cookies):,} cookies written to {target}", err=True)


def _print_places(sources: Sources) -> None:
    """Say where was looked, if it was for nothing."""
    if not sources.stores and sources.looked_in:
        click.echo("Looked in:", err=True)
        for place in sources.looked_in:
            click.echo(f"  {place}", err=True)

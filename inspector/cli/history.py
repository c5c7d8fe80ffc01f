# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector history``: what earlier scans saw, what changed since, and how to forget it."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import click

from inspector.cli import exits
from inspector.cli.moment import moment_of, own_clock
from inspector.cli.output import checked, opened
from inspector.cli.paths import any_path
from inspector.cli.problems import print_problems
from inspector.cli.remembering import on_terminal
from inspector.core.difference import Comparison
from inspector.core.disclosure import Disclosure
from inspector.core.moments import from_datetime, to_iso
from inspector.core.problem import InspectorError, Problem, Severity
from inspector.core.snapshot import Snapshot
from inspector.core.visible import visible
from inspector.engine import history as engine
from inspector.engine.domains import checked_domain, site_of
from inspector.engine.history import Forgotten, HistoryPlaces
from inspector.reports.api import Look
from inspector.reports.history_registry import EXPORTS, HISTORY
from inspector.reports.words import many

_format = click.option("--format", "name", type=click.Choice(tuple(HISTORY)), default="table", show_default=True)
_output = click.option("--output", metavar="FILE", type=any_path, help="Write to this file, not to stdout.")
_now = click.option("--now", "moment", metavar="TIME", help="As of this moment (ISO 8601), for repeatable output.")
_yes = click.option("--yes", is_flag=True, help="Do not ask.")
_WHICH = "[SNAPSHOT]"


@click.group("history")
def command() -> None:
    """Show what earlier scans saw, what has changed since, and forget it again.

    Nothing is remembered until you say so: "history on" for all scans of browsers, "scan --remember" for one. No
    cookie's value is kept. SNAPSHOT is a number, "last", "last-1" (the one before), or a time (the last until then).
    """


@command.command("list")
@_format
@_output
@_now
def list_command(name: str, output: Path | None, moment: str | None) -> int:
    """List the snapshots, the newest last."""
    places, now, target = engine.history_places(), moment_of(moment), checked(output)
    _tidy(places, own_clock(moment))
    found = engine.snapshots(places)
    _write(target, now, lambda look, out: HISTORY[name]().snapshots(found, look, out))
    print_problems(found.problems)
    return exits.READ


@command.command("show")
@click.argument("which", default="last", metavar=_WHICH)
@click.option("--site", metavar="DOMAIN", help="Only cookies of this site.")
@_format
@_output
@_now
def show_command(which: str, site: str | None, name: str, output: Path | None, moment: str | None) -> int:
    """Show the cookies of a snapshot as they were.

    Without SNAPSHOT: of the last.
    """
    places, now, target = engine.history_places(), moment_of(moment), checked(output)
    domain = None if site is None else checked_domain(site)
    _tidy(places, own_clock(moment))
    snapshot = engine.narrowed(engine.snapshot(which, places), domain)
    _write(target, now, lambda look, out: HISTORY[name]().snapshot(snapshot, look, out))
    print_problems((*snapshot.info.problems, *snapshot.problems))
    return exits.READ if snapshot.info.complete else exits.PARTLY


@command.command("diff")
@click.argument("before", default="last", metavar="[BEFORE]")
@click.argument("after", default="now", metavar="[AFTER]")
@click.option("--read-values", is_flag=True, help="With now: open values in memory, to tell which have changed.")
@_format
@_output
@_now
def diff_command(before: str, after: str, read_values: bool, name: str, output: Path | None, moment: str | None) -> int:
    """Tell what differs between two snapshots, or now.

    Two snapshots are compared, or one and what the browsers hold now.

    Without names: the last snapshot and now. Exit codes: 0 compared and nothing differs, 1 something differs, 2 not
    everything could be compared and nothing differs in the rest, 3 wrong usage. Cookies that were only set again, with
    nothing else changed, are counted and are no difference.
    """
    places, now, target = engine.history_places(), moment_of(moment), checked(output)
    _tidy(places, own_clock(moment))
    earlier = engine.snapshot(before, places)
    if after.strip().lower() == "now":
        comparison = _with_now(earlier, read_values, now)
    else:
        comparison = engine.compare(*_in_order(earlier, engine.snapshot(after, places)))
    _write(target, now, lambda look, out: HISTORY[name]().comparison(comparison, look, out))
    print_problems(comparison.problems)
    return code_of(comparison)


def code_of(comparison: Comparison) -> int:
    """Return the exit code, by the column of audits: a difference first, then whether all of it was compared."""
    if comparison.differs:
        return exits.FOUND
    return exits.READ if comparison.compared and comparison.whole else exits.PARTLY


@command.command("forget")
@click.option("--site", metavar="DOMAIN", help="Take this site out of every snapshot.")
@click.option("--before", metavar="TIME", help="Forget the snapshots that were taken before this time.")
@click.option("--snapshot", "which", metavar="SNAPSHOT", help="Forget one snapshot.")
@click.option("--all", "everything", is_flag=True, help="Delete the history wholly: database, log, key.")
@_yes
def forget_command(site: str | None, before: str | None, which: str | None, everything: bool, yes: bool) -> int:
    """Forget a site, snapshots, or everything.

    What is forgotten is overwritten, and cannot be had back."""
    if sum((site is not None, before is not None, which is not None, everything)) != 1:
        raise click.UsageError("Give one of --site, --before, --snapshot and --all.")
    what, forget = _asked_for(site, before, which, engine.history_places())
    _confirm(f"Forget {what}?", yes)
    done = forget()
    click.echo(visible(_forgotten(done, site is not None)))
    print_problems(done.problems)
    return exits.READ if all(held.severity is Severity.NOTE for held in done.problems) else exits.PARTLY


def _asked_for(
    site: str | None, before: str | None, which: str | None, places: HistoryPlaces
) -> tuple[str, Callable[[], Forgotten]]:
    """Return what is to be forgotten, in words and as what does it; both are checked before anybody is asked."""
    now = moment_of(None)
    if site is not None:
        domain = checked_domain(site)
        return f"{domain} in every snapshot", partial(engine.forget_site, domain, places, now)
    if before is not None:
        return f"every snapshot from before {before}", partial(engine.forget_before, moment_of(before), places, now)
    if which is not None:
        number = engine.snapshot(which, places).info.id
        return f"snapshot {number}", partial(engine.forget_one, number, places, now)
    return f"everything in {places.folder}", partial(engine.forget_all, places)


@command.command("export")
@click.argument("which", required=False, metavar=_WHICH)
@click.option("--site", metavar="DOMAIN", help="Only cookies of this site.")
@click.option("--all", "everything", is_flag=True, help="Cookies of every site: asks, because it is where you went.")
@click.option("--full", is_flag=True, help="Also profiles, paths, exact times and whole names.")
@click.option("--format", "name", type=click.Choice(tuple(EXPORTS)), default="jsonl", show_default=True)
@_output
@_yes
def export_command(
    which: str | None, site: str | None, everything: bool, full: bool, name: str, output: Path | None, yes: bool
) -> int:
    """Export what is remembered, for use elsewhere.

    Of one site, or with --all of every site.
    Profiles, containers and paths are left out, times are given to the day and identifiers in names as *, unless you
    give --full. Marks of values are never exported. Without SNAPSHOT all snapshots are.
    """
    if (site is None) == (not everything):
        raise click.UsageError("Give --site DOMAIN, or --all for every site.")
    places, target = engine.history_places(), checked(output)
    domain = None if site is None else checked_domain(site)
    if domain is None:
        _confirm("Export the cookies of every site? Hosts and times are a history of where you went.", yes)
    write, disclosure = EXPORTS[name](), Disclosure.FULL if full else Disclosure.REDUCED
    with opened(target) as out:
        write(_loaded(which, domain, places), disclosure, out)
    if full:
        click.echo("This holds names of profiles, paths on this computer and exact times.", err=True)
    return exits.READ


@command.command("on")
@click.option("--days", type=click.IntRange(1, 3650), help="How long snapshots are kept (default: 90).")
def on_command(days: int | None) -> int:
    """Remember scans from now on, without values.

    That is: of this computer's browsers, by scan, audit and the window.
    """
    places = engine.history_places()
    answer = engine.keep_consent(places, remember=True, now=moment_of(None), days=days)
    click.echo(visible(f"On. Scans are kept in {places.folder} for {answer.days} days, without values."))
    return exits.READ


@command.command("off")
def off_command() -> int:
    """Remember nothing from now on. What is kept already stays until it is forgotten or too old."""
    places = engine.history_places()
    engine.keep_consent(places, remember=False, now=moment_of(None))
    kept = len(engine.snapshots(places).snapshots)
    rest = f" Still kept: {many(kept, 'snapshot')}. To delete: cookie-inspector history forget --all." if kept else ""
    click.echo(f"Off.{rest}")
    return exits.READ


@command.command("status")
@_now
def status_command(moment: str | None) -> int:
    """Say whether scans are remembered, and where."""
    places = engine.history_places()
    _tidy(places, own_clock(moment))
    answer, kept = engine.consent(places), engine.usage(places)
    print_problems(answer.problems)
    said = {True: "on", False: "off", None: "off (you were not asked yet)"}[answer.remember]
    lines = [f"Remembering: {said}", f"Kept for: {answer.days} days", f"Folder: {places.folder}"]
    lines.append(f"Your answer: {places.consent}{', of ' + answer.answered if answer.answered else ''}")
    lines.append(f"Size: {kept.size:,} bytes")
    lines += [f"Set aside because it was damaged: {path}" for path in kept.set_aside]
    click.echo("\n".join(map(visible, lines)))
    found = engine.snapshots(places)
    oldest = f", the oldest of {_day(found.snapshots[0].taken_us)}" if found.snapshots else ""
    click.echo(f"Snapshots: {len(found.snapshots):,}{oldest}")
    return exits.READ if not answer.problems else exits.PARTLY


def _write(target: Path | None, now: datetime, write: Callable[[Look, Any], None]) -> None:
    look = Look(from_datetime(now), site_of, styled=None if target is None else False)
    with opened(target) as out:
        write(look, out)


def _loaded(which: str | None, site: str | None, places: HistoryPlaces) -> Iterator[Snapshot]:
    """Yield the snapshots one by one: all of them at once would be many cookies."""
    if which is not None:
        yield engine.narrowed(engine.snapshot(which, places), site)
        return
    for info in engine.snapshots(places).snapshots:
        yield engine.narrowed(engine.snapshot(str(info.id), places), site)


def _with_now(earlier: Snapshot, read_values: bool, now: datetime) -> Comparison:
    from inspector.cli.meter import Meter
    from inspector.engine.computer import this_computer
    from inspector.engine.scan import scan

    request = engine.request_of(earlier.info.scope, values=read_values)
    with Meter() as meter:
        reading = scan(request, this_computer(home_needed=request.discovers), progress=meter)
    print_problems(reading.problems)
    return engine.compare_with(earlier, reading, engine.scope_of(request), now)


def _in_order(one: Snapshot, other: Snapshot) -> tuple[Snapshot, Snapshot]:
    """Return two snapshots, the one that was taken first before the other, in whichever order they were named."""
    return (one, other) if one.info.id <= other.info.id else (other, one)


def _tidy(places: HistoryPlaces, clock: datetime | None) -> None:
    """Let go of what is too old; where that fails, the command that follows still shows what there is."""
    if clock is None:
        return
    try:
        done = engine.tidy(places, clock)
    except InspectorError as error:
        what = "what is too old could not be forgotten"
        print_problems((Problem("history-not-tidied", what, str(places.folder), error.message, error.what_to_do),))
        return
    if done.snapshots:
        click.echo(f"Too old, and forgotten now: {many(done.snapshots, 'snapshot')}.", err=True)
    print_problems(done.problems)


def _confirm(question: str, yes: bool) -> None:
    if yes:
        return
    if not on_terminal():
        raise click.UsageError("Nobody can be asked here: give --yes.")
    try:
        if click.confirm(visible(question), default=False, err=True):
            return
    except click.Abort:
        raise KeyboardInterrupt from None
    raise InspectorError("Nothing was done")


def _forgotten(done: Forgotten, of_site: bool) -> str:
    if done.files:
        return f"Deleted: {', '.join(done.files)}."
    if of_site:
        return f"Forgotten: {many(done.cookies, 'cookie')} in {many(done.snapshots, 'snapshot')}."
    return f"Forgotten: {many(done.snapshots, 'snapshot')}."


def _day(us: int) -> str:
    return (to_iso(us) or "").partition("T")[0]

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``optout VENDOR --open``: the question before, the opening by the guard, the steps where the program cannot open."""

import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import click

from inspector.cli import exits
from inspector.cli.problems import print_problems
from inspector.cli.remembering import may_note
from inspector.core.moments import from_datetime
from inspector.core.optout import Launch, OptOutStanding, Steps, WayLink
from inspector.core.problem import InspectorError
from inspector.core.store import StoreRef
from inspector.core.visible import visible
from inspector.engine.computer import this_computer
from inspector.engine.history import history_places
from inspector.engine.opening import needs_showing, open_page
from inspector.engine.optouts import Knowledge, Vendor, related, ways_of_vendor
from inspector.engine.past import note_visit, visit_to
from inspector.engine.places import browser_places, choose_place


def open_way(
    vendor: Vendor, standings: Sequence[OptOutStanding], knowledge: Knowledge, asked: Mapping[str, Any], now: datetime
) -> int:
    """Open a company's page, or print what a person does instead; return the exit code.

    That it was opened is noted where the user says yes to that, so that a later check can tell of it.
    """
    links = ways_of_vendor(vendor, knowledge)
    if not links:
        others = ", ".join(held.id for held in related(vendor, knowledge))
        more = (
            f"Of the same company's have one: {others}" if others else f"cookie-inspector optout {vendor.id} shows more"
        )
        raise InspectorError(f"No way out of {vendor.name} is known", more)
    link = links[0]
    computer = this_computer()
    browser, profile = _only(asked["browsers"]), _only(asked["profiles"])
    place = choose_place(browser_places(computer), [held.store for held in standings], browser, profile)
    shown = _agreed(link, place.store.label, asked["confirm"]) if needs_showing(link.url, knowledge) else None
    planned = open_page(link.url, place, computer, knowledge, shown)
    _tell(planned, link)
    return _noted(link, place.store, knowledge, asked["remembers"], now) if isinstance(planned, Launch) else exits.READ


def _noted(link: WayLink, store: StoreRef, knowledge: Knowledge, flag: bool | None, now: datetime) -> int:
    places = history_places()
    if not may_note(places, flag, now):
        return exits.READ
    problems = note_visit(visit_to(link, store, from_datetime(now), knowledge), link, places)
    print_problems(problems)
    if problems:
        return exits.PARTLY
    click.echo("Noted that its page was opened, for a later check.", err=True)
    return exits.READ


def _only(names: Sequence[str]) -> str | None:
    if len(names) > 1:
        raise click.UsageError("A page is opened in one profile: give --browser and --profile once.")
    return names[0] if names else None


def _agreed(link: WayLink, where: str, confirmed: str | None) -> str:
    """Return the address that a person has seen in full and agreed to."""
    if confirmed is not None:
        return confirmed
    click.echo(f"{visible(link.name)} ({link.known})\n  {visible(link.url)}\n  host: {visible(link.host)}", err=True)
    if sys.stdin is not None and sys.stdin.isatty() and click.confirm(f"Open it in {visible(where)}?", err=True):
        return link.url
    raise InspectorError("Not opened", f"Look at the address, and agree to it with --confirm {link.url}")


def _tell(planned: Launch | Steps, link: WayLink) -> None:
    if isinstance(planned, Launch):
        click.echo(f"Opened {visible(planned.what)}.")
        click.echo(f"It stops: {visible(link.stops)}. It does not stop: {visible(link.does_not_stop)}.")
        click.echo("When you are done there, see whether it took effect: cookie-inspector optout --check --read-values")
        return
    click.echo(visible(planned.title))
    for number, step in enumerate(planned.steps, 1):
        click.echo(f"  {number}. {visible(step)}")
    click.echo(f"  Copy: {visible(planned.copy)}")

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Opt-outs for people: a table of companies, one company in full, a policy's links, the steps for a site."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, TextIO

from rich.style import Style

from inspector.core.optout import ClearSteps, LinkClass, OptOutLook, OptOutStanding, OptOutState, PolicyOptOuts, WayLink
from inspector.core.visible import visible
from inspector.reports.api import Look
from inspector.reports.grid import Column, console_for, print_grid
from inspector.reports.optouts.folding import folded
from inspector.reports.optouts.words import CLASSES, STATES
from inspector.reports.words import many

_COLUMNS: Final = (
    Column("Company", 34, style=Style(bold=True), kept=True),
    Column("Profile", 30, kept=True),
    Column("Opt-out", 13, kept=True),
    Column("Opt out at", 60),
    Column("Why", 160, kept=True),
)
_OFFER_COLUMNS: Final = (
    Column("Whose", 30, style=Style(bold=True), kept=True),
    Column("The policy says", 60, kept=True),
    Column("It is", 16, kept=True),
    Column("Use", 60),
    Column("Why", 140, kept=True),
)
NO_OTHERS: Final[Mapping[str, str]] = MappingProxyType({})
_SAYS: Final = "Recorded is not honoured: no cookie shows what a company does with an opt-out."


def write_look(found: OptOutLook, look: Look, out: TextIO) -> None:
    """Write the table, what sites took note of, and what the states cannot show."""
    console = console_for(out, look.styled)
    rows = [_cells(group) for group in folded(found.standings)]
    if rows:
        print_grid(console, _COLUMNS, rows)
        console.print()
    for line in _below(found):
        console.print(line, crop=False)
    console.print(_summary(found), style="bold", crop=False)


def _cells(group: Sequence[OptOutStanding]) -> tuple[str, ...]:
    first, link = group[0], group[0].link
    where = f"in {len(group)} partitions, such as this: " if len(group) > 1 else ""
    return (
        first.name,
        first.store.label,
        STATES[first.state],
        link.url if link is not None else "no way is known",
        where + first.why,
    )


def _below(found: OptOutLook) -> Iterator[str]:
    for signal in found.signals:
        if signal.on is not None:
            yield visible(f"{signal.site}: {signal.why}.")
    unread = sum(signal.on is None for signal in found.signals)
    if unread:
        yield f"{many(unread, 'choice')} of consent tools not read: --read-values reads them."
    waiting = sum("was not read" in standing.why for standing in found.standings)
    if waiting:
        yield f"{many(waiting, 'answer')} above wait for values: --read-values reads them, in memory."
    if found.by_visit:
        names = ", ".join(dict.fromkeys(visible(held.cookie.name, 40) for held in found.by_visit[:8]))
        yield f"{many(len(found.by_visit), 'cookie')} set by an opt-out visit, no news by themselves: {names}"
    if found.without:
        yield f"No way out is known of {many(len(found.without), 'company', 'companies')} found here."
    if found.standings:
        yield _SAYS


def _summary(found: OptOutLook) -> str:
    if not found.standings:
        return "No cookie of a company with a known opt-out was found, and no opt-out."
    counts = {state: sum(each.state is state for each in found.standings) for state in OptOutState}
    parts = ", ".join(f"{STATES[state]} {count:,}" for state, count in counts.items() if count)
    companies = len({standing.vendor for standing in found.standings})
    return f"{many(companies, 'company', 'companies')}: {parts}. Knowledge {found.knowledge}."


def write_company(
    standings: Sequence[OptOutStanding],
    links: Sequence[WayLink],
    name: str,
    out: TextIO,
    others: Mapping[str, str] = NO_OTHERS,
) -> None:
    """Write one company in full: its state in each place, and each way with what it does and does not stop.

    ``others`` are its other entries that have a way out, by their ids, where this one has none.
    """
    out.write(f"{visible(name)}\n")
    for standing in standings:
        cookies = ", ".join(visible(ref.name, 60) for ref in (*standing.cookies, *standing.identifiers)[:8])
        out.write(f"  {STATES[standing.state]} in {visible(standing.store.label)}: {visible(standing.why)}\n")
        out.write(f"    cookies: {cookies}\n" if cookies else "")
    out.write("" if standings else "  None of its cookies were found here.\n")
    for way in links:
        out.write(f"\n  {visible(way.name)} ({way.mechanism}, {way.status}, {way.known})\n    {visible(way.url)}\n")
        out.write(f"    stops: {visible(way.stops)}\n    does not stop: {visible(way.does_not_stop)}\n")
        out.write(f"    lasts: {visible(way.lasts)}\n" if way.lasts else "")
        out.write("    needs an account there\n" if way.requires_login else "")
    if not links:
        out.write(
            "\n  No way out is known" + (" of this one. The company's other entries have some:\n" if others else ".\n")
        )
    for vendor_id, other in others.items():
        out.write(f"    {visible(other)}: cookie-inspector optout {visible(vendor_id)}\n")


def write_offers(found: Sequence[PolicyOptOuts], look: Look, out: TextIO) -> None:
    """Write a policy's opt-outs, a line each."""
    console = console_for(out, look.styled)
    offers = [offer for each in found for offer in each.offers]
    if offers:
        cells = [
            (
                offer.name,
                offer.url if offer.url is not None else " ".join(offer.quote.text.split()),
                CLASSES[offer.link_class],
                offer.live_url or "",
                offer.why,
            )
            for offer in offers
        ]
        print_grid(console, _OFFER_COLUMNS, cells)
        console.print()
    counts = {kind: sum(offer.link_class is kind for offer in offers) for kind in LinkClass}
    parts = ", ".join(f"{CLASSES[kind]} {count}" for kind, count in counts.items() if count)
    none = "No opt-out is offered."
    console.print(f"{many(len(offers), 'opt-out')}: {parts}." if offers else none, style="bold", crop=False)


def write_steps(found: Sequence[ClearSteps], look: Look, out: TextIO) -> None:
    """Write the steps, a profile after the other."""
    for held in found:
        out.write(f"{visible(held.steps.title)} ({many(held.cookies, 'cookie')})\n")
        if held.steps.warning:
            names = ", ".join(dict.fromkeys(visible(ref.name, 60) for ref in held.protected[:8]))
            out.write(f"  Careful: {held.steps.warning} ({names})\n")
        for number, step in enumerate(held.steps.steps, 1):
            out.write(f"  {number}. {visible(step)}\n")
        out.write(f"  Copy: {visible(held.steps.copy)}\n" if held.steps.copy else "")
        out.write("\n")
    out.write("This program deletes nothing.\n")

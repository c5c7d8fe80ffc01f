# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What is told of the chosen company: why its state is so, which cookies show it, and what each way stops."""

from collections.abc import Iterable
from typing import Final

from inspector.core.finding import CookieRef
from inspector.core.optout import OptOutLook, OptOutStanding, WayLink
from inspector.core.visible import visible
from inspector.gui import words as general
from inspector.gui.audit.words import sentence
from inspector.gui.facts import Fact, FactGroup
from inspector.gui.optouts.rows import OptOutRow
from inspector.gui.optouts.words import STATES
from inspector.gui.translation import translate

_MOST: Final = 12
_LONGEST: Final = 600


def standing_facts(row: OptOutRow) -> tuple[FactGroup, ...]:
    """Return what is known of one row."""
    first = row.first
    groups = [FactGroup(STATES[first.state].text, (Fact("", row.why, STATES[first.state].explanation),))]
    groups.append(FactGroup(translate("audit", "Shown by"), tuple(_cookies(row.standings))))
    groups += [_way(way) for way in first.links]
    if not first.links:
        none = translate("audit", "No way out of this company is known.")
        groups.append(FactGroup(translate("audit", "Ways out"), (Fact("", none),)))
    return tuple(group for group in groups if group.facts)


def _cookies(standings: Iterable[OptOutStanding]) -> Iterable[Fact]:
    told = 0
    for standing in standings:
        for refs, role in (
            (standing.cookies, translate("audit", "the opt-out")),
            (standing.identifiers, translate("audit", "the company's cookie")),
        ):
            for ref in refs:
                told += 1
                if told > _MOST:
                    return
                yield Fact(visible(ref.name, 80), _place(ref), role)


def _place(ref: CookieRef) -> str:
    host = visible(ref.host, 120)
    if ref.partition is None:
        return host
    return translate("audit", "{host}, under {site}").format(host=host, site=visible(ref.partition, 120))


def _way(way: WayLink) -> FactGroup:
    facts = [
        Fact(translate("audit", "Stops"), visible(way.stops, _LONGEST)),
        Fact(translate("audit", "Does not stop"), visible(way.does_not_stop, _LONGEST)),
        Fact(translate("audit", "Address"), visible(way.url, _LONGEST), visible(way.known, 80)),
        Fact(translate("audit", "How"), visible(way.mechanism, 80)),
    ]
    if way.lasts:
        facts.append(Fact(translate("audit", "Lasts"), visible(way.lasts, 200)))
    if way.requires_login:
        facts.append(Fact(translate("audit", "Needs an account"), general.yes_no(True)))
    return FactGroup(visible(way.name, 120), tuple(facts))


def look_facts(found: OptOutLook) -> tuple[FactGroup, ...]:
    """Return what the look says beside the companies, while none is chosen."""
    signals = tuple(
        Fact(visible(held.site, 80), sentence(visible(held.why, _LONGEST)))
        for held in found.signals[:_MOST]
        if held.on is not None
    )
    visits = tuple(
        Fact(visible(held.cookie.name, 80), sentence(visible(held.why, _LONGEST))) for held in found.by_visit[:_MOST]
    )
    problems = tuple(Fact("", sentence(visible(str(problem), _LONGEST))) for problem in found.problems[:_MOST])
    warn = translate("audit", "Recorded is not honoured: no cookie shows what a company does with an opt-out.")
    without = ", ".join(visible(name, 60) for name in found.without[:_MOST])
    groups = (
        FactGroup(translate("audit", "Good to know"), (Fact("", warn),)),
        FactGroup(translate("audit", "Could not be read"), problems),
        FactGroup(translate("audit", "What sites took note of"), signals),
        FactGroup(translate("audit", "Set by an opt-out visit"), visits),
        FactGroup(translate("audit", "No way out is known of"), (Fact("", without),) if without else ()),
    )
    return tuple(group for group in groups if group.facts)

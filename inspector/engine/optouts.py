# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What cookies say about opt-outs: cookies are labelled and looked at, consent tools' answers are put beside."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from inspector.core.cookie import Cookie
from inspector.core.label import Label
from inspector.core.moments import from_datetime
from inspector.core.optout import NOTHING_EARLIER, Earlier, OptOutLook, OptOutStanding, Signal, WayLink
from inspector.core.problem import InspectorError
from inspector.core.store import StoreRef
from inspector.engine.labelling import Judge, label_cookies
from inspector.knowledge.book import Knowledge
from inspector.knowledge.records import Vendor
from inspector.knowledge.site import registrable
from inspector.optouts.verify import verify
from inspector.optouts.ways import links_of
from inspector.rules.consent.registry import read_choices

__all__ = [
    "NOTHING_EARLIER",
    "Earlier",
    "Knowledge",
    "Vendor",
    "look_at_labelled",
    "look_at_opt_outs",
    "of_vendor",
    "related",
    "vendor_called",
    "ways_of_vendor",
]


def look_at_opt_outs(
    cookies: Sequence[Cookie],
    judge: Judge,
    now: datetime,
    earlier: Earlier = NOTHING_EARLIER,
    stores: Mapping[StoreRef, bool] = MappingProxyType({}),
) -> OptOutLook:
    """Return what cookies say about opt-outs; ``earlier`` is what is remembered of before.

    ``stores`` are those that were read, each with whether it was read whole.
    """
    labels = label_cookies(cookies, judge)
    return look_at_labelled(cookies, labels, judge.classifier.knowledge, now, earlier, stores)


def look_at_labelled(
    cookies: Sequence[Cookie],
    labels: Sequence[Label],
    knowledge: Knowledge,
    now: datetime,
    earlier: Earlier = NOTHING_EARLIER,
    stores: Mapping[StoreRef, bool] = MappingProxyType({}),
) -> OptOutLook:
    """Return the same for cookies that have their labels already."""
    found = verify(list(zip(cookies, labels, strict=True)), knowledge, from_datetime(now), earlier, stores)
    signals = (*found.signals, *_consents(cookies))
    return OptOutLook(found.standings, signals, found.by_visit, found.without, found.problems, found.knowledge)


def _consents(cookies: Sequence[Cookie]) -> Iterator[Signal]:
    """Yield what consent tools remember as refused, site by site: a tool's cookies explain each other."""
    by_site: dict[tuple[str, str, str], list[Cookie]] = defaultdict(list)
    for cookie in cookies:
        by_site[registrable(cookie.host), cookie.store.file, cookie.isolation.raw].append(cookie)
    for (site, _, _), held in by_site.items():
        consents, _ = read_choices(held)
        stores = {cookie.id: cookie.store for cookie in held} if consents else {}
        for consent in consents:
            refused = sorted(group.value for group, allowed in consent.choices.items() if not allowed)
            allowed = sorted(group.value for group, held_ in consent.choices.items() if held_)
            if refused or allowed:
                said = [f"refused: {', '.join(refused)}"] if refused else []
                said += [f"allowed: {', '.join(allowed)}"] if allowed else []
                who = {True: "", False: " (nobody chose)", None: " (by whom is not recorded)"}[consent.active]
                why = f"{consent.tool}: {'; '.join(said)}{who}"
                yield Signal("consent", site, consent.cookie, stores[consent.cookie.id], bool(refused), why)


def vendor_called(text: str, knowledge: Knowledge) -> Vendor:
    """Return the company that is meant: by id, name, alias or domain; raise with what was probably meant."""
    folded = text.strip()
    found = (
        knowledge.vendor(folded.lower())
        or knowledge.vendor_by_alias(folded)
        or (knowledge.vendor_by_domain(folded) if "." in folded else None)
    )
    if found is None:
        way = knowledge.opt_out(folded.lower())
        found = knowledge.vendor(way.vendor) if way is not None else None
    if found is not None:
        return found
    from difflib import get_close_matches  # here because it is needed for a slip only

    names = {name.casefold(): name for vendor in knowledge.vendors for name in (vendor.id, vendor.name)}
    close = get_close_matches(folded.casefold(), names, n=1)
    meant = f'Did you mean "{names[close[0]]}"?' if close else "cookie-inspector optout lists the companies found here"
    raise InspectorError(f'No company "{text[:80]}" is known', meant)


def of_vendor(look: OptOutLook, vendor: Vendor) -> tuple[OptOutStanding, ...]:
    """Return the answers about one company; companies that share its ways out are found under its name."""
    ids = {vendor.id, *(way.vendor for way in vendor.opt_outs)}
    return tuple(standing for standing in look.standings if standing.vendor in ids)


def related(vendor: Vendor, knowledge: Knowledge) -> tuple[Vendor, ...]:
    """Return the company's other entries that have a way out: what "google" has not, "google-ads" has."""
    others = (held for held in knowledge.vendors if held.company == vendor.company and held.id != vendor.id)
    return tuple(held for held in others if ways_of_vendor(held, knowledge))


def ways_of_vendor(vendor: Vendor, knowledge: Knowledge) -> tuple[WayLink, ...]:
    """Return a company's ways out, the one to use first."""
    return links_of(vendor.id, knowledge)

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What cookies prove of each company's opt-out, per profile and compartment; never that a company honours it.

The identity of a compartment is the store's: a partition, a container, for a site's own cookies the site. An opt-out
counts only beside identifiers of its own compartment. Where a value decides and was not read, the answer is that it
cannot be told. The past comes in as :class:`~inspector.core.optout.Earlier`; without it nothing has ever lapsed but
what the store itself still shows.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from inspector.core.cookie import Cookie
from inspector.core.label import Label
from inspector.core.moments import DAY_US
from inspector.core.optout import (
    NOTHING_EARLIER,
    Compartment,
    Earlier,
    EarlierOptOut,
    OptOutLook,
    OptOutStanding,
    OptOutState,
    OptOutVisit,
)
from inspector.core.store import StoreRef
from inspector.knowledge.book import Knowledge
from inspector.knowledge.domains import fold, lies_in
from inspector.knowledge.records import OptOut, OptOutSays
from inspector.knowledge.site import registrable
from inspector.optouts import wording
from inspector.optouts.marks import Held, Place, held_cookies
from inspector.optouts.signals import find_signals
from inspector.optouts.visits import set_by_visits
from inspector.optouts.ways import leaves_a_cookie, links_of, why_nothing

SOON_US: Final = 30 * DAY_US  # an opt-out that ends within this time is said to end soon
_WAS_THERE: Final = (OptOutState.RECORDED, OptOutState.CONTRADICTED, OptOutState.EXPIRES_SOON)
_MOST_SHOWN: Final = 50  # cookies of one answer


def verify(
    pairs: Sequence[tuple[Cookie, Label]],
    knowledge: Knowledge,
    now_us: int,
    earlier: Earlier = NOTHING_EARLIER,
    stores: Mapping[StoreRef, bool] = MappingProxyType({}),
) -> OptOutLook:
    """Return everything that cookies say about opt-outs, in one order.

    ``stores`` are those that were read, each with whether it was read whole: an emptied one has no cookie that tells
    of it, and of one that was read in part nothing is said to be gone.
    """
    held = list(held_cookies(pairs, knowledge))
    looked = {**{cookie.store: True for cookie, _ in pairs}, **stores}
    earlier = _until(earlier, now_us)
    judge = _Judge(held, knowledge, now_us, earlier, looked)
    standings = sorted(judge.standings(), key=_order)
    return OptOutLook(
        tuple(standings),
        tuple(find_signals(pairs, knowledge)),
        tuple(set_by_visits(held, [cookie for cookie, _ in pairs], earlier.visits)),
        tuple(judge.without()),
        (),
        f"{knowledge.version} ({knowledge.date})",
    )


def _until(earlier: Earlier, now_us: int) -> Earlier:
    """Return what had happened by then: another moment may be given than the computer's own."""
    return Earlier(
        tuple(was for was in earlier.opt_outs if was.seen_us <= now_us),
        tuple(visit for visit in earlier.visits if visit.opened_us <= now_us),
    )


def _order(standing: OptOutStanding) -> tuple[str, ...]:
    place, store = standing.compartment, standing.store
    where = (place.partition or "", str(place.container or ""), place.site or "")
    return (standing.name.casefold(), standing.vendor, store.browser, store.profile, store.file, *where)


class _Judge:
    """Answers for each company and place; what several answers share is worked out once."""

    def __init__(
        self,
        held: Sequence[Held],
        knowledge: Knowledge,
        now_us: int,
        earlier: Earlier,
        stores: Mapping[StoreRef, bool],
    ) -> None:
        self._knowledge, self._now_us, self._visits, self._stores = knowledge, now_us, earlier.visits, stores
        self._by_place: dict[Place, list[Held]] = defaultdict(list)
        self._by_vendor: dict[tuple[str, StoreRef], list[Held]] = defaultdict(list)
        for each in held:
            self._by_place[Place(each.vendor, each.cookie.store, each.compartment)].append(each)
            self._by_vendor[each.vendor, each.cookie.store].append(each)
        self._recorded = {  # where each company's opt-out is, the first place of it
            (each.vendor, each.cookie.store): each.compartment
            for each in reversed(held)
            if each.says is OptOutSays.OPTED_OUT and not each.ended(now_us)
        }
        self._was: dict[Place, EarlierOptOut] = {}  # the latest look of each place whose store was looked at now
        for was in sorted(earlier.opt_outs, key=lambda was: was.seen_us):
            store = _store_of(was, stores)
            if store is not None and was.state in _WAS_THERE:
                self._was[Place(was.vendor, store, was.compartment)] = was

    def without(self) -> Iterator[str]:
        """Yield the companies that were found and of whom no way out is known."""
        for vendor_id in dict.fromkeys(vendor for vendor, _ in self._by_vendor):
            vendor = self._knowledge.vendor(vendor_id)
            if vendor is not None and not self._knowledge.opt_outs(vendor_id):
                yield vendor.name

    def standings(self) -> Iterator[OptOutStanding]:
        """Yield an answer for each company, profile and compartment that has one."""
        places = dict.fromkeys((*self._by_place, *self._was))
        answered: set[tuple[str, StoreRef]] = set()
        for place in places:
            standing = self._standing(place)
            if standing is not None:
                answered.add((place.vendor, place.store))
                yield standing
        for (vendor_id, store), held in self._by_vendor.items():
            if (vendor_id, store) not in answered and self._knowledge.opt_outs(vendor_id):
                yield self._nothing_beside(Place(vendor_id, store, Compartment()), held)

    def _standing(self, place: Place) -> OptOutStanding | None:
        held = self._by_place.get(place, [])
        live = [each for each in held if not each.ended(self._now_us)]
        marks = {says: [each for each in live if each.says is says] for says in OptOutSays}
        if marks[OptOutSays.OPTED_OUT]:
            return self._opted_out(place, marks[OptOutSays.OPTED_OUT], live)
        unread = marks[OptOutSays.NOT_READ]
        if unread:
            return self._made(place, OptOutState.CANNOT_TELL, wording.unread(unread), unread, _identifiers(live))
        unsure = [each for each in marks[OptOutSays.UNCONFIRMED] if each.match and each.match.is_opt_out_cookie]
        if unsure:
            return self._made(place, OptOutState.CANNOT_TELL, wording.unconfirmed(unsure), unsure, _identifiers(live))
        return self._lapsed(place, held, live) or self._not_opted_out(place, live)

    def _opted_out(self, place: Place, marks: list[Held], live: Sequence[Held]) -> OptOutStanding:
        """It is recorded: unless an identifier stands beside it, or what may be one."""
        undone = self._undone_by(marks)
        near = [each for each in live if each not in marks and self._speaks_to(marks, each)]
        sure = [each for each in near if _undoes(each, undone)]
        if sure:
            return self._made(place, OptOutState.CONTRADICTED, wording.contradicted(marks, sure), marks, sure)
        doubtful = [each for each in near if not undone and each.identifies is None]
        unread = [each for each in near if each.says is OptOutSays.NOT_READ and not undone]
        if unread or doubtful:
            why = wording.beside_unread(marks, unread) if unread else wording.beside_doubtful(marks, doubtful)
            return self._made(place, OptOutState.CANNOT_TELL, why, marks, unread or doubtful)
        ends_us, session = _end(marks)
        if session:
            return self._made(place, OptOutState.EXPIRES_SOON, wording.ends_with_session(marks), marks)
        if ends_us is not None and ends_us - self._now_us <= SOON_US:
            return self._made(place, OptOutState.EXPIRES_SOON, wording.ends_soon(marks, ends_us), marks, ends=ends_us)
        return self._made(place, OptOutState.RECORDED, wording.recorded(marks, place, ends_us), marks, ends=ends_us)

    def _undone_by(self, marks: Iterable[Held]) -> frozenset[str]:
        ways = [self._way(mark) for mark in marks]
        return frozenset(name for way in ways if way is not None for name in way.undone_by)

    def _way(self, mark: Held) -> OptOut | None:
        row = mark.match.cookie if mark.match is not None else None
        return self._knowledge.opt_out(row.opt_out) if row is not None else None

    def _speaks_to(self, marks: Iterable[Held], other: Held) -> bool:
        """Whether an opt-out is about another cookie of the company: on the hosts that it covers."""
        if other.compartment.site is not None:
            return True  # the same site, by its compartment
        host = fold(other.cookie.host)
        for mark in marks:
            way = self._way(mark)
            domains = (registrable(mark.cookie.host), *(way.domains if way is not None else ()))
            if any(lies_in(host, domain) for domain in domains):
                return True
        return False

    def _lapsed(self, place: Place, held: Sequence[Held], live: Sequence[Held]) -> OptOutStanding | None:
        ended = [each for each in held if each.ended(self._now_us) and _was_mark(each)]
        if ended:
            return self._made(place, OptOutState.LAPSED, wording.expired(ended), ended, _identifiers(live))
        was = self._was.get(place)
        if was is None:
            return None
        if not self._stores[place.store]:  # it may be among what could not be read
            return self._made(place, OptOutState.CANNOT_TELL, wording.perhaps_gone(was), (), _identifiers(live))
        return self._made(place, OptOutState.LAPSED, wording.gone(was, self._now_us), (), _identifiers(live))

    def _not_opted_out(self, place: Place, live: Sequence[Held]) -> OptOutStanding | None:
        """No opt-out here: one may not be able to get here, may leave nothing to see, or is not there."""
        ways = self._knowledge.opt_outs(place.vendor)
        if not ways or not live or place.compartment.site is not None:
            return None  # what a site keeps for itself is answered once for the company
        if not leaves_a_cookie(ways):
            return self._made(place, OptOutState.CANNOT_TELL, why_nothing(ways), (), live)
        if place.compartment.partition is not None:
            elsewhere = self._recorded.get((place.vendor, place.store))
            return self._made(place, OptOutState.CANNOT_REACH, wording.cannot_reach(place, elsewhere), (), live)
        return self._made(place, OptOutState.NOT_SEEN, self._why_not_seen(place), (), live)

    def _why_not_seen(self, place: Place) -> str:
        return wording.not_seen(self._visit(place), self._now_us)

    def _visit(self, place: Place) -> OptOutVisit | None:
        """Return the last time that the company's page, or a programme's, was opened in this profile."""
        visits = [
            visit
            for visit in self._visits
            if (visit.browser, visit.profile) == (place.store.browser, place.store.profile)
            and visit.vendor in (place.vendor, None)
        ]
        return max(visits, key=lambda visit: visit.opened_us, default=None)

    def _nothing_beside(self, place: Place, held: Sequence[Held]) -> OptOutStanding:
        """The answer for a company that sets its cookies on the sites' own domains only."""
        ways = self._knowledge.opt_outs(place.vendor)
        if not leaves_a_cookie(ways):
            return self._made(place, OptOutState.CANNOT_TELL, why_nothing(ways), (), held)
        why = wording.on_sites(held) or self._why_not_seen(place)
        return self._made(place, OptOutState.NOT_SEEN, why, (), held)

    def _made(
        self,
        place: Place,
        state: OptOutState,
        why: str,
        marks: Sequence[Held],
        identifiers: Sequence[Held] = (),
        ends: int | None = None,
    ) -> OptOutStanding:
        vendor = self._knowledge.vendor(place.vendor)
        row = next((each.match.cookie for each in marks if each.match is not None and each.match.cookie), None)
        return OptOutStanding(
            place.vendor,
            vendor.name if vendor else place.vendor,
            vendor.company if vendor else place.vendor,
            place.store,
            place.compartment,
            state,
            why,
            tuple(each.ref for each in marks[:_MOST_SHOWN]),
            tuple(each.ref for each in identifiers[:_MOST_SHOWN]),
            links_of(place.vendor, self._knowledge),
            ends,
            row.opt_out if row is not None else None,
            self._visit(place) is not None,
        )


def _store_of(was: EarlierOptOut, stores: Mapping[StoreRef, bool]) -> StoreRef | None:
    """Return the store of an earlier look: by its file; where that is not known, the only one of its name."""
    named = [store for store in stores if (store.browser, store.profile) == (was.browser, was.profile)]
    if was.file is not None:
        named = [store for store in named if store.file == was.file]
    return named[0] if len(named) == 1 else None


def _undoes(held: Held, undone_by: frozenset[str]) -> bool:
    """Whether a cookie means that an opt-out is not in force: one of those named exactly, else any identifier."""
    if undone_by:
        return held.cookie.name in undone_by
    return held.identifies is True and held.says is not OptOutSays.NOT_READ


def _was_mark(held: Held) -> bool:
    """Whether an ended cookie was an opt-out: by its value, or by a name that is used for nothing else."""
    if held.says is OptOutSays.OPTED_OUT:
        return True
    return held.says in (OptOutSays.NOT_READ, OptOutSays.UNCONFIRMED) and bool(held.match and held.match.dedicated)


def _identifiers(live: Sequence[Held]) -> list[Held]:
    return [each for each in live if each.identifies is not False and each.says is None]


def _end(marks: Sequence[Held]) -> tuple[int | None, bool]:
    """Return when the first of the marks ends (``None``: not known), and whether that is with the session."""
    ends = [mark.cookie.expires_us for mark in marks if mark.cookie.expires_us is not None and not mark.cookie.session]
    session = all(mark.cookie.session is True for mark in marks)
    return (min(ends) if ends else None), session

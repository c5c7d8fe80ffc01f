# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The knowledge as one object: ask it for a cookie, a vendor, an opt-out, a link that an old policy prints.

Loading must not be felt, so the compiled tables stay rows of plain values, and a row becomes a record when somebody
asks for it. What only some commands need (vendors, links) is made at the first question.
"""

import datetime
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from inspector.core.problem import Problem
from inspector.knowledge.domains import DomainIndex, fold, lies_in
from inspector.knowledge.names import NameHints, NameIndex
from inspector.knowledge.optouts import OptOutTable
from inspector.knowledge.records import (
    DomainClaim,
    KnownCookie,
    LegacyLink,
    LinkStatus,
    OptOut,
    OptOutMatch,
    PackInfo,
    Platform,
    Vendor,
)
from inspector.knowledge.rows import CookieRows
from inspector.knowledge.vendors import VendorTable

if TYPE_CHECKING:  # only who reads a policy asks for links
    from inspector.knowledge.links import LinkTable


class Knowledge:
    """All tables, immutable; made by :func:`inspector.knowledge.loader.load`."""

    def __init__(
        self,
        tables: Mapping[str, Any],
        cookies: CookieRows,
        *,
        own_vendors: Sequence[Vendor] = (),
        claims: Mapping[str, Sequence[tuple[str, DomainClaim]]] = MappingProxyType({}),
        packs: Sequence[PackInfo] = (),
        problems: Sequence[Problem] = (),
    ) -> None:
        self._tables = tables
        self._cookies = cookies
        self._own_vendors = tuple(own_vendors)
        self._claims = claims
        self.packs = tuple(packs)
        self.problems = tuple(problems)

    @cached_property
    def _names(self) -> NameIndex:
        """Made at the first question for a cookie: who reads a policy asks for vendors only."""
        return NameIndex(self._cookies.names())

    @property
    def name_hints(self) -> NameHints:
        """What the names of entries begin and end with: for columns of names, most of which no entry knows."""
        return self._names.hints()

    @property
    def domains(self) -> frozenset[str]:
        """Every domain that an entry or a vendor is told by: hosts in none of them are nobody's that is known."""
        of_vendors = chain.from_iterable(vendor.domains for vendor in self.vendors)
        return frozenset(chain(filter(None, self._cookies.domains), of_vendors))

    @property
    def version(self) -> str:
        """The version of the tables; it goes into every output that rests on them."""
        return str(self._tables["version"])

    @property
    def date(self) -> datetime.date:
        """The day that the tables were last worked on."""
        return datetime.date.fromisoformat(self._tables["date"])

    @property
    def cookies(self) -> tuple[KnownCookie, ...]:
        """Every entry; makes a record of each, so not for the fast path."""
        return tuple(self._cookies)

    def find(self, name: str, host: str | None) -> tuple[KnownCookie, ...]:
        """Return the entries for a cookie of this name on this host, the most specific first.

        The user's overrides come first, then the bundled tables (whole names before patterns and prefixes, entries
        for a domain before those for any), then imported packs. With ``host`` ``None`` (not known) the entries for
        any domain come first and those of particular domains after them: they may be meant, or not.
        """
        positions = self._names.positions(name)
        if not positions:
            return ()
        cookies = self._cookies
        domains = cookies.domains
        if host is None:
            positions.sort(key=lambda position: domains[position] is not None)
            return tuple([cookies[position] for position in positions])
        return tuple(
            [
                cookies[position]
                for position in positions
                if (domain := domains[position]) is None or lies_in(fold(host), domain)
            ]
        )

    @cached_property
    def _vendor_table(self) -> VendorTable:
        return VendorTable(self._own_vendors, self._tables)

    @property
    def vendors(self) -> tuple[Vendor, ...]:
        """All vendors in the order of the tables."""
        return self._vendor_table.all

    def vendor(self, vendor_id: str) -> Vendor | None:
        """Return the vendor with this id."""
        return self._vendor_table.get(vendor_id)

    def vendor_by_domain(self, host: str) -> Vendor | None:
        """Return the vendor whose domain the host lies in; the most specific domain decides."""
        return self._vendor_table.by_domain(host)

    def vendor_by_alias(self, text: str) -> Vendor | None:
        """Return the vendor that policies call so, whatever the case, punctuation or form of company."""
        return self._vendor_table.by_alias(text)

    @cached_property
    def _opt_outs(self) -> dict[str, OptOut]:
        return {way.id: way for vendor in self._vendor_table.with_ways for way in vendor.opt_outs}

    @property
    def opt_out_names(self) -> frozenset[str]:
        """The names of all cookies that record an opt-out, of which the state is to be asked; no record is made."""
        return frozenset(cookie["name"] for way in self._tables["opt_outs"] for cookie in way.get("cookies", ()))

    @property
    def ways_out(self) -> tuple[OptOut, ...]:
        """Every way out of every vendor and programme, once."""
        return tuple(self._opt_outs.values())

    def opt_outs(self, vendor_id: str) -> tuple[OptOut, ...]:
        """Return a vendor's ways out: live ones first, then moved, then retired."""
        vendor = self.vendor(vendor_id)
        order = tuple(LinkStatus)
        return tuple(sorted(vendor.opt_outs, key=lambda way: order.index(way.status))) if vendor else ()

    def opt_out(self, opt_out_id: str) -> OptOut | None:
        """Return one way out by its id (``google_partner_ads``)."""
        return self._opt_outs.get(opt_out_id)

    @cached_property
    def _opt_out_table(self) -> OptOutTable:
        return OptOutTable((cookie for way in self._opt_outs.values() for cookie in way.cookies), self._advertises)

    def _advertises(self, host: str) -> bool:
        vendor = self.vendor_by_domain(host)
        return vendor is not None and "advertising" in vendor.kinds

    def opt_out_state(self, name: str, host: str | None, value: str | None) -> OptOutMatch | None:
        """Return what a cookie says about opting out, ``None`` if nothing; ``value`` ``None`` is "not read"."""
        return self._opt_out_table.state(name, host, value)

    @cached_property
    def legacy_links(self) -> tuple[LegacyLink, ...]:
        """Every address and phrase of old policies that the tables know."""
        return tuple(self._legacy_link(row) for row in self._tables["links"])

    @cached_property
    def _link_table(self) -> "LinkTable":
        from inspector.knowledge.links import LinkTable

        return LinkTable(self.legacy_links)

    def legacy_link(self, url: str) -> LegacyLink | None:
        """Return what became of an address that a policy prints."""
        return self._link_table.find(url)

    @cached_property
    def _ways_by_url(self) -> dict[str, OptOut]:
        """Every way by its address; where several share one (members of a programme), its owner's comes first."""
        from inspector.knowledge.links import fold_url

        table: dict[str, OptOut] = {}
        ways = self._opt_outs.values()
        for way in sorted(ways, key=lambda way: not any(domain in way.url for domain in way.domains)):
            table.setdefault(fold_url(way.url), way)
        return table

    def way_at(self, url: str) -> OptOut | None:
        """Return the way out at this address, whatever its scheme, ``www.``, query and fragment."""
        from inspector.knowledge.links import fold_url, url_forms

        return next((way for form in url_forms(fold_url(url)) if (way := self._ways_by_url.get(form))), None)

    def legacy_phrase(self, text: str) -> LegacyLink | None:
        """Return what is meant by a phrase that old policies use (``DART cookie``)."""
        return self._link_table.find_phrase(text)

    @cached_property
    def platforms(self) -> tuple[Platform, ...]:
        """Shops, systems, frameworks and servers, each with the cookies that it is known by."""
        members: dict[str, list[KnownCookie]] = {}
        for cookie in self._cookies:
            if cookie.platform is not None:
                members.setdefault(cookie.platform, []).append(cookie)
        return tuple(
            Platform(row["id"], row["name"], row["kind"], row.get("vendor"), tuple(members.get(row["id"], ())))
            for row in self._tables["platforms"]
        )

    def platforms_of_kind(self, kind: str) -> frozenset[str]:
        """Return the ids of the platforms of a kind, without making their cookies: those are all of the table's."""
        return frozenset(row["id"] for row in self._tables["platforms"] if row["kind"] == kind)

    @cached_property
    def _claim_indices(self) -> tuple[DomainIndex[DomainClaim], ...]:
        return tuple(DomainIndex(claims) for claims in self._claims.values())

    def domain_claims(self, host: str) -> tuple[DomainClaim, ...]:
        """Return what each imported list says of the host's domain, the most trusted list first."""
        return tuple(found for index in self._claim_indices if (found := index.find(host)) is not None)

    def _legacy_link(self, row: Mapping[str, Any]) -> LegacyLink:
        kind = "url" if "url" in row else "phrase"
        way = self._opt_outs[row["opt_out"]]
        return LegacyLink(
            pattern=row[kind],
            kind=kind,
            opt_out=way.id,
            vendor=way.vendor,
            programme=way.programme,
            replacement=row.get("replacement"),
            status=LinkStatus(row["status"]),
            note=row.get("note", ""),
            source=row["source"],
            whole_host=row.get("whole_host", False),
        )

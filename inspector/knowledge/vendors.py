# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Vendors with their ways out, made from the compiled tables and found by id, domain or a name that policies print."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any, Final

from inspector.knowledge.domains import DomainIndex
from inspector.knowledge.records import LinkStatus, Mechanism, OptOut, OptOutCookie, Vendor

_NOT_WORD: Final = re.compile(r"[^\w+&]+")
_COMPANY_FORM: Final = re.compile(
    r"\s+(?:inc|incorporated|llc|ltd|limited|gmbh|ag|ab|as|bv|b v|sa|s a|sas|srl|plc|corp|corporation|co|company|oy"
    r"|ireland|international)$"
)
_LONGEST_ALIAS: Final = 200


class VendorTable:
    """All vendors, the user's own first; a record is made of a row of the tables when somebody asks for the vendor.

    The first of two that claim a domain or an alias has it (the schema test allows no second).
    """

    def __init__(self, own: Iterable[Vendor], tables: Mapping[str, Any]) -> None:
        self._made: dict[str, Vendor] = {}
        for vendor in own:
            self._made.setdefault(vendor.id, vendor)
        self._tables = tables
        self._rows = {row["id"]: row for row in tables["vendors"] if row["id"] not in self._made}
        of_own = ((domain, vendor.id) for vendor in self._made.values() for domain in vendor.domains)
        of_rows = ((domain, row["id"]) for row in self._rows.values() for domain in row.get("domains", ()))
        self._domains = DomainIndex(chain(of_own, of_rows))
        self._order = (*self._made, *self._rows)

    def get(self, vendor_id: str) -> Vendor | None:
        """Return the vendor with this id."""
        made = self._made.get(vendor_id)
        if made is None and (row := self._rows.get(vendor_id)) is not None:
            ways = (*self._ways.get(vendor_id, ()), *self._ways.get(row.get("ways_of", ""), ()))
            made = make_vendor(row, [_opt_out(way, self._tables["scopes"], self._tables["mechanisms"]) for way in ways])
            self._made[vendor_id] = made
        return made

    @cached_property
    def all(self) -> tuple[Vendor, ...]:
        """Every vendor, in the order of the tables."""
        return tuple(vendor for vendor_id in self._order if (vendor := self.get(vendor_id)) is not None)

    @cached_property
    def with_ways(self) -> tuple[Vendor, ...]:
        """The vendors that have a way out, in the order of the tables; the others are not made for it."""
        rows, ways = self._rows, self._ways
        having = (each for each in self._order if each in ways or (each in rows and rows[each].get("ways_of") in ways))
        return tuple(vendor for vendor_id in having if (vendor := self.get(vendor_id)) is not None and vendor.opt_outs)

    @cached_property
    def _ways(self) -> dict[str, list[Mapping[str, Any]]]:
        ways: dict[str, list[Mapping[str, Any]]] = {}
        for row in self._tables["opt_outs"]:
            ways.setdefault(row["vendor"], []).append(row)
        return ways

    @cached_property
    def _aliases(self) -> dict[str, Vendor]:
        """Made at the first question for a name: who labels cookies has none."""
        table: dict[str, Vendor] = {}
        for vendor in self.all:
            for alias in (vendor.id, vendor.name, *vendor.aliases):
                table.setdefault(fold_alias(alias), vendor)
        return table

    def by_domain(self, host: str) -> Vendor | None:
        """Return the vendor whose domain ``host`` lies in, the most specific domain deciding."""
        found = self._domains.find(host)
        return None if found is None else self.get(found)

    def by_alias(self, text: str) -> Vendor | None:
        """Return the vendor that policies call ``text``, whatever the case, punctuation or form of company."""
        folded = fold_alias(text)
        while True:
            found = self._aliases.get(folded)
            shorter = _COMPANY_FORM.sub("", folded)
            if found is not None or shorter == folded:
                return found
            folded = shorter


def fold_alias(text: str) -> str:
    """Return a name as aliases are compared: lower case, words with single blanks.

    >>> fold_alias("Yahoo! Inc.")
    'yahoo inc'
    """
    return _NOT_WORD.sub(" ", text[:_LONGEST_ALIAS].casefold().replace("_", " ")).strip()


def make_vendor(row: Mapping[str, Any], opt_outs: Sequence[OptOut] = ()) -> Vendor:
    """Return one vendor of its table row."""
    return Vendor(
        id=row["id"],
        name=row["name"],
        company=row.get("company", row["name"]),
        domains=tuple(row.get("domains", ())),
        aliases=tuple(row.get("aliases", ())),
        kinds=tuple(row.get("kinds", ())),
        source=row["source"],
        note=row.get("note", ""),
        opt_outs=tuple(opt_outs),
    )


def _opt_out(
    row: Mapping[str, Any], scopes: Mapping[str, Mapping[str, str]], mechanisms: Mapping[str, Mapping[str, str]]
) -> OptOut:
    """A row's own words on what it stops come first, then those for its mechanism, then those for its scope."""
    scope = mechanisms.get(row["mechanism"]) or scopes[row["scope"]]
    return OptOut(
        id=row["id"],
        vendor=row["vendor"],
        name=row["name"],
        domains=tuple(row.get("domains", ())),
        url=row["url"],
        scope=row["scope"],
        programme=row.get("programme"),
        mechanism=Mechanism(row["mechanism"]),
        cookies=tuple(_opt_out_cookie(cookie, row) for cookie in row.get("cookies", ())),
        requires_login=row.get("login", False),
        status=LinkStatus(row["status"]),
        last_known_year=row["year"],
        url_confidence=row["sure"],
        stops=row.get("stops", scope["stops"]),
        does_not_stop=row.get("does_not_stop", scope["does_not_stop"]),
        source=row["source"],
        replaced_by=row.get("replaced_by"),
        opened=date.fromisoformat(row["opened"]) if "opened" in row else None,
        undone_by=tuple(row.get("undone_by", ())),
        lasts=row.get("lasts", ""),
    )


def _opt_out_cookie(cookie: Mapping[str, Any], row: Mapping[str, Any]) -> OptOutCookie:
    return OptOutCookie(
        name=cookie["name"],
        domain=cookie.get("domain"),
        values=tuple(cookie.get("values", ())),
        dedicated=cookie.get("dedicated", True),
        opt_out=row["id"],
        vendor=row["vendor"],
        who=row["name"],
        consent=cookie.get("consent", False),
    )

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookies as a table for people, sorted by site, with a line at the end that says how many there were."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple, TextIO

from rich.style import Style

from inspector.core.cookie import Cookie, ValueState
from inspector.core.label import Label
from inspector.core.reading import Reading
from inspector.core.store import StoreRef
from inspector.core.visible import visible
from inspector.reports.api import Look
from inspector.reports.grid import Column, console_for, print_grid
from inspector.reports.label_words import TRACKS, purpose_word
from inspector.reports.words import SAME_SITE, apart, ends, many, value_word, yes_no

_DIM: Final = Style(dim=True)
_WIDEST: Final = 32
_VALUE: Final = "Value"
_UNTOUCHED: Final = (ValueState.NOT_READ, ValueState.EMPTY)


class _Row(NamedTuple):
    cookie: Cookie
    label: Label | None
    look: Look


class _Field(NamedTuple):
    column: Column
    text: Callable[[_Row], str]


FIELDS: Final = (
    _Field(Column("Browser", _WIDEST, style=_DIM), lambda row: _whose(row.cookie.store)),
    _Field(Column("Host", 40, kept=True), lambda row: row.cookie.host_key),
    _Field(Column("Name", 34, style=Style(bold=True), kept=True), lambda row: row.cookie.name),
    _Field(Column("Purpose", 11), lambda row: purpose_word(row.label) if row.label else ""),
    _Field(Column("Vendor", 22), lambda row: (row.label.vendor_name or "") if row.label else ""),
    _Field(Column("Tracks", 12), lambda row: TRACKS[row.label.tracks] if row.label else ""),
    _Field(Column("Kept apart", 30), lambda row: apart(row.cookie.isolation)),
    _Field(Column("Ends", 22), lambda row: ends(row.cookie, row.look.now_us)),
    _Field(Column("Secure", 6), lambda row: yes_no(row.cookie.secure)),
    _Field(Column("HttpOnly", 8), lambda row: yes_no(row.cookie.http_only)),
    _Field(Column("SameSite", 8), lambda row: SAME_SITE[row.cookie.same_site]),
    _Field(Column(_VALUE, 48), lambda row: _value(row.cookie, row.look)),
    _Field(Column("Odd", 40, style=Style(color="yellow")), lambda row: _odd(row.cookie)),
)


def write_reading(reading: Reading, look: Look, out: TextIO) -> None:
    """Write the table and the summary."""
    console = console_for(out, look.styled)
    if reading.cookies:
        place = {count.store: number for number, count in enumerate(reading.stores)}
        pairs = zip_longest(reading.cookies, reading.labels)
        found = sorted(pairs, key=lambda pair: _order(pair[0], place.get(pair[0].store, 0), look))
        fields = _fields(reading.cookies, look)
        rows = [tuple(field.text(_Row(cookie, label, look)) for field in fields) for cookie, label in found]
        print_grid(console, [field.column for field in fields], rows)
        console.print()
    console.print(summary(reading, look), style="bold", crop=False)
    if reading.narrowed is not None:
        console.print(f"{visible(str(reading.narrowed))}.", style="yellow", crop=False)
    if reading.knowledge:
        console.print(f"Knowledge {reading.knowledge}.", crop=False)


def _fields(cookies: Sequence[Cookie], look: Look) -> tuple[_Field, ...]:
    """Return the fields that tell something here: whose store only where there are several, values only where read."""
    fields = FIELDS if len({cookie.store for cookie in cookies}) > 1 else FIELDS[1:]
    if look.with_values or any(cookie.value_state not in _UNTOUCHED for cookie in cookies):
        return fields
    return tuple(field for field in fields if field.column.title != _VALUE)


def summary(reading: Reading, look: Look) -> str:
    """Return what was read in one sentence: ``5,214 cookies from 214 sites in 3 profiles; 12 values locked.``"""
    none = "No cookies" if reading.narrowed is None or not reading.narrowed.of_cookies else "No cookie is shown"
    parts = [many(len(reading.cookies), "cookie") if reading.cookies else none]
    if reading.cookies:
        sites = {look.site_of(host) for host in {cookie.host_key for cookie in reading.cookies}}
        parts[0] += f" from {many(len(sites), 'site')} in {_where({cookie.store for cookie in reading.cookies})}"
    if reading.evidence.refused:
        more = " more" if reading.cookies else ""
        parts.append(f"{len(reading.evidence.refused):,}{more} tried and not kept")
    states = Counter(cookie.value_state for cookie in reading.cookies)
    for state, said in _SAID:
        if states[state]:
            parts.append(f"{many(states[state], 'value')} {said}")
    unread = sum(count.cookies is None for count in reading.stores)
    if unread:
        parts.append(f"{many(unread, 'store')} not read")
    return "; ".join(parts) + "."


def _where(stores: Collection[StoreRef]) -> str:
    """Return how many profiles these stores are of, or which one; Firefox's has two stores."""
    profiles = {_profile(store): store for store in stores}
    if len(profiles) > 1:
        return many(len(profiles), "profile")
    store = next(iter(profiles.values()))
    return visible(store.label if store.profile else store.file)


def _profile(store: StoreRef) -> str:
    """Return the path of a store's profile: the same browser may be here twice, each time with a ``Default``."""
    end = store.file.rfind(store.profile) + len(store.profile)
    return store.file[:end] if store.profile and store.profile in store.file else store.file


def _whose(store: StoreRef) -> str:
    """Return browser and profile; for a lone file the end of its path, which tells it from another."""
    if store.profile:
        return store.label
    return store.file if len(store.file) <= _WIDEST else "…" + store.file[1 - _WIDEST :]


_SAID: Final = (
    (ValueState.LOCKED, "locked"),
    (ValueState.CORRUPT, "damaged"),
    (ValueState.DIGEST_MISMATCH, "of another host"),
)


def _order(cookie: Cookie, store: int, look: Look) -> tuple[int, str, str, str]:
    return store, look.site_of(cookie.host_key), cookie.host, cookie.name


def _value(cookie: Cookie, look: Look) -> str:
    """Return the value where it was asked for; a word about it stands in brackets then, not to be taken for one."""
    if not look.with_values:
        return value_word(cookie)
    return f"({value_word(cookie)})" if cookie.value is None else visible(cookie.value.reveal())


def _odd(cookie: Cookie) -> str:
    return "; ".join(f"{field} {why}" for field, why in cookie.problems)

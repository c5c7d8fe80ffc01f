# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The history as tables for people: the list of snapshots, one snapshot, what differs between two."""

from typing import Final, TextIO

from rich.style import Style

from inspector.core.difference import Comparison, Difference, Kind
from inspector.core.label import Purpose
from inspector.core.moments import to_iso
from inspector.core.snapshot import SeenCookie, Snapshot, SnapshotInfo, SnapshotList
from inspector.core.visible import visible
from inspector.reports.api import Look
from inspector.reports.grid import Column, console_for, print_grid
from inspector.reports.history_words import KIND, missed_word, scope_word, summary, what_word
from inspector.reports.words import SAME_SITE, apart, distance, ends, many, value_word, yes_no

_DIM: Final = Style(dim=True)
_BOLD: Final = Style(bold=True)
_SHOWN: Final = (Kind.NEW, Kind.GONE, Kind.CHANGED)
_LIST: Final = (
    Column("Id", 8, right=True, style=_BOLD, kept=True),
    Column("Taken (UTC)", 20, kept=True),
    Column("Ago", 12, right=True),
    Column("Looked at", 60),
    Column("Cookies", 10, right=True, kept=True),
    Column("Missing", 50, style=Style(color="yellow")),
)
_SEEN: Final = (
    Column("Browser", 32, style=_DIM),
    Column("Host", 40, kept=True),
    Column("Name", 34, style=_BOLD, kept=True),
    Column("Purpose", 12),
    Column("Kept apart", 30),
    Column("Ends", 22),
    Column("Secure", 6),
    Column("HttpOnly", 8),
    Column("SameSite", 8),
    Column("Value", 20),
)
_DIFFERENCES: Final = (
    Column("Change", 9, style=_BOLD, kept=True),
    Column("Browser", 32, style=_DIM),
    Column("Host", 40, kept=True),
    Column("Name", 34, style=_BOLD, kept=True),
    Column("Kept apart", 30),
    Column("What", 70),
    Column("Sure", 8),
)


def write_snapshots(found: SnapshotList, look: Look, out: TextIO) -> None:
    """Write the list of snapshots, the newest last."""
    console = console_for(out, look.styled)
    if not found.snapshots:
        console.print("Nothing is remembered. Remember a scan: cookie-inspector scan --remember", crop=False)
        return
    print_grid(console, _LIST, [_listed(info, look) for info in found.snapshots])
    console.print()
    console.print(f"{many(len(found.snapshots), 'snapshot')}; no values are kept.", style="bold", crop=False)


def write_snapshot(snapshot: Snapshot, look: Look, out: TextIO) -> None:
    """Write the cookies of one snapshot, as they were then."""
    console = console_for(out, look.styled)
    info = snapshot.info
    console.print(visible(_headline(info, look)), style="bold", crop=False)
    if snapshot.cookies:
        console.print()
        print_grid(console, _SEEN, [_seen(seen, info) for seen in snapshot.cookies])
    console.print()
    missing = missed_word(info)
    console.print(f"{many(len(snapshot.cookies), 'cookie')}{'; ' + missing if missing else ''}.", crop=False)


def write_comparison(comparison: Comparison, look: Look, out: TextIO) -> None:
    """Write what differs, then in one sentence how much, and what could not be compared."""
    console = console_for(out, look.styled)
    console.print(f"Before: {visible(_headline(comparison.before, look))}", crop=False)
    console.print(f"After:  {visible(_headline(comparison.after, look))}", crop=False)
    console.print()
    rows = [_difference(held) for held in comparison.differences if held.kind in _SHOWN]
    if rows:
        print_grid(console, _DIFFERENCES, rows)
        console.print()
    if comparison.compared:
        console.print(summary(comparison), style="bold", crop=False)
    else:
        console.print("Nothing could be compared.", style="bold", crop=False)
    for line in _limits(comparison):
        console.print(visible(line), crop=False)


def _limits(comparison: Comparison) -> list[str]:
    lines = [f"Compared for {comparison.site} only."] if comparison.site is not None else []
    if comparison.values_unknown:
        cookies = many(comparison.values_unknown, "cookie")
        lines.append(f"Whether the value changed cannot be told of {cookies}: it was not read both times.")
    return lines + [
        f"Not compared: {held.store.label}, {held.store.file}: {held.why}." for held in comparison.not_compared
    ]


def _headline(info: SnapshotInfo, look: Look) -> str:
    name = f"snapshot {info.id}" if info.id else "now"
    return f"{name}, {_moment(info.taken_us)} ({distance(info.taken_us, look.now_us)}), {scope_word(info.scope)}"


def _moment(us: int) -> str:
    return (to_iso(us) or "")[:19].replace("T", " ")


def _listed(info: SnapshotInfo, look: Look) -> tuple[str, ...]:
    ago = distance(info.taken_us, look.now_us).removesuffix(" ago")
    return (str(info.id), _moment(info.taken_us), ago, scope_word(info.scope), f"{info.cookies:,}", missed_word(info))


def _seen(seen: SeenCookie, info: SnapshotInfo) -> tuple[str, ...]:
    cookie, label = seen.cookie, seen.label
    purpose = "" if label is None or label.purpose is Purpose.UNKNOWN else label.purpose.value.replace("_", " ")
    return (
        cookie.store.label,
        cookie.host_key,
        cookie.name,
        purpose,
        apart(cookie.isolation),
        ends(cookie, info.taken_us),
        yes_no(cookie.secure),
        yes_no(cookie.http_only),
        SAME_SITE[cookie.same_site],
        "marked" if seen.mark is not None else value_word(cookie),
    )


def _difference(held: Difference) -> tuple[str, ...]:
    cookie = held.cookie
    return (
        KIND[held.kind],
        cookie.store.label,
        cookie.host_key,
        cookie.name,
        apart(cookie.isolation),
        what_word(held),
        "" if held.sure else "perhaps",
    )

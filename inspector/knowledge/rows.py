# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The compiled tables' rows and the records made of them. The order of a row's fields is defined here, once."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from inspector.core.label import Purpose, Subtype
from inspector.knowledge.patterns import literal_head, literal_tail
from inspector.knowledge.records import KnownCookie, Match, Sure

COOKIE_FIELDS: Final = (
    "match",
    "name",
    "domain",
    "vendor",
    "purpose",
    "subtype",
    "days",
    "session",
    "id",
    "source",
    "sure",
    "platform",
    "note",
    "disputed",
)
_SURE: Final = COOKIE_FIELDS.index("sure")
_LEAST_HEAD: Final = 2  # a pattern that begins with less is told by its end, and says less than a prefix
_SURE_RANK: Final = {sure.value: rank for rank, sure in enumerate(Sure)}

Row = Sequence[Any]


class Segment(NamedTuple):
    """Rows of one origin; ``sources`` are the texts that the rows number."""

    origin: str
    sources: Sequence[str]
    rows: Sequence[Row]


def rank(row: Row) -> tuple[int, bool, int, int, str, str]:
    """Return the key that puts the most specific entry first: whole names, then a domain, then the longer text."""
    match, name, domain = row[0], row[1], row[2]
    kind, length = 0, 0
    if match == Match.PREFIX:
        kind, length = 1, len(name)
    elif match == Match.PATTERN:
        head = len(literal_head(name))
        kind, length = (1, head + len(literal_tail(name))) if head >= _LEAST_HEAD else (2, len(literal_tail(name)))
    return kind, domain is None, -length, _SURE_RANK[row[_SURE]], name, domain or ""


def make_cookie(row: Row, sources: Sequence[str], origin: str) -> KnownCookie:
    """Return the record of one row."""
    match, name, domain, vendor, purpose, subtype, days, session, ident, source, sure, platform, note, disputed = row
    return KnownCookie(
        name=name,
        match=Match(match),
        domain=domain,
        vendor=vendor,
        purpose=Purpose(purpose),
        subtype=Subtype(subtype),
        lifetime_days=days,
        session=session,
        identifier=ident,
        source=sources[source],
        sure=Sure(sure),
        platform=platform,
        note=note,
        disputed=tuple(disputed),
        origin=origin,
    )


class CookieRows:
    """The rows of all origins in one numbering: overrides, then the bundled tables, then packs by their trust."""

    def __init__(self, segments: Sequence[Segment], *, without_dev: bool = False) -> None:
        self._segments = [
            Segment(part.origin, part.sources, _without_dev(part.rows) if without_dev else part.rows)
            for part in segments
        ]
        self._starts: list[int] = []
        start = 0
        for part in self._segments:
            self._starts.append(start)
            start += len(part.rows)
        self._length = start
        self.domains: list[str | None] = [row[2] for part in self._segments for row in part.rows]
        self._made: dict[int, KnownCookie] = {}

    def __len__(self) -> int:
        return self._length

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield how each row matches, and its text, in the order of their positions."""
        for part in self._segments:
            for row in part.rows:
                yield row[0], row[1]

    def __getitem__(self, position: int) -> KnownCookie:
        made = self._made.get(position)
        if made is None:
            part = bisect_right(self._starts, position) - 1
            origin, sources, rows = self._segments[part]
            made = self._made[position] = make_cookie(rows[position - self._starts[part]], sources, origin)
        return made

    def __iter__(self) -> Iterator[KnownCookie]:
        return (self[position] for position in range(self._length))


def _without_dev(rows: Sequence[Row]) -> Sequence[Row]:
    return [row for row in rows if row[_SURE] != Sure.DEV_SET]

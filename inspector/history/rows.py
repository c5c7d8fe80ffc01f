# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookies as rows and back: hostile texts, years out of range and unknowns come back as they were.

SQLite keeps integers of 64 bits and texts that are Unicode. A larger integer is kept as its digits, a text with lone
surrogates as its bytes; the columns have no affinity, so that nothing is converted on the way.
"""

import json
from collections.abc import Sequence
from enum import StrEnum
from operator import itemgetter
from typing import Any, Final, TypeVar

from inspector.core.cookie import (
    Cookie,
    Priority,
    RowProblem,
    SameSite,
    SourceScheme,
    SourceType,
    ValueState,
)
from inspector.core.isolation import NOT_ISOLATED, Container, Isolation, Partition
from inspector.core.label import Certainty, Label, Purpose, Subtype, Tracks
from inspector.core.lifetime import Lifetime, LifetimeBasis
from inspector.core.marks import Marks
from inspector.core.snapshot import SeenLabel
from inspector.core.store import Family, StoreRef

Cell = int | str | bytes | None
Row = tuple[Cell, ...]
E = TypeVar("E", bound=StrEnum)

_LARGEST: Final = 2**63 - 1
ISOLATION: Final = "raw, site, ancestor, port, container, container_name, first_party, private"
TRAITS: Final = (
    "host_only, session, secure, http_only, same_site, partitioned, priority, source_scheme, source_port, source_type, "
    "value_state, encryption, updated_is_real, problems, requested_basis"
)
LABEL: Final = "purpose, subtype, vendor, tracks, certainty"
SPELL: Final = "host, name, path, isolation, traits, label, created, updated, expires, length, mark, requested"


def whole(number: int | None) -> Cell:
    """Return a cell for an integer of any size.

    >>> whole(5), whole(2**70)
    (5, '1180591620717411303424')
    """
    return number if number is None or -_LARGEST <= number <= _LARGEST else str(number)


def to_whole(cell: Cell) -> int | None:
    """Return the integer of a cell."""
    return None if cell is None else int(cell)


def text(value: str | None) -> Cell:
    """Return a cell for any text."""
    if value is None or value.isascii():
        return value
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-8", "surrogatepass")
    return value


def to_text(cell: Cell) -> str:
    """Return the text of a cell."""
    if isinstance(cell, str):
        return cell
    return cell.decode("utf-8", "surrogatepass") if isinstance(cell, bytes) else str(cell)


def to_text_or_none(cell: Cell) -> str | None:
    """Return the text of a cell that may be empty."""
    return None if cell is None else to_text(cell)


def isolation_row(isolation: Isolation) -> Row:
    """Return the columns ``ISOLATION``."""
    partition, container = isolation.partition, isolation.container
    return (
        text(isolation.raw),
        None if partition is None else text(partition.site),
        None if partition is None else _flag(partition.has_cross_site_ancestor),
        None if partition is None else whole(partition.port),
        None if container is None else whole(container.id),
        None if container is None else text(container.name),
        text(isolation.first_party_domain),
        _flag(isolation.private),
    )


def to_isolation(row: Sequence[Any]) -> Isolation:
    """Return the isolation that a row was made of."""
    raw, site, ancestor, port, container, container_name, first_party, private = row
    if not any(cell is not None for cell in row[1:]) and raw == "":
        return NOT_ISOLATED
    return Isolation(
        None if site is None else Partition(to_text(site), _to_flag(ancestor), to_whole(port)),
        None if container is None else Container(int(container), to_text_or_none(container_name)),
        to_text_or_none(first_party),
        _to_flag(private),
        to_text(raw),
    )


_shared: Final = itemgetter(
    *map(
        Cookie._fields.index,
        (
            *("host_only", "session", "secure", "http_only", "same_site", "partitioned_attribute", "priority"),
            *("source_scheme", "source_port", "source_type", "value_state", "encryption"),
            *("updated_is_real", "problems"),
        ),
    )
)


def traits_key(cookie: Cookie) -> tuple[object, ...]:
    """Return what a cookie's row of traits is made of, to look it up by: faster than to make the row."""
    return *_shared(cookie), cookie.requested.basis


def traits_row(cookie: Cookie) -> Row:
    """Return the columns ``TRAITS``: what many cookies have in common."""
    return (
        _flag(cookie.host_only),
        _flag(cookie.session),
        _flag(cookie.secure),
        _flag(cookie.http_only),
        cookie.same_site.value,
        _flag(cookie.partitioned_attribute),
        cookie.priority.value,
        cookie.source_scheme.value,
        whole(cookie.source_port),
        cookie.source_type.value,
        cookie.value_state.value,
        text(cookie.encryption),
        int(cookie.updated_is_real),
        json.dumps(cookie.problems) if cookie.problems else "",
        cookie.requested.basis.value,
    )


def label_row(label: Label) -> Row:
    """Return the columns ``LABEL``."""
    return label.purpose.value, label.subtype.value, label.vendor, label.tracks.value, label.certainty.value


def to_label(row: Sequence[Any]) -> SeenLabel:
    """Return the label that a row was made of."""
    purpose, subtype, vendor, tracks, certainty = row
    return SeenLabel(
        _word(Purpose, purpose, Purpose.UNKNOWN),
        _word(Subtype, subtype, Subtype.NONE),
        vendor,
        _word(Tracks, tracks, Tracks.UNKNOWN),
        _word(Certainty, certainty, Certainty.NONE),
    )


def spell_row(cookie: Cookie, isolation: int, traits: int, label: int | None, marks: Marks | None) -> Row:
    """Return the columns ``SPELL``, the numbers of the shared parts given. The moment of last use is not kept."""
    return (
        text(cookie.host_key),
        text(cookie.name),
        text(cookie.path),
        isolation,
        traits,
        label,
        whole(cookie.created_us),
        whole(cookie.updated_us),
        whole(cookie.expires_us),
        whole(cookie.value_length),
        None if marks is None else marks.of(cookie),
        whole(cookie.requested.us),
    )


class CookieMaker:
    """Makes cookies of spells. Shared parts are made once: a hundred thousand cookies have a few hundred of them."""

    def __init__(self, isolations: dict[int, Isolation], traits: dict[int, Sequence[Any]]) -> None:
        self._isolations = isolations
        self._with_traits = {number: _bare_cookie(row) for number, row in traits.items()}

    def make(self, row: Sequence[Any], store: StoreRef) -> Cookie:
        """Return the cookie of one row with the columns ``SPELL``. Positions, because it is called for every cookie."""
        host, name, path, isolation, traits, _, created, updated, expires, length, _, requested = row
        held = self._with_traits[traits]
        place = (
            store,
            self._isolations[isolation],
            to_text(host),
            held.host_only,
            to_text(name),
            to_text_or_none(path),
        )
        moments = (to_whole(created), None, to_whole(updated), to_whole(expires))
        cookie = Cookie._make((*place, *moments, *held[_SESSION:_LENGTH], to_whole(length), *held[_LENGTH + 1 :]))
        if requested is None:  # as in every browser's store
            return cookie
        return cookie._replace(requested=Lifetime(to_whole(requested), held.requested.basis))


_SESSION: Final = Cookie._fields.index("session")
_LENGTH: Final = Cookie._fields.index("value_length")
_NOWHERE: Final = StoreRef("", "", "", Family.FILE)


def _bare_cookie(row: Sequence[Any]) -> Cookie:
    """Return a cookie that has the traits of a row, and nothing else yet."""
    facts = dict(zip(TRAITS.split(", "), row, strict=True))
    basis = _word(LifetimeBasis, facts["requested_basis"], LifetimeBasis.UNKNOWN)
    return Cookie(
        _NOWHERE,
        NOT_ISOLATED,
        host_key="",
        host_only=_to_flag(facts["host_only"]),
        name="",
        path=None,
        session=_to_flag(facts["session"]),
        secure=_to_flag(facts["secure"]),
        http_only=_to_flag(facts["http_only"]),
        same_site=_word(SameSite, facts["same_site"], SameSite.UNKNOWN),
        partitioned_attribute=_to_flag(facts["partitioned"]),
        priority=_word(Priority, facts["priority"], Priority.UNKNOWN),
        source_scheme=_word(SourceScheme, facts["source_scheme"], SourceScheme.UNKNOWN),
        source_port=to_whole(facts["source_port"]),
        source_type=_word(SourceType, facts["source_type"], SourceType.UNKNOWN),
        value_state=_word(ValueState, facts["value_state"], ValueState.NOT_READ),
        encryption=to_text(facts["encryption"]),
        updated_is_real=bool(facts["updated_is_real"]),
        problems=_problems(facts["problems"]),
        requested=Lifetime(None, basis),
    )


def _problems(text: Any) -> tuple[RowProblem, ...]:
    return tuple(RowProblem(*pair) for pair in json.loads(text)) if text else ()


def _flag(answer: bool | None) -> Cell:
    return None if answer is None else int(answer)


def _to_flag(cell: Cell) -> bool | None:
    return None if cell is None else bool(cell)


def _word(kind: type[E], cell: Any, unknown: E) -> E:
    """Return the member for a word; one that this version does not know is the unknown."""
    try:
        return kind(cell)
    except ValueError:
        return unknown

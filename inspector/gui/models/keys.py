# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the fields of the filter say of all rows, as numbers: a field is asked once for each answer that there is.

A set of rows is a whole number with one byte for each row, 1 for in and 0 for out: two sets are met, and a set is
counted, in microseconds, whatever the number of rows (see inspector.gui.models.masks).
"""

from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from inspector.core.cookie import Cookie
from inspector.core.filter.asking import Key
from inspector.core.filter.fields import FIELDS, Field
from inspector.core.filter.subject import Around, Subject
from inspector.core.label import Label

_BYTE: Final = 256
BEFORE_LABELS: Final = ("site", "lifetime")  # the fields of the switches at the left
OF_LABELS: Final = ("purpose", "tracks", "party", "company")


class KeyColumn(NamedTuple):
    """The different answers of a field, and for each row the number of its answer: bytes where they suffice."""

    keys: tuple[Key, ...]
    codes: bytes | Sequence[int]

    def mask(self, holds: Callable[[Key], bool]) -> int:
        """Return the rows whose answer is meant."""
        chosen = bytes(map(holds, self.keys))
        if isinstance(self.codes, bytes):
            return number_of(self.codes.translate(chosen.ljust(_BYTE, b"\0")))
        return number_of(bytes(map(chosen.__getitem__, self.codes)))


def number_of(mask: bytes) -> int:
    """Return a set of rows as a number."""
    return int.from_bytes(mask, "little")


def key_column(answers: Iterable[Key]) -> KeyColumn:
    """Return the column of a field's answers."""
    numbers: dict[Key, int] = {}
    codes = [numbers.setdefault(key, len(numbers)) for key in answers]
    return KeyColumn(tuple(numbers), bytes(codes) if len(numbers) <= _BYTE else array("I", codes))


def column_of(field: Field, cookies: Sequence[Cookie], around: Around) -> KeyColumn:
    """Return what a field of the record alone says of cookies."""
    key = field.key
    return key_column([key(subject, around) for subject in map(Subject, cookies)])


def column_of_kinds(field: Field, kinds: Sequence[Label], kind_of: Sequence[int], around: Around) -> KeyColumn:
    """Return what a field of the label says: it is asked once for each kind of label."""
    cookie = _NO_COOKIE
    of_kinds = key_column([field.key(Subject(cookie, label), around) for label in kinds])
    codes = of_kinds.codes
    made = map(codes.__getitem__, kind_of)
    return KeyColumn(of_kinds.keys, bytes(made) if isinstance(codes, bytes) else array("I", made))


def fields_named(names: Iterable[str]) -> tuple[Field, ...]:
    """Return fields by their names."""
    wanted = frozenset(names)
    return tuple(field for field in FIELDS if field.name in wanted)


_NO_COOKIE: Final = Cookie.__new__(Cookie, *(None,) * 7)  # type: ignore[arg-type]  # fields of labels look at none

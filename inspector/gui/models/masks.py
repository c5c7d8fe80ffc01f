# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Which rows a query means, as sets that are kept: typing a letter more asks only for what is new in the line."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from inspector.core.filter.asking import Asks, Key, Text
from inspector.core.filter.editing import Value
from inspector.core.filter.fields import FIELDS, Field, Needs
from inspector.core.filter.query import Query, Term, fields_by_name, parse
from inspector.core.filter.subject import Around
from inspector.core.finding import Verdict
from inspector.gui.models.keys import KeyColumn, column_of, column_of_kinds, key_column, number_of
from inspector.gui.models.labels import LabelRows
from inspector.gui.models.rows import Rows

_KEPT: Final = 192  # sets that are kept: the switches at the left, and what was typed last
_ENGLISH: Final = fields_by_name(FIELDS)

Verdicts = Sequence[Verdict | None]


class Masks:
    """Answers queries over rows. Labels and verdicts come later; what asks for them means no row until then."""

    def __init__(self, rows: Rows, around: Around) -> None:
        self.rows = rows
        self.labels: LabelRows | None = None
        self._around = around
        self._verdicts: Verdicts | None = None
        self._columns: dict[str, KeyColumn] = dict(rows.keys)
        self._sets: OrderedDict[tuple[str, tuple[Asks, ...]], int] = OrderedDict()
        self._values: dict[Value, int] = {}
        self.every = number_of(b"\1" * len(rows.cookies))

    def take_labels(self, labels: LabelRows, around: Around) -> None:
        """Take the labels of the rows."""
        self.labels, self._around = labels, around
        self._drop(Needs.LABEL)
        self._columns |= labels.keys

    def take_verdicts(self, verdicts: Verdicts) -> None:
        """Take the verdicts of the rows, ``None`` for those that no audit judged."""
        self._verdicts = verdicts
        self._drop(Needs.VERDICT)

    def _drop(self, needs: Needs) -> None:
        self._values = {}
        names = {field.name for field in FIELDS if field.needs is needs}
        self._columns = {name: column for name, column in self._columns.items() if name not in names}
        self._sets = OrderedDict((key, held) for key, held in self._sets.items() if key[0] not in names)

    def answers(self, needs: Needs) -> bool:
        """Whether what a field needs is there."""
        if needs is Needs.LABEL:
            return self.labels is not None
        return needs is Needs.NOTHING or self._verdicts is not None

    def of_query(self, query: Query, but: str = "") -> int:
        """Return the rows that a query means, ``but`` a field: less what the line asks of that field."""
        found = self.every
        for term in query.terms:
            if but and term.field is not None and term.field.name == but and term.wanted:
                continue
            found &= self.of_term(term)
        return found

    def of_term(self, term: Term) -> int:
        """Return the rows that one term means."""
        if term.field is not None and not self.answers(term.field.needs):
            return 0
        held = self._set(term.field, term.asks)
        return held if term.wanted else self.every ^ held

    def of_value(self, value: Value) -> int:
        """Return the rows that a value of a switch means."""
        held = self._values.get(value)
        if held is None:
            terms = parse(f"{value.field}:{value.text}", _ENGLISH).terms
            held = self._values[value] = self.of_term(terms[0]) if terms else 0
        return held

    def _set(self, field: Field | None, asks: tuple[Asks, ...]) -> int:
        key = ("" if field is None else field.name, asks)
        held = self._sets.get(key)
        if held is None:
            held = self._words(asks) if field is None else self._answers(field, asks)
            self._sets[key] = held
            if len(self._sets) > _KEPT:
                self._sets.popitem(last=False)
        else:
            self._sets.move_to_end(key)
        return held

    def _words(self, asks: Iterable[Asks]) -> int:
        parts = [part for ask in asks if isinstance(ask, Text) for part in ask.pattern.parts if part]
        haystacks = self.rows.haystacks
        if len(parts) == 1:
            part = parts[0]
            return number_of(bytes([part in texts for texts in haystacks]))
        patterns = [ask.pattern for ask in asks if isinstance(ask, Text)]
        return number_of(bytes([any(pattern.found(texts) for pattern in patterns) for texts in haystacks]))

    def _answers(self, field: Field, asks: tuple[Asks, ...]) -> int:
        if len(asks) == 1:
            return self.column(field).mask(asks[0].holds)

        def holds(key: Key) -> bool:
            return any(ask.holds(key) for ask in asks)

        return self.column(field).mask(holds)

    def column(self, field: Field) -> KeyColumn:
        """Return what a field says of all rows; made at the first question where it was not prepared."""
        made = self._columns.get(field.name)
        if made is None:
            made = self._columns[field.name] = self._column(field)
        return made

    def _column(self, field: Field) -> KeyColumn:
        if field.needs is Needs.LABEL and self.labels is not None:
            return column_of_kinds(field, self.labels.kinds, self.labels.kind_of, self._around)
        if field.needs is Needs.VERDICT and self._verdicts is not None:
            return key_column(None if verdict is None else verdict.value for verdict in self._verdicts)
        return column_of(field, self.rows.cookies, self._around)


def counts(masks: Masks, query: Query, values: Mapping[str, Sequence[Value]]) -> dict[Value, int]:
    """Return for each value, by its field, how many rows it would show alone: whatever else the line asks holds."""
    found: dict[Value, int] = {}
    for field, of_field in values.items():
        base = masks.of_query(query, but=field)
        found |= {value: (masks.of_value(value) & base).bit_count() for value in of_field}
    return found

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A line of the filter language understood: its terms, what is wrong with it, and whether a cookie is meant.

``!term`` means every cookie that ``term`` does not mean, those included of which it is not known: together the two
always show everything. That something is not known is asked by its own word, ``lifetime:unknown``.
"""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Final

from inspector.core.filter.asking import UNKNOWN, Asks, Choice, Misread, Pattern, Text, bounds_of
from inspector.core.filter.fields import FIELDS, Field, Needs
from inspector.core.filter.scanning import LONGEST, MOST, Fault, Piece, RawTerm, quoted, scan
from inspector.core.filter.subject import Around, Subject, haystack
from inspector.core.frozen import frozen
from inspector.core.problem import InspectorError


@frozen
class Term:
    """One thing that is asked: any of ``asks``, of a field's key or (``field`` is ``None``) anywhere in the texts."""

    field: Field | None
    asks: tuple[Asks, ...]
    wanted: bool
    start: int
    end: int

    def holds(self, subject: Subject, around: Around) -> bool:
        """Whether a cookie is meant."""
        if self.field is None:
            return self.found(haystack(subject.cookie)) is self.wanted
        key = self.field.key(subject, around)
        return any(ask.holds(key) for ask in self.asks) is self.wanted

    def found(self, texts: str) -> bool:
        """Whether a text that is looked for anywhere is in these."""
        return any(isinstance(ask, Text) and ask.pattern.found(texts) for ask in self.asks)


@frozen
class Query:
    """The terms of a line, all of which must hold, and its faults. Terms that are wrong ask for nothing."""

    line: str = ""
    terms: tuple[Term, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether every cookie is meant."""
        return not self.terms

    @property
    def wrong(self) -> Fault | None:
        """The first fault that more typing does not mend."""
        return next((fault for fault in self.faults if not fault.unfinished), None)

    def needs(self, what: Needs) -> bool:
        """Whether it takes labels, or verdicts, to answer."""
        return any(term.field is not None and term.field.needs is what for term in self.terms)

    def holds(self, subject: Subject, around: Around) -> bool:
        """Whether a cookie is meant."""
        return all(term.holds(subject, around) for term in self.terms)


NO_QUERY: Final = Query()


def fields_by_name(fields: Iterable[Field] = FIELDS) -> Mapping[str, Field]:
    """Return fields by every name that they can be typed with."""
    return {name: field for field in fields for name in (field.name, *field.also)}


_FIELDS: Final = fields_by_name()


def parse(line: str, fields: Mapping[str, Field] = _FIELDS) -> Query:
    """Return what a line asks. It is never refused: what is wrong is among the faults, and people are still typing."""
    faults: list[Fault] = []
    terms: list[Term] = []
    if len(line) > LONGEST:
        faults.append(Fault(f"only the first {LONGEST:,} characters are read", LONGEST, len(line)))
    values = 0
    for raw in scan(line[:LONGEST]):
        values += len(raw.pieces)
        if values > MOST:
            faults.append(Fault(f"more than {MOST} values", raw.start, raw.end))
            break
        term = _term(raw, fields, faults)
        if term is not None:
            terms.append(term)
    return Query(line, tuple(terms), tuple(faults))


def checked(line: str, fields: Mapping[str, Field] = _FIELDS, without: Needs | None = None) -> Query:
    """Return what a whole line asks; raise where it is wrong, with the place pointed at.

    ``without`` is what this command cannot answer, such as verdicts where nothing is judged.
    """
    query = parse(line, fields)
    if query.faults:
        raise _refused(line, query.faults[0])
    for term in query.terms:
        if without is not None and term.field is not None and term.field.needs is without:
            message = f"{term.field.name}: asks for {term.field.says}, and nothing is judged here"
            raise _refused(line, Fault(message, term.start, term.end))
    return query


def _refused(line: str, fault: Fault) -> InspectorError:
    """Return the error for a person: what, where in the line, and the place once more with its surroundings."""
    start, end = max(0, fault.start - 20), min(len(line), max(fault.end, fault.start + 1) + 20)
    before, bad, after = line[start : fault.start], line[fault.start : fault.end], line[fault.end : end]
    shown = f"{'…' if start else ''}{before}»{bad}«{after}{'…' if end < len(line) else ''}"
    return InspectorError(
        f"The filter is not understood at character {fault.start + 1}: {fault.message}",
        f"Look at {shown}; docs/filter.md has the language",
    )


def _term(raw: RawTerm, fields: Mapping[str, Field], faults: list[Fault]) -> Term | None:
    field = fields.get(raw.field) if raw.field else None
    if raw.field and field is None:
        faults.append(_no_field(raw, fields))
        return None
    asks = tuple(ask for piece in raw.pieces if (ask := _ask(piece, field, raw, faults)) is not None)
    return Term(field, asks, raw.wanted, raw.start, raw.end) if asks else None


def _no_field(raw: RawTerm, fields: Mapping[str, Field]) -> Fault:
    close = get_close_matches(raw.field, fields, n=1)
    known = ", ".join(dict.fromkeys(field.name for field in fields.values()))
    meant = f'did you mean "{close[0]}:"' if close else f"fields are {known}"
    hint = f'; to look for the text, write "{raw.field}:{raw.pieces[0].text[:20]}"'
    return Fault(f'there is no field "{raw.field[:40]}"; {meant}{hint}', raw.start, raw.end)


def _ask(piece: Piece, field: Field | None, raw: RawTerm, faults: list[Fault]) -> Asks | None:
    if piece.open:
        faults.append(Fault("the quotation mark is not closed", piece.start, piece.end, unfinished=True))
    if not piece.text:
        what = "a value is missing" if field is not None else "a text is missing"
        faults.append(Fault(what, min(piece.start, raw.end), max(piece.end, piece.start), unfinished=True))
        return None
    if field is None:
        return Text(Pattern.of(piece.text, literal=piece.quoted), Pattern.found)
    try:
        return _of_field(piece, field)
    except Misread as error:
        faults.append(Fault(f"{field.name}: {error}", piece.start, piece.end, _may_go_on(piece, field)))
        return None


def _may_go_on(piece: Piece, field: Field) -> bool:
    """Whether more letters could make it right: "lifetime:>1" on the way to "lifetime:>1y"."""
    return field.span and not piece.quoted and _BEGUN.fullmatch(piece.text) is not None


_BEGUN: Final = re.compile(r"(?:>=|<=|>|<|=)?[\d.]{0,20}(?:\.\.\d{0,9}[a-z]{0,6}|(?<=\d)m)?")


def _of_field(piece: Piece, field: Field) -> Asks:
    keys = _chosen(piece.text, field)
    if keys:
        return Choice(keys)
    if field.fit is not None:
        blank = not piece.quoted and piece.text.casefold() in UNKNOWN
        return Text(Pattern.of(piece.text, literal=piece.quoted), field.fit, blank)
    if field.span:
        return bounds_of(piece.text)
    words = [field.word(key) for key in field.choices]
    close = get_close_matches(piece.text.casefold(), {name for names in field.choices.values() for name in names}, n=1)
    meant = f"did you mean {quoted(close[0])}?" if close else f"it is one of {', '.join(words)}"
    raise Misread(f'nothing is called "{piece.text[:40]}"; {meant}')


def _chosen(text: str, field: Field) -> frozenset[str]:
    """Return the choices with a name that begins so: ``opt_out``, ``Opt-out`` and ``opt out`` are one."""
    wanted = _folded(text)
    return frozenset(
        key for key, names in field.choices.items() if any(_folded(name).startswith(wanted) for name in names)
    )


def _folded(text: str) -> str:
    return text.casefold().replace("_", " ").replace("-", " ")

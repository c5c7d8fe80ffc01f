# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The long lists of an audit (cookies, findings) as lines of JSON, without an object in between.

Keys and their order are those of :mod:`inspector.reports.audit_objects`; a test holds the two together, character by
character. What rows share (a label, a sentence of the policy, an advice) is put into text once.
"""

from collections.abc import Callable, Iterable, Iterator
from json.encoder import encode_basestring_ascii as encoded
from typing import Any, Final

from inspector.core.finding import ClaimRef, CookieRef, Finding
from inspector.core.label import Label
from inspector.core.report import Correction, Declared, JudgedCookie
from inspector.reports import audit_objects as objects
from inspector.reports.json_text import as_text
from inspector.reports.record_text import RecordText, safe, text_of

_EMPTY: Final = "[]"


class _Once:
    """Texts of things that many rows share, by their identity: the report holds every one of them while we write."""

    def __init__(self, make: Callable[[Any], str]) -> None:
        self._make = make
        self._texts: dict[int, str] = {}

    def __call__(self, thing: object) -> str:
        found = self._texts.get(id(thing))
        if found is None:
            found = self._texts[id(thing)] = self._make(thing)
        return found


class AuditRows:
    """Makes the lines of one report; ``with_values`` puts values into the records."""

    def __init__(self, with_values: bool) -> None:
        self._with_values = with_values
        self._records = RecordText()
        self._label = _Once(_label)
        self._declared = _Once(lambda several: _list(map(self._one_declared, several)))
        self._codes = _Once(lambda codes: _list(map(encoded, codes)))
        self._claims: dict[ClaimRef, str] = {}
        self._plain: dict[str, str] = {}  # sentences that come again and again

    def cookies(self, rows: Iterable[JudgedCookie]) -> Iterator[str]:
        """Yield a line for each cookie, as :func:`inspector.reports.audit_objects.judged_cookie` has it."""
        for row in rows:
            cookie, ref = row.cookie, row.ref
            yield safe(
                f'{{"id": "{ref.id}", "name": {encoded(ref.name)}, "host": {encoded(ref.host)}, '
                f'"partition": {text_of(ref.partition)}, "verdict": "{row.verdict}", "why": {encoded(row.why)}, '
                f'"codes": {self._codes(row.codes) if row.codes else _EMPTY}, '
                f'"attribution": "{row.attribution}", '
                f'"declared_by": {self._declared(row.declared_by) if row.declared_by else _EMPTY}, '
                f'"label": {{{self._label(row.label)}, "sure": {"true" if row.sure else "false"}}}, '
                f'"corrections": {_corrections(row.corrections) if row.corrections else _EMPTY}, '
                f'"record": {self._records.record(cookie, ref.id, self._with_values)}}}'
            )

    def findings(self, findings: Iterable[Finding]) -> Iterator[str]:
        """Yield a line for each finding, as :func:`inspector.reports.audit_objects.finding_object` has it."""
        for held in findings:
            claims = held.claims
            yield safe(
                f'{{"code": "{held.code}", "name": "{held.name}", "level": "{held.level}", '
                f'"message": {encoded(held.message)}, "what_to_do": {self._again(held.what_to_do or None)}, '
                f'"cookie": {_cookie(held.cookie)}, "claim": {self._claim(claims[0]) if claims else "null"}, '
                f'"claims": {_list(map(self._claim, claims)) if claims else _EMPTY}, '
                f'"others": {_list(map(_cookie, held.others)) if held.others else _EMPTY}, '
                f'"evidence": {_list(map(self._again, held.evidence))}, '
                f'"cap": {text_of(held.cap)}, "cap_why": {self._again(held.cap_why or None)}, '
                f'"baseline": {text_of(held.baseline)}, "subject": {self._again(held.subject or None)}}}'
            )

    def _one_declared(self, declared: Declared) -> str:
        return f'{{"by": "{declared.by}", "how": {encoded(declared.how)}, "claim": {self._claim(declared.claim)}}}'

    def _claim(self, ref: ClaimRef) -> str:
        found = self._claims.get(ref)
        if found is None:
            found = self._claims[ref] = as_text(objects.claim_ref(ref))
        return found

    def _again(self, text: str | None) -> str:
        if text is None:
            return "null"
        found = self._plain.get(text)
        if found is None:
            found = self._plain[text] = encoded(text)
        return found


def _label(label: Label) -> str:
    """A label's object without its brackets, so that what only the audit knows of it can follow."""
    return as_text(objects.label_object(label))[1:-1]


def _corrections(corrections: Iterable[Correction]) -> str:
    return as_text(list(map(objects.correction_object, corrections)))


def _cookie(ref: CookieRef | None) -> str:
    if ref is None:
        return "null"
    return (
        f'{{"id": "{ref.id}", "name": {encoded(ref.name)}, "host": {encoded(ref.host)}, '
        f'"partition": {text_of(ref.partition)}}}'
    )


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(texts)}]"

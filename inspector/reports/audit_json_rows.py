# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The long lists of an audit (cookies, findings) as lines of JSON, without an object in between.

Keys and their order are those of :mod:`inspector.reports.audit_objects`; a test holds the two together, character by
character. What rows share (a label, a sentence of the policy, an advice) is put into text once.
"""

from collections.abc import Callable, Iterable, Iterator
from json.encoder import encode_basestring_ascii as encoded
from typing import Any, Final

from inspector.core.cookie import ID_DIGITS
from inspector.core.finding import ClaimRef, CookieRef, Finding
from inspector.core.label import Label
from inspector.core.report import Correction, Declared, JudgedClaim, JudgedCookie
from inspector.reports import audit_objects as objects
from inspector.reports.json_text import as_text
from inspector.reports.record_text import RecordText, kept, safe, text_of

_EMPTY: Final = "[]"
_ID: Final = len('{"id": "')


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
        self._claims: dict[ClaimRef, str] = {}
        self._plain: dict[str, str] = {}  # sentences that come again and again

    def cookies(self, rows: Iterable[JudgedCookie]) -> Iterator[str]:
        """Yield a line for each cookie, as :func:`inspector.reports.audit_objects.judged_cookie` has it."""
        record, with_values = self._records.record, self._with_values
        middles: dict[tuple[object, ...], str] = {}
        for row in rows:
            cookie, label, attribution, verdict, why, sure, declared, codes, corrections, named = row
            cookie_id, name, host, partition = ref = named or row.ref
            key = (
                name,
                host,
                id(declared),
                id(why),
                id(label),
                partition,
                attribution,
                verdict,
                sure,
                codes,
                corrections,
            )
            middle = middles.get(key)
            if middle is None:
                middle = kept(middles, key, safe(self._row(row, ref)))
            told = record(cookie, cookie_id[:ID_DIGITS], with_values)
            yield f'{{"id": "{cookie_id}", {middle}{safe(told)}}}'

    def _row(self, row: JudgedCookie, ref: CookieRef) -> str:
        """A row from its name to its record: what very many cookies with one name and one verdict share."""
        return (
            f'{_named(ref)}, "verdict": "{row.verdict}", "why": {encoded(row.why)}, '
            f'"codes": {_list(map(encoded, row.codes)) if row.codes else _EMPTY}, '
            f'"attribution": "{row.attribution}", '
            f'"declared_by": {self._declared(row.declared_by) if row.declared_by else _EMPTY}, '
            f'"label": {{{self._label(row.label)}, "sure": {"true" if row.sure else "false"}}}, '
            f'"corrections": {_corrections(row.corrections) if row.corrections else _EMPTY}, '
            '"record": '
        )

    def findings(self, findings: Iterable[Finding]) -> Iterator[str]:
        """Yield a line for each finding, as :func:`inspector.reports.audit_objects.finding_object` has it."""
        ends: dict[tuple[object, ...], tuple[str, str]] = {}
        for held in findings:
            code, _, level, message, to_do, ref, claims, others, evidence, cap, cap_why, baseline, subject = held
            if ref is None or others:
                yield safe("".join(self._finding(held)))
                continue
            cookie_id, name, host, site = ref
            texts = id(message), id(to_do), id(claims), id(evidence), id(cap_why)
            key = name, host, site, code, level, cap, baseline, subject, texts
            found = ends.get(key)
            if found is None:
                before, cookie, behind = self._finding(held)
                behind = cookie[len(cookie_id) + _ID :] + behind
                found = kept(ends, key, (safe(f'{before}{{"id": "'), safe(behind)))
            yield f"{found[0]}{cookie_id}{found[1]}"

    def _finding(self, held: Finding) -> tuple[str, str, str]:
        """A finding up to its cookie, the cookie, and what follows."""
        claims = held.claims
        before = (
            f'{{"code": "{held.code}", "name": "{held.name}", "level": "{held.level}", '
            f'"message": {encoded(held.message)}, "what_to_do": {self._again(held.what_to_do or None)}, "cookie": '
        )
        behind = (
            f', "claim": {self._claim(claims[0]) if claims else "null"}, '
            f'"claims": {_list(map(self._claim, claims)) if claims else _EMPTY}, '
            f'"others": {_list(map(_cookie, held.others)) if held.others else _EMPTY}, '
            f'"evidence": {_list(map(self._again, held.evidence))}, '
            f'"cap": {text_of(held.cap)}, "cap_why": {self._again(held.cap_why or None)}, '
            f'"baseline": {text_of(held.baseline)}, "subject": {self._again(held.subject or None)}}}'
        )
        return before, _cookie(held.cookie), behind

    def claims(self, claims: Iterable[JudgedClaim]) -> Iterator[str]:
        """Yield a line for each claim, as :func:`inspector.reports.audit_objects.judged_claim` has it.

        Many claims of a policy are shown by the same cookies.
        """
        shown: dict[tuple[CookieRef, ...], str] = {}
        for judged in claims:
            cookies = shown.get(judged.cookies)
            if cookies is None:
                cookies = kept(shown, judged.cookies, safe(_list(map(_cookie, judged.cookies))))
            before, behind = as_text(objects.claim_verdict(judged)), as_text(objects.claim_said(judged.claim))
            yield f'{before[:-1]}, "cookies": {cookies}, {behind[1:]}'

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
    return f'{{"id": "{ref.id}", {_named(ref)}}}'


def _named(ref: CookieRef) -> str:
    return f'"name": {encoded(ref.name)}, "host": {encoded(ref.host)}, "partition": {text_of(ref.partition)}'


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(texts)}]"

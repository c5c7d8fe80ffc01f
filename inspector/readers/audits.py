# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Read back what ``cookie-inspector audit --format json`` wrote. An entry that is damaged costs itself and is told."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from inspector.core.finding import ClaimRef, CookieRef, Finding, Level, Verdict
from inspector.core.frozen import frozen
from inspector.core.moments import from_datetime
from inspector.core.policy import Quote
from inspector.core.problem import Problem, Severity
from inspector.core.saved import SavedAudit, SavedCookie
from inspector.core.store import Family, StoreRef
from inspector.readers.files.own_scan import cookie_of

FORMAT: Final = "cookie-inspector-audit"
VERSION: Final = 1
_LEVELS: Final = {level.value: level for level in Level}
_VERDICTS: Final = {verdict.value: verdict for verdict in Verdict}


@frozen
class AuditReading:
    """The saved audit, ``None`` where the document is none that can be read, and what was lost."""

    audit: SavedAudit | None
    problems: tuple[Problem, ...] = ()


def is_audit(document: Any) -> bool:
    """Whether a JSON document is an audit of this program, of whatever version."""
    head = document.get("format") if isinstance(document, dict) else None
    return isinstance(head, dict) and head.get("name") == FORMAT


def read_audit(document: Mapping[str, Any], path: Path) -> AuditReading:
    """Return the audit that a JSON document holds."""
    site = document.get("site")
    if document["format"].get("version") != VERSION or not isinstance(site, str) or not site:
        return AuditReading(None, (_lost(path, "its version is not known here, or it names no site", Severity.FAILED),))
    store = StoreRef("unknown", "", str(path), Family.FILE, "Cookie Inspector audit")
    lost: list[str] = []
    findings = tuple(_kept(map(_finding, _entries(document, "findings")), "finding", lost))
    held = [entry.get("finding") if isinstance(entry, dict) else None for entry in _entries(document, "ignored")]
    ignored = tuple(_kept(map(_finding, held), "ignored finding", lost))
    cookies = tuple(_kept((_cookie(entry, store) for entry in _entries(document, "cookies")), "cookie", lost))
    measured = document.get("measured")
    options = measured.get("options") if isinstance(measured, dict) else None
    off = {str(key).removeprefix("level.") for key, value in _items(options) if value == "off"}
    moment = _moment(measured.get("now")) if isinstance(measured, dict) else None
    audit = SavedAudit(
        str(path), site, _text(document.get("headline")), findings, ignored, cookies, _unmeasured(document, lost),
        frozenset(off), moment, _policy(document),
    )  # fmt: skip
    return AuditReading(audit, tuple(_lost(path, text) for text in lost))


def _policy(document: Mapping[str, Any]) -> str:
    """Where the policy was, if it was one file: of several it is not recorded which one a line is of."""
    measured, policy = document.get("measured"), document.get("policy")
    given = measured.get("inputs") if isinstance(measured, dict) else None
    entries = given if isinstance(given, list) else []
    places = [entry.get("location") for entry in entries if isinstance(entry, dict) and entry.get("kind") == "policy"]
    return _text(policy.get("location")) if len(places) == 1 and isinstance(policy, dict) else ""


def _entries(document: Mapping[str, Any], key: str) -> list[Any]:
    entries = document.get(key)
    return entries if isinstance(entries, list) else []


def _items(options: Any) -> Iterable[tuple[Any, Any]]:
    return options.items() if isinstance(options, dict) else ()


def _kept(made: Iterable[Any], what: str, lost: list[str]) -> Iterator[Any]:
    missing = 0
    for item in made:
        if item is None:
            missing += 1
        else:
            yield item
    if missing:
        lost.append(f"{missing} {what}{'' if missing == 1 else 's'} could not be read")


def _finding(entry: Any) -> Finding | None:
    if not isinstance(entry, dict):
        return None
    level = _LEVELS.get(_text(entry.get("level")))
    code, name = _text(entry.get("code")), _text(entry.get("name"))
    if level is None or not code:
        return None
    claim = _claim(entry.get("claim"))
    claims = () if claim is None else (claim,)
    others = tuple(ref for held in _entries(entry, "others") if (ref := _ref(held)) is not None)
    message, cookie = _text(entry.get("message")), _ref(entry.get("cookie"))
    return Finding(
        code, name, level, message, cookie=cookie, claims=claims, others=others, subject=_text(entry.get("subject"))
    )


def _ref(entry: Any) -> CookieRef | None:
    if not isinstance(entry, dict):
        return None
    partition = entry.get("partition")
    id_, name, host = (_text(entry.get(key)) for key in ("id", "name", "host"))
    return CookieRef(id_, name, host, partition if isinstance(partition, str) else None)


def _claim(entry: Any) -> ClaimRef | None:
    if not isinstance(entry, dict):
        return None
    start, end, line = (_number(entry.get(key)) for key in ("start", "end", "line"))
    quote = Quote(_text(entry.get("quote")), start, end, line)
    return ClaimRef(_text(entry.get("id")), _text(entry.get("field")), quote)


def _cookie(entry: Any, store: StoreRef) -> SavedCookie | None:
    if not isinstance(entry, dict):
        return None
    cookie = cookie_of(entry.get("record"), store)
    return None if cookie is None else SavedCookie(cookie, _VERDICTS.get(_text(entry.get("verdict"))))


def _unmeasured(document: Mapping[str, Any], lost: list[str]) -> str:
    if document.get("verified") is not True:
        return _text(document.get("unverified_why")) or "nothing could be verified"
    if document.get("complete") is not True or lost:
        return "something could not be read"
    return ""


def _moment(value: Any) -> int | None:
    try:
        moment = datetime.fromisoformat(_text(value))
    except ValueError:
        return None
    return from_datetime(moment) if moment.tzinfo else None


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _number(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _lost(path: Path, why: str, severity: Severity = Severity.PARTIAL) -> Problem:
    return Problem("audit-damaged", "a saved audit could not be read whole", str(path), why, "Make it again", severity)

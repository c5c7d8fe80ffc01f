# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Compare two places by what they hold: two saved audits, two sets of cookies or two policies."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from inspector.core.comparison import Comparison, Difference, Kind, Side, Subject, Turn
from inspector.core.cookie import Cookie
from inspector.core.finding import Level
from inspector.core.frozen import frozen
from inspector.core.moments import from_datetime
from inspector.core.policy import Policy
from inspector.core.problem import InspectorError, Problem, Severity
from inspector.core.saved import SavedAudit
from inspector.engine.compare_aside import set_differences_aside
from inspector.engine.compare_audits import compare_audits, rules_that_differ
from inspector.engine.compare_cookies import Levels, compare_cookies, not_compared
from inspector.engine.compare_policies import compare_policies
from inspector.engine.cookie_files import read_cookies
from inspector.engine.lexicon import open_lexicon
from inspector.engine.policy import Access, PolicyOptions, SourceState, read_policies
from inspector.engine.project import for_site
from inspector.engine.settings import NO_SETTINGS, Settings
from inspector.policies.fetch import is_address
from inspector.readers.audits import is_audit, read_audit
from inspector.readers.files.api import decoded
from inspector.readers.files.json_text import JsonText, read_json
from inspector.readers.stable import Unreadable, read_bytes

_LIMIT: Final = 256 * 1024 * 1024  # bytes of a saved audit
_WARNINGS: Final = Levels(Level.WARNING, Level.WARNING)
_NAMES: Final = {Kind.AUDITS: "a saved audit", Kind.COOKIES: "cookies", Kind.POLICIES: "a policy"}
Content = SavedAudit | tuple[Cookie, ...] | Policy


@frozen
class Opened:
    """One place that was read: as what, what it held (``None``: nothing that could be read), and what was lost."""

    kind: Kind
    content: Content | None
    side: Side
    problems: tuple[Problem, ...] = ()
    recognised: str = ""

    @property
    def whole(self) -> bool:
        """Whether nothing of it was lost."""
        return all(problem.severity is Severity.NOTE for problem in self.problems)


@frozen
class CompareOptions:
    """How to read the two: the moment, as what (``None``: told by the content), and whether local addresses may be.

    ``settings`` are the project's: what they ignore is set aside.
    """

    now: datetime
    kind: Kind | None = None
    allow_private: bool = False
    settings: Settings = NO_SETTINGS


@frozen
class Compared:
    """What differs, ``None`` where one side could not be read; ``problems`` are of reading and of the settings."""

    comparison: Comparison | None
    problems: tuple[Problem, ...] = ()
    recognised: tuple[str, ...] = ()


def compare_places(before: str, after: str, options: CompareOptions) -> Compared:
    """Read two places and compare them; raise where they are not of one kind."""
    old, new = (open_place(place, options) for place in (before, after))
    problems = (*old.problems, *new.problems)
    recognised = tuple(held.recognised for held in (old, new) if held.recognised)
    if old.content is None or new.content is None:
        return Compared(None, problems, recognised)
    if old.kind is not new.kind:
        kinds = f"{before} is {_NAMES[old.kind]}, {after} is {_NAMES[new.kind]}"
        raise InspectorError(f"These cannot be compared: {kinds}", "Give two of one kind, or say which with --as")
    differences, notes = _compared(old.content, new.content, from_datetime(options.now))
    ordered = sorted((_placed(held, old, new) for held in differences), key=lambda difference: difference.order)
    why = " ".join(filter(None, (_why(held) for held in (old, new))))
    comparison = Comparison(old.kind, old.side, new.side, tuple(ordered), notes, problems, why)
    site = new.content.site if isinstance(new.content, SavedAudit) else None
    ignores = for_site(options.settings, site).ignore
    told = set_differences_aside(comparison, ignores, options.now.date()) if ignores else comparison
    return Compared(told, told.problems, recognised)


def _placed(difference: Difference, old: Opened, new: Opened) -> Difference:
    """Return a difference with the file that shows it: the older side's for what is gone."""
    held = old if difference.turn is Turn.GONE else new
    if isinstance(held.content, SavedAudit) and difference.subject is Subject.FINDING:
        return replace(difference, file=held.content.policy)
    return replace(difference, file=held.side.location)


def open_place(place: str, options: CompareOptions) -> Opened:
    """Read one place as what it is asked to be, else as what its content is."""
    kind = options.kind
    if is_address(place) and kind in (None, Kind.POLICIES):
        return _policy(place, options)
    path = Path(place)
    document = _document(path) if kind in (None, Kind.AUDITS) else None
    if document is not None and is_audit(document.data):
        return _audit(path, document)
    if kind is Kind.AUDITS:
        return Opened(kind, None, Side(place, 0), (_unread(place, "it is no saved audit of this program"),))
    if kind is not Kind.POLICIES:
        found = read_cookies(path)
        if found.kind or kind is Kind.COOKIES:
            cookies = found.reading.cookies
            content = cookies if found.kind else None
            side = Side(place, len(cookies), found.sha256)
            return Opened(Kind.COOKIES, content, side, found.reading.problems, found.recognised)
    return _policy(place, options)


def _document(path: Path) -> JsonText | None:
    """A file as JSON where it may be an audit; what cannot be opened is told by who reads it as something else."""
    try:
        data = read_bytes(path, _LIMIT)
    except Unreadable:
        return None
    small = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    return read_json(decoded(data)) if small else None


def _audit(path: Path, document: JsonText) -> Opened:
    reading = read_audit(document.data, path)
    size = len(reading.audit.findings) if reading.audit is not None else 0
    damage = Problem("json-damaged", document.fault, str(path), document.why, document.what_to_do)
    problems = reading.problems if document.whole else (damage, *reading.problems)
    return Opened(Kind.AUDITS, reading.audit, Side(str(path), size), problems)


def _policy(place: str, options: CompareOptions) -> Opened:
    asked = PolicyOptions(options.now, Access(allow_private=options.allow_private), lexicon=open_lexicon())
    (reading,) = read_policies((place,), asked)
    policy = reading.policy
    side = Side(place, len(policy.claims) if policy else 0, policy.document.source.sha256 if policy else None)
    whole = reading.state in (SourceState.READ, SourceState.PARTLY)
    return Opened(Kind.POLICIES, policy if whole else None, side, reading.problems)


def _compared(old: Content, new: Content, now_us: int) -> tuple[Sequence[Difference], tuple[str, ...]]:
    if isinstance(old, SavedAudit) and isinstance(new, SavedAudit):
        audits = compare_audits(old, new)
        return audits.differences, (*rules_that_differ(old, new), *not_compared(audits.unknown_lives))
    if isinstance(old, Policy) and isinstance(new, Policy):
        return compare_policies(old, new), ()
    if isinstance(old, tuple) and isinstance(new, tuple):
        cookies = compare_cookies(old, new, _WARNINGS, now_us, now_us)
        return cookies.differences, not_compared(cookies.unknown_lives)
    raise TypeError("two of one kind are compared")


def _why(held: Opened) -> str:
    """Why a side does not show all: it was not measured whole, it is empty, or a part was lost."""
    content, place = held.content, held.side.location
    if isinstance(content, SavedAudit) and content.unmeasured:
        return f"{place}: {content.unmeasured}."
    if held.kind is Kind.COOKIES and not held.side.size:
        return f"{place}: no cookie is in it, and nothing says that a site was visited."
    if held.kind is Kind.POLICIES and not held.side.size:
        return f"{place}: it says nothing that was understood."
    return "" if held.whole else f"{place}: something could not be read."


def _unread(place: str, why: str) -> Problem:
    return Problem("audit-unknown", "it could not be read", place, why, "Name a report made with --format json",
                   Severity.FAILED)  # fmt: skip

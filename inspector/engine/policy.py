# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Read policies: from a path, an address or standard input to claims, each source by itself, none stopping the rest."""

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.core.collector import paused_collector
from inspector.core.frozen import frozen
from inspector.core.policy import Document, Policy
from inspector.core.problem import Problem, Severity
from inspector.policies.claims import read_claims
from inspector.policies.documents.api import DEFAULT_LIMITS, Limits, RawDocument
from inspector.policies.documents.registry import read_document
from inspector.policies.drafts import draft_declaration
from inspector.policies.fetch import Access, fetch_document, is_address
from inspector.policies.kept import keep_source, kept_source
from inspector.policies.lexicon import VendorLexicon
from inspector.policies.purposes import purpose_of
from inspector.policies.record import derive_record
from inspector.policies.stated import read_stated

if TYPE_CHECKING:
    from inspector.core.policy_change import PolicyDiff

__all__ = [
    "Access",
    "PolicyOptions",
    "PolicyReading",
    "SourceState",
    "draft_declaration",
    "read_policies",
]

STDIN = "-"


class SourceState(StrEnum):
    """How far a source was read."""

    READ = "read"
    PARTLY = "partly"  # read, but something is missing
    REFUSED = "refused"  # it was opened, and holds nothing that can be read as a policy
    NOT_OPENED = "not_opened"  # there was nothing to open


@frozen
class PolicyOptions:
    """How to read. ``now`` stamps what is read; ``keep`` is the folder that fetched documents are kept in.

    ``find`` looks for policy links on the page of an address and reads what they lead to. ``asked`` is told the
    addresses that each fetch asked, whatever came of it.
    """

    now: datetime
    access: Access = Access()
    find: bool = False
    keep: Path | None = None
    lexicon: VendorLexicon | None = None
    limits: Limits = DEFAULT_LIMITS
    asked: Callable[[tuple[str, ...]], None] | None = None


@frozen
class PolicyReading:
    """What one source gave: its policy, or ``None``, and what went wrong. ``via`` says how the source was come by."""

    source: str
    policy: Policy | None
    state: SourceState
    problems: tuple[Problem, ...] = ()
    via: str = ""


def read_policies(sources: Sequence[str], options: PolicyOptions, stdin: bytes = b"") -> tuple[PolicyReading, ...]:
    """Read sources in their order; ``-`` is ``stdin``. A page searched for policies gives one reading for each."""
    readings: list[PolicyReading] = []
    for source in sources:
        raw, problems = _opened(source, options, stdin)
        if raw is None:
            readings.append(PolicyReading(source, None, SourceState.NOT_OPENED, problems))
        elif options.find and is_address(source):
            readings.extend(_found(source, raw, options))
        else:
            readings.append(_read(source, raw, options, problems))
    return tuple(readings)


def _read(
    source: str, raw: RawDocument, options: PolicyOptions, problems: tuple[Problem, ...], via: str = ""
) -> PolicyReading:
    reading = read_document(raw, options.limits)
    problems = (*problems, *reading.problems)
    if reading.document is None:
        return PolicyReading(source, None, SourceState.REFUSED, problems, via)
    policy, more = understand(reading.document, options.lexicon)
    problems = (*problems, *more)
    whole = all(problem.severity is Severity.NOTE for problem in problems)
    return PolicyReading(source, policy, SourceState.READ if whole else SourceState.PARTLY, problems, via)


@paused_collector()
def understand(document: Document, lexicon: VendorLexicon | None = None) -> tuple[Policy, tuple[Problem, ...]]:
    """Return the claims and the record of a document that was read."""
    stated = read_stated(document, purpose_of)
    reading = read_claims(document, lexicon, stated)
    return Policy(document, reading.claims, derive_record(document, reading, lexicon)), reading.problems


def compare(before: Policy, after: Policy) -> "PolicyDiff":
    """Return what changed between two versions."""
    from inspector.policies.diff import diff_policies  # here because few runs compare two

    return diff_policies(before, after)


def _opened(source: str, options: PolicyOptions, stdin: bytes) -> tuple[RawDocument | None, tuple[Problem, ...]]:
    if source == STDIN:
        return RawDocument(stdin, STDIN, options.now), ()
    if is_address(source):
        fetched = fetch_document(source, options.now, options.access)
        if options.asked is not None:
            options.asked(fetched.trail)
        kept = keep_source(fetched.raw, options.keep) if fetched.raw and options.keep else ()
        return fetched.raw, (*fetched.problems, *kept)
    path = Path(source)
    try:
        with path.open("rb") as file:
            data = file.read(options.limits.max_bytes + 1)
    except (OSError, ValueError) as error:
        why = (getattr(error, "strerror", None) or str(error)).lower()
        problem = Problem("policy-not-opened", "it could not be opened", source, why, "Check the name", Severity.FAILED)
        return None, (problem,)
    return kept_source(path, data) or RawDocument(data, source, options.now), ()


def _found(source: str, raw: RawDocument, options: PolicyOptions) -> tuple[PolicyReading, ...]:
    """Read the policies that a page links to: the likeliest cookie policy and the likeliest privacy policy."""
    from inspector.policies.documents.encodings import decode
    from inspector.policies.links import find_policy_links

    links = find_policy_links(decode(raw.data, raw.charset).text, raw.location, options.limits)
    taken = {link.kind: link for link in reversed(links)}
    if not taken:
        problem = Problem(
            "policy-no-link",
            "no link to a privacy or cookie policy was found on this page",
            raw.location,
            "" if links else "pages that build their links by script show none",
            "Give the policy's own address",
            Severity.FAILED,
        )
        return (PolicyReading(source, None, SourceState.REFUSED, (problem,)),)
    readings: list[PolicyReading] = []
    for link in sorted(taken.values(), key=lambda held: -held.score):
        via = f"found on {raw.location}: {link.why}"
        opened, problems = _opened(link.url, options, b"")
        if opened is None:
            readings.append(PolicyReading(link.url, None, SourceState.NOT_OPENED, problems, via))
        else:
            readings.append(_read(link.url, opened, options, problems, via))
    return tuple(readings)

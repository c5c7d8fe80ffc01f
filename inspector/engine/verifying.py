# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Checks a dataset: its hashes, its rows, its keys, and whether its facts still give the answers that it states.

Answers may differ without any fault: knowledge grows, rules are mended. So every difference is told with the versions
that then and now rest on.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from inspector.core.frozen import frozen
from inspector.core.policy import Policy
from inspector.core.problem import InspectorError
from inspector.datasets.answers import Answers
from inspector.datasets.cells import CellError
from inspector.datasets.checking import broken_cells, broken_keys, broken_sums
from inspector.datasets.dataset import Rows, records
from inspector.datasets.folder import PROVENANCE, read_tables
from inspector.datasets.policy_document import policy_path, read_policy
from inspector.datasets.records import record_of
from inspector.datasets.telling import clean
from inspector.engine.dataset_facts import rules_version
from inspector.engine.dataset_repeat import HowJudged, Judge, ask_again, open_judge
from inspector.engine.knowledge import open_knowledge, user_places
from inspector.engine.repeat_account import Account, accounts
from inspector.knowledge.book import Knowledge

_MOST: Final = 20  # differences of one kind that are told one by one
_NOT_ASKED: Final = f"{PROVENANCE} says that a study made it: answers were not asked again"
_SUMS_HOLD: Final = "its hashes, keys and words hold"
_TABLE_OF: Final = {"label": "labels", "verdict": "verdicts", "claim": "claims", "finding": "findings"}
_SPOILT: Final = "answers were not asked again: no record can be made of such cells"
_LABEL: Final = ("purpose", "subtype", "vendor", "party", "tracks", "confidence")


@frozen
class Verified:
    """What came of it: whether everything holds, and what is said, line by line."""

    holds: bool
    lines: tuple[str, ...]


def verify(place: Path, knowledge: Knowledge | None = None) -> Verified:
    """Check a dataset. Raises where there is none at all; what is wrong with one is told."""
    if not place.exists():
        raise InspectorError(f"{place} is not there", "Name the folder or file that export wrote")
    faults = [f"hash: {fault}" for fault in broken_sums(place)]
    left: list[Account] = []
    try:
        tables, documents = read_tables(place)
        faults += [f"keys: {fault}" for fault in broken_keys(tables)]
        spoilt = [f"keys: {fault}" for fault in broken_cells(tables)]
        if spoilt:
            return Verified(False, _listed(place, [*faults, *spoilt], [_SPOILT]))
        judge = open_judge(knowledge if knowledge is not None else open_knowledge(user_places()))
        told = _asked_again(tables, documents, judge, left)
    except CellError as error:
        return Verified(False, _listed(place, [*faults, f"content: {error}"], ()))
    differences = [line for line, differs in told if differs]
    notes = [line for line, differs in told if not differs]
    head = _SUMS_HOLD if _NOT_ASKED in notes else _head(left)
    return Verified(not faults and not differences, _listed(place, [*faults, *differences], notes, head))


def _head(told: Sequence[Account]) -> str:
    """What is said first where nothing differs: that it holds only where every answer was asked again."""
    left = sum(one.left_out for one in told)
    if not left:
        return "it holds"
    of = left + sum(one.asked for one in told)
    return f"nothing differs, but {left:,} of {of:,} answers could not be asked again"


def _listed(
    place: Path, faults: list[str], notes: list[str] | tuple[str, ...], head: str = _SUMS_HOLD
) -> tuple[str, ...]:
    count = len(faults)
    head = head if not faults else f"{count} {'thing differs' if count == 1 else 'things differ'}"
    return (f"{place}: {head}", *(f"  {fault}" for fault in faults), *(f"  {note}" for note in notes))


def _asked_again(
    tables: Rows, documents: Mapping[str, bytes], judge: Judge, accounted: list[Account]
) -> list[tuple[str, bool]]:
    """Return the lines on every run, each with whether it is a difference; ``accounted`` gets the counts."""
    said = _provenance(documents)
    if said is None:
        return [(_NOT_ASKED, False)]
    lines: list[tuple[str, bool]] = []
    for run in records(tables, "runs"):
        held = said.get(run["run_id"])
        if not isinstance(held, dict):
            raise CellError(f"{PROVENANCE} does not speak of run {run['run_id']}")
        lines += _run(tables, run, held, documents, judge, accounted)
    return lines


def _provenance(documents: Mapping[str, bytes]) -> Mapping[str, Any] | None:
    """What is said of each run; ``None`` where a study made the dataset, which says nothing of single runs.

    Raises where nothing is said at all: whoever took that away would be rid of the question.
    """
    try:
        found = json.loads(documents[PROVENANCE])
    except (KeyError, ValueError, RecursionError) as error:
        raise CellError(f"{PROVENANCE} is not there, or is no JSON") from error
    found = found if isinstance(found, dict) else {}
    runs = found.get("runs")
    if isinstance(runs, dict):
        return runs
    if isinstance(found.get("study"), dict):
        return None
    raise CellError(f"{PROVENANCE} does not say how was judged: the answers cannot be asked again")


def _run(
    tables: Rows,
    run: Mapping[str, Any],
    held: Mapping[str, Any],
    documents: Mapping[str, bytes],
    judge: Judge,
    accounted: list[Account],
) -> Iterator[tuple[str, bool]]:
    run_id = run["run_id"]
    policy = None
    if run["audited"]:
        data = documents.get(policy_path(run_id))
        if data is None:
            raise CellError(f"there is no policy of run {run_id}")
        policy = read_policy(data, [row for row in records(tables, "claims") if row["run_id"] == run_id])
        yield from ((f"quote: {line}", True) for line in _strange_quotes(policy))
    answers = ask_again(tables, run, policy, record_of(HowJudged, held.get("how")), judge)
    differences = [*_labels(tables, run_id, answers), *_others(tables, run_id, answers, held)]
    why = _why(run, judge.knowledge)
    for kind, found in differences:
        for line in found[:_MOST]:
            yield f"{kind}: {line} ({why})", True
        if len(found) > _MOST:
            yield f"{kind}: {len(found) - _MOST:,} more ({why})", True
    counted = list(accounts(tables, run_id, {_TABLE_OF[kind]: len(found) for kind, found in differences}))
    accounted += counted
    yield from ((one.line, False) for one in counted)
    if not any(found for _, found in differences) and not why.startswith("same"):
        yield f"nothing differs for it: {why}", False


def _strange_quotes(policy: Policy) -> Iterator[str]:
    """Yield the claims whose quote does not stand in the policy where they say: what they rest on was changed."""
    text = policy.document.text
    lost = [
        claim.id
        for claim in policy.claims
        if _shown(text[claim.quote.start : claim.quote.end]) != _shown(claim.quote.text)
    ]
    yield from (f"{name}: the policy does not say this at that place" for name in lost[:_MOST])
    if len(lost) > _MOST:
        yield f"{len(lost) - _MOST:,} more claims"


def _shown(text: str) -> str:
    """A text as documents and tables hold it: they write what is no character in two ways."""
    return (clean(text) or "").replace("\ufffd", "?")


def _why(run: Mapping[str, Any], knowledge: Knowledge) -> str:
    """What differs between then and now in what answers rest on."""
    rules = rules_version()
    parts = []
    if run["knowledge"] != knowledge.version:
        parts.append(f"knowledge {run['knowledge']} then, {knowledge.version} now")
    if run["rules"] != rules:
        parts.append(f"rules {run['rules']} then, {rules} now")
    return "; ".join(parts) or "same knowledge and rules: the dataset was changed, or your own corrections differ"


def _labels(tables: Rows, run_id: str, answers: Answers) -> Iterator[tuple[str, list[str]]]:
    found = []
    for row in records(tables, "labels"):
        if row["run_id"] != run_id or not row["repeatable"]:
            continue
        again = answers.labels.get(row["cookie_id"])
        label = None if again is None else again.label
        now = None if label is None else (
            label.purpose.value, label.subtype.value or None, label.vendor, label.party.value, label.tracks.value,
            label.confidence,
        )  # fmt: skip
        then = tuple(row[name] for name in _LABEL)
        if now != then:
            found.append(f"{row['cookie_id']}: {_changes(_LABEL, then, now)}")
    stated = {row["cookie_id"] for row in records(tables, "labels") if row["run_id"] == run_id}
    found += [f"{name}: the dataset states none" for name in sorted(answers.labels.keys() - stated)]
    yield "label", found


def _changes(names: tuple[str, ...], then: tuple[Any, ...], now: tuple[Any, ...] | None) -> str:
    if now is None:
        return "no answer now"
    pairs = zip(names, then, now, strict=True)
    return ", ".join(f"{name} {before} then, {after} now" for name, before, after in pairs if before != after)


def _others(tables: Rows, run_id: str, answers: Answers, held: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Verdicts on cookies and claims, and findings."""
    for table, key, given in (("verdicts", "cookie_id", answers.verdicts), ("claims", "claim_id", answers.claims)):
        found = []
        for row in records(tables, table):
            if row["run_id"] == run_id and row["repeatable"]:
                again: Any = given.get(row[key])
                now = None if again is None else (again.verdict.value, again.codes)
                if now != (row["verdict"], row["codes"]):
                    found.append(f"{row[key]}: {_changes(('verdict', 'codes'), (row['verdict'], row['codes']), now)}")
        there = {row[key] for row in records(tables, table) if row["run_id"] == run_id}
        found += [f"{name}: the dataset states none" for name in sorted(given.keys() - there)]
        yield "verdict" if table == "verdicts" else "claim", found
    yield "finding", list(_findings(tables, run_id, answers, held))


def _findings(tables: Rows, run_id: str, answers: Answers, held: Mapping[str, Any]) -> Iterator[str]:
    stated = {row["finding_id"]: row for row in records(tables, "findings") if row["run_id"] == run_id}
    for mark, row in stated.items():
        again = answers.findings.get(mark)
        if row["repeatable"] and again is None:
            yield f"{row['code']} {mark}: not found now"
        elif row["repeatable"] and again is not None and again.level.value != row["level"]:
            yield f"{row['code']} {mark}: level {row['level']} then, {again.level.value} now"
    repeats = held.get("repeats")
    known = repeats.get("findings_only_repeated", []) if isinstance(repeats, dict) else []
    for mark in sorted(answers.findings.keys() - stated.keys() - set(map(str, known))):
        yield f"{answers.findings[mark].code} {mark}: found now, not then"

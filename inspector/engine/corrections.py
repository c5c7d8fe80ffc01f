# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The file of a person's corrections, in TOML: what a cookie is for, what declares it, each with a reason.

[[label]]
name = "_shop_*"
host = "shop.example"
purpose = "analytics"
reason = "our developers say so"
author = "J. Doe"

[[match]]
name = "sid"
declared = true
quote = "We use a cookie to keep you logged in"
reason = "this is the log-in cookie that is meant"
"""

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple

from inspector.core.label import Purpose, Tracks
from inspector.core.problem import Problem, Severity
from inspector.engine.toml_file import parse_toml, read_toml_bytes
from inspector.rules.corrections import Corrections, LabelCorrection, MatchCorrection
from inspector.rules.names import parse_name

_LIMIT: Final = 4_000_000  # bytes
_LONGEST: Final = 2000  # characters of one text
_LABEL_KEYS: Final = frozenset({"name", "host", "purpose", "vendor", "tracks", "reason", "author"})
_MATCH_KEYS: Final = frozenset({"name", "host", "declared", "quote", "reason", "author"})


class CorrectionReading(NamedTuple):
    """The corrections that could be read, what was wrong with the others, and the file's hash."""

    corrections: Corrections
    problems: tuple[Problem, ...]
    sha256: str | None = None


def read_corrections(path: Path) -> CorrectionReading:
    """Read a file of corrections. An entry without a reason is refused: a correction nobody can follow is none."""
    try:
        data = read_toml_bytes(path, _LIMIT)
        table = parse_toml(data)
    except ValueError as error:
        why = str(error)
        return CorrectionReading(Corrections(), (_problem(path, "the corrections cannot be read", why, failed=True),))
    problems = [_problem(path, f'"{key}" is not known here') for key in table if key not in ("label", "match")]
    labels = tuple(_entries(table.get("label", ()), "label", _LABEL_KEYS, _label, path, problems))
    matches = tuple(_entries(table.get("match", ()), "match", _MATCH_KEYS, _match, path, problems))
    return CorrectionReading(Corrections(labels, matches), tuple(problems), sha256(data).hexdigest())


def _entries(
    entries: Any,
    kind: str,
    keys: frozenset[str],
    make: Callable[[Mapping[str, Any]], Any],
    path: Path,
    problems: list[Problem],
) -> Iterator[Any]:
    if not isinstance(entries, list | tuple):
        problems.append(_problem(path, f"{kind} is not a list of tables"))
        return
    for number, entry in enumerate(entries, 1):
        fault = _fault(entry, keys)
        try:
            if not fault:
                yield make(entry)
        except ValueError as error:
            fault = str(error)
        if fault:
            problems.append(_problem(path, f"{kind} {number} was not applied", fault))


def _fault(entry: Any, keys: frozenset[str]) -> str:
    if not isinstance(entry, dict):
        return "it is not a table"
    unknown = sorted(set(entry) - keys)
    if unknown:
        return f'"{unknown[0]}" is not known here'
    for key in ("name", "reason"):
        if not str(entry.get(key, "")).strip():
            return f"it has no {key}"
    if not all(
        isinstance(value, bool) or (isinstance(value, str) and len(value) <= _LONGEST) for value in entry.values()
    ):
        return "a value is not a text"
    return "" if parse_name(str(entry["name"])) is not None else "its name could be any cookie's"


def _label(entry: Mapping[str, Any]) -> LabelCorrection:
    purpose = entry.get("purpose")
    if purpose not in [known.value for known in Purpose]:
        raise ValueError(f"its purpose is none of: {', '.join(known.value for known in Purpose)}")
    tracks = entry.get("tracks")
    if tracks is not None and tracks not in [known.value for known in Tracks]:
        raise ValueError(f"tracks is none of: {', '.join(known.value for known in Tracks)}")
    return LabelCorrection(
        entry["name"],
        entry.get("host"),
        Purpose(purpose),
        entry["reason"],
        entry.get("author", ""),
        entry.get("vendor"),
        None if tracks is None else Tracks(tracks),
    )


def _match(entry: Mapping[str, Any]) -> MatchCorrection:
    declared, quote = entry.get("declared"), entry.get("quote", "")
    if not isinstance(declared, bool):
        raise ValueError("declared is neither true nor false")
    if declared and not quote:
        raise ValueError("it does not quote the sentence that declares the cookie")
    return MatchCorrection(entry["name"], entry.get("host"), declared, entry["reason"], entry.get("author", ""), quote)


def _problem(path: Path, what: str, why: str = "", *, failed: bool = False) -> Problem:
    severity = Severity.FAILED if failed else Severity.PARTIAL
    return Problem("correction-invalid", what, str(path), why, "See the manual on corrections", severity)

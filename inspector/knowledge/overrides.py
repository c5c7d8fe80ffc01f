# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The user's own facts: a TOML file in the configuration folder whose entries win over the program's tables.

    [[cookie]]
    name = "shopkeeper"         # or prefix = "...", or pattern = "..."
    domain = "shop.example"     # leave it out for any
    purpose = "cart"

    [[vendor]]
    id = "my-agency"
    name = "My Agency"
    domains = ["stats.agency.example"]
    kinds = ["analytics"]

An entry with a fault is left out and becomes a problem; the others count.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from inspector.core.frozen import frozen
from inspector.core.problem import Problem, Severity
from inspector.knowledge.cookies import check_cookie, make_rows, shown_name
from inspector.knowledge.records import Sure, Vendor
from inspector.knowledge.rows import Row, Segment, rank
from inspector.knowledge.schema import VENDOR, check_entry
from inspector.knowledge.vendors import make_vendor

ORIGIN: Final = "override"
_LARGEST: Final = 4_000_000
_SOURCE: Final = "your own file of overrides"
_WHAT_TO_DO: Final = "Correct the file; the program's own tables apply until then"
_NOTHING: Final = Segment(ORIGIN, (_SOURCE,), ())


@frozen
class Overrides:
    """What the file says, and what could not be used of it."""

    segment: Segment = _NOTHING
    vendors: tuple[Vendor, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_overrides(path: Path) -> Overrides:
    """Return the overrides of a file; never raises for what the file holds."""
    try:
        data = _parse(path)
    except (OSError, ValueError, RecursionError) as error:  # TOMLDecodeError and UnicodeDecodeError are ValueErrors
        return Overrides(problems=(_problem(path, "The overrides cannot be read", str(error), Severity.FAILED),))
    problems = [_problem(path, "An unknown part of the overrides", repr(key)) for key in data if key not in _PARTS]
    rows: list[Row] = []
    for number, entry in enumerate(_entries(data, "cookie", path, problems), 1):
        faults = check_cookie({**entry, "source": _SOURCE})
        problems += [_entry_problem(path, f"cookie {number} ({shown_name(entry)})", fault) for fault in faults]
        if not faults:
            rows += make_rows(entry, 0, Sure.USER)
    vendors: list[Vendor] = []
    for number, entry in enumerate(_entries(data, "vendor", path, problems), 1):
        faults = check_entry({"source": _SOURCE, **entry}, VENDOR)
        faults += ["opt-outs are not taken from overrides"] if "opt_out" in entry else []
        problems += [_entry_problem(path, f"vendor {number} ({entry.get('id', 'no id')})", fault) for fault in faults]
        if not faults:
            vendors.append(make_vendor({"source": _SOURCE, **entry}))
    return Overrides(Segment(ORIGIN, (_SOURCE,), sorted(rows, key=rank)), tuple(vendors), tuple(problems))


_PARTS: Final = ("cookie", "vendor")


def _parse(path: Path) -> Mapping[str, Any]:
    with path.open("rb") as file:
        text = file.read(_LARGEST + 1)
    if len(text) > _LARGEST:
        raise ValueError(f"it is larger than {_LARGEST:,} bytes")
    return tomllib.loads(text.decode("utf-8-sig"))


def _entries(data: Mapping[str, Any], key: str, path: Path, problems: list[Problem]) -> list[Mapping[str, Any]]:
    entries = data.get(key, [])
    if isinstance(entries, list) and all(isinstance(entry, dict) for entry in entries):
        return entries
    problems.append(_problem(path, f"The part {key!r} is not a list of tables", f"write [[{key}]] above each entry"))
    return []


def _entry_problem(path: Path, which: str, fault: str) -> Problem:
    return _problem(path, f"An override is not used: {which}", fault)


def _problem(path: Path, what: str, why: str, severity: Severity = Severity.PARTIAL) -> Problem:
    return Problem("override-unusable", what, str(path), why, _WHAT_TO_DO, severity)

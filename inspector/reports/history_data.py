# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The history for programs: JSON, JSON Lines and CSV. The same history gives the same bytes."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, TextIO

from inspector.core.difference import Comparison
from inspector.core.disclosure import Disclosure
from inspector.core.snapshot import Snapshot, SnapshotList
from inspector.reports.api import Look
from inspector.reports.as_csv import END, cell
from inspector.reports.as_json import write_list
from inspector.reports.history_objects import (
    comparison_head,
    difference_object,
    exported,
    exported_head,
    seen_object,
    snapshot_object,
)
from inspector.reports.json_text import as_text
from inspector.reports.objects import PROGRAM, problem_object

_LISTED: Final = ("id", "taken", "cookies", "complete", "site", "values", "browsers", "profiles", "stores", "program")
_COOKIE: Final = (
    *("browser", "profile", "container", "first_party_domain", "store", "host", "host_only", "name", "path"),
    *("partition_site", "partition_has_cross_site_ancestor", "partitioned_attribute", "same_site", "secure"),
    *("http_only", "session", "created", "updated", "expires", "lifetime_days", "lifetime_basis", "priority"),
    *("source_scheme", "source_port", "source_type", "value_state", "value_length", "value_marked"),
    *("purpose", "subtype", "vendor_id", "tracks", "certainty", "problems"),
)
_TRACES: Final = ("profile", "container", "store")
_DIFFERENCE: Final = (
    *("kind", "aspects", "browser", "profile", "store", "host", "name", "path", "partition_site"),
    *("changes", "ended", "lifetime_days_before", "lifetime_days_after", "sure", "why"),
)


def list_json(found: SnapshotList, look: Look, out: TextIO) -> None:
    """Write the list of snapshots as one document."""
    out.write(f'{{"program": {as_text(PROGRAM)},\n"snapshots": ')
    write_list(map(snapshot_object, found.snapshots), out)
    out.write(',\n"problems": ')
    write_list(map(problem_object, found.problems), out)
    out.write("}\n")


def list_lines(found: SnapshotList, look: Look, out: TextIO) -> None:
    """Write a line for each snapshot."""
    _lines(map(snapshot_object, found.snapshots), out)


def list_csv(found: SnapshotList, look: Look, out: TextIO) -> None:
    """Write a row for each snapshot."""
    _table(_LISTED, ({**held, **held["scope"]} for held in map(snapshot_object, found.snapshots)), out)


def snapshot_json(snapshot: Snapshot, look: Look, out: TextIO) -> None:
    """Write one snapshot with its cookies as one document."""
    out.write(f'{{"program": {as_text(PROGRAM)},\n"snapshot": {as_text(snapshot_object(snapshot.info))},\n"cookies": ')
    write_list(map(seen_object, snapshot.cookies), out)
    out.write(',\n"problems": ')
    write_list(map(problem_object, snapshot.problems), out)
    out.write("}\n")


def snapshot_lines(snapshot: Snapshot, look: Look, out: TextIO) -> None:
    """Write a line for each cookie."""
    _lines(map(seen_object, snapshot.cookies), out)


def snapshot_csv(snapshot: Snapshot, look: Look, out: TextIO) -> None:
    """Write a row for each cookie."""
    _table(_COOKIE, map(seen_object, snapshot.cookies), out)


def comparison_json(comparison: Comparison, look: Look, out: TextIO) -> None:
    """Write a comparison as one document."""
    head = as_text(comparison_head(comparison))
    out.write(f'{{"program": {as_text(PROGRAM)},\n"comparison": {head},\n"differences": ')
    write_list(map(difference_object, comparison.differences), out)
    out.write("}\n")


def comparison_lines(comparison: Comparison, look: Look, out: TextIO) -> None:
    """Write a line for each difference."""
    _lines(map(difference_object, comparison.differences), out)


def comparison_csv(comparison: Comparison, look: Look, out: TextIO) -> None:
    """Write a row for each difference."""
    _table(_DIFFERENCE, map(difference_object, comparison.differences), out)


def export_json(snapshots: Iterable[Snapshot], disclosure: Disclosure, out: TextIO) -> None:
    """Write snapshots with their cookies as one document."""
    out.write(f'{{"program": {as_text(PROGRAM)},\n"disclosure": {as_text(disclosure)},\n"snapshots": [')
    separator = "\n"
    for snapshot in snapshots:
        head = as_text(exported_head(snapshot.info, disclosure))
        out.write(f'{separator}{{"snapshot": {head},\n"cookies": ')
        write_list(exported(snapshot.info, snapshot.cookies, disclosure), out)
        out.write("}")
        separator = ",\n"
    out.write("]}\n")


def export_lines(snapshots: Iterable[Snapshot], disclosure: Disclosure, out: TextIO) -> None:
    """Write a line for each cookie of each snapshot."""
    for snapshot in snapshots:
        _lines(exported(snapshot.info, snapshot.cookies, disclosure), out)


def export_csv(snapshots: Iterable[Snapshot], disclosure: Disclosure, out: TextIO) -> None:
    """Write a row for each cookie of each snapshot."""
    kept = _COOKIE if disclosure is Disclosure.FULL else tuple(name for name in _COOKIE if name not in _TRACES)
    names = ("snapshot", "taken", *kept)
    out.write(",".join(names) + END)
    for snapshot in snapshots:
        _rows(names, exported(snapshot.info, snapshot.cookies, disclosure), out)


def _lines(objects: Iterable[Mapping[str, Any]], out: TextIO) -> None:
    for fields in objects:
        out.write(as_text(fields) + "\n")


def _table(names: tuple[str, ...], objects: Iterable[Mapping[str, Any]], out: TextIO) -> None:
    out.write(",".join(names) + END)
    _rows(names, objects, out)


def _rows(names: tuple[str, ...], objects: Iterable[Mapping[str, Any]], out: TextIO) -> None:
    for fields in objects:
        partition = fields.get("partition") or {}
        flat = {**fields, **{f"partition_{name}": value for name, value in partition.items()}}
        out.write(",".join(_cell(flat.get(name)) for name in names) + END)


def _cell(value: Any) -> str:
    if isinstance(value, list):
        parts = (_said(part) for part in value)
        return cell("; ".join(parts) or None)
    return cell(value)


def _said(part: Any) -> str:
    if isinstance(part, Mapping):
        return f"{part['field']}: {part['before']} -> {part['after']}" if "field" in part else str(part.get("store"))
    return str(part)

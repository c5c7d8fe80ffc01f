# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The formats of the history, on one page; each is imported when it is asked for."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from inspector.reports.api import WriteComparison, WriteExport, WriteSnapshot, WriteSnapshots


class HistoryFormat(NamedTuple):
    """What writes the list, one snapshot and a comparison in one format."""

    snapshots: WriteSnapshots
    snapshot: WriteSnapshot
    comparison: WriteComparison


def _table() -> HistoryFormat:
    from inspector.reports.history_table import write_comparison, write_snapshot, write_snapshots

    return HistoryFormat(write_snapshots, write_snapshot, write_comparison)


def _json() -> HistoryFormat:
    from inspector.reports.history_data import comparison_json, list_json, snapshot_json

    return HistoryFormat(list_json, snapshot_json, comparison_json)


def _jsonl() -> HistoryFormat:
    from inspector.reports.history_data import comparison_lines, list_lines, snapshot_lines

    return HistoryFormat(list_lines, snapshot_lines, comparison_lines)


def _csv() -> HistoryFormat:
    from inspector.reports.history_data import comparison_csv, list_csv, snapshot_csv

    return HistoryFormat(list_csv, snapshot_csv, comparison_csv)


def _export_json() -> WriteExport:
    from inspector.reports.history_data import export_json

    return export_json


def _export_jsonl() -> WriteExport:
    from inspector.reports.history_data import export_lines

    return export_lines


def _export_csv() -> WriteExport:
    from inspector.reports.history_data import export_csv

    return export_csv


HISTORY: Final[Mapping[str, Callable[[], HistoryFormat]]] = MappingProxyType(
    {"table": _table, "json": _json, "jsonl": _jsonl, "csv": _csv}
)
EXPORTS: Final[Mapping[str, Callable[[], WriteExport]]] = MappingProxyType(
    {"json": _export_json, "jsonl": _export_jsonl, "csv": _export_csv}
)

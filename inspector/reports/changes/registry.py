# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The formats of the ``diff`` command, on one page; each is imported when it is asked for."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TextIO

from inspector.core.comparison import Comparison

WriteComparison = Callable[[Comparison, TextIO], None]


def _table() -> WriteComparison:
    from inspector.reports.changes.as_table import write_comparison

    return write_comparison


def _json() -> WriteComparison:
    from inspector.reports.changes.as_json import write_comparison

    return write_comparison


def _jsonl() -> WriteComparison:
    from inspector.reports.changes.as_json import write_lines

    return write_lines


def _markdown() -> WriteComparison:
    from inspector.reports.changes.as_markdown import write_comparison

    return write_comparison


def _github() -> WriteComparison:
    from inspector.reports.changes.as_github import write_comparison

    return write_comparison


COMPARISONS: Final[Mapping[str, Callable[[], WriteComparison]]] = MappingProxyType(
    {"table": _table, "json": _json, "jsonl": _jsonl, "markdown": _markdown, "github": _github}
)

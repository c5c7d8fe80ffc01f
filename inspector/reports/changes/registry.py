# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The formats of the ``diff`` command, on one page; each is imported when it is asked for."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from inspector.reports.changes.api import WriteComparison


def _table() -> WriteComparison:
    from inspector.reports.changes.as_table import write_comparison

    return write_comparison


def _html() -> WriteComparison:
    from inspector.reports.changes.as_html import write_comparison

    return write_comparison


def _markdown() -> WriteComparison:
    from inspector.reports.changes.as_markdown import write_comparison

    return write_comparison


def _json() -> WriteComparison:
    from inspector.reports.changes.as_json import write_comparison

    return write_comparison


def _jsonl() -> WriteComparison:
    from inspector.reports.changes.as_json import write_lines

    return write_lines


def _sarif() -> WriteComparison:
    from inspector.reports.changes.as_sarif import write_comparison

    return write_comparison


def _junit() -> WriteComparison:
    from inspector.reports.changes.as_junit import write_comparison

    return write_comparison


def _github() -> WriteComparison:
    from inspector.reports.changes.as_github import write_comparison

    return write_comparison


def _gitlab() -> WriteComparison:
    from inspector.reports.changes.as_gitlab import write_comparison

    return write_comparison


COMPARISONS: Final[Mapping[str, Callable[[], WriteComparison]]] = MappingProxyType(
    {
        "table": _table,
        "html": _html,
        "markdown": _markdown,
        "json": _json,
        "jsonl": _jsonl,
        "sarif": _sarif,
        "junit": _junit,
        "github": _github,
        "gitlab": _gitlab,
    }
)

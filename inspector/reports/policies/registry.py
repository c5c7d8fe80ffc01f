# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The formats of the ``policy`` command, on one page; each is imported when it is asked for."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from inspector.core.frozen import frozen
from inspector.core.policy import Policy
from inspector.core.policy_change import PolicyDiff


@frozen
class PolicyLook:
    """How a report should look: the width of a table, and colours (``None`` leaves it to the terminal)."""

    width: int = 100
    styled: bool | None = False


# A policy, or the location of a source that could not be read.
WritePolicies = Callable[[Sequence[Policy | str], PolicyLook], str]
WriteDiff = Callable[[PolicyDiff, PolicyLook], str]


def _table() -> WritePolicies:
    from inspector.reports.policies.as_table import as_table

    return lambda policies, look: as_table(policies, look.width, look.styled)


def _json() -> WritePolicies:
    from inspector.reports.policies.as_json import as_json

    return lambda policies, _: as_json(policies)


def _jsonl() -> WritePolicies:
    from inspector.reports.policies.as_json import as_jsonl

    return lambda policies, _: as_jsonl(policies)


def _html() -> WritePolicies:
    from inspector.reports.policies.as_html import as_html

    return lambda policies, _: as_html(policies)


def _diff_table() -> WriteDiff:
    from inspector.reports.policies.as_table import diff_as_table

    return lambda diff, look: diff_as_table(diff, look.width, look.styled)


def _diff_json() -> WriteDiff:
    from inspector.reports.policies.as_json import diff_as_json

    return lambda diff, _: diff_as_json(diff)


POLICIES: Final[Mapping[str, Callable[[], WritePolicies]]] = MappingProxyType(
    {"table": _table, "json": _json, "jsonl": _jsonl, "html": _html}
)
DIFFS: Final[Mapping[str, Callable[[], WriteDiff]]] = MappingProxyType({"table": _diff_table, "json": _diff_json})

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The formats of the ``policy`` command."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from inspector.core.policy import Policy
from inspector.reports.policies.as_html import as_html
from inspector.reports.policies.as_json import as_json, as_jsonl
from inspector.reports.policies.as_table import as_table


class PolicyFormat(NamedTuple):
    """A format's name, what it is good for, and its writer."""

    name: str
    about: str
    write: Callable[[Sequence[Policy | str]], str]


FORMATS: Final = (
    PolicyFormat("table", "for reading in a terminal", as_table),
    PolicyFormat("json", "one array of records", as_json),
    PolicyFormat("jsonl", "one record on a line for each source, in order", as_jsonl),
    PolicyFormat("html", "the text with its claims highlighted, one file", as_html),
)


def policy_format(name: str) -> PolicyFormat:
    """Return a format by its name."""
    return next(held for held in FORMATS if held.name == name)

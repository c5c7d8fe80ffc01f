# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every format of the opt-out reports, on one page; a format is imported when it is asked for."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TextIO

from inspector.reports.api import Look

if TYPE_CHECKING:
    from inspector.core.optout import ClearSteps, OptOutLook, PolicyOptOuts

    WriteLook = Callable[[OptOutLook, Look, TextIO], None]
    WriteOffers = Callable[[Sequence[PolicyOptOuts], Look, TextIO], None]
    WriteSteps = Callable[[Sequence[ClearSteps], Look, TextIO], None]


def _look_table() -> "WriteLook":
    from inspector.reports.optouts.as_table import write_look

    return write_look


def _look_json() -> "WriteLook":
    from inspector.reports.optouts.as_json import write_look

    return write_look


def _look_jsonl() -> "WriteLook":
    from inspector.reports.optouts.as_json import write_look_lines

    return write_look_lines


def _offers_table() -> "WriteOffers":
    from inspector.reports.optouts.as_table import write_offers

    return write_offers


def _offers_json() -> "WriteOffers":
    from inspector.reports.optouts.as_json import write_offers

    return write_offers


def _offers_jsonl() -> "WriteOffers":
    from inspector.reports.optouts.as_json import write_offer_lines

    return write_offer_lines


def _steps_table() -> "WriteSteps":
    from inspector.reports.optouts.as_table import write_steps

    return write_steps


def _steps_json() -> "WriteSteps":
    from inspector.reports.optouts.as_json import write_steps

    return write_steps


def _steps_jsonl() -> "WriteSteps":
    from inspector.reports.optouts.as_json import write_steps_lines

    return write_steps_lines


LOOKS: Final[Mapping[str, "Callable[[], WriteLook]"]] = MappingProxyType(
    {"table": _look_table, "json": _look_json, "jsonl": _look_jsonl}
)
OFFERS: Final[Mapping[str, "Callable[[], WriteOffers]"]] = MappingProxyType(
    {"table": _offers_table, "json": _offers_json, "jsonl": _offers_jsonl}
)
STEPS: Final[Mapping[str, "Callable[[], WriteSteps]"]] = MappingProxyType(
    {"table": _steps_table, "json": _steps_json, "jsonl": _steps_jsonl}
)

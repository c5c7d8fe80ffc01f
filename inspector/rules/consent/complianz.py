# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Complianz: a cookie for each group (``cmplz_marketing`` = ``allow`` or ``deny``); ``cmplz_banner-status`` is
``dismissed`` once the visitor has answered. No time is kept.
"""

from collections.abc import Mapping
from typing import Final

from inspector.core.label import Group
from inspector.rules.consent.api import Choice, Decoder, UndecodableError, by_group

_GROUPS: Final[Mapping[str, Group]] = {
    "cmplz_functional": Group.NECESSARY,
    "cmplz_preferences": Group.PREFERENCES,
    "cmplz_statistics": Group.ANALYTICS,
    "cmplz_marketing": Group.MARKETING,
}


def decode(value: str, values: Mapping[str, str]) -> Choice:
    """Decode the banner's state with the answers beside it."""
    answers = [
        (group, values[name].strip() == "allow")
        for name, group in _GROUPS.items()
        if values.get(name, "").strip() in ("allow", "deny")
    ]
    if not answers:
        raise UndecodableError("no answers stand beside it")
    active = value.strip() == "dismissed"
    why = "the banner was answered" if active else "the banner was not answered"
    return Choice("Complianz", by_group(answers), active=active, why=why)


DECODERS: Final = (Decoder("Complianz", "cmplz_banner-status", decode),)

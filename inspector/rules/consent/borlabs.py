# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Borlabs Cookie: ``borlabs-cookie`` is JSON with the services that were allowed, by group; a group without any was
refused. It is written when the visitor saves a choice, and states no time of it.
"""

from collections.abc import Mapping
from typing import Final

from inspector.core.label import Group
from inspector.rules.consent.api import Choice, Decoder, UndecodableError, by_group, json_of

_GROUPS: Final[Mapping[str, Group]] = {
    "essential": Group.NECESSARY,
    "statistics": Group.ANALYTICS,
    "marketing": Group.MARKETING,
}


def decode(value: str, values: Mapping[str, str]) -> Choice:
    """Decode the cookie. Which groups a site offers is not in it, so a missing group may not have been asked for."""
    data = json_of(value)
    consents = data.get("consents") if isinstance(data, dict) else None
    if not isinstance(consents, dict):
        raise UndecodableError("it has no consents")
    answers = [(group, bool(consents[name])) for name, group in _GROUPS.items() if isinstance(consents.get(name), list)]
    only_essential = bool(consents.get("essential")) and not any(
        consents.get(name) for name in consents if name != "essential"
    )
    if only_essential:
        answers = [(Group.NECESSARY, True), (Group.ANALYTICS, False), (Group.MARKETING, False)]
    return Choice("Borlabs", by_group(answers), active=True, why="the visitor saved a choice")


DECODERS: Final = (Decoder("Borlabs", "borlabs-cookie", decode),)

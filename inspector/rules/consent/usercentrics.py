# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Usercentrics keeps its choices in local storage; some sites mirror them in cookies of the same names.

``uc_settings`` lists services with the history of their answers. Services have no group in it, so only an answer to all
of them tells something: everything refused, or everything allowed. ``ucData`` carries Google's consent mode by group.
"""

from collections.abc import Mapping
from typing import Any, Final

from inspector.core.label import Group
from inspector.rules.consent.api import Choice, Decoder, UndecodableError, by_group, json_of, moment_of

_ALL: Final = (Group.PREFERENCES, Group.ANALYTICS, Group.MARKETING)
_ACTIONS: Final = {"onDenyAllServices": False, "onAcceptAllServices": True}
_CONSENT_MODE: Final[Mapping[str, Group]] = {
    "analyticsStorage": Group.ANALYTICS,
    "adStorage": Group.MARKETING,
    "adUserData": Group.MARKETING,
    "adPersonalization": Group.MARKETING,
}


def decode_settings(value: str, values: Mapping[str, str]) -> Choice:
    """Decode ``uc_settings``: the last action of every service."""
    settings = json_of(value)
    services = settings.get("services") if isinstance(settings, dict) else None
    last = [entry for service in services[:500] if (entry := _last(service))] if isinstance(services, list) else []
    actions = {str(entry.get("action")) for entry in last}
    if len(actions) != 1 or not actions <= _ACTIONS.keys():
        raise UndecodableError("it answers by service, and services have no group in it")
    answer = _ACTIONS[actions.pop()]
    active = all(str(entry.get("type")).lower() == "explicit" for entry in last)
    times = [moment for entry in last if (moment := moment_of(entry.get("timestamp"))) is not None]
    made = max(times, default=None)
    why = ("all services were allowed" if answer else "all services were refused") if active else "not by a click"
    return Choice(
        "Usercentrics", by_group((group, answer) for group in _ALL), made, "its history", active=active, why=why
    )


def _last(service: Any) -> dict[str, Any] | None:
    history = service.get("history") if isinstance(service, dict) else None
    entry = history[-1] if isinstance(history, list) and history else None
    return entry if isinstance(entry, dict) else None


def decode_data(value: str, values: Mapping[str, str]) -> Choice:
    """Decode ``ucData``: the answers to consent mode. Whether a person gave them is told by ``uc_user_interaction``."""
    data = json_of(value)
    mode = data.get("gcm") if isinstance(data, dict) else None
    if not isinstance(mode, dict):
        raise UndecodableError("it has no consent mode")
    answers = [
        (group, str(mode[key]).lower() == "granted")
        for key, group in _CONSENT_MODE.items()
        if str(mode.get(key)).lower() in ("granted", "denied")
    ]
    acted = values.get("uc_user_interaction")
    active = None if acted is None else acted.strip().lower() == "true"
    why = {None: "whether anybody chose is not recorded", True: "the visitor acted", False: "nobody chose"}[active]
    return Choice("Usercentrics", by_group(answers), active=active, why=why)


DECODERS: Final = (
    Decoder("Usercentrics", "uc_settings", decode_settings),
    Decoder("Usercentrics", "ucData", decode_data),
)

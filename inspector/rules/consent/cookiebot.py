# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookiebot: ``CookieConsent`` holds four answers, the method and the time in milliseconds (``utc``).

``-1`` to ``-3`` and ``0`` are states (outside the region where consent is asked, preview, ...), not choices. ``method``
is ``explicit`` for a click and ``implied`` for scrolling on; older cookies do not tell.
"""

from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote

from inspector.core.label import Group
from inspector.core.late_pattern import late
from inspector.rules.consent.api import Choice, Decoder, UndecodableError, by_group, moment_of

_GROUPS: Final[Mapping[str, Group]] = {
    "necessary": Group.NECESSARY,
    "preferences": Group.PREFERENCES,
    "statistics": Group.ANALYTICS,
    "marketing": Group.MARKETING,
}
_ANSWER: Final = late(r"\b(necessary|preferences|statistics|marketing):(true|false)\b")
_METHOD: Final = late(r"\bmethod:'(\w{1,20})'")
_TIME: Final = late(r"\butc:(\d{10,14})\b")
_STATE: Final = late(r"-?\d")


def decode(value: str, values: Mapping[str, str]) -> Choice:
    """Decode the cookie."""
    text = unquote(value).strip()
    if _STATE.fullmatch(text):
        return Choice("Cookiebot", active=False, why="a state that the tool set by itself, not a choice")
    answers = _ANSWER.findall(text)
    if not answers:
        raise UndecodableError("it has no answers")
    method, time = _METHOD.search(text), _TIME.search(text)
    active = None if method is None else method[1] == "explicit"
    whys = {None: "how the choice was made is not recorded", True: "a click", False: "implied, not chosen"}
    made = moment_of(time[1]) if time else None
    choices = by_group((_GROUPS[name], answer == "true") for name, answer in answers)
    return Choice("Cookiebot", choices, made, "its utc field" if made else "", active=active, why=whys[active])


DECODERS: Final = (Decoder("Cookiebot", "CookieConsent", decode),)

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""CookieYes: ``cookieyes-consent`` is a list of ``key:value``; ``action:yes`` says that the visitor acted.

It states no time of the choice (``lastRenewedDate`` is when the site last asked everybody anew).
"""

from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote

from inspector.core.label import Group
from inspector.rules.consent.api import Choice, Decoder, UndecodableError, by_group

_GROUPS: Final[Mapping[str, Group]] = {
    "necessary": Group.NECESSARY,
    "functional": Group.PREFERENCES,
    "analytics": Group.ANALYTICS,
    "performance": Group.ANALYTICS,
    "advertisement": Group.MARKETING,
}


def decode(value: str, values: Mapping[str, str]) -> Choice:
    """Decode the cookie."""
    pairs = [pair.partition(":") for pair in unquote(value).split(",")[:60]]
    fields = {key.strip(): answer.strip() for key, _, answer in pairs}
    answers = [(group, fields[key] == "yes") for key, group in _GROUPS.items() if fields.get(key) in ("yes", "no")]
    if not answers:
        raise UndecodableError("it has no answers")
    active = fields.get("action") == "yes"
    why = "the visitor acted on the banner" if active else "the banner was not answered"
    return Choice("CookieYes", by_group(answers), active=active, why=why)


DECODERS: Final = (Decoder("CookieYes", "cookieyes-consent", decode),)

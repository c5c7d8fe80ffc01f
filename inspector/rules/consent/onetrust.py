# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""OneTrust: ``OptanonConsent`` holds the groups, ``OptanonAlertBoxClosed`` the time of the choice.

``datestamp`` is when the cookie was last written, on every page, so it is no time of a choice. With
``interactionCount=0``, or without ``OptanonAlertBoxClosed``, nobody has chosen: the groups are the site's defaults.
"""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qs

from inspector.core.label import Group
from inspector.rules.consent.api import Choice, Decoder, UndecodableError, by_group, moment_of

CLOSED: Final = "OptanonAlertBoxClosed"
# OneTrust's default categories; a site may add its own, of which nothing is known.
_GROUPS: Final[Mapping[str, Group]] = {
    "C0001": Group.NECESSARY,
    "C0002": Group.ANALYTICS,
    "C0003": Group.PREFERENCES,
    "C0004": Group.MARKETING,
    "C0005": Group.MARKETING,
}
_MOST_FIELDS: Final = 60
_PAIR: Final = re.compile(r"(?P<id>[\w-]{1,60}):(?P<answer>[01])")


def decode(value: str, values: Mapping[str, str]) -> Choice:
    """Decode the cookie."""
    try:
        fields = parse_qs(value, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError as error:  # it says no more than that there are too many
        raise UndecodableError(f"it has more than {_MOST_FIELDS} fields") from error
    groups = fields.get("groups", [""])[0]
    pairs = [(pair["id"].upper(), pair["answer"] == "1") for pair in _PAIR.finditer(groups[:4000])]
    if not pairs:
        raise UndecodableError("it has no groups")
    made = moment_of(values.get(CLOSED, ""))
    answered = fields.get("interactionCount", [""])[0] != "0" and made is not None
    return Choice(
        "OneTrust",
        by_group((_GROUPS.get(category), answer) for category, answer in pairs),
        made,
        f"{CLOSED}" if made is not None else "",
        active=answered,
        why="the banner was closed by a choice" if answered else "the banner was not answered: these are defaults",
    )


DECODERS: Final = (Decoder("OneTrust", "OptanonConsent", decode),)

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A cookie's name as the pattern that it is made by: numbers and identifiers in it become ``*``.

Two visits give the same cookie two names (``_ga_G7K2XQ1B3A``, ``_ga_P4RW90ZZT1``), so what is compared between runs
goes by the pattern. It collapses as little as it can: names that merely look alike must not hide each other.
"""

import re
from typing import Final

from inspector.core.late_pattern import late

LONGEST: Final = 4096  # characters; RFC 6265bis 5.7: browsers drop a cookie with a longer name
_SHORTEST_ID: Final = 6
_LEAST_TURNS: Final = 2  # from letters to digits or back: "e29b41" has two, "oauth2" one
# Names whose rest is an identifier whatever it looks like, as their makers document them: Google Analytics (property
# and container), Hotjar (site), Matomo (site and visitor), Mixpanel (project), Amplitude (project), WordPress (user).
_FAMILIES: Final = late(
    r"^(_ga_|_gat_|_gac_|_dc_gtm_|_hjSession_|_hjSessionUser_|_pk_(?:id|ses|ref|cvar)\.|mp_|amplitude_id_|AMP_"
    r"|wordpress_logged_in_|wordpress_sec_|wordpress_(?=[0-9a-f]{32})|wp-settings-(?:time-)?)(?=.)"
)
_UUID: Final = late(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
_TOKEN: Final = late(r"[A-Za-z0-9]+")
_HEX: Final = late(r"[0-9a-f]{8,}|[0-9A-F]{8,}")
_CAPITALS: Final = late(r"(?=[A-Z0-9]*[A-Z])(?=(?:[A-Z]*[0-9]){2})[A-Z0-9]+")
_TURN: Final = late(r"[0-9](?=[A-Za-z])|[A-Za-z](?=[0-9])")
_NUMBER: Final = late(r"[0-9]{3,}")


def name_pattern(name: str) -> str:
    """Return a name with its numbers and identifiers as ``*``; applied again it changes nothing more.

    >>> name_pattern("_ga_ABC"), name_pattern("_pk_id.1.1f"), name_pattern("sess-550e8400-e29b-41d4-a716-446655440000")
    ('_ga_*', '_pk_id.*', 'sess-*')
    >>> name_pattern("cart_v2"), name_pattern("oauth2_ok"), name_pattern("ASP.NET_SessionId"), name_pattern("step_12")
    ('cart_v2', 'oauth2_ok', 'ASP.NET_SessionId', 'step_*')
    """
    head = name[:LONGEST]
    family = _FAMILIES.match(head)
    if family:
        return f"{family[1]}*"
    return _TOKEN.sub(_collapse, _UUID.sub("*", head))


def _collapse(match: re.Match[str]) -> str:
    token = match[0]
    if token.isalpha():
        return token
    if token.isdecimal() or _is_id(token, first=match.start() == 0):
        return "*"
    return _NUMBER.sub("*", token)


def _is_id(token: str, *, first: bool) -> bool:
    """Whether a token of letters and digits is an identifier; capitals at the start of a name are rather its own."""
    if len(token) < _SHORTEST_ID:
        return False
    turns = sum(1 for _ in _TURN.finditer(token))
    return turns >= _LEAST_TURNS or bool(_HEX.fullmatch(token)) or (not first and bool(_CAPITALS.fullmatch(token)))

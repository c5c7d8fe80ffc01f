# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Termly keeps its choices in local storage; where a site mirrors them in a cookie of that name, it is JSON."""

from collections.abc import Mapping
from typing import Any, Final

from inspector.core.label import Group
from inspector.rules.consent.api import Choice, Decoder, UndecodableError, by_group, json_of, moment_of

_GROUPS: Final[Mapping[str, Group]] = {
    "essential": Group.NECESSARY,
    "performance": Group.PREFERENCES,
    "analytics": Group.ANALYTICS,
    "advertising": Group.MARKETING,
    "social_networking": Group.MARKETING,
}
_DEEPEST: Final = 4


def decode(value: str, values: Mapping[str, str]) -> Choice:
    """Decode the cookie: the answers may lie in JSON text inside the JSON."""
    data = json_of(value)
    answers_at = _find(data, 0)
    if answers_at is None:
        raise UndecodableError("it has no answers by group")
    answers = [(group, answers_at[name]) for name, group in _GROUPS.items() if isinstance(answers_at.get(name), bool)]
    made = moment_of(data.get("createdAt")) if isinstance(data, dict) else None
    return Choice(
        "Termly",
        by_group(answers),
        made,
        "its createdAt field" if made else "",
        active=None,
        why="whether anybody chose is not recorded",
    )


def _find(data: Any, depth: int) -> dict[str, Any] | None:
    if isinstance(data, str) and data.startswith("{") and depth < _DEEPEST:
        return _find(json_of(data), depth + 1)
    if not isinstance(data, dict) or depth >= _DEEPEST:
        return None
    if any(isinstance(data.get(name), bool) for name in _GROUPS):
        return data
    return next((found for inner in list(data.values())[:20] if (found := _find(inner, depth + 1)) is not None), None)


DECODERS: Final = (
    Decoder("Termly", "TERMLY_COOKIE_CONSENT", decode),
    Decoder("Termly", "TERMLY_API_CACHE", decode),
)

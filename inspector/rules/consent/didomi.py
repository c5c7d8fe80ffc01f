# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Didomi: ``didomi_token`` is base64 of JSON with purposes that were enabled and disabled, and times.

The token exists before any choice; then both lists are empty.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import unquote

from inspector.core.label import Group
from inspector.rules.consent.api import Choice, Decoder, UndecodableError, by_group, json_of, moment_of
from inspector.rules.consent.base64_text import bytes_of

# Didomi's standard purposes; a site's own ones are told by plain words in their ids, others are not told.
_GROUPS: Final[Mapping[str, Group]] = {
    "advertising_personalization": Group.MARKETING,
    "ad_delivery": Group.MARKETING,
    "select_basic_ads": Group.MARKETING,
    "create_ads_profile": Group.MARKETING,
    "select_personalized_ads": Group.MARKETING,
    "measure_ad_performance": Group.MARKETING,
    "market_research": Group.ANALYTICS,
    "measure_content_performance": Group.ANALYTICS,
    "analytics": Group.ANALYTICS,
    "audience_measurement": Group.ANALYTICS,
    "content_personalization": Group.PREFERENCES,
    "create_content_profile": Group.PREFERENCES,
    "select_personalized_content": Group.PREFERENCES,
}
_WORDS: Final = (
    ("analytic", Group.ANALYTICS),
    ("statist", Group.ANALYTICS),
    ("audience", Group.ANALYTICS),
    ("advertis", Group.MARKETING),
    ("marketing", Group.MARKETING),
    ("social", Group.MARKETING),
)


def decode(value: str, values: Mapping[str, str]) -> Choice:
    """Decode the cookie."""
    token = json_of(bytes_of(unquote(value)).decode("utf-8", "replace"))
    purposes = token.get("purposes") if isinstance(token, dict) else None
    if not isinstance(purposes, dict):
        raise UndecodableError("it has no purposes")
    answers = [*_answers(purposes.get("enabled"), True), *_answers(purposes.get("disabled"), False)]
    made = moment_of(token.get("updated"))
    return Choice(
        "Didomi",
        by_group(answers),
        made,
        "its updated field" if made else "",
        active=bool(answers),
        why="purposes were enabled or disabled" if answers else "nothing was chosen yet",
    )


def _answers(ids: Any, answer: bool) -> Iterator[tuple[Group | None, bool]]:
    for purpose in ids[:200] if isinstance(ids, list) else ():
        if isinstance(purpose, str):
            plain = purpose[:80].lower()
            yield _GROUPS.get(plain) or next((group for word, group in _WORDS if word in plain), None), answer


DECODERS: Final = (Decoder("Didomi", "didomi_token", decode),)

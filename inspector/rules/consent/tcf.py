# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""IAB TCF v2: ``euconsent-v2`` is a bit string; its core holds times in tenths of a second (in practice whole days) and
a consent bit for each of 24 purposes.

Purpose 1 is storage as such: without it nothing but the necessary may be stored. A string is written when a person has
chosen, but some tools write one before: an accompanying cookie of the tool itself decides where there is one.
"""

from collections.abc import Mapping
from typing import Final

from inspector.core.label import Group
from inspector.core.moments import DAY_US
from inspector.rules.consent.api import Choice, Decoder, UndecodableError, by_group
from inspector.rules.consent.base64_text import bytes_of
from inspector.rules.consent.bits import Bits

_PURPOSES: Final[Mapping[int, Group]] = {
    2: Group.MARKETING,
    3: Group.MARKETING,
    4: Group.MARKETING,
    7: Group.MARKETING,
    8: Group.ANALYTICS,
    9: Group.ANALYTICS,
    10: Group.ANALYTICS,
}
_STORAGE: Final = 1


def decode(value: str, values: Mapping[str, str]) -> Choice:
    """Decode the core segment (IAB Tech Lab, "Consent string and vendor list formats v2")."""
    bits = Bits(bytes_of(value.split(".")[0]))
    if bits.number(6) != 2:
        raise UndecodableError("it is not version 2")
    bits.number(36)  # created
    updated = bits.number(36) * 100_000
    # CMP id, CMP version, screen, language, list version, policy version, service specific, own texts, special features
    bits.number(12 + 12 + 6 + 12 + 12 + 6 + 1 + 1 + 12)
    consents = bits.flags(24)
    storage = consents[_STORAGE - 1]
    answers = [(group, consents[purpose - 1] and storage) for purpose, group in _PURPOSES.items()]
    return Choice(
        "IAB TCF v2",
        by_group(answers),
        updated,
        "its last update, a whole day",
        DAY_US,
        active=True,
        why="a TCF string was stored",
    )


DECODERS: Final = (
    Decoder("IAB TCF v2", "euconsent-v2", decode),
    Decoder("IAB TCF v2", "eupubconsent-v2", decode),
)

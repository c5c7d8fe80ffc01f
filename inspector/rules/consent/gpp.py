# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""IAB Global Privacy Platform: the header of the string lists the sections (laws) that follow; it refuses nothing."""

from collections.abc import Mapping
from typing import Final

from inspector.rules.consent.api import Choice, Decoder, UndecodableError
from inspector.rules.consent.base64_text import bytes_of
from inspector.rules.consent.bits import Bits

_TYPE: Final = 3
_MOST_SECTIONS: Final = 64


def decode(value: str, values: Mapping[str, str]) -> Choice:
    """Decode the section list of the header (IAB Tech Lab, "GPP String", "Header Section")."""
    bits = Bits(bytes_of(value.split("~")[0]))
    if bits.number(6) != _TYPE:
        raise UndecodableError("it is not a GPP header")
    bits.number(6)  # version
    sections: list[int] = []
    last = 0
    for _ in range(min(bits.number(12), _MOST_SECTIONS)):
        is_range = bits.number(1) == 1
        first = last + bits.fibonacci()
        last = first + bits.fibonacci() if is_range else first
        sections.extend(range(first, min(last, first + _MOST_SECTIONS) + 1))
    return Choice("IAB GPP", sections=tuple(sections), why="signals about sale and sharing, which refuse no purpose")


DECODERS: Final = (Decoder("IAB GPP", "__gpp", decode), Decoder("IAB GPP", "gpp", decode))

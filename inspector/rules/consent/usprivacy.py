# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""US Privacy: ``usprivacy`` is four characters (version, notice, opt-out of sale, LSPA). It refuses no purpose."""

import re
from collections.abc import Mapping
from typing import Final

from inspector.rules.consent.api import Choice, Decoder, UndecodableError

_STRING: Final = re.compile(r"1[YN-][YN-][YN-]", re.IGNORECASE)
_ANSWER: Final = {"y": True, "n": False}


def decode(value: str, values: Mapping[str, str]) -> Choice:
    """Decode the string (IAB Tech Lab, "U.S. Privacy String")."""
    text = value.strip()
    if not _STRING.fullmatch(text):
        raise UndecodableError("it is not a US Privacy string")
    sale = _ANSWER.get(text[2].lower())
    return Choice("US Privacy", sale_opt_out=sale, why="a signal about sale, which refuses no purpose")


DECODERS: Final = (Decoder("US Privacy", "usprivacy", decode), Decoder("US Privacy", "us_privacy", decode))

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Base64 as cookies carry it: either alphabet, with padding or without."""

import binascii
from base64 import urlsafe_b64decode

from inspector.rules.consent.api import UndecodableError


def bytes_of(text: str) -> bytes:
    """Return the bytes of a base64 or base64url text."""
    plain = text.strip().rstrip("=").replace("+", "-").replace("/", "_")
    if not plain.isascii() or not all(character.isalnum() or character in "-_" for character in plain):
        raise UndecodableError("it is not base64")
    try:
        return urlsafe_b64decode(plain + "=" * (-len(plain) % 4))
    except (binascii.Error, ValueError) as error:
        raise UndecodableError("it is not base64") from error

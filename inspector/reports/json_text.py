# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""JSON as text that is safe wherever it goes: plain ASCII, so that neither a terminal nor an encoding can trip."""

import json
from typing import Any, Final

_ENCODE: Final = json.JSONEncoder(ensure_ascii=True, allow_nan=False, check_circular=False).encode


def as_text(value: Any) -> str:
    """Return ``value`` as JSON on one line. Lone surrogates and controls are escaped, DEL too, which JSON allows raw.

    >>> as_text({"name": "a\\x7f"})
    '{"name": "a\\\\u007f"}'
    """
    text = _ENCODE(value)
    return text.replace("\x7f", "\\u007f") if "\x7f" in text else text

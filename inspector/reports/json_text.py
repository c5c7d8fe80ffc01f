# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""JSON as text that is safe wherever it goes: plain ASCII, so that neither a terminal nor an encoding can trip."""

import json
from collections.abc import Callable
from json import encoder as within
from typing import Any, Final

_PLAIN: Final = json.JSONEncoder(ensure_ascii=True, allow_nan=False, check_circular=False)


def _encoder() -> Callable[[Any], str]:
    """Return what ``_PLAIN.encode`` does. It makes an encoder in C for each text, a report has thousands."""
    make = getattr(within, "c_make_encoder", None)
    if make is None:  # not CPython
        return _PLAIN.encode
    chunks = make(None, _PLAIN.default, within.encode_basestring_ascii, None, ": ", ", ", False, False, False)
    return lambda value: "".join(chunks(value, 0))


_ENCODE: Final = _encoder()


def as_text(value: Any) -> str:
    """Return ``value`` as JSON on one line. Lone surrogates and controls are escaped, DEL too, which JSON allows raw.

    >>> as_text({"name": "a\\x7f"})
    '{"name": "a\\\\u007f"}'
    """
    text = _ENCODE(value)
    return text.replace("\x7f", "\\u007f") if "\x7f" in text else text

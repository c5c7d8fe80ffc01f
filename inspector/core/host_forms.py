# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The two ways of writing a host: ``xn--bcher-kva.example`` as browsers keep it, ``bücher.example`` as people type it.

For comparing only. A name to be trusted is told by :mod:`inspector.knowledge.site` and shown with both its forms: the
Unicode of a host may imitate another one.
"""

import unicodedata
from functools import lru_cache
from typing import Final

_MARK: Final = "xn--"
_LONGEST: Final = 253  # characters of a host (RFC 1035, 2.3.4); what is longer is no host and is not decoded
_LONGEST_LABEL: Final = 63


def host_forms(host: str) -> tuple[str, ...]:
    """Return a host in each of its forms, the one that was given first; most hosts have one."""
    if host.isascii() and _MARK not in host.lower():
        return (host,)
    return _forms(host)


@lru_cache(maxsize=4096)
def _forms(host: str) -> tuple[str, ...]:
    if len(host) > _LONGEST:
        return (host,)
    folded = unicodedata.normalize("NFC", host.casefold())
    plain = ".".join(map(_ascii, folded.split(".")))
    spoken = ".".join(map(_unicode, plain.split(".")))
    return tuple(dict.fromkeys((host, plain, spoken)))


def _ascii(label: str) -> str:
    """Return a label as an A-label (RFC 5890, 2.3.2.1); one of what is no letter at all (a lone surrogate) stays."""
    if label.isascii() or not label.isprintable():
        return label
    made = _MARK + label.encode("punycode").decode("ascii")
    return made if len(made) <= _LONGEST_LABEL else label


def _unicode(label: str) -> str:
    """Return an A-label in Unicode; one that does not decode, or not to what encodes to it again, stays."""
    if not label.startswith(_MARK) or len(label) > _LONGEST_LABEL:
        return label
    try:
        text = label[len(_MARK) :].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError, OverflowError):
        return label
    return text if text.isprintable() and _ascii(text) == label else label

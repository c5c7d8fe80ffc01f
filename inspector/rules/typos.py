# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Near-typos: a printed name that is plainly meant for an observed one ("_utma" for "__utma").

Only slips that no other cookie's name is made of are taken: lost or doubled underscores, upper and lower case, one
letter lost or doubled, two letters swapped. A letter or digit put for another is none: ``__utma`` and ``__utmb``,
``_gcl_au`` and ``_gcl_aw`` are different cookies.
"""

from collections.abc import Iterator
from typing import Final

_LEAST_FOR_LETTERS: Final = 7  # shorter names lie too close to each other
_LEAST_FOR_UNDERSCORES: Final = 3
_LONGEST: Final = 64


def skeleton(name: str) -> str:
    """Return a name without what slips most: outer and repeated separators, and case. Empty where little is left."""
    folded = name.strip("_-. ").lower().replace("-", "_")
    while "__" in folded:
        folded = folded.replace("__", "_")
    return folded if _LEAST_FOR_UNDERSCORES <= len(folded) <= _LONGEST else ""


def slips(name: str) -> Iterator[str]:
    """Yield the skeletons that one lost letter or one swap makes of a name; nothing for short names.

    Letters only: a digit tells one cookie from another (``cart1``, ``cart2``), and so does the last letter
    (``session``, ``sessions`` may both be there).
    """
    text = skeleton(name)
    if len(text) < _LEAST_FOR_LETTERS:
        return
    for at in range(1, len(text) - 1):
        if text[at].isalpha():
            yield text[:at] + text[at + 1 :]
        if at < len(text) - 2 and text[at : at + 2].isalpha() and text[at] != text[at + 1]:
            yield text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def swaps(name: str) -> Iterator[str]:
    """Yield what two neighbouring letters swapped make of a short name, for a printed name that is no known cookie's
    and an observed one that is ("_fpb" for "_fbp"); longer names are for :func:`slips`.
    """
    text = skeleton(name)
    for at in range(len(text) - 1 if len(text) < _LEAST_FOR_LETTERS else 0):
        if text[at : at + 2].isalpha() and text[at] != text[at + 1]:
            yield text[:at] + text[at + 1] + text[at] + text[at + 2 :]

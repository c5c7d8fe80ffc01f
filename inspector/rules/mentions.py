# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Names that stand somewhere in a policy's text, whether or not a claim was read from what is said there.

Who prints a cookie's name has told of it. Where no claim came of it, we did not understand the text, and that is no
reason to accuse. What stands in a sentence with a negation ("we never set _ga") is not told of. A word of the language
("cart") counts only where it is printed as a name: quoted, or before a colon, a bracket or a dash at the beginning of a
line.
"""

from typing import Final

from inspector.core.late_pattern import late

MENTIONED: Final = "its name stands in the policy, in words that were not understood"
_MOST_TEXT: Final = 1_000_000
_LONGEST: Final = 120
_TOKEN: Final = late(r"[\w!#$%&'*+^~|:.-]+")
_SIGN: Final = late(r"[_\d:]|[^\W\d_][A-Z]|\w[.-]\w")  # of a token that is no word
_END: Final = late(r"(?<=[.;!?])\s|\n")
_NEGATED: Final = late(r"(?i)\b(?:not|no|never|neither|nor|none|without)\b|n['’]t\b")
_AS_A_NAME: Final = late(
    r"[\"'“‘«`](?P<quoted>[^\s\"'”’»`]{1,120})[\"'”’»`]|^\W{0,8}(?:\d{1,3}[.)]\s)?(?P<head>[\w.-]{2,120})\s{0,2}(?=[(:–—\t]|-\s)"
)


def names_in(text: str) -> frozenset[str]:
    """Return what a text prints that may be the names of cookies.

    >>> sorted(names_in('The cart is kept in "cart". _ga counts visits. We never set _fbp.'))
    ['_ga', 'cart']
    """
    found: set[str] = set()
    for sentence in _END.split(text[:_MOST_TEXT]):
        if _NEGATED.search(sentence):
            continue
        tokens = (token.rstrip(".:'-") for token in _TOKEN.findall(sentence))
        found.update(token for token in tokens if 1 < len(token) <= _LONGEST and _SIGN.search(token))
        found.update(match["quoted"] or match["head"] for match in _AS_A_NAME.finditer(sentence))
    return frozenset(found)

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The small language of name patterns: regular expressions that cannot run away on a hostile name.

Allowed are literal characters, classes, ``.``, groups, alternatives and quantifiers; a quantified group may only be
optional, and one open-ended quantifier is the most, so matching takes linear time. A pattern is matched against the
whole name and begins with two or ends with three literal characters, which is how the index finds it fast.
"""

import re
from typing import Final

_TOKEN: Final = re.compile(
    r"(?P<escape>\\.)|(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<open>\((?:\?:)?)|(?P<close>\))"
    r"|(?P<repeat>[*+?]|\{\d*,?\d*\})|(?P<bar>\|)|(?P<any>\.)|(?P<anchor>[\^$])|(?P<literal>.)",
    re.DOTALL,
)
_OPEN_ENDED: Final = re.compile(r"[*+]|\{\d*,\}")
_LONGEST_BOUND: Final = 80
_LEAST_HEAD: Final = 2
_LEAST_TAIL: Final = 3


def find_fault(pattern: str) -> str | None:
    """Return why ``pattern`` is not of the small language, or ``None`` if it is."""
    try:
        re.compile(pattern)
    except re.error as error:
        return f"does not compile: {error}"
    fault = _token_fault(pattern)
    if fault:
        return fault
    if len(literal_head(pattern)) < _LEAST_HEAD and len(literal_tail(pattern)) < _LEAST_TAIL:
        return "neither begins with two nor ends with three literal characters"
    return None


def _token_fault(pattern: str) -> str | None:
    open_ended = 0
    before = ""
    for token in _TOKEN.finditer(pattern):
        kind, text = str(token.lastgroup), token[0]
        if kind == "repeat":
            open_ended += bool(_OPEN_ENDED.fullmatch(text))
            if before == "close" and text != "?":
                return "repeats a group"
            if any(int(number) > _LONGEST_BOUND for number in re.findall(r"\d+", text)):
                return f"repeats more than {_LONGEST_BOUND} times"
            if before in ("repeat", "open", "bar", ""):
                return "has a repeat that follows no character (lazy, possessive and (?...) forms are not needed here)"
        elif kind == "anchor":
            return "has an anchor: the whole name is matched anyway"
        elif kind == "escape" and text[1].isalnum() and text[1] not in "dwsDWS":
            return f"uses {text}"
        before = kind
    return "has more than one open-ended repeat" if open_ended > 1 else None


def literal_head(pattern: str) -> str:
    """Return the literal text that every match begins with (a part of it where groups or alternatives follow)."""
    return "".join(_literal_run(_tokens(pattern)))


def literal_tail(pattern: str) -> str:
    """Return the literal text that every match ends with."""
    if not pattern or any(kind == "bar" for kind, _ in _tokens(pattern)):
        return ""  # an alternative may end otherwise
    tail: list[str] = []
    for kind, text in reversed(_tokens(pattern)):
        if not _is_literal(kind, text):
            break
        tail.append(text[-1])
    return "".join(reversed(tail))


def _literal_run(tokens: list[tuple[str, str]]) -> list[str]:
    if any(kind == "bar" and _depth(tokens[:position]) == 0 for position, (kind, _) in enumerate(tokens)):
        return []  # top-level alternatives have no common beginning
    run: list[str] = []
    for kind, text in tokens:
        if kind == "repeat":
            return run[:-1]  # the character before it may be absent
        if not _is_literal(kind, text):
            break
        run.append(text[-1])
    return run


def _depth(tokens: list[tuple[str, str]]) -> int:
    return sum((kind == "open") - (kind == "close") for kind, _ in tokens)


def _is_literal(kind: str, text: str) -> bool:
    return kind == "literal" or (kind == "escape" and not text[1].isalnum())


def _tokens(pattern: str) -> list[tuple[str, str]]:
    return [(str(token.lastgroup), token[0]) for token in _TOKEN.finditer(pattern)]

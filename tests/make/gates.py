# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Work out what a text must hold for a pattern to match, from the pattern as Python's own parser understands it.

Every step keeps to one promise: each text that the pattern matches passes the gate. What is not understood, or says
too little (an "a"), is left out, which only lets more texts pass.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any, Final

from inspector.policies.gates import OPEN, SYNTAX, Gate, Ways

parser: Any = re._parser  # type: ignore[attr-defined]
code: Any = re._constants  # type: ignore[attr-defined]

Part = tuple[str, ...]
_REPEATS: Final = frozenset((code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT))
_ZERO_WIDTH: Final = frozenset((code.AT, code.ASSERT, code.ASSERT_NOT))
_LONG: Final = 300  # shorter patterns are tried whole
_SHORT: Final = 100
_MOST_STRINGS: Final = 12  # of one run of letters
_MOST_WORDS: Final = 40  # in one part
_MOST_WAYS: Final = 16
_MOST_PARTS: Final = 3


def gate_of(source: str) -> Gate | None:
    """Return the gate of a pattern without flags, ``None`` where nothing can be said."""
    tree = parser.parse(source)
    if tree.state.flags & re.IGNORECASE:
        return None
    splits = len(source) >= _LONG and tree.state.groups == 1  # groups would be numbered anew
    ends = _ends(source) if splits else [len(source)]
    starts = [0, *(end + 1 for end in ends)]
    gate = tuple((end, _ways_of(source[start:end])) for start, end in zip(starts, ends, strict=False))
    return None if gate == ((len(source), OPEN),) else gate


def _ends(source: str) -> list[int]:
    """Where a pattern's alternatives end; short neighbours stay together."""
    ends: list[int] = []
    depth, last = 0, 0
    for found in SYNTAX.finditer(source):
        depth += {"(": 1, ")": -1}.get(found[0], 0)
        if found[0] == "|" and depth == 0 and found.start() - last >= _SHORT:
            ends.append(found.start())
            last = found.end()
    return [*ends, len(source)]


def _ways_of(source: str) -> Ways:
    ways = tuple(_best(_parts(list(way))) for way in _ways(list(parser.parse(source))))
    if not all(ways):
        return OPEN
    if len(ways) > _MOST_WAYS:
        joined = _shortest(word for way in ways for word in _rarest(list(way)))
        return ((joined,),) if len(joined) <= 2 * _MOST_WORDS else OPEN
    return tuple(dict.fromkeys(ways))


def _ways(items: list[Any]) -> Iterator[list[Any]]:
    """The alternatives that a pattern is made of, where it is nothing else: "a...b|c...d"."""
    solid = [item for item in items if item[0] not in _ZERO_WIDTH]
    if len(solid) == 1 and solid[0][0] is code.BRANCH:
        for branch in solid[0][1][1]:
            yield from _ways(list(branch))
    elif len(solid) == 1 and solid[0][0] is code.SUBPATTERN and not solid[0][1][1] & re.IGNORECASE:
        yield from _ways(list(solid[0][1][3]))
    else:
        yield items


def _parts(items: list[Any]) -> list[Part]:
    """What a sequence needs: its runs of letters, and what its groups need."""
    found: list[Part] = []
    run: list[str] = [""]
    for operation, argument in _flat(items):
        strings = _strings(operation, argument)
        if operation in _ZERO_WIDTH:
            continue
        if strings is not None and len(strings) * len(run) <= _MOST_STRINGS:
            run = [before + after for before, after in product(run, strings)]
            continue
        found.append(_shortest(run))
        run = strings if strings is not None else [""]
        if strings is None:
            found.extend(_inside(operation, argument))
    found.append(_shortest(run))
    return [part for part in found if part and "" not in part]


def _flat(items: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """A sequence with its plain groups opened."""
    for operation, argument in items:
        if operation is code.SUBPATTERN and not argument[1] & re.IGNORECASE:
            yield from _flat(argument[3])
        elif operation is code.ATOMIC_GROUP:
            yield from _flat(argument)
        else:
            yield operation, argument


def _strings(operation: Any, argument: Any) -> list[str] | None:
    """Every text that an item can match, where these are a few; ``None`` where they are not."""
    if operation is code.LITERAL:
        return [chr(argument)]
    if operation is code.IN and all(kind is code.LITERAL for kind, _ in argument):
        return [chr(letter) for _, letter in argument]
    if operation in _REPEATS:
        least, most, inner = argument
        strings = _all(list(inner)) if (least, most) == (0, 1) else None
        return None if strings is None else ["", *strings]
    if operation is code.BRANCH:
        found = [_all(list(branch)) for branch in argument[1]]
        together = [text for strings in found for text in strings or ()]
        return together if all(strings is not None for strings in found) and len(together) <= _MOST_STRINGS else None
    return None


def _all(items: list[Any]) -> list[str] | None:
    found = [""]
    for operation, argument in _flat(items):
        if operation is code.AT:
            continue
        strings = _strings(operation, argument)
        if strings is None or len(found) * len(strings) > _MOST_STRINGS:
            return None
        found = [before + after for before, after in product(found, strings)]
    return found


def _inside(operation: Any, argument: Any) -> list[Part]:
    """What an item that matches many texts needs all the same."""
    if operation in _REPEATS:
        return _parts(list(argument[2])) if argument[0] >= 1 else []
    if operation is not code.BRANCH:
        return []
    rarest = [_rarest(_parts(list(branch))) for branch in argument[1]]
    return [_shortest(word for part in rarest for word in part)] if all(rarest) else []


def _rarest(parts: list[Part]) -> Part:
    return min(parts, key=lambda part: (_common(part), part), default=())


def _best(parts: list[Part]) -> tuple[Part, ...]:
    """The parts that turn away most texts; first the one that turns away most for the words to look for."""
    told = [part for part in dict.fromkeys(parts) if len(part) <= _MOST_WORDS and _common(part) < 1]
    rarest = sorted(told, key=lambda part: (_common(part), part))[:_MOST_PARTS]
    return tuple(sorted(rarest, key=lambda part: (len(part) / (1 - _common(part)), part)))


def _common(part: Part) -> float:
    """How often a text is likely to hold one of some words: short ones are everywhere, coded words are not."""
    return sum(0.08 if word[0] in "ŋŏŧøĸŵʋɲ" else 3.0 ** (1 - len(word)) for word in part)


def _shortest(words: Iterable[str]) -> Part:
    """Some words without those that hold another of them: where one stands, so does the other."""
    held = sorted(dict.fromkeys(words), key=lambda word: (len(word), word))
    kept: list[str] = []
    for word in held:
        if not any(shorter in word for shorter in kept):
            kept.append(word)
    return tuple(kept)

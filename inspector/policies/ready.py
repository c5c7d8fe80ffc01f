# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Regular expressions that were compiled beforehand: compiling them is most of what a first policy costs a process.

``re`` compiles in Python and keeps nothing for the next process; a long policy calls for 500 patterns, 0.4 s of work.
What comes out is a list of numbers, which is kept in ``resources/policies/compiled-MAGIC.bin``, found by the hash of
source and flags. It is good for the interpreters of one ``_sre.MAGIC`` (CPython's Lib/re/_constants.py: "update when
constants are added or removed", so for all of one minor version); any other one compiles, as it does a pattern that the
table does not know: the table decides about speed only. CPython checks such numbers before it takes them
(Modules/_sre/sre.c, ``_validate``). A test compiles all anew, compares, and writes with ``UPDATE_SNAPSHOTS=1``.

The file: one line of JSON, ``[key, flags, groups, names, numbers]`` for each pattern; then the numbers of all, one
pattern after the other, 32 bits each with the low byte first, deflated.
"""

import _sre
import json
import re
import sys
import zlib
from array import array
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from typing import Final, NamedTuple

from inspector.core.resources import resources_folder

FILE: Final = f"policies/compiled-{_sre.MAGIC}.bin"
_WORD: Final = 4  # bytes of a number


class Program(NamedTuple):
    """A compiled pattern as ``_sre.compile`` takes it; ``names`` are the groups that have one."""

    flags: int
    groups: int
    names: dict[str, int]
    code: bytes


def program_key(source: str, flags: int) -> str:
    """Return what a pattern is called in the table."""
    return blake2b(f"{int(flags)}:{source}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def pack(programs: Iterable[tuple[str, Program]]) -> bytes:
    """Return the file that holds the programs, by their keys."""
    rows = sorted(programs)
    index = [[key, made.flags, made.groups, made.names, len(made.code) // _WORD] for key, made in rows]
    codes = b"".join(made.code for _, made in rows)
    return json.dumps(index, separators=(",", ":")).encode() + b"\n" + zlib.compress(codes, 9)


def unpack(data: bytes) -> dict[str, Program]:
    """Return the programs of such a file. Raises ``ValueError`` or :class:`zlib.error` where it is none."""
    index, _, codes = data.partition(b"\n")
    numbers = zlib.decompress(codes)
    programs, start = {}, 0
    for key, flags, groups, names, size in json.loads(index):
        end = start + size * _WORD
        programs[key] = Program(flags, groups, names, numbers[start:end])
        start = end
    return programs


@cache
def known_programs() -> dict[str, Program]:
    """Return the table; empty where there is none for this interpreter, since it only saves time."""
    if sys.implementation.name != "cpython" or _sre.CODESIZE != _WORD:
        return {}
    try:
        return unpack((resources_folder() / FILE).read_bytes())
    except (OSError, ValueError, zlib.error):
        return {}


def ready(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern as :func:`re.compile` does, from the table where it stands there."""
    made = known_programs().get(program_key(source, flags))
    if made is None:
        return re.compile(source, flags)
    named: list[str | None] = [None] * (made.groups + 1)
    for name, group in made.names.items():
        named[group] = name
    code = little(array("I", made.code)).tolist()
    try:
        pattern: re.Pattern[str] = _sre.compile(source, made.flags, code, made.groups, made.names, tuple(named))
    except (RuntimeError, TypeError, ValueError, OverflowError):  # numbers that CPython does not take
        return re.compile(source, flags)
    return pattern


def little(numbers: "array[int]") -> "array[int]":
    """Turn numbers from the machine's order of bytes to the file's, or back."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers

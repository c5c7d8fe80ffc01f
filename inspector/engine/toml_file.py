# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""TOML that a stranger's project may hold, read without letting it take the time or the memory of the computer."""

import re
from pathlib import Path
from typing import Any, Final

from inspector.readers.stable import Unreadable, read_bytes

_MOST_PARTS: Final = 64  # of one dotted key
# tomllib keeps every beginning of a dotted key: 50,000 parts in 100 kB are more than a gigabyte.
_LONG_KEY: Final = re.compile(
    r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){%d}""" % _MOST_PARTS  # noqa: UP031 - braces
)


def read_toml_bytes(path: Path, limit: int) -> bytes:
    """Return a file's bytes; raise :class:`ValueError` with the reason for what is no file, or a larger one."""
    try:
        return read_bytes(path, limit)
    except Unreadable as error:
        held = error.problem
        raise ValueError(f"it {held.what}" + (f": {held.why}" if held.why else "")) from error


def parse_toml(data: bytes) -> dict[str, Any]:
    """Return the tables of a text in UTF-8; raise :class:`ValueError` with the reason where it is no such text."""
    text = data.decode("utf-8-sig")
    if _LONG_KEY.search(text):
        raise ValueError(f"it holds a key of more than {_MOST_PARTS} parts")
    import tomllib  # here because most commands find no settings to read

    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error

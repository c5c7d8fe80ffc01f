# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The text that ``document.cookie`` gives, or a ``Cookie`` header: ``name=value; name=value`` and nothing more.

No format of files, because any line with an equals sign could be one: it is tried on pasted text. The text
tells neither host nor lifetime nor attributes, so all of these are unknown; the host is what the user says.
"""

import re
from typing import Final

from inspector.core.cookie import Cookie, ValueState
from inspector.core.isolation import NOT_ISOLATED
from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading, StoreCount
from inspector.core.secret import Secret
from inspector.readers.files.api import OpenedFile
from inspector.readers.files.responses import origin_of

TITLE: Final = "text of document.cookie"
_HEADER: Final = re.compile(r"\s*cookie:\s*", re.IGNORECASE)
# cookie-octets and names of RFC 6265, 4.1.1, with the characters that browsers let pass besides.
_PAIR: Final = re.compile(r"[^\s=;,\"{}\[\]<>]{1,4096}=[^;\r\n\t]{0,4096}")
_MOST: Final = 3_000  # browsers keep at most a few hundred for a host


def pairs_of(text: str) -> tuple[tuple[str, str], ...]:
    """Return names and values, none where the text is anything else."""
    lines = [line for line in text.strip().splitlines() if line.strip()]
    if len(lines) != 1:
        return ()
    line = lines[0].strip().strip("'\"")
    parts = [part.strip() for part in line[_end_of_header(line) :].rstrip("; ").split(";")]
    if len(parts) > _MOST or not all(map(_PAIR.fullmatch, parts)):
        return ()
    return tuple((name.strip(), value) for name, _, value in (part.partition("=") for part in parts))


def _end_of_header(line: str) -> int:
    match = _HEADER.match(line)
    return 0 if match is None else match.end()


def read(file: OpenedFile) -> Reading:
    """Read the pairs, as cookies of the host that the user named; without one none can be told whose it is."""
    pairs = pairs_of(file.text)
    origin = origin_of(file.asked.origin) if file.asked.origin else None
    if origin is None:
        why, what_to_do = "the text does not say whose cookies these are", "Give the address of the page"
        problem = Problem("no-origin", "the cookies cannot be read", str(file.path), why, what_to_do, Severity.FAILED)
        return Reading(problems=(problem,))
    store = file.store(TITLE)
    cookies = tuple(
        Cookie(
            store,
            NOT_ISOLATED,
            origin.host,
            None,
            name,
            None,
            value_state=ValueState.PLAINTEXT if value else ValueState.EMPTY,
            value_length=len(value.encode("utf-8", "surrogateescape")),
            value=Secret(value),
        )
        for name, value in dict(pairs).items()
    )
    return Reading(cookies, (), (StoreCount(store, len(cookies)),))

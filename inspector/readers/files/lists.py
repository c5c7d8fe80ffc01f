# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A file's list of cookies, bare or under "cookies", and the look at its first entries by which formats bid."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final

from inspector.readers.files.api import OpenedFile
from inspector.readers.files.entries import Entry, fault

_SAMPLE: Final = 20


def listed(file: OpenedFile) -> list[Any]:
    """Return the entries of a bare list, of the list under a key, or the one cookie that the file is; else none.

    Blacklight writes "browser_cookies"; under "result" is what the DevTools protocol answers with.
    """
    data = file.json
    if isinstance(data, list):
        return data
    if not isinstance(data, dict):
        return []
    under = data.get("result")
    answer = under if isinstance(under, dict) else {}
    for found in (data.get("cookies"), data.get("browser_cookies"), answer.get("cookies")):
        if isinstance(found, list):
            return found
    return [] if fault(data) else [data]


def sample(entries: Iterable[Any]) -> Iterator[Entry]:
    """Yield the first entries that could be cookies."""
    return (entry for entry in islice(entries, _SAMPLE) if isinstance(entry, dict) and not fault(entry))


def share(entries: Iterable[Any], *keys: str) -> float:
    """Return how many of the first entries have all of these keys, from 0 to 1."""
    held = [all(key in entry for key in keys) for entry in sample(entries)]
    return sum(held) / len(held) if held else 0.0

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Things by what they share."""

from collections.abc import Callable, Iterable
from typing import TypeVar

_Thing = TypeVar("_Thing")
_Key = TypeVar("_Key")


def grouped(things: Iterable[_Thing], key: Callable[[_Thing], _Key]) -> dict[_Key, list[_Thing]]:
    """Return things by key, keys and things in the order in which they came."""
    groups: dict[_Key, list[_Thing]] = {}
    for thing in things:
        shared = key(thing)
        group = groups.get(shared)
        if group is None:
            groups[shared] = [thing]
        else:
            group.append(thing)
    return groups

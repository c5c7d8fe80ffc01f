# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The names of a Firefox profile's containers, from ``containers.json``.

``toolkit/components/contextualidentity/ContextualIdentityService.sys.mjs``: a container that the user named carries
``name``; Firefox's own four carry a key for translation instead, ``l10nId`` or, before Firefox 96, ``l10nID``.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from inspector.core.problem import Problem
from inspector.readers.stable import Unreadable, read_stable

FILE: Final = "containers.json"
LIMIT: Final = 1024 * 1024  # bytes; one container takes about 120
NAME_LIMIT: Final = 200  # characters; a name is told with every cookie of its container

OWN_NAMES: Final[Mapping[str, str]] = {
    "user-context-personal": "Personal",
    "user-context-work": "Work",
    "user-context-banking": "Banking",
    "user-context-shopping": "Shopping",
    "userContextPersonal.label": "Personal",
    "userContextWork.label": "Work",
    "userContextBanking.label": "Banking",
    "userContextShopping.label": "Shopping",
}


def read_names(profile: Path) -> tuple[dict[int, str], tuple[Problem, ...]]:
    """Return the names by container id. A profile without the file has no names, and that is no problem."""
    path = profile / FILE
    try:
        data = read_stable(path, LIMIT).data
    except Unreadable as error:
        return {}, () if error.problem.code == "not-found" else (error.problem,)
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return {}, (_broken(path, "it is not JSON"),)
    identities = content.get("identities") if isinstance(content, dict) else None
    if not isinstance(identities, list):
        return {}, (_broken(path, "it has no list of identities"),)
    return dict(filter(None, map(_named, identities))), ()


def _named(identity: object) -> tuple[int, str] | None:
    """Return id and name of one entry, ``None`` where it has no id or no name that we can say."""
    if not isinstance(identity, dict):
        return None
    number = identity.get("userContextId")
    given = identity.get("name")
    key = identity.get("l10nId", identity.get("l10nID"))
    name = given if isinstance(given, str) and given else OWN_NAMES.get(key) if isinstance(key, str) else None
    return (number, name[:NAME_LIMIT]) if isinstance(number, int) and not isinstance(number, bool) and name else None


def _broken(path: Path, why: str) -> Problem:
    return Problem(
        "containers-unreadable", "does not tell the containers' names; they are shown by number", str(path), why
    )

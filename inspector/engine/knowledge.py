# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Opens the knowledge where this user keeps what belongs to it: own overrides, imported lists."""

from datetime import datetime
from pathlib import Path
from typing import Final

from inspector.core.frozen import frozen
from inspector.core.problem import Problem
from inspector.engine.own_folders import config_folder, data_folder
from inspector.knowledge.book import Knowledge
from inspector.knowledge.loader import load
from inspector.knowledge.records import PackInfo

OVERRIDES: Final = "overrides.toml"
PACKS: Final = "knowledge"


@frozen
class Places:
    """Where the user's part of the knowledge is: a file in the configuration folder, a folder in the data folder."""

    overrides: Path
    packs: Path


@frozen
class KnowledgeSummary:
    """What the knowledge consists of, for a person who asks on what answers rest."""

    version: str
    date: str
    cookies: int
    vendors: int
    opt_outs: int
    platforms: int
    overrides: int
    packs: tuple[PackInfo, ...]
    problems: tuple[Problem, ...]


def user_places() -> Places:
    """Return this user's places by the system's convention (XDG, AppData, Library)."""
    return Places(config_folder() / OVERRIDES, data_folder() / PACKS)


def open_knowledge(places: Places) -> Knowledge:
    """Return the program's tables with the user's overrides and imported lists."""
    return load(overrides=places.overrides, packs=places.packs)


def summarise(places: Places) -> KnowledgeSummary:
    """Return what the knowledge consists of."""
    knowledge = open_knowledge(places)
    cookies = knowledge.cookies
    return KnowledgeSummary(
        version=knowledge.version,
        date=knowledge.date.isoformat(),
        cookies=sum(cookie.origin == "bundled" for cookie in cookies),
        vendors=len(knowledge.vendors),
        opt_outs=len(knowledge.ways_out),
        platforms=len(knowledge.platforms),
        overrides=sum(cookie.overridden for cookie in cookies),
        packs=knowledge.packs,
        problems=knowledge.problems,
    )


def add_list(source: Path, places: Places, now: datetime) -> PackInfo:
    """Import a community list; raise with the reason where it is refused, and leave everything as it was."""
    from inspector.knowledge.packs.shelf import add_pack

    return add_pack(source, places.packs, now)


def remove_list(name: str, places: Places) -> None:
    """Take an imported list away."""
    from inspector.knowledge.packs.shelf import remove_pack

    remove_pack(name, places.packs)

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A project's settings put to use: what an audit judges by, where nobody says otherwise."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from inspector.core.problem import InspectorError, Problem
from inspector.engine.settings import NO_SETTINGS, Settings, SettingsReading, find_settings, read_settings
from inspector.engine.settings_keys import KnownCookie
from inspector.knowledge.site import registrable
from inspector.rules.corrections import LabelCorrection

AUTHOR: Final = "the settings"


def project_settings(asked: Path | None, here: Path, folder: Path | None = None) -> SettingsReading:
    """Return the settings of a file that was asked for, else those that hold in a folder, else none.

    ``here`` is the current folder, from which paths are told; the ``folder`` is the same unless another is given.
    """
    path = asked if asked is not None else find_settings(here if folder is None else folder)
    return SettingsReading(NO_SETTINGS) if path is None else read_settings(path, here.absolute())


def used(reading: SettingsReading) -> Settings:
    """Return the settings; raise where they cannot be used."""
    if reading.settings is not None:
        return reading.settings
    raise InspectorError(_counted(reading.problems), "Mend them, or leave them out with --no-settings")


def for_site(settings: Settings, site: str | None) -> Settings:
    """Return the settings as they hold for a site: levels and thresholds for any, the rest for their own site only.

    Another site's cookies judged by this project's policy would be accused of what nobody promised.
    """
    if site is None or settings.site is None or registrable(site) == registrable(settings.site):
        return settings
    return Settings(
        path=settings.path,
        sha256=settings.sha256,
        baseline=settings.baseline,
        declared_by=settings.declared_by,
        strict_lifetime=settings.strict_lifetime,
        fail_on=settings.fail_on,
        max_new=settings.max_new,
        levels=settings.levels,
    )


def known_cookies(known: Iterable[KnownCookie], domains: Sequence[str]) -> Iterator[LabelCorrection]:
    """Yield what a project says of its own cookies: on its own domains, unless an entry names a host."""
    for entry in known:
        for host in (entry.host,) if entry.host is not None else domains:
            yield LabelCorrection(entry.name, host, entry.purpose, entry.reason, AUTHOR, entry.vendor)


def _counted(problems: Sequence[Problem]) -> str:
    number = len(problems)
    return f"The settings cannot be used: {number} {'fault' if number == 1 else 'faults'}"

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Whose a cookie is and where it stands: hosts that nothing that judges can tell apart are one class."""

from dataclasses import dataclass
from typing import Final

from inspector.classify.features import place_of
from inspector.classify.model import Model
from inspector.core.label import Party

DART_HOST: Final = "doubleclick.net"
_SOME_HOST: Final = "example.com"


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """Whose a cookie is and where it stands; one record for each class of hosts, equal to itself only."""

    party: Party
    place: str


class Standings:
    """The one record of each class of hosts."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._classes: dict[tuple[object, ...], Standing] = {}
        self.own = self.of((_SOME_HOST, Party.FIRST))
        """That of every page's own host but DoubleClick's."""

    def of(self, asked: tuple[str | None, Party]) -> Standing:
        """Return the one record for a class of hosts: what judges a cookie cannot tell the hosts of a class apart."""
        host, party = asked
        place = place_of(party, host)
        told: tuple[object, ...] = (party, place, host is None, is_dart(host))
        if host is not None and place != "1":
            vendor = self._model.reader.vendor(host)
            told += (self._model.of_host(host, place), vendor and vendor.id, self._model.reader.kinds.of(host))
        found = self._classes.get(told)
        if found is None:
            found = self._classes[told] = Standing(party, place)
        return found


def is_dart(host: str | None) -> bool:
    """Whether a host is DoubleClick's own, where Google's DART cookies live."""
    return host is not None and DART_HOST in (folded := host.lower()) and f".{folded}".endswith(f".{DART_HOST}")

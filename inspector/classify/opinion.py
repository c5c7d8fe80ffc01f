# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What one way of telling says of a cookie, and what all of them are given to look at."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from inspector.classify.features import Attributes
from inspector.classify.shapes import Kind
from inspector.core.label import Party, Purpose, Subtype
from inspector.core.traits import Traits
from inspector.knowledge.book import Knowledge
from inspector.knowledge.records import KnownCookie, OptOutMatch, Vendor


class Way(StrEnum):
    """The ways of telling, the most trusted first."""

    OVERRIDE = "your own list"
    CHOICE = "opt-out or consent by value"
    EXACT = "known cookie"
    PATTERN = "known family of cookies"
    SHAPE = "shape of the value and attributes"
    WORDS = "words in the name"
    VENDOR = "vendor by domain"
    MODEL = "statistics"


class Opinion(NamedTuple):
    """A purpose with a reason a person understands; no reason ever quotes a value.

    ``decisive`` opinions are not weighed against the statistics. ``confidence`` is the way's own, before weighing.
    """

    way: Way
    purpose: Purpose
    confidence: float
    because: str
    subtype: Subtype = Subtype.NONE
    decisive: bool = False


class Sight(NamedTuple):
    """Everything known of one cookie when the ways are asked.

    ``traits`` hold no value, and the name as :func:`inspector.classify.names.collapse` gives it. ``place`` is the
    party as features name it, ``host_vendor`` whose domain the host is, ``kind`` what the list of domains says that its
    service does (both ``None`` for the page's own host, of which they tell nothing), ``topics`` what the words of the
    name speak of, ``opt_out`` what it says about opting out.
    """

    traits: Traits
    party: Party
    place: str
    attributes: Attributes
    shape: Kind | None
    facts: tuple[KnownCookie, ...]
    opt_out: OptOutMatch | None
    host_vendor: Vendor | None
    kind: str | None
    topics: tuple[str, ...]
    knowledge: Knowledge


Tell = Callable[[Sight], Opinion | None]

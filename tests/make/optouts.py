# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Profiles with opt-outs in them: a cookie in a line, and what is said of all of them."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from make.records import NOW_US, STORE, cookie
from make.verdicts import knowledge

from inspector.classify.classifier import Classifier, load_classifier
from inspector.core.cookie import Cookie, ValueState
from inspector.core.isolation import Container, Isolation, Partition
from inspector.core.moments import DAY_US
from inspector.core.optout import NOTHING_EARLIER, Earlier, OptOutLook, OptOutStanding
from inspector.core.resources import resources_folder
from inspector.core.secret import Secret
from inspector.core.store import StoreRef
from inspector.core.traits import traits_of
from inspector.optouts.verify import verify

_CLASSIFIER: list[Classifier] = []


def held(
    name: str,
    host: str,
    value: str | None = "x1234567890",
    days: float | None = 390,
    set_days_ago: float = 10,
    partition: str | None = None,
    container: int | None = None,
    **facts: Any,
) -> Cookie:
    """A cookie in a profile; ``value`` ``None`` is one that was not read, ``days`` ``None`` ends with the session."""
    isolation = Isolation(
        Partition(partition) if partition else None,
        Container(container) if container else None,
        raw=f"{partition or ''}^{container or ''}",
    )
    set_us = NOW_US - round(set_days_ago * DAY_US)
    state = ValueState.NOT_READ if value is None else ValueState.PLAINTEXT
    given = {
        "value": None if value is None else Secret(value),
        "value_state": state,
        "session": days is None,
        "created_us": set_us,
        "updated_us": set_us,
        "expires_us": None if days is None else set_us + round(days * DAY_US),
        "store": STORE,
        **facts,
    }
    return cookie(host, name, isolation, **given)


def look(
    cookies: Sequence[Cookie],
    now_us: int = NOW_US,
    earlier: Earlier = NOTHING_EARLIER,
    stores: Mapping[StoreRef, bool] = MappingProxyType({}),
) -> OptOutLook:
    """What the cookies say about opt-outs, labelled by everything that the program has."""
    if not _CLASSIFIER:
        _CLASSIFIER.append(load_classifier(resources_folder(), knowledge()))
    pairs = [(each, _CLASSIFIER[0].classify(traits_of(each))) for each in cookies]
    return verify(pairs, knowledge(), now_us, earlier, stores)


def of(found: OptOutLook, vendor: str) -> tuple[OptOutStanding, ...]:
    """The answers about one company."""
    return tuple(standing for standing in found.standings if standing.vendor == vendor)

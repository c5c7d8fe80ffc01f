# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Choices of the visitor, told by value: an opt-out, or what a consent platform remembers."""

from typing import Final

from inspector.classify.opinion import Opinion, Sight, Way
from inspector.classify.shapes import Kind
from inspector.core.label import Purpose
from inspector.knowledge.records import OptOutSays

_SURE: Final = 0.97
_BY_NAME: Final = 0.88
_CONSENT_STRING: Final = 0.93
_CONSENT_RECORD: Final = 0.9


def tell_opt_out(sight: Sight) -> Opinion | None:
    """Return that the cookie is the visitor's opt-out. It decides: an opt-out must never pass for marketing."""
    found = sight.opt_out
    if found is None or not found.is_opt_out_cookie:
        return None
    confidence = _SURE if found.state is OptOutSays.OPTED_OUT else _BY_NAME
    because = found.because.replace("its name", "Its name", 1)  # others begin with the cookie's name, which is as it is
    return Opinion(Way.CHOICE, Purpose.OPT_OUT, confidence, because, decisive=True)


def tell_consent(sight: Sight) -> Opinion | None:
    """Return that the value is a record of consent; an opinion of the name decides where the tables know it."""
    if sight.shape is None or sight.shape not in (Kind.TCF, Kind.CONSENT):
        return None
    spoken = "consent" in sight.topics
    if sight.facts or not (spoken or sight.shape is Kind.CONSENT):
        return None
    if sight.shape is Kind.TCF:
        because = "Its value has the form of an IAB consent string and its name speaks of consent"
        return Opinion(Way.CHOICE, Purpose.CONSENT, _CONSENT_STRING, because, decisive=True)
    because = "Its value lists cookie categories with a choice for each, as consent tools store it"
    return Opinion(Way.CHOICE, Purpose.CONSENT, _CONSENT_RECORD, because, decisive=spoken)

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The shape of a value together with the attributes: some forms serve one purpose only, whatever the name."""

from typing import Final, NamedTuple

from inspector.classify.features import SHORT_DAYS
from inspector.classify.opinion import Opinion, Sight, Way
from inspector.classify.shapes import Kind
from inspector.core.label import Party, Purpose
from inspector.core.traits import Traits


class _Form(NamedTuple):
    kind: Kind
    purpose: Purpose
    confidence: float
    because: str


_FORMS: Final = (
    _Form(Kind.GA_CLIENT, Purpose.ANALYTICS, 0.95, "Its value has the form of a Google Analytics client id"),
    _Form(Kind.META_BROWSER, Purpose.ADVERTISING, 0.95, "Its value has the form of a Meta (Facebook) browser id"),
    _Form(Kind.CLICK_ID, Purpose.ADVERTISING, 0.85, "Its value has the form of an ad click id"),
    _Form(Kind.JWT, Purpose.AUTHENTICATION, 0.75, "Its value is a signed token (JWT), as log-ins use them"),
    _Form(Kind.CART_OBJECT, Purpose.CART, 0.85, "Its value is an object that lists a cart's items"),
    _Form(Kind.LANGUAGE, Purpose.PREFERENCES, 0.75, "Its value is the code of a language"),
    _Form(Kind.COUNTRY, Purpose.PREFERENCES, 0.5, "Its value is a code of two or three letters, as for countries"),
)
_BY_KIND: Final = {form.kind: form for form in _FORMS}


def tell(sight: Sight) -> Opinion | None:
    """Return what the form of the value says; tokens and servers only with attributes that fit."""
    if sight.shape is None:
        return None
    kind = sight.shape
    if kind is Kind.SERVER and sight.party is not Party.THIRD and _is_short(sight.traits):
        because = "Its value names a server and it does not last, as cookies of load balancers do"
        return Opinion(Way.SHAPE, Purpose.LOAD_BALANCING, 0.7, because)
    if _is_token(sight):
        because = "An unguessable value that only the server reads and that does not last, as sessions have"
        return Opinion(Way.SHAPE, Purpose.SESSION, 0.7, because)
    form = _BY_KIND.get(kind)
    return None if form is None else Opinion(Way.SHAPE, form.purpose, form.confidence, form.because)


def _is_short(traits: Traits) -> bool:
    return traits.session is True or (traits.lifetime_days is not None and traits.lifetime_days <= SHORT_DAYS)


def _is_token(sight: Sight) -> bool:
    """Whether it looks like a session's or anti-forgery token: random, HttpOnly, of this session, of this site."""
    traits = sight.traits
    return (
        sight.shape is not None
        and sight.shape.identifies is True
        and traits.http_only is True
        and traits.session is True
        and sight.party is not Party.THIRD
    )

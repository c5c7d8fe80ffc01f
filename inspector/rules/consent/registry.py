# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every decoder of consent cookies, and the function that reads the choices among a site's cookies."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from inspector.core.consent import Consent
from inspector.core.cookie import Cookie
from inspector.core.finding import CookieRef, NotJudged
from inspector.rules.consent import (
    borlabs,
    complianz,
    cookiebot,
    cookieyes,
    didomi,
    gpp,
    onetrust,
    tcf,
    termly,
    usercentrics,
    usprivacy,
)
from inspector.rules.consent.api import LONGEST, Choice, Decoder, UndecodableError

MODULES: Final = (
    onetrust,
    cookiebot,
    didomi,
    usercentrics,
    cookieyes,
    complianz,
    borlabs,
    termly,
    tcf,
    usprivacy,
    gpp,
)
DECODERS: Final[Mapping[str, Decoder]] = MappingProxyType(
    {decoder.name: decoder for module in MODULES for decoder in module.DECODERS}
)
_CODE: Final = "CI402"


def read_choices(cookies: Iterable[Cookie]) -> tuple[tuple[Consent, ...], tuple[NotJudged, ...]]:
    """Return the choices that a site's own cookies record, and what could not be decoded with the reason."""
    held = list(cookies)
    found = [cookie for cookie in held if cookie.name in DECODERS]
    if not found:
        return (), ()
    values = {cookie.name: cookie.value.reveal()[:LONGEST] for cookie in held if cookie.value is not None}
    consents: list[Consent] = []
    undecided: list[NotJudged] = []
    for cookie in found:
        outcome = _read(cookie, values)
        if isinstance(outcome, Consent):
            consents.append(outcome)
        else:
            undecided.append(outcome)
    return tuple(_agreed(consents)), tuple(undecided)


def _read(cookie: Cookie, values: Mapping[str, str]) -> Consent | NotJudged:
    decoder, ref = DECODERS[cookie.name], CookieRef.of(cookie)
    if cookie.value is None:
        return NotJudged("value not read", ref, code=_CODE)
    try:
        choice = decoder.decode(cookie.value.reveal()[:LONGEST], values)
    except UndecodableError as error:
        return NotJudged(f"the choice that {decoder.tool} keeps could not be decoded: {error}", ref, code=_CODE)
    return _consent(choice, cookie, ref)


def _consent(choice: Choice, cookie: Cookie, ref: CookieRef) -> Consent:
    """Where the format states no time, the consent cookie's own last setting is one by which the choice was made."""
    made, why = choice.made_us, choice.made_why
    if made is None and cookie.updated_us is not None and cookie.updated_is_real:
        made, why = cookie.updated_us, "the consent cookie was last set then, so the choice was made by then"
    return Consent(
        choice.tool,
        ref,
        choice.choices,
        made,
        why,
        choice.precision_us,
        choice.active,
        choice.sale_opt_out,
        choice.sections,
        choice.why,
    )


def _agreed(consents: list[Consent]) -> list[Consent]:
    """A TCF string says nothing of whether anybody chose; the tool's own cookie beside it does."""
    told = [held for held in consents if held.tool != "IAB TCF v2" and held.choices]
    if not told or any(held.active is True for held in told):
        return consents
    why = f"{told[0].tool} beside it does not record an active choice"
    return [replace(held, active=told[0].active, why=why) if held.tool == "IAB TCF v2" else held for held in consents]

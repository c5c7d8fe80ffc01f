# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Traces of a browser's opt-out signal (Global Privacy Control) and of US privacy choices in the cookies of sites.

OneTrust's ``OptanonConsent`` holds ``isGpcEnabled=1`` where the site saw the signal (OneTrust's SDK, samples of 2023 to
2026), Epsilon sets ``dtm_gpc_optout``; ``usprivacy`` has ``Y`` in its third place for a refusal of sale (IAB US Privacy
String 1.0). That a site took note is not that it acted.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final
from urllib.parse import unquote

from inspector.core.cookie import Cookie
from inspector.core.finding import CookieRef
from inspector.core.label import Label
from inspector.core.late_pattern import late
from inspector.core.optout import Signal
from inspector.knowledge.book import Knowledge
from inspector.knowledge.site import registrable
from inspector.optouts.marks import text_of

_LONGEST: Final = 8192
_GPC_FIELD: Final = late(r"(?:^|[&?;,\s\"])(?:isGpcEnabled|browserGpcFlag)\"?[=:]\s*\"?(?P<on>1|0|true|false)\b")
_US_PRIVACY: Final = late(r"1[YN-](?P<sale>[YN-])[YN-]", re.IGNORECASE)
_YES: Final = frozenset({"1", "true", "y", "yes"})


def _one_trust(text: str) -> tuple[str, bool | None, str] | None:
    found = [match["on"] for match in _GPC_FIELD.finditer(unquote(text))]
    if not found:
        return None
    on = any(value in _YES for value in found)
    seen = "saw the browser's opt-out signal (GPC)" if on else "saw no opt-out signal (GPC) of the browser"
    return "gpc", on, f"the site's consent tool (OneTrust) {seen}"


def _epsilon(text: str) -> tuple[str, bool | None, str] | None:
    on = text.strip().lower() not in ("", "0", "false", "no")
    return "gpc", on, "Epsilon took note of the browser's opt-out signal (GPC)" if on else "Epsilon saw no signal (GPC)"


def _us_privacy(text: str) -> tuple[str, bool | None, str] | None:
    match = _US_PRIVACY.fullmatch(text.strip())
    if match is None or match["sale"] == "-":
        return None
    on = match["sale"].upper() == "Y"
    return "sale", on, f"the US privacy string says that sale of data is {'refused' if on else 'not refused'}"


_READERS: Final[Mapping[str, Callable[[str], tuple[str, bool | None, str] | None]]] = MappingProxyType(
    {"OptanonConsent": _one_trust, "dtm_gpc_optout": _epsilon, "usprivacy": _us_privacy, "us_privacy": _us_privacy}
)


def find_signals(pairs: Iterable[tuple[Cookie, Label]], knowledge: Knowledge) -> Iterator[Signal]:
    """Yield what sites took note of; a value that was not read is said to be so."""
    for cookie, _ in pairs:
        read = _READERS.get(cookie.name)
        if read is None:
            continue
        text, ref, site = text_of(cookie), CookieRef.of(cookie), registrable(cookie.host)
        if text is None:
            kind = "sale" if read is _us_privacy else "gpc"
            yield Signal(kind, site, ref, cookie.store, None, "the value that would tell was not read")
            continue
        found = read(text[:_LONGEST])
        if found is not None:
            kind, on, why = found
            yield Signal(kind, site, ref, cookie.store, on, why)

# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a page says of consent: the answers of the consent interfaces, and the declarations that platforms load."""

import json
import re
from typing import Any, Final, NamedTuple

_LARGEST_ANSWER: Final = 64 * 1024  # characters

ANSWERS: Final = """(async () => {
  const asked = (call) => new Promise((done) => {
    const late = setTimeout(() => done(null), 1000);
    try { call((data, ok) => { clearTimeout(late); done(ok === false ? null : data); }); } catch { done(null); }
  });
  const text = (held) => { try { return JSON.stringify(held).slice(0, LARGEST); } catch { return null; } };
  const told = {};
  if (typeof __tcfapi === "function") told["__tcfapi"] = text(await asked((done) => __tcfapi("getTCData", 2, done)));
  if (typeof __gpp === "function") told["__gpp"] = text(await asked((done) => __gpp("ping", done)));
  if (typeof __uspapi === "function") told["__uspapi"] = text(await asked((done) => __uspapi("getUSPData", 1, done)));
  if (typeof Cookiebot === "object" && Cookiebot && Cookiebot.consent) {
    const { necessary, preferences, statistics, marketing, method } = Cookiebot.consent;
    told["Cookiebot.consent"] = text({ necessary, preferences, statistics, marketing, method });
  }
  if (typeof OnetrustActiveGroups === "string") told["OnetrustActiveGroups"] = text(OnetrustActiveGroups);
  return told;
})()""".replace("LARGEST", str(_LARGEST_ANSWER))
"""Asks in the page's own world, where these interfaces are.

Documented by: IAB TCF v2.2 CMP API, IAB GPP CMP API 1.1, IAB US Privacy API, support.cookiebot.com (developer),
developer.onetrust.com (OnetrustActiveGroups).
"""

APIS: Final = frozenset({"__tcfapi", "__gpp", "__uspapi", "Cookiebot.consent", "OnetrustActiveGroups"})


def answers(told: Any) -> dict[str, str]:
    """Return the answers by interface, as JSON text; one that is no JSON or was cut off is left out."""
    found = {}
    for api, text in told.items() if isinstance(told, dict) else ():
        if api in APIS and isinstance(text, str) and text != "null" and len(text) < _LARGEST_ANSWER:
            try:
                json.loads(text)
            except (ValueError, RecursionError):
                continue
            found[api] = text
    return found


class Source(NamedTuple):
    """An address from which a platform loads what the site declares, and the ending of a file that keeps it."""

    platform: str
    address: re.Pattern[str]
    ending: str


_ID: Final = r"[0-9a-fA-F-]{36}"
SOURCES: Final = (
    # The domain data of a script id, and the texts with all cookies by language, on any host that serves them.
    Source("OneTrust", re.compile(rf"https?://[^?#]+/consent/{_ID}(?:-test)?/{_ID}/[\w-]{{2,12}}\.json"), ".json"),
    Source("Cookiebot", re.compile(rf"https?://[^?#]+/{_ID}/cc\.js"), ".js"),
    Source("Cookiebot", re.compile(rf"https?://consent\.cookiebot\.(?:com|eu)/{_ID}/cd\.js"), ".js"),
    Source(
        "Usercentrics", re.compile(r"https?://[^/?#]*usercentrics\.(?:eu|com)/settings/[\w-]+/[^?#]+\.json"), ".json"
    ),
    Source("Usercentrics", re.compile(r"https?://[^/?#]*usercentrics\.(?:eu|com)/aggregate/[^?#]+"), ".json"),
)


def source_of(url: str) -> Source | None:
    """Return the platform whose declaration an address holds."""
    return next((source for source in SOURCES if source.address.match(url[:2_000])), None)


_POLICY: Final = re.compile(
    r"privac|cookie|datenschutz|confidentialit|privacidad|privacidade|protecci[oó]n.de.datos|riservatezza|prywatn|"
    r"integritet|personvern|persondata|tietosuoja|ochran|adatv[eé]d|gizlilik|プライバシー|隐私|隱私|개인정보",
    re.IGNORECASE,
)
_MOST_LINKS: Final = 20


def policy_links(told: Any) -> tuple[tuple[str, str], ...]:
    """Return the links to a policy among a page's links, each address once: those whose words say so come first."""
    links = [
        (url, text)
        for link in (told if isinstance(told, list) else ())
        if isinstance(link, list)
        and len(link) == 2
        and isinstance(url := link[0], str)
        and isinstance(text := link[1], str)
    ]
    by_words = [(url, text) for url, text in links if _POLICY.search(text)]
    by_address = [(url, text) for url, text in links if _POLICY.search(url.partition("//")[2].partition("/")[2])]
    return tuple({url: (url, text) for url, text in reversed([*by_words, *by_address])}.values())[::-1][:_MOST_LINKS]

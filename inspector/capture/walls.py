# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Pages that stand in front of a page: challenges for robots, and walls. What is seen there says nothing of the site.

Each mark is documented by who makes it, or is the published name of its own script; a page that merely uses such a
service is no challenge. A row without headers needs the page itself.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from inspector.capture.parts import Outcome


class Mark(NamedTuple):
    """How one service's page is told: a header and what it says, or an element or words of the title."""

    service: str
    outcome: Outcome
    header: tuple[str, str] | None = None
    selector: str = ""
    title: str = ""
    statuses: tuple[int, ...] = ()  # with which alone the mark counts; empty for any


_DENIED: Final = (401, 403, 405, 406, 429, 503)
MARKS: Final = (
    # developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response
    Mark("Cloudflare", Outcome.CHALLENGE, header=("cf-mitigated", "challenge")),
    Mark("Cloudflare", Outcome.CHALLENGE, selector="#challenge-form, #cf-challenge-running", statuses=_DENIED),
    Mark("Cloudflare", Outcome.CHALLENGE, title=r"^(?:Just a moment\.\.\.|Attention Required! \| Cloudflare)$"),
    # docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge.html
    Mark("AWS WAF", Outcome.CHALLENGE, header=("x-amzn-waf-action", r"captcha|challenge")),
    # docs.datadome.co: answers of a blocked request
    Mark("DataDome", Outcome.CHALLENGE, header=("x-datadome", r"protected"), statuses=_DENIED),
    Mark("DataDome", Outcome.CHALLENGE, selector="iframe[src*='captcha-delivery.com']"),
    # docs.humansecurity.com: the challenge's own element
    Mark("HUMAN", Outcome.CHALLENGE, selector="#px-captcha"),
    # docs.imperva.com: the incident's frame
    Mark(
        "Imperva",
        Outcome.CHALLENGE,
        selector="iframe[src*='_Incapsula_Resource'], iframe#main-iframe[src*='Incapsula']",
    ),
    # techdocs.akamai.com: the page of a denied request
    Mark("Akamai", Outcome.CHALLENGE, title=r"^Access Denied$", statuses=(403,)),
    Mark("a robot check", Outcome.CHALLENGE, selector="form#captcha-form, form[action*='captcha']", statuses=_DENIED),
)
_WALL_STATUSES: Final[Mapping[int, str]] = {
    401: "the server wants a name and a password",
    402: "the server wants to be paid",
    407: "a proxy wants a name and a password",
    451: "the page is not shown here for legal reasons",
    511: "the network wants to be logged in to",
}
_SELECTORS: Final = tuple(dict.fromkeys(mark.selector for mark in MARKS if mark.selector))

PROBE: Final = """(() => ({
  title: document.title.slice(0, 300),
  found: SELECTORS.filter((selector) => document.querySelector(selector) !== null),
}))()""".replace("SELECTORS", json.dumps(_SELECTORS))
"""What a page is asked to tell whether it is such a page."""


def judge_page(status: int | None, headers: Mapping[str, str], told: Any) -> tuple[Outcome, str] | None:
    """Return that a page is a challenge or a wall, and why; ``None`` where nothing says so.

    ``told`` is the answer to :data:`PROBE`, ``None`` where there was none; ``headers`` have names in small letters.
    """
    page: Mapping[str, Any] = told if isinstance(told, dict) else {}
    for mark in MARKS:
        if mark.statuses and status not in mark.statuses:
            continue
        if _shows(mark, headers, page):
            return mark.outcome, f"the page is a challenge of {mark.service}, not the site's own"
    why = _WALL_STATUSES.get(status or 0)
    return None if why is None else (Outcome.WALL, why)


def _shows(mark: Mark, headers: Mapping[str, str], page: Mapping[str, Any]) -> bool:
    if mark.header is not None:
        name, words = mark.header
        return re.search(words, headers.get(name, ""), re.IGNORECASE) is not None
    if mark.selector:
        found = page.get("found")
        return isinstance(found, list) and mark.selector in found
    title = page.get("title")
    return isinstance(title, str) and re.search(mark.title, title.strip()) is not None
